#include "insight/settled.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace avow::insight {

namespace {

using Key = std::tuple<std::string, std::string, std::string, int>;

Key key_of(const Named& named) {
    return {folded(named.team), folded(named.name), named.day ? iso(*named.day) : "", named.seat};
}

std::string_view kind_in_words(Join::Kind kind) {
    switch (kind) {
    case Join::Kind::person: return "person";
    case Join::Kind::team: return "team";
    case Join::Kind::theme: return "theme";
    }
    return "";
}

// Every name gets a number, in the order in which they are met.
std::map<Key, std::size_t> numbered(const Joins& joins, Join::Kind kind) {
    std::map<Key, std::size_t> numbers;
    for (const auto& join : joins)
        if (join.kind == kind)
            for (const auto* named : {&join.one, &join.other}) numbers.try_emplace(key_of(*named), numbers.size());
    return numbers;
}

// A name that is set apart from one it was joined with can't be set apart any more.
bool take(const Join& join, std::size_t number, std::size_t one, std::size_t other, Groups& groups) {
    if (join.is_same) return groups.join(one, other);
    if (groups.leader_of(one) == groups.leader_of(other)) return false;
    groups.set_apart(number, one, Groups::Side::one);
    groups.set_apart(number, other, Groups::Side::other);
    return true;
}

} // namespace

Settled settled(const Joins& joins, Join::Kind kind) {
    Settled settled;
    const auto numbers = numbered(joins, kind);
    Groups groups(numbers.size());
    for (std::size_t at = joins.size(); at-- > 0;) {
        const auto& join = joins[at];
        if (join.kind != kind) continue;
        if (take(join, at, numbers.at(key_of(join.one)), numbers.at(key_of(join.other)), groups))
            settled.joins.push_back(join);
        else
            settled.dropped.push_back("Set aside, for something newer says otherwise: " + in_words(join) + ".");
    }
    return settled;
}

std::vector<std::string> contradictions(const Joins& joins) {
    std::vector<std::string> all;
    for (const auto kind : {Join::Kind::team, Join::Kind::person, Join::Kind::theme})
        for (auto& sentence : settled(joins, kind).dropped) all.push_back(std::move(sentence));
    return all;
}

std::string in_words(const Named& named) {
    std::string words = named.name;
    if (!named.team.empty()) words += " of " + named.team;
    if (named.day) words += " on " + iso(*named.day);
    if (named.seat > 0) words += ", seat " + std::to_string(named.seat);
    return words;
}

std::string in_words(const Join& join) {
    const bool has_one_team = join.one.team == join.other.team;
    auto first = join.one;
    if (has_one_team) first.team.clear();
    return in_words(first) + " and " + in_words(join.other) + " are " + (join.is_same ? "one " : "each a ") +
           std::string(kind_in_words(join.kind)) + (join.is_same ? "" : " of their own");
}

Joins said_of_same(const Joins& before, const Joins& anew) {
    Joins found;
    for (const auto& old : before)
        if (std::ranges::any_of(anew, [&](const Join& join) {
                return join.kind == old.kind &&
                       std::set{key_of(join.one), key_of(join.other)} == std::set{key_of(old.one), key_of(old.other)};
            }))
            found.push_back(old);
    return found;
}

bool is_meant(const Named& named, std::string_view folded_name, Date day, int seat) {
    return folded(named.name) == folded_name && (!named.day || *named.day == day) &&
           (named.seat == 0 || named.seat == seat);
}

namespace {

int narrowness(const Named& named) { return (named.day ? 1 : 0) + (named.seat > 0 ? 1 : 0); }

struct Sides {
    std::vector<std::size_t> one;
    std::vector<std::size_t> other;
};

// Whom both mean belongs to the narrower; to neither where both are alike.
Sides sides_of(const Join& join, const MembersOf& members_of) {
    Sides sides{members_of(join.one), members_of(join.other)};
    const auto all_of_one = sides.one, all_of_other = sides.other;
    const auto is_in = [](const std::vector<std::size_t>& all) {
        return [&all](std::size_t member) { return std::ranges::find(all, member) != all.end(); };
    };
    if (narrowness(join.one) <= narrowness(join.other)) std::erase_if(sides.one, is_in(all_of_other));
    if (narrowness(join.other) <= narrowness(join.one)) std::erase_if(sides.other, is_in(all_of_one));
    return sides;
}

void join_all(const Sides& sides, Groups& groups) {
    for (const auto one : sides.one)
        for (const auto other : sides.other) groups.join(one, other);
}

void set_apart(const Sides& sides, std::size_t number, Groups& groups) {
    for (const auto one : sides.one)
        for (const auto other : sides.other)
            if (groups.leader_of(one) == groups.leader_of(other)) return; // something newer made them one
    for (const auto one : sides.one) groups.set_apart(number, one, Groups::Side::one);
    for (const auto other : sides.other) groups.set_apart(number, other, Groups::Side::other);
}

} // namespace

void heed(const Settled& settled, Groups& groups, const MembersOf& members_of) {
    for (std::size_t at = 0; at < settled.joins.size(); ++at) {
        const auto& join = settled.joins[at];
        const auto sides = sides_of(join, members_of);
        if (join.is_same)
            join_all(sides, groups);
        else
            set_apart(sides, at, groups);
    }
}

} // namespace avow::insight
