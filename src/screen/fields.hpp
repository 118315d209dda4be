// Every input there is. A draft lives here while its field is active; a field answers once, on leaving, and says nothing
// when it was left unchanged or by Escape. (Editing on each change makes 28 edits of one drag; writing back on
// deactivation alone loses what was typed when Tab leaves a field.)
#pragma once

#include "screen/look.hpp"
#include "screen/type.hpp"

#include <imgui.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace avow::screen {

class Fields {
public:
    struct Look {
        float width = -1; // pixels; -1: what is left
        const char* hint = "";
        int lines = 1;              // over 1: Return makes a line, Ctrl+Return leaves
        bool selects_all = false;   // what is there is replaced by what is typed
        bool is_secret = false;     // dots in place of what is typed
        bool goes_on = false;       // Return goes to what comes next
        bool takes_lines = false;   // a pasted list is answered as such, and not made one line of
        float beneath = 0;          // pixels of an em of the shaped line right below; 0: it lies over what is there
        std::string_view name = {}; // how tests and screen readers know it; else the id
    };

    // Before the first field of a frame: what shaped lines are drawn with.
    void dress(Type& type, const Colours& colours) { type_ = &type, colours_ = &colours; }

    // What the field holds now, when it was left changed.
    std::optional<std::string> text(const char* id, const std::string& current, const Look&);

    // What is being typed into a field of `text`, by its name, while it differs from what it held.
    struct Typing {
        std::string name;
        std::string text;
    };
    std::optional<Typing> typing() const;
    void begin_adding(std::string text) { adding_ = std::move(text); } // what was half typed there comes back

    // The one entry line: every change is answered at once, because it is kept while it is typed. `generation` tells
    // that somebody else changed the text. `is_left` on Return.
    struct Line {
        bool is_changed = false;
        bool is_done = false;
        std::string text;
        std::optional<std::string> pasted_lines = {};
    };
    Line line(const char* id, const std::string& current, std::uint64_t generation, bool wants_keyboard, const Look&);

    // Several lines that are shown to somebody as they are typed; true when they changed.
    bool area(const char* id, std::string& text, int lines, std::string_view name);

    // A field that empties itself when Return takes what it holds: for adding one thing after the other.
    std::optional<std::string> adding(const char* id, const Look&, std::optional<std::string>* pasted_lines = nullptr);

    // Whether a field sent the keyboard to another since this was asked last: what is typed next is meant for that one.
    bool take_has_moved_on() { return std::exchange(has_moved_on_, false); }

    // True in the frame in which `what` has another value than in the frame before: for scrolling to what was just taken
    // in hand, and to nothing else.
    bool is_news(const std::string& what, const std::string& value);

private:
    bool input(const char* id, std::string& text, const Look&, ImGuiInputTextFlags);
    float show_shaped(const std::string& text, const Look&) const; // how much of what lies below the field it takes

    Type* type_ = nullptr;
    const Colours* colours_ = nullptr;
    std::map<std::string, std::string> seen_;
    bool has_moved_on_ = false;
    ImGuiID draft_of_ = 0;
    std::string draft_;
    std::string draft_name_;                            // empty while nothing differs
    std::map<ImGuiID, std::uint64_t> seen_generations_; // of each line
    std::string adding_, adding_name_;
    float shaped_below_ = 0; // of the last field, in pixels
};

} // namespace avow::screen
