// What documents of a session, whole or of one stage, are put together from. Words go in as said and come out on one line.
#pragma once

#include "report/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace avow::report {

std::string name_on_a_line(const Session&, const ParticipantId&);

void add_note(std::vector<Note>&, std::string_view label, std::string_view words,
              std::string_view aside = ""); // if any

// What was said beside it at Commit: what will show it, its measure, if-then, first step, strength and help.
void add_details(std::vector<Note>&, const Accountability&);

// What a promise is tied to: its success contract, whose request for help it answers, which ask.
void add_ties(std::vector<Note>&, const Session&, const Accountability&);

Entry entry_of(const Session&, const Part&, const Accountability&); // the statement and all that stands beside it
std::vector<Entry> entries_of(const Session&, const Part&, const std::vector<const Accountability*>&);

void add_rest(std::vector<std::string>& lines, std::size_t all, std::size_t shown); // "and 3 more", if any
void add_section(Document&, Section);                                               // unless nothing is in it
void add_goal(Document&, const Goal&);
void add_unheard(Document&, const Session&);
void add_parked(Document&, const Session&, const Part&);
void add_align(Document&, const Session&); // what was expected, asked and objected
void add_agreements(Document&, const Session&);
void add_what_the_room_answered(Document&, const Session&); // as counts: nobody's answer is in it

// Who, of which day: all of a document but what it tells and which part that is.
Document headed(const Session&, const Part&);

} // namespace avow::report
