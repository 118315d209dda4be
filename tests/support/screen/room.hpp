// The window without a screen, and the hands and eyes of a facilitator before it: types, presses keys, clicks by name,
// drags, reads. Keys and characters come as GLFW would send them, and a page is built as src/screen/window.cpp builds it,
// so that what works here works there.
#pragma once

#include "screen/app.hpp"
#include "screen/imgui_hooks.hpp"
#include "support/still_world.hpp"

#include <imgui.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace avow::screen {

// A context of Dear ImGui that draws into nothing: it answers each request for a texture and forgets it.
class Nowhere {
public:
    explicit Nowhere(ImVec2 size);
    ~Nowhere();
    Nowhere(const Nowhere&) = delete;
    Nowhere& operator=(const Nowhere&) = delete;

    ImGuiContext& context() const { return *context_; }
    void answer_requests();

private:
    ImGuiContext* context_;
};

class Room {
public:
    // With the library before it, as the program begins. The world must outlive it.
    explicit Room(StillWorld&, ImVec2 size = {1280, 720});

    desk::Desk& desk() { return desk_; }
    const Session& session() const { return desk_.session(); }

    // --- hands; each throws std::logic_error with a sentence where it can't ---
    void type(std::string_view text); // letter by letter, as fast as pages are built; a line break is Return
    void key(std::string_view chord); // "Ctrl+PageDown", "?", "N": as the command table writes it
    void paste(std::string_view text);
    void click(std::string_view name);
    void drag(std::string_view from, std::string_view to);
    void tab_to(std::string_view field); // by the Tab key alone
    void frames(int count);
    void wait_ms(int ms);

    // --- eyes ---
    bool shows(std::string_view words) const; // in one run of lines; or as the name of an item in sight
    std::string text() const;                 // all lines in sight, as they were drawn
    std::string in_fields() const;         // what can be read in the fields in sight; of one that shows dots, nothing
    bool has(std::string_view name) const; // an item in sight
    std::string focused() const;           // the name of what has the keyboard
    const Recorder& recorder() const { return recorder_; }
    std::optional<double> seconds_until_change() const { return app_.seconds_until_change(); }
    // The audience's page as a picture of it would be: drawn until nothing changes any more.
    std::vector<DrawnWords> picture(ImVec2 of_size);
    ImVec2 size;     // of the window; may be changed between frames
    float scale = 1; // of its monitor, likewise

    // --- what a frame takes, of the wall's time ---
    void forget_frames() { frames_built_ = 0, longest_frame_ = {}; }
    std::size_t frames_built() const { return frames_built_; }
    std::chrono::microseconds longest_frame() const { return longest_frame_; }

    // --- what the hands did ---
    struct Tally {
        int characters = 0;
        int keys = 0; // that type nothing, a chord counting one
        int mouse = 0;
    };
    const Tally& tally() const { return tally_; }

private:
    void frame();
    void press(ImGuiKey, bool is_down);
    void let_settle();
    void point_at(ImVec2);
    void button(bool is_down);
    const Item& item(std::string_view name) const;

    StillWorld& world_;
    Nowhere nowhere_;
    Recorder recorder_;
    desk::Desk desk_;
    App app_;
    Tally tally_;
    std::size_t frames_built_ = 0;
    std::chrono::microseconds longest_frame_{};
};

} // namespace avow::screen
