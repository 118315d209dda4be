// What the forms of Prepare are set with: headings, captions, and fields that bring back what was half typed into them.
#pragma once

#include "screen/frame.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace avow::screen {

void heading(Frame&, std::string_view words);
void caption(Frame&, std::string_view words);

// What was half typed into the field of that name when the program died: taken as typed, and Ctrl+Z takes it back.
std::optional<std::string> brought_back(Frame&, std::string_view name);
// A field of the form: what it holds when it is left changed, or what comes back to it.
std::optional<std::string> form_field(Frame&, const char* id, const std::string& current, Fields::Look);

// Below a field of the leader's words: where they are one-sided, and a question (screen/mirror_marks.cpp).
void mirror_marks(Frame&, const std::string& text, insight::MirrorText = insight::MirrorText::reason);

} // namespace avow::screen
