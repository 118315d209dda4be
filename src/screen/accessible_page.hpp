// A frame as a screen reader is told of it: plain values, made of the recorder on the thread that draws and handed to another.
#pragma once

#include "screen/imgui_hooks.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace avow::desk {
class Desk;
}

namespace avow::screen {

enum class Role { button, entry, secret, check_box, combo_box, menu, menu_item, words, news };

// Something on the page that has a name: what can be acted on, or words.
struct Part {
    std::uint64_t key = 0; // the same thing has the same in the next frame
    Role role = Role::words;
    std::string name;
    std::string description; // words that are drawn within it
    ImVec2 at, size;         // pixels of the window
    bool is_enabled = true;
    bool is_focused = false;
    bool is_checked = false;
    std::string text; // of an entry, never of a secret
    int caret = -1;   // in characters; -1: it has none

    bool operator==(const Part&) const;
};

struct AccessiblePage {
    std::string title; // of the window
    ImVec2 at, size;   // of the window on the screen
    bool is_active = true;
    std::vector<Part> parts; // in the order they were drawn
    std::string news;        // what the strip tells; announced when it is another
    std::string in_hand;     // the words of what is in hand; announced when others are

    bool operator==(const AccessiblePage&) const;
};

// The parts of the recorder's last frame. In its context.
std::vector<Part> parts_of(const Recorder&);
// What a person who does not see the page has to be told of it; empty while words are typed that change with each letter.
std::string words_to_announce(const desk::Desk&);

// Of a text, in characters: what assistive technology counts in.
int characters_of(std::string_view utf8);

} // namespace avow::screen
