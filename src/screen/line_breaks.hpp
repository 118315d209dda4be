// Where a line may end, in every script: after a space or a hyphen in most, between words that nothing separates in Thai,
// between almost all signs in Chinese.
#pragma once

#include <string>
#include <vector>

namespace avow::screen {

// For each character of valid UTF-8, and for the end, whether a line may end before it.
std::vector<bool> line_breaks(const std::string& text);

} // namespace avow::screen
