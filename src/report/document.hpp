// A session, or a part of it, as a document before it is set: what is said, in which order, under which heading. HTML and
// PDF are two ways to set it, so that they never tell two stories. Nothing private has a place in it.
#pragma once

#include "report/part.hpp"

#include <string>
#include <vector>

namespace avow::report {

// All words of a document are on one line and hold no control character; else they are exactly as said.
struct Note {
    std::string label; // "To show"
    std::string words;
    std::string aside; // who proposed it, when, why

    bool operator==(const Note&) const = default;
};

struct Entry {
    std::string speaker; // empty where the whole document is one person's
    std::string words;
    std::vector<Note> notes;

    bool operator==(const Entry&) const = default;
};

struct Section {
    std::string mark; // a theme's letter
    std::string heading;
    std::string aside; // "7 items from 5 people"
    std::vector<Entry> entries;
    std::vector<std::string> lines; // what nobody in particular said

    bool operator==(const Section&) const = default;
};

struct Document {
    std::string title; // the team; the person, where it is one person's
    std::string under; // the day, and what part this is
    std::string goal;  // empty: it speaks of none, as an agenda does
    std::vector<Note> goal_notes;
    std::vector<Section> sections;
    std::string closing; // when the account is given
    std::string team;
    Date date;
    bool is_of_one_person = false;
    bool is_one_page = false; // to be set a little smaller where that brings it onto one

    bool operator==(const Document&) const = default;
};

Document document_of(const Session&, const Part&);

// The newest moment at which something in it was said, confirmed or moved on: what a document is dated by, so that the same
// session gives the same bytes and no clock is asked.
Moment last_moment(const Session&);

} // namespace avow::report
