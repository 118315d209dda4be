// What Dear ImGui drew in a frame, as a list that can be read: for tests, which click by name, and for a screen
// reader, which needs the same names. Not here: the hands of a test (tests/) and the words of a view (src/screen).
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

namespace avow::screen {

// A rectangle in the pixels of the window, `min` inside and `max` beyond its last pixel.
struct Box {
    ImVec2 min, max;

    bool is_empty() const { return min.x >= max.x || min.y >= max.y; }
    bool contains(ImVec2 point) const {
        return point.x >= min.x && point.x < max.x && point.y >= min.y && point.y < max.y;
    }
    ImVec2 centre() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
};

// One thing on the screen that a person can point at. A clipped item is here too, with an empty `visible` and,
// unless it was given an accessible_name, no label: Dear ImGui names only what it draws.
struct Item {
    ImGuiID id = 0;           // 0: drawn by us and named, but not to be clicked
    ImGuiID window = 0;       // the window, child or popup it was drawn in
    Box rect;                 // where it lies
    Box visible;              // the part of it that its window shows
    ImGuiItemFlags flags = 0; // ImGuiItemFlags_Disabled among them
    int status = 0;           // ImGuiItemStatusFlags of imgui_internal.h: Checked, Opened, Inputable and so on
    std::string label;        // as the code gave it, "##" included
    std::string text;         // of a field: what is in it
    bool is_secret = false;   // a field that shows dots; then it has no text here

    // The part of the label that a person reads.
    std::string_view words() const { return std::string_view(label).substr(0, label.find("##")); }
};

// A line of words drawn by hand, as all our pages draw them; Dear ImGui knows nothing of it.
struct Line {
    std::string words;  // as they were said, in the order they are spoken
    ImGuiID window = 0; // in which they were drawn
    Box rect;           // from where the pen was set down, from ascender to descender
    Box visible;        // the part of it that its window shows
    ImU32 colour = 0;
    std::vector<Box> letters;   // where each leaves ink
    std::vector<Box> pictures;  // of each, in the atlas: shares of its width and height
    bool lacks_letters = false; // that no face of this machine has
};

// The items and lines of one frame, each in the order they were drawn: what lies on top comes last. They stay readable
// until the next ImGui::NewFrame. One recorder for each context; it must outlive its attachment.
// Recording costs a quarter of a frame, so a recorder is attached only where somebody reads it.
class Recorder {
public:
    explicit Recorder(ImGuiContext& context); // attaches; throws std::logic_error if another one is attached
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    const std::vector<Item>& items() const { return items_; }
    const std::vector<Line>& lines() const { return lines_; }

    // What Dear ImGui logs about itself, where ImGuiDebugLogFlags_OutputToTestEngine asks for it.
    const std::string& log() const { return log_; }

    // The newest item with that id in this frame, or null.
    const Item* find(ImGuiID id) const;

    // Called by the hooks in imgui_hooks.cpp, from inside Dear ImGui.
    void add(Item item);
    void add(Line line);
    void name(ImGuiID id, std::string_view label, int status);
    void fill(ImGuiID id, std::string_view text, bool is_secret);
    void write_log(std::string_view line) { log_ += line; }

private:
    Item* newest(ImGuiID id);
    void turn_page();

    ImGuiContext& context_;
    int frame_ = -1;
    std::vector<Item> items_;
    std::vector<Line> lines_;
    std::string log_;
};

// Names the item just submitted, in place of its label. After every widget of our own: an id such as "##entry"
// tells nobody anything, and a clipped item would have no name at all. What has no id (a picture, a text drawn by
// hand) becomes an item by being named.
void accessible_name(std::string_view name);

// Says what the field just submitted holds.
void accessible_text(std::string_view text, bool is_secret);

// Says what was just drawn by hand as words: its letters are the corners from that vertex on, four each.
void accessible_line(const ImDrawList&, std::string_view words, Box rect, ImU32 colour, int first_vertex,
                     bool lacks_letters = false);

} // namespace avow::screen
