// Titles: a few words that members of a theme said, cut so that a room can read them from the back row.
#pragma once

#include "themes/profile.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace avow::themes {

// A member of a theme as titles see it.
struct Voice {
    std::string_view text;
    const Reading* reading = nullptr;
    double centrality = 0; // how close it is to the other members on average
};

// Possible titles, the best first: 1 to 7 words, each a piece of one voice, without "I will" in front. At least one for
// any voices.
std::vector<std::string> titles_for(const std::vector<Voice>& voices, const Profile& profile, const Reader& reader);

// Whether each word of a title is among the words of the voices, so that an older title may stay.
bool is_said_by(std::string_view title, const std::vector<Voice>& voices, const Reader& reader);

} // namespace avow::themes
