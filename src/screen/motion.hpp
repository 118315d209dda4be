// What moves on the audience surface, so that the room sees what changed: a thing that has come fades in, a thing that lies
// elsewhere slides there, a thing that has gone is gone. Only how it is painted moves: where it lies and what it says are
// settled at once, so that pointing, paging and reading never wait.
#pragma once

#include "screen/painter.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace avow::screen {

// The places of one surface from frame to frame.
class Motion {
public:
    static constexpr double seconds = .16; // at most .2: longer, and people wait for it

    // Before the things of a frame: `now` in seconds of any steady clock. On another rectangle, or while it is off,
    // everything is where it lies.
    void begin(double now, Rect surface, bool is_on);
    void end(); // forgets what was not drawn

    bool is_moving() const { return is_moving_; } // after end(): the next frame will differ
    void rest() { is_moving_ = false; }           // before a frame that may have no surface on it

private:
    friend class Moving;

    struct Thing {
        Rect from, to;
        double since = 0;
        bool is_new = false;
        bool is_seen = false;
    };
    struct Now { // how a thing is to be painted
        ImVec2 offset;
        float alpha = 1;
    };
    Now place(const std::string& key, Rect);

    std::map<std::string, Thing> things_;
    Rect surface_;
    double now_ = 0;
    bool is_still_ = true; // nothing to compare with yet
    bool is_moving_ = false;
    int arriving_ = 0; // inside a thing that fades in: what is within comes with it
};

// All that is drawn while it lives is one thing, under a name that no other thing on the surface has.
class Moving {
public:
    Moving(Painter&, const std::string& key, Rect);
    ~Moving();
    Moving(const Moving&) = delete;
    Moving& operator=(const Moving&) = delete;

private:
    ImDrawList& list_;
    Motion* motion_;
    Motion::Now now_;
    int first_vertex_;
};

} // namespace avow::screen
