// Sessions and people as plain text: what a terminal shows, what is pasted into an agenda.
#pragma once

#include "session/history.hpp"

#include <string>

namespace avow::report {

// One person's part, ready for the agenda of a one-on-one: their words exactly, what was agreed beside them, by when,
// what they will show, and the questions that are still open. A person is asked, never told: what is missing becomes a
// question. Plain text with no control character but the line end.
std::string summary_for(const Session&, const Participant&);

// The whole session in words: head, goal, themes, single voices, who was not heard, what is parked.
std::string in_words(const Session&);

// What each stage really took beside what was planned for it, for the facilitator; nothing where no stage took a minute.
// Counted to the last thing that was done.
std::string times_in_words(const History&);

} // namespace avow::report
