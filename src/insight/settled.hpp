// What people said about who is who, made fit to act on: where two sentences say otherwise the newer holds, and that is said.
#pragma once

#include "insight/groups.hpp"
#include "session/joins.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace avow::insight {

struct Settled {
    Joins joins;                      // the newest first; none of them says against another
    std::vector<std::string> dropped; // sentences: which were set aside
};

// Of one kind. Two that are each one with a third are one, so that a newer sentence of the third can set an older one aside.
Settled settled(const Joins&, Join::Kind);
std::vector<std::string> contradictions(const Joins&); // of every kind

std::string in_words(const Named&); // "Bo on 2026-11-02, seat 3"
std::string in_words(const Join&);  // "Ana Pires and Ana Lima are one person"

// What was said before of the same two, whichever was named first: to be taken back when something is said of them anew.
Joins said_of_same(const Joins& before, const Joins& anew);

// Whether what was said of a name is said of this one; case and accents aside.
bool is_meant(const Named&, std::string_view folded_name, Date, int seat);

// Joins and sets apart what the sentences name, before anything is guessed. Where a name with a day and the bare name both
// mean a member, the one with the day does.
using MembersOf = std::function<std::vector<std::size_t>(const Named&)>;
void heed(const Settled&, Groups&, const MembersOf&);

} // namespace avow::insight
