// Before the room speaks: who leads, what they expect and how many will name it, and the seal on it. Nothing of it is said
// in a notice: the strip may stand before everybody.
#include "desk/meant.hpp"
#include "desk/verbs.hpp"
#include "session/text.hpp"
#include "storage/seal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

// What the room said before the seal may have changed what is in it; that is said, and stops nobody.
std::string said_before(const Session& session) {
    const auto count = session.accountabilities.size();
    if (count == 0) return {};
    return fmt::format("{} said before the sealing: the seal can't vouch for what the room had not heard",
                       counted(count, "statement was", "statements were"));
}

} // namespace

void name_leader(Desk& desk, const ParticipantId& id) {
    const bool leads = desk.session().leader == id;
    desk.act(NameLeader{leads ? std::nullopt : std::optional(id)});
}

bool finish_leader(Desk& desk, const std::string& words) {
    if (words.empty()) return true;
    const auto* person = participant_named(desk.session(), words);
    if (person) return desk.session().leader == person->id || desk.act(NameLeader{person->id});
    desk.say(Tone::refused, "That is nobody here, or could be several. Type more of the name");
    return false;
}

void write_expectation(Desk& desk, const std::optional<ExpectationId>& id, const std::string& words) {
    const auto* known = id ? find(desk.session(), *id) : nullptr;
    if (!known && words.empty()) return;
    if (!known)
        desk.act(ExpectThat{{desk.fresh<ExpectationTag>(), words, {}}});
    else if (words.empty())
        desk.act(DropExpectation{*id});
    else
        desk.act(ExpectThat{{*id, words, known->guess}});
}

void guess_expectation(Desk& desk, const std::optional<ExpectationId>& id, const std::string& words) {
    const auto* known = id ? find(desk.session(), *id) : nullptr;
    if (!known) return desk.say(Tone::refused, "Write the expectation first, then how many will name it");
    const auto guess = number_in(words);
    const int most = team_size(desk.session());
    if (!words.empty() && (!guess || *guess < 0 || *guess > most))
        return desk.say(Tone::refused, fmt::format("That is no guess. It is a number from 0 to {}, or nothing", most));
    desk.act(ExpectThat{{*id, known->text, guess}});
}

std::optional<Refusal> why_not_seal(const Desk& desk) {
    return avow::why_not(desk.session(), SealExpectations{std::string(64, '0'), std::string(32, '0'), desk.now()});
}

void seal_expectations(Desk& desk) {
    const auto seal = storage::sealed(desk.session(), storage::new_nonce(), desk.now());
    if (!desk.act(SealExpectations{seal.fingerprint, seal.nonce, seal.sealed_at})) return;
    auto warning = said_before(desk.session());
    if (warning.empty() && minutes_of(desk.session(), Stage::align) == 0)
        warning = "Align has no minutes on the run sheet: Alt+4 goes there";
    desk.say(Tone::done, fmt::format("Sealed. The room will be shown {}{}{}", storage::short_fingerprint(seal),
                                     warning.empty() ? "" : ". ", warning));
}

std::vector<std::string> seal_in_words(const Desk& desk) {
    const auto& session = desk.session();
    if (!session.seal) return {};
    std::vector<std::string> lines = {fmt::format("{} sealed at {}",
                                                  counted(session.expectations.size(), "expectation"),
                                                  desk.wall_clock(session.seal->sealed_at).substr(0, 5)),
                                      "Fingerprint " + storage::short_fingerprint(*session.seal)};
    if (session.seal->opened_at)
        lines.push_back("Opened at " + desk.wall_clock(*session.seal->opened_at).substr(0, 5));
    else
        lines.emplace_back("Align opens them before everybody. Ctrl+Z takes the seal off again");
    const bool spoke_first = std::ranges::any_of(session.accountabilities, [&](const auto& one) {
        return one.said_at.unix_ms < session.seal->sealed_at.unix_ms;
    });
    if (spoke_first) lines.emplace_back("Statements were said before the sealing");
    return lines;
}

} // namespace avow::desk
