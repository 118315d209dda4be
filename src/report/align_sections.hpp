// What Align left, as sections of a document: what was expected and what of it was known, what each side asks of the other,
// reasons not to with their honest answers. Nothing of it says who wrote what on a sheet.
#pragma once

#include "report/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace avow::report {

std::vector<Section> align_sections(const Session&); // those in which there is something

std::string_view side_in_words(AskFrom);    // "the team", "the leader"
std::string_view kind_in_words(AnswerKind); // "saves time"; empty: none
// What the other side said to it: its words, and what it promised for it.
std::vector<std::string> answers_to(const Session&, const Ask&);
std::string answered_as(const Objection&); // "saves time: 2 hours a week"; empty where no kind is set
bool is_answered(const Objection&);

} // namespace avow::report
