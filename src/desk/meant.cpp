#include "desk/meant.hpp"

#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace avow::desk {

namespace {

constexpr const char* coach = "coach"; // whoever sits at the keyboard in a one-on-one; no participant of the session

constexpr std::array names = {std::pair{Purpose::wording, "wording"},     std::pair{Purpose::due, "due"},
                              std::pair{Purpose::evidence, "evidence"},   std::pair{Purpose::measure, "measure"},
                              std::pair{Purpose::if_then, "if_then"},     std::pair{Purpose::first_step, "first_step"},
                              std::pair{Purpose::strength, "strength"},   std::pair{Purpose::help, "help"},
                              std::pair{Purpose::next_date, "next_date"}, std::pair{Purpose::kept, "kept"},
                              std::pair{Purpose::part, "part"},           std::pair{Purpose::missed, "missed"},
                              std::pair{Purpose::changed, "changed"},     std::pair{Purpose::proposal, "proposal"}};

// A day in words; nothing for no words.
std::variant<std::optional<Date>, std::string> day_in(const std::string& words, Date today) {
    if (words.empty()) return std::optional<Date>{};
    if (const auto day = date_in_words(words, today)) return day;
    return no_day(words);
}

// Words that somebody else proposed stay theirs when the owner says yes to them.
Wording agreed_wording(const Accountability& card, const std::string& words, Date today) {
    const auto proposed = std::ranges::find_if(card.wordings.rbegin(), card.wordings.rend(), [&](const auto& wording) {
        return !wording.agreed && wording.text == words;
    });
    return {words, today, proposed == card.wordings.rend() ? card.owner.text : proposed->proposed_by, true, {}};
}

template <class Make>
Meant meant_by_day(const std::string& words, Date today, const std::optional<Date>& current, Make make) {
    const auto day = day_in(words, today);
    if (const auto* refusal = std::get_if<std::string>(&day)) return *refusal;
    const auto& wanted = std::get<std::optional<Date>>(day);
    return wanted == current ? Meant{} : Meant{Edit{make(wanted)}};
}

} // namespace

std::optional<int> number_in(std::string_view words) {
    int number = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
    if (error != std::errc() || end != words.data() + words.size()) return std::nullopt;
    return number;
}

Date counted_from(const Session& session, Date today) { return std::max(today, session.date); }

std::string no_day(std::string_view words) {
    return fmt::format("“{}” is no day. Try “friday”, “in two weeks” or “4 december”", words);
}

std::optional<Detail> detail_of(Purpose purpose) {
    switch (purpose) {
    case Purpose::evidence: return Detail::evidence;
    case Purpose::measure: return Detail::measure;
    case Purpose::if_then: return Detail::if_then;
    case Purpose::first_step: return Detail::first_step;
    case Purpose::strength: return Detail::strength;
    case Purpose::help: return Detail::help;
    default: return std::nullopt;
    }
}

std::optional<Outcome> outcome_of(Purpose purpose) {
    switch (purpose) {
    case Purpose::kept: return Outcome::kept;
    case Purpose::part: return Outcome::part;
    case Purpose::missed: return Outcome::missed;
    case Purpose::changed: return Outcome::changed;
    default: return std::nullopt;
    }
}

Purpose purpose_of(Outcome outcome) {
    switch (outcome) {
    case Outcome::kept: return Purpose::kept;
    case Outcome::part: return Purpose::part;
    case Outcome::missed: return Purpose::missed;
    case Outcome::changed: return Purpose::changed;
    }
    return Purpose::nothing;
}

Stage stage_that_asks_for(const HalfTyped& half, const Session& session) {
    if (purpose_named(half.field) == Purpose::next_date) return Stage::close;
    const bool is_carried = std::ranges::find(session.carried, half.item, &Accountability::id) != session.carried.end();
    return is_carried ? Stage::open : Stage::commit;
}

Meant meant_by(const EntryField& entry, const Session& session, const Accountability* card, Date today) {
    const std::string words = clean_line(entry.text);
    const Date from = counted_from(session, today);
    if (entry.purpose == Purpose::next_date)
        return meant_by_day(words, from, session.next_date, [](const auto& day) { return SetNextDate{day}; });
    if (!card) return {};
    if (entry.purpose == Purpose::due)
        return meant_by_day(words, from, card->due, [&](const auto& day) { return SetDueDate{card->id, day}; });
    const auto outcome = outcome_of(entry.purpose);
    if (outcome && entry.purpose != Purpose::changed)
        return Edit{
            AddCheckIn{card->id, {from, *outcome, words, {}}}}; // never on a day before the session: it is its answer
    if (entry.purpose == Purpose::wording || entry.purpose == Purpose::changed) {
        if (words == words_of(*card)) return {};
        return Edit{AgreeWording{card->id, agreed_wording(*card, words, today)}};
    }
    if (entry.purpose == Purpose::proposal) {
        if (words == words_of(*card)) return {};
        return Edit{AgreeWording{card->id, {words, today, coach, false, {}}}};
    }
    const auto detail = detail_of(entry.purpose);
    if (!detail || text_of(*card, *detail) == words) return {};
    return Edit{NoteDetail{card->id, *detail, words}};
}

std::optional<HalfTyped> half_typed_detail(const EntryField& entry, const Session& session, const Accountability* card,
                                           Date today) {
    const auto found = std::ranges::find(names, entry.purpose, [](const auto& pair) { return pair.first; });
    if (found == names.end() || std::holds_alternative<std::monostate>(meant_by(entry, session, card, today)))
        return std::nullopt;
    const bool is_of_card = entry.purpose != Purpose::next_date;
    return HalfTyped{found->second, is_of_card && card ? card->id : AccountabilityId{}, entry.text};
}

std::optional<Purpose> purpose_named(std::string_view name) {
    const auto found = std::ranges::find(names, name, [](const auto& pair) { return std::string_view(pair.second); });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

} // namespace avow::desk
