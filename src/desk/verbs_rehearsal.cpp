// A rehearsal from its beginning to the facilitator's timings. It lies in memory alone, and nothing of it goes anywhere.
#include "desk/rehearsal.hpp"
#include "desk/rehearsal_timings.hpp"
#include "desk/verbs.hpp"

#include <fmt/format.h>

namespace avow::desk {

namespace {

Asked asked_by(Purpose purpose) {
    switch (purpose) {
    case Purpose::due: return Asked::when;
    case Purpose::first_step: return Asked::first_step;
    case Purpose::help: return Asked::needs;
    case Purpose::evidence: return Asked::seen_by;
    default: return Asked::nothing;
    }
}

} // namespace

std::string Desk::why_kept_nowhere() const {
    if (is_demo_) return "The sample workshop is saved nowhere";
    if (rehearsal)
        return "A rehearsal is not kept. F12 ends it with your timings; N in the library begins a session that is";
    return {};
}

void start_rehearsal(Desk& desk, const RehearsalWish& wish) {
    try {
        auto words = desk.world().rehearsal_words();
        std::vector<ParticipantId> ids;
        for (std::size_t i = 0; i < words.people.size(); ++i) ids.push_back(desk.fresh<ParticipantTag>());
        const auto now = desk.now();
        desk.look_at(History(session_for_rehearsal(words, ids, desk.today(), now)));
        const auto seed = wish.seed.value_or(static_cast<std::uint64_t>(now.unix_ms));
        desk.rehearsal = std::make_unique<Rehearsal>(std::move(words), std::move(ids), seed, now);
        desk.rehearsal->set_speed(wish.speed);
        desk.say(Tone::done, "A rehearsal: the people are simulated, and nothing of it is kept");
    } catch (const std::exception& error) {
        desk.say(Tone::trouble, error.what());
    }
}

void attend_rehearsal(Desk& desk) {
    if (!desk.rehearsal) return;
    const auto& entry = desk.entry;
    desk.rehearsal->attend({.session = desk.session(),
                            .speaker = desk.place.speaker,
                            .is_typing = entry.purpose != Purpose::nothing && !entry.text.empty(),
                            .asked = asked_by(entry.purpose),
                            .card = desk.place.focus,
                            .is_room_asked = desk.asking.has_value(),
                            .has_proposal = desk.proposed().has_value()},
                           desk.now());
}

void next_rehearsal_speed(Desk& desk) {
    constexpr int fastest = 4;
    auto& rehearsal = *desk.rehearsal;
    rehearsal.set_speed(rehearsal.speed() == fastest ? 1 : rehearsal.speed() * 2);
    desk.say(Tone::done, rehearsal.speed() == 1 ? std::string("They speak as people do")
                                                : fmt::format("They speak at {} times their pace", rehearsal.speed()));
}

void pause_rehearsal(Desk& desk) { desk.rehearsal->pause(); }

void end_rehearsal(Desk& desk) {
    auto timings = std::make_unique<RehearsalTimings>(timings_of(desk.rehearsal->record(), desk.session(), desk.now()));
    desk.close();
    desk.hush();
    desk.is_blanked = false;
    desk.timings = std::move(timings);
    desk.showing = Showing::timings;
}

void copy_timings(Desk& desk) {
    desk.to_clipboard = as_text(*desk.timings);
    desk.say(Tone::done, "Your timings are on the clipboard");
}

void leave_timings(Desk& desk) {
    desk.timings.reset();
    desk.showing = Showing::library;
}

} // namespace avow::desk
