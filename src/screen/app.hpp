// One window's worth of Avow inside a Dear ImGui context: lays the views out, sends keys to commands, runs the wishes. Knows
// no GLFW and no OpenGL, so that tests and pictures drive the very code of the window.
#pragma once

#include "desk/desk.hpp"
#include "screen/fields.hpp"
#include "screen/frame.hpp"
#include "screen/motion.hpp"
#include "screen/type.hpp"

#include <imgui.h>

#include <functional>
#include <optional>
#include <vector>

namespace avow::screen {

class App {
public:
    // In the current context, which must outlive it.
    explicit App(desk::Desk&, Family = Family::inter);

    // Builds the page until it has taken in all that was typed and all that was wished for, so that the picture shown is the
    // one after the last key. `begin_frame` tells the backends, before each ImGui::NewFrame; `end_frame` follows each
    // ImGui::Render. Building costs a fraction of a millisecond, showing many times that.
    void build(
        ImVec2 size, float scale, const std::function<void()>& begin_frame,
        const std::function<void()>& end_frame = [] {});

    // One frame between ImGui::NewFrame and ImGui::Render: size in pixels, `scale` of the display (1 is 96 dpi).
    void draw(ImVec2 size, float scale);
    // After ImGui::Render: does what was wished for. True when something was, so that the page is drawn again at once.
    bool run_wishes();

    // The audience surface alone, until it is settled; true when that changed something on the desk, such as how many pages
    // there are. Nothing that is done to it is taken in.
    bool build_audience(
        ImVec2 size, const std::function<void()>& begin_frame, const std::function<void()>& end_frame = [] {});

    // For pictures: the audience surface alone, with nothing of the facilitator's; no caret, no pointer.
    void draw_picture(ImVec2 size, bool is_audience_alone);

    ImU32 paper() const; // what lies under all of it: the window is cleared to it

    // Seconds until something changes by itself (what moves, a clock, a notice going); nothing when nothing will.
    std::optional<double> seconds_until_change() const;
    bool is_moving() const { return motion_.is_moving(); }

    std::vector<DrawnWords>* words_log = nullptr; // tests read what was set, and how

private:
    bool build_once(ImVec2 size, float scale, const std::function<void()>& begin_frame,
                    const std::function<void()>& end_frame);
    void begin(ImVec2 size, float scale);
    void draw_panels(Frame&, Rect whole);
    std::optional<double> seconds_until_clock() const;

    desk::Desk& desk_;
    Type type_;
    Fields fields_;
    Wishes wishes_;
    Motion motion_;         // of what is drawn for the room
    bool had_menu_ = false; // at the end of the frame before: what is pressed in this one is meant for it
    float text_ = 16;
};

// For the current context, in front of people: a slip in a view is passed over where Dear ImGui can, and is not worth
// ending a meeting for. Tests leave it off, so that each slip is an error there.
void recover_from_slips();

} // namespace avow::screen
