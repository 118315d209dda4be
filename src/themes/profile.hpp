// Profile: what some statements share and how to tell people so. Reasons are made of it, and titles are chosen by it.
#pragma once

#include "themes/room.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace avow::themes {

// How much a stem or concept belongs to a theme: its mean weight there, less half of what the whole room has of it.
struct Trait {
    SignId sign = 0;
    std::uint32_t holder_count = 0; // of the theme's things
    float importance = 0;
};

// The traits of a theme, by sign; letters are not among them because they tell nobody anything.
using Profile = std::vector<Trait>;

// The mean weight of each sign over all things of a room.
std::vector<float> weights_everywhere(const Room& room);

Profile profile_of(const Room& room, const std::vector<std::size_t>& things, const std::vector<float>& everywhere);

// The importance of a sign, 0 if the theme doesn't have it.
double importance_in(const Profile& profile, SignId sign);

// What at least two of a theme's things share, the strongest first: a word as most members write it, or a concept with
// the words that stand for it here.
std::vector<std::string> shared_by(const Room& room, const std::vector<std::size_t>& things, const Profile& profile);

// What one thing shares with the others of a theme, whether it is in it or not.
std::vector<std::string> shared_with(const Room& room, std::size_t thing, const std::vector<std::size_t>& things,
                                     const Profile& profile);

} // namespace avow::themes
