// A folder of sessions reviewed: every question of this room that is asked of many sessions, asked once, as one value that
// reports are made of. And two sessions of it side by side.
#pragma once

#include "insight/alignment.hpp"
#include "insight/drift.hpp"
#include "insight/kept_rate.hpp"
#include "insight/life.hpp"
#include "insight/luck.hpp"
#include "insight/objections.hpp"
#include "insight/owed.hpp"
#include "insight/past.hpp"
#include "insight/theme_threads.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace avow::insight {

// Numbers that name a team, a person or a life are places in the lists beside them.
struct Review {
    Past past;
    Date today;
    std::vector<Team> teams;
    std::vector<Person> people;
    std::vector<Life> lives;
    std::vector<KeptRate> kept; // of each team
    std::vector<ThemeThread> themes;
    std::vector<Rewording> rewordings;
    std::vector<std::size_t> promises_of_leaders;
    std::vector<HelpAsked> help_asked;
    std::vector<ParkedLife> parked;
    std::vector<Unseen> unseen;
    std::vector<AlignmentOverTime> alignment;     // of each team
    std::vector<ObjectionThread> objections;      // that come again
    std::vector<std::optional<LuckSquares>> luck; // of each team

    bool operator==(const Review&) const = default;
};

Review review_of(Past, Date today, const themes::Knowledge&, const Joins& = {});

// The sessions of one team alone.
Past only(const Past&, const Team&);

// What a team still has before it, the oldest first; and what it has not kept and not carried on.
std::vector<std::size_t> before_team(const Review&, std::size_t team);
std::vector<std::size_t> out_of_sight(const Review&, std::size_t team);

// Two sessions of a review. What was carried from the first and answered in the second counts as answered by it.
struct Comparison {
    std::vector<std::size_t> stayed; // people in the room of both
    std::vector<std::size_t> came;
    std::vector<std::size_t> left;
    int said_before = 0;
    int said_after = 0;
    KeptRate answered;                      // of what the first said, by its last check-in
    std::vector<std::string> again;         // titles of themes on both walls, as the second has them
    std::vector<std::string> new_themes;    // on the second's alone
    std::vector<std::string> former_themes; // on the first's alone

    bool operator==(const Comparison&) const = default;
};
Comparison compared(const Review&, std::size_t first, std::size_t second);

} // namespace avow::insight
