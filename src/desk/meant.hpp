// What the words in the entry field would change if Return were pressed now, for the details of a card: the page shows it
// while it is typed, and Return does it.
#pragma once

#include "desk/desk.hpp"

#include <string>
#include <variant>

namespace avow::desk {

// Nothing (they say what is there already, or the field asks for something else), an edit, or why they can't be meant.
// A text that asks is a sentence for the facilitator; the edit may still be refused by the session.
using Meant = std::variant<std::monostate, Edit, std::string>;

// `card`: the one in hand, or null. Dates in words count from today, and before the session from its day.
Meant meant_by(const EntryField&, const Session&, const Accountability* card, Date today);

// A whole number; nothing where the words are none.
std::optional<int> number_in(std::string_view words);

// From which day words such as "friday" count: tomorrow's workshop is prepared today.
Date counted_from(const Session&, Date today);
std::string no_day(std::string_view words); // the refusal of words that are no day

// The same as words to be kept when the field is left without an answer; nothing where nothing would change.
std::optional<HalfTyped> half_typed_detail(const EntryField&, const Session&, const Accountability* card, Date today);
std::optional<Purpose> purpose_named(std::string_view); // "evidence"; nothing for a name of none
// Where what was put aside is taken up again: what is carried is asked for at Open, a card at Commit.
Stage stage_that_asks_for(const HalfTyped&, const Session&);

// Before the name of a field of the form, where a draft says what it was typed into.
inline constexpr const char* form_field = "form: ";

// The detail of a card that the field asks for, if it is one.
std::optional<Detail> detail_of(Purpose);
// The answer that the field goes with, at Open; and the other way round.
std::optional<Outcome> outcome_of(Purpose);
Purpose purpose_of(Outcome);

} // namespace avow::desk
