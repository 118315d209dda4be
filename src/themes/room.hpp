// Room: the statements as they are worked on, each wording once, read, in an order that does not depend on who spoke first.
#pragma once

#include "themes/closeness.hpp"
#include "themes/similarity.hpp"
#include "themes/themes.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace avow::themes {

// The same words said by several are one thing to group, so that they can't be parted.
struct Thing {
    std::vector<std::size_t> statements; // at least one, by id
    std::optional<std::string> home;     // the key it lay under or was put under
    bool is_fixed = false;               // put there by a person
    bool is_known = false;               // was on the wall before
    bool is_earlier = false;             // said in an earlier session, by nobody in this one
};

// An id that begins with it is of a statement of an earlier session; ids of sessions and of lines hold no control characters.
inline constexpr char earlier_mark = '\x02';

// Everything read of one room. Refers to the statements and the knowledge it was made from.
struct Room {
    const std::vector<Statement>& statements;
    Reader reader;
    std::vector<Thing> things;
    std::vector<Reading> readings;           // one a thing
    std::vector<std::vector<Reading>> parts; // of a thing that says two things or more, each read alone; else empty
    std::vector<Standing> standings;         // one a thing
    std::vector<std::string> keys;           // of the groups that stood before, sorted; a GroupId is a place in it
    double words_shared = 0;                 // 0 where people share few words, 1 where they share many

    const std::string& text(std::size_t thing) const { return statements[things[thing].statements.front()].text; }
    const std::string& first_id(std::size_t thing) const { return statements[things[thing].statements.front()].id; }
    std::size_t voices(std::size_t thing) const { return things[thing].statements.size(); }
};

// What is known of the language these statements are in; of so many the first few hundred tell.
const Knowledge& language_of(const std::vector<Statement>& statements, const Knowledge& knowledge);

// A wording that a person placed takes its other speakers along, to where most of them were put.
Room room_of(const std::vector<Statement>& statements, const Knowledge& knowledge,
             const std::vector<Placement>& previous);

// How close a thing is on average to the other voices of some things; to say the same is 1.
double closeness_to(const Room& room, const Closeness& closeness, std::size_t thing,
                    const std::vector<std::size_t>& things);

} // namespace avow::themes
