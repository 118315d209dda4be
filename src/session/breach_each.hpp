// What the sources of breach_of share: a field and whose it is, and checks of text, ids, dates and choices. For the
// breach*.cpp only; everybody else asks session.hpp.
#pragma once

#include "session/edit_each.hpp"
#include "session/session.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace avow::breach {

using each::quoted;
using Breach = std::optional<std::string>;
using Ids = std::set<std::string_view>;

inline std::string shown(std::string_view text) { return quoted(clean_line(text)); }

// The session as a whole owns what no thing in it owns.
inline std::string named(const Session&) { return "the session"; }
inline std::string named(const Goal&) { return "the goal"; }
inline std::string named(const Participant& person) { return "participant " + shown(person.name); }
inline std::string named(const Accountability& said) { return "statement " + shown(said.statement); }
inline std::string named(const Theme& theme) { return "theme " + shown(theme.title); }
inline std::string named(const Expectation& expectation) { return "expectation " + shown(expectation.text); }
inline std::string named(const Ask& ask) { return "ask " + shown(ask.text); }
inline std::string named(const Objection& objection) { return "objection " + shown(objection.text); }
inline std::string named(const Parked& item) { return "parked item " + shown(item.text); }
inline std::string named(const Poll& poll) { return "question " + shown(poll.question); }
inline std::string named(const Recall& recall) { return "recall " + shown(recall.text); }
inline std::string named(const RecallSheet& sheet) { return "sheet " + shown(sheet.id.text); }
inline std::string named(const Misalignment& one) { return "misalignment " + shown(one.text); }

// --- Fields ------------------------------------------------------------------------------------------------------

// A field and whose it is. Put into words only for a breach: a session has tens of thousands of fields.
template <class Owner>
struct Place {
    std::string_view field;
    const Owner& owner;
};

template <class Owner>
Place<Owner> at(std::string_view field, const Owner& owner) {
    return {field, owner};
}

template <class Owner>
inline std::string named(const Place<Owner>& place) {
    return fmt::format("{} of {}", place.field, named(place.owner));
}

template <class Owner>
Breach breach_of_words(std::string_view text, const Place<Owner>& place,
                       std::size_t most = limit::statement_characters) {
    if (!is_utf8(text)) return fmt::format("The {} is not valid UTF-8.", named(place));
    if (const auto size = count_characters(text); size > most)
        return fmt::format("The {} has {} characters; it holds {}.", named(place), grouped(size), grouped(most));
    if (has_controls(text)) return fmt::format("The {} holds a control character or a line break.", named(place));
    return std::nullopt;
}

template <class Owner>
Breach breach_of_needed_words(std::string_view text, const Place<Owner>& place,
                              std::size_t most = limit::statement_characters) {
    if (text.find_first_not_of(' ') == std::string_view::npos) return fmt::format("The {} is empty.", named(place));
    return breach_of_words(text, place, most);
}

template <class Owner>
Breach breach_of_date(const std::optional<Date>& date, const Place<Owner>& place) {
    if (!date || is_valid(*date)) return std::nullopt;
    return fmt::format("The {}, {}, is no day of the calendar (years 1900 to 2999).", named(place), iso(*date));
}

template <class Owner>
Breach breach_of_moment(const std::optional<Moment>& moment, const Place<Owner>& place) {
    if (!moment || is_valid(*moment)) return std::nullopt;
    return fmt::format("The {} is outside the years 1900 to 2999.", named(place));
}

template <class Choice, class Owner>
Breach breach_of_choice(Choice choice, Choice last, const Place<Owner>& place) {
    if (choice >= Choice{} && choice <= last) return std::nullopt;
    return fmt::format("The {} is none of those there are ({}).", named(place), static_cast<int>(choice));
}

inline Breach breach_of_size(std::size_t size, std::size_t most, std::string_view nouns) {
    if (size <= most) return std::nullopt;
    return fmt::format("There are {} {}; a session holds {}.", grouped(size), nouns, grouped(most));
}

template <class Item>
Breach breach_of_ids(const std::vector<Item>& items) {
    std::map<std::string_view, const Item*> seen;
    for (const auto& item : items) {
        if (!is_id(item.id.text))
            return fmt::format("The id {} of {} is not 1 to 64 printable ASCII characters without a space.",
                               shown(item.id.text), named(item));
        const auto [place, is_new] = seen.try_emplace(item.id.text, &item);
        if (!is_new)
            return fmt::format("The id {} belongs to two: {} and {}.", shown(item.id.text), named(*place->second),
                               named(item));
    }
    return std::nullopt;
}

// The first breach among those found, each looked for only while there is none.
template <class... Look>
Breach first_of(const Look&... look) {
    Breach breach;
    static_cast<void>(((breach = look()) || ...));
    return breach;
}

template <class Items, class Look>
Breach first_among(const Items& items, const Look& look) {
    for (const auto& item : items)
        if (auto breach = look(item)) return breach;
    return std::nullopt;
}

template <class Item>
Ids ids_of(const std::vector<Item>& items) {
    Ids ids;
    for (const auto& item : items) ids.insert(item.id.text);
    return ids;
}

// --- What several things have --------------------------------------------------------------------------------------

template <class Owner>
Breach breach_of_check_in(const CheckIn& check_in, const Owner& owner) {
    return first_of([&] { return breach_of_date(check_in.date, at("date of a check-in", owner)); },
                    [&] { return breach_of_choice(check_in.outcome, Outcome::changed, at("check-in", owner)); },
                    [&] { return breach_of_words(check_in.reason, at("reason of a check-in", owner)); },
                    [&] { return breach_of_words(check_in.evidence, at("evidence of a check-in", owner)); });
}

// Leader, expectations, seal, sheets, misalignments, asks and objections.
Breach breach_of_alignment(const Session&, const Ids& participants);

} // namespace avow::breach
