// What the edits share: refusals that many of them give, and names of things as a sentence uses them.
#include "session/edit_each.hpp"

#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace avow::each {

namespace {

constexpr std::size_t sentence_characters = 60;
constexpr Field reason_words = {"reason", "a reason holds"};
constexpr Field evidence_words = {"evidence", "evidence holds"};

template <class Item>
Item& existing(const Item* item) {
    assert(item && "an edit is applied that why_not refuses");
    return const_cast<Item&>(*item); // found in a session that the caller may change
}

} // namespace

Refusal unchanged(std::string_view noun) { return {fmt::format("The {} is that already.", noun)}; }

Refusal unknown_participant() {
    return {"That person is not in this session. Choose somebody who is, or add them first."};
}

Refusal unknown_accountability() { return {"That statement is not in this session any more. Choose another."}; }

std::optional<Refusal> not_said_here(const Session& session, const AccountabilityId& id) {
    const auto* item = find(session, id);
    if (!item) return unknown_accountability();
    if (item->lineage)
        return Refusal{
            "That was said in an earlier session and is only answered for here. Let its owner say it again."};
    return std::nullopt;
}

Refusal unknown_theme() { return {"That theme is not in this session any more. Choose another."}; }

Refusal unknown_ask() { return {"That is not asked in this session any more. Choose another."}; }

Refusal invalid_date(std::string_view noun) {
    return {fmt::format("The {} is no day of the calendar (years 1900 to 2999). Enter one such as 2026-11-21.", noun)};
}

std::optional<Refusal> unfit_moment(Moment moment) {
    if (is_valid(moment)) return std::nullopt;
    return Refusal{"The time is outside the years 1900 to 2999. Set this computer's clock, then try again."};
}

std::optional<Refusal> unfit_id(std::string_view id, bool is_used) {
    if (!is_id(id))
        return Refusal{fmt::format("{} can't be an id. Use 1 to 64 letters, digits or signs without a space.",
                                   quoted(clean_line(id)))};
    if (is_used) return Refusal{fmt::format("The id {} is in use already. Take another.", quoted(id))};
    return std::nullopt;
}

std::optional<Refusal> unfit_words(const Field& field, std::string_view text) {
    if (const auto size = count_characters(text); size > field.most)
        return Refusal{fmt::format("That is {} characters; {} {}. {}", grouped(size), field.holds, grouped(field.most),
                                   field.if_longer)};
    if (text != clean_line(text))
        return Refusal{
            fmt::format("The {} begins or ends with a space, or holds signs that can't be kept, such as line "
                        "breaks. Type it on one line.",
                        field.noun)};
    return std::nullopt;
}

std::optional<Refusal> missing_or_unfit_words(const Field& field, std::string_view text) {
    if (text.empty()) return Refusal{fmt::format("The {} has no words yet. Type it first.", field.noun)};
    return unfit_words(field, text);
}

std::optional<Refusal> unfit_check_in(const std::vector<CheckIn>& before, const CheckIn& check_in) {
    if (!is_valid(check_in.date)) return invalid_date("date of the check-in");
    if (check_in.outcome < Outcome::kept || check_in.outcome > Outcome::changed)
        return Refusal{"A check-in says kept, part, missed or changed. Choose one of the four."};
    if (auto refusal = unfit_words(reason_words, check_in.reason)) return refusal;
    if (auto refusal = unfit_words(evidence_words, check_in.evidence)) return refusal;
    if (!before.empty() && before.back() == check_in) return Refusal{"That check-in is noted already."};
    return std::nullopt;
}

bool is_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string shortened(std::string_view text) {
    if (count_characters(text) <= sentence_characters) return std::string(text);
    return clean_line(first_characters(text, sentence_characters - 1)) + "…";
}

std::string quoted(std::string_view text) { return "“" + shortened(text) + "”"; }

std::string name_in(const Session& session, const ParticipantId& id) {
    const auto* person = find(session, id);
    if (!person) return "somebody";
    const auto namesakes = std::ranges::count_if(
        session.participants, [&](const Participant& other) { return same_but_for_case(other.name, person->name); });
    const std::string name = shortened(person->name);
    return namesakes > 1 ? fmt::format("{} (seat {})", name, person->seat) : name;
}

std::string title_in(const Session& session, const ThemeId& id) {
    const auto* theme = find(session, id);
    return theme ? shortened(theme->title) : "a theme";
}

std::string words_in(const Session& session, const AccountabilityId& id) {
    const auto* accountability = find(session, id);
    return accountability ? quoted(words_of(*accountability)) : "a statement";
}

std::string_view word_for(Outcome outcome) {
    constexpr std::array<std::string_view, 4> words = {"kept", "part", "missed", "changed"};
    return words.at(static_cast<std::size_t>(outcome));
}

Participant& the(Session& session, const ParticipantId& id) { return existing(find(session, id)); }
Accountability& the(Session& session, const AccountabilityId& id) { return existing(find(session, id)); }
Theme& the(Session& session, const ThemeId& id) { return existing(find(session, id)); }
Recall& the(Session& session, const RecallId& id) { return existing(find(session, id)); }
Ask& the(Session& session, const AskId& id) { return existing(find(session, id)); }
Objection& the(Session& session, const ObjectionId& id) { return existing(find(session, id)); }

} // namespace avow::each
