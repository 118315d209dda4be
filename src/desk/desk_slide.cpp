// What the room is shown of all that lies before the facilitator.
#include "desk/desk.hpp"
#include "desk/meant.hpp"
#include "desk/rehearsal.hpp"
#include "desk/replay.hpp"
#include "desk/verbs.hpp"
#include "insight/account.hpp"
#include "insight/run_sheet.hpp"
#include "session/text.hpp"

namespace avow::desk {

namespace {

using Field = slide::ReadBack::Field;

std::optional<Field> field_of(Purpose purpose) {
    switch (purpose) {
    case Purpose::due: return Field::by;
    case Purpose::evidence: return Field::evidence;
    case Purpose::help: return Field::help;
    case Purpose::if_then: return Field::if_then;
    case Purpose::first_step: return Field::first_step;
    case Purpose::measure: return Field::measure;
    default: return std::nullopt;
    }
}

} // namespace

Moment Desk::stage_now() const {
    const bool was_closed_since = session().stage_since < opened_at_;
    return {now().unix_ms - (was_closed_since ? closed_for_ms_ : 0)};
}

Moment Desk::ends_at() const {
    const auto on_clock = stage_now();
    return {insight::projected_end(session(), on_clock).unix_ms + now().unix_ms - on_clock.unix_ms};
}

slide::Slide Desk::slide() const {
    if (replay) return replay->slide();
    slide::Place seen = place;
    const bool is_said = entry.purpose == Purpose::statement || entry.purpose == Purpose::next_promise;
    seen.typing = is_said ? entry.text : std::string{};
    if (is_scoreboard && session().stage == Stage::open) seen.scoreboard = team_so_far();
    seen.now = stage_now();
    if (insight::is_account_alone(session()) && turn_since)
        seen.turn_since = Moment{turn_since->unix_ms - (now().unix_ms - seen.now.unix_ms)};
    seen.is_proposed = proposed_.has_value();
    if (proposed_ && proposed_->about != About::wall) seen.question = proposed_->question;
    if (place.is_open) seen.why = why_in_words();
    if (session().stage == Stage::commit) seen.field = field_of(entry.purpose);
    seen.asked_room = asked_room(*this);
    if (asking) seen.asked_since = asking->since;
    seen.align = align_place(*this);
    // Read back or answered for is one card: its owner is who speaks, whosever turn the round has.
    if ((session().stage == Stage::commit || session().stage == Stage::open) && place.focus)
        if (const auto* card = find(shown(), *place.focus)) seen.speaker = card->owner;
    const auto typed = as_typed();
    auto shown_slide = slide::slide_of(typed ? *typed : shown(), session().stage, seen);
    shown_slide.ribbon.is_rehearsal = rehearsal != nullptr;
    return shown_slide;
}

const std::vector<insight::Mark>& Desk::mirrored(const std::string& words, insight::MirrorText kind) const {
    constexpr std::size_t most_texts = 200; // while one is being changed
    if (seen_in_mirror_.size() > most_texts) seen_in_mirror_.clear();
    const auto [seen, is_new] = seen_in_mirror_.try_emplace({kind, words});
    if (is_new) seen->second = world_.mirror.get().look(words, kind);
    return seen->second;
}

slide::TeamSoFar Desk::team_so_far() const {
    if (!past_) past_ = other_sessions(*this);
    std::vector<const Session*> all;
    for (const auto& other : *past_) all.push_back(&other);
    all.push_back(&session());
    return {insight::scoreboard_of(all), insight::luck_of(all, today())};
}

// A card is read back while its details are typed, and a theme is called as its name is: what Return would do is shown,
// unless it would be refused.
std::optional<Session> Desk::as_typed() const {
    const auto* card = place.focus ? find(shown(), *place.focus) : nullptr;
    auto meant = meant_by(entry, shown(), card, today());
    if (const auto theme = theme_in_hand(*this); theme && entry.purpose == Purpose::theme_title)
        meant = Edit{NameTheme{*theme, clean_line(entry.text)}};
    const auto* edit = std::get_if<Edit>(&meant);
    if (!edit || why_not(shown(), *edit)) return std::nullopt;
    return avow::apply(shown(), *edit);
}

} // namespace avow::desk
