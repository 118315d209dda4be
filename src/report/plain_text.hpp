// Words of a file on their way to a place that acts on control characters: a terminal, a line of plain text.
#pragma once

#include <string>
#include <string_view>

namespace avow::report {

// One piece of words, fit for a line: every control character (line breaks and tabs too), every code that turns the
// reading direction round, and every byte that is no UTF-8 becomes U+FFFD. Marks that belong to a script (joiners, the
// right-to-left mark) stay, because words without them are misspelt.
std::string on_one_line(std::string_view words);

// A whole text, fit for a terminal: the same, but line ends and tabs stay.
std::string terminal_safe(std::string_view text);

// The same for JSON, and without loss: such characters stand in it as \u escapes.
std::string terminal_safe_json(std::string_view json);

} // namespace avow::report
