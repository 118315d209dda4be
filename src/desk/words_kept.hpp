// How much of what was said stands in what was typed: words compared loosely, in their order.
#pragma once

#include <string_view>

namespace avow::desk {

// The share of the words of `said` that `typed` has in the same order, 0 to 1; a slip of a letter in a longer word is
// passed over.
double share_kept(std::string_view said, std::string_view typed);
bool is_word_for_word(std::string_view said, std::string_view typed);

} // namespace avow::desk
