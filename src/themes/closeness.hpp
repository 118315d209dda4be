// Closeness: how alike each two statements are, judged within this room. Knows what is shared, not what it means.
#pragma once

#include "themes/similarity.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace avow::themes {

// How close each two of n things are, stored once a pair; a thing's closeness to itself is not asked.
class Closeness {
public:
    explicit Closeness(std::size_t count) : count_(count), values_(count < 2 ? 0 : count * (count - 1) / 2, 0.0F) {}

    std::size_t count() const { return count_; }
    float between(std::size_t one, std::size_t other) const { return values_[place(one, other)]; }
    void set(std::size_t one, std::size_t other, float value) { values_[place(one, other)] = value; }
    const std::vector<float>& values() const { return values_; }

private:
    static std::size_t place(std::size_t one, std::size_t other) {
        return one > other ? one * (one - 1) / 2 + other : other * (other - 1) / 2 + one;
    }

    std::size_t count_;
    std::vector<float> values_;
};

using GroupId = std::uint32_t;
constexpr GroupId no_group = std::numeric_limits<GroupId>::max();

// What is known of a thing before it is grouped. Groups 0, 1, ... named here exist beforehand and never merge.
struct Standing {
    GroupId group = no_group; // where it lay, or was put; none: it was alone, or is new
    bool is_fixed = false;    // put there by a person
    bool is_known = false;    // was on the wall before
    bool is_earlier = false;  // fixed, but in an earlier session: it speaks for its theme, and calls nothing in
    std::uint32_t weight = 1; // how many statements say exactly this

    bool operator==(const Standing&) const = default;
};

// Closeness within this room: what everybody says is taken out, and signs count more that people whom a person put together
// share, less those that they share with others. 0 is no closer than any two here. `pulled` has neighbours, and things put
// together, drawn towards each other as well: for finding groups.
struct InRoom {
    Closeness plain;
    Closeness pulled;
};
InRoom closeness_in_room(const std::vector<Reading>& readings, const std::vector<Standing>& standings);

// Two things that may not share a group.
struct Apart {
    std::size_t one = 0;
    std::size_t other = 0;
};

// So far apart that no group is worth having both.
void keep_apart(InRoom& in_room, const std::vector<Apart>& pairs);

} // namespace avow::themes
