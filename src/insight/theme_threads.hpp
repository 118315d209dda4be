// Themes that come again: a team's themes matched from session to session, and how long each has been running. Titles are
// the room's own words and change with it, so they are matched by stems and not by letters.
#pragma once

#include "insight/kept_rate.hpp"
#include "insight/life.hpp"
#include "themes/concepts.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace avow::insight {

// Why a theme of a session is taken for one of a session before.
enum class Joining { first, by_title, by_words, confirmed };

// A theme in one session: on its wall, or only in what that session carried from under it.
struct Appearance {
    std::size_t session = 0;
    std::string title; // empty: carried only
    int items = 0;     // said under it there
    int people = 0;
    int carried = 0;                  // said under it earlier, and brought along into this session
    Joining joining = Joining::first; // to what stands before it

    bool operator==(const Appearance&) const = default;
};

struct ThemeThread {
    std::string title; // as the room last named it
    std::vector<std::string> former_titles;
    std::size_t team = 0;
    std::vector<Appearance> in; // by date; never empty
    int running = 0;            // sessions of the team in a row, up to the last of `in`
    bool is_running = false;    // that last one is the team's newest
    KeptRate kept;              // of what was said under it

    bool operator==(const ThemeThread&) const = default;
};

// By team, then the most sessions first, then as they first came up. What a person said of it (Joins) holds against titles
// and words, and joins two themes of one wall too.
std::vector<ThemeThread> theme_threads_of(const Past&, const std::vector<Team>&, const std::vector<Life>&,
                                          const themes::Knowledge&, const Joins& = {});

// How sure it is that a thread is one theme; by its weakest joint. likely: words alone say so, and nobody has confirmed it.
enum class Sureness { alone, same_title, confirmed, likely };
Sureness sureness_of(const ThemeThread&);

// What is to be said so that every likely joint of a thread is confirmed; and so that its last likely joint is taken apart.
Joins confirming(const ThemeThread&, const std::string& team);
Joins taking_apart(const ThemeThread&, const std::string& team);

bool recurs(const ThemeThread&); // was on the wall of two sessions or more

// How much two themes are one, 0 to 1: the larger of two shares. (1) Of what the shorter title says, what the other says
// too, stem by stem, each weighed by how much the lexicon lets it say ("the" next to nothing). (2) Of what was said under
// the one, what was said under the other as well: the cosine of both, weighed likewise. The engine's own similarity was
// not taken: it is measured against everything else in one room, and two sessions are two rooms.
struct ThemeWords {
    std::string title;
    std::vector<std::string> statements;
};
double likeness_of(const ThemeWords&, const ThemeWords&, const themes::Knowledge&);

} // namespace avow::insight
