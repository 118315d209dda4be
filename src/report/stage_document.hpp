// What was made at one stage of a session, as a document: what the room answered for, the goal, what was expected and
// asked, what was said, the themes, what was agreed, or the summary. HTML, PDF and Markdown set the same one.
#pragma once

#include "report/document.hpp"

#include <string>
#include <vector>

namespace avow::report {

// Of the other stages nothing stays that could go out.
bool has_part(Stage);
std::vector<std::string> stages_with_a_part(); // their names, as on the command line

// The accountabilities of a stage's part in the order the stage shows them: at Open those that were carried.
std::vector<const Accountability*> items_at(const Session&, const Part&);

Document stage_document(const Session&, const Part&); // the part's stage has a part

} // namespace avow::report
