// A program and its window, watched from outside: started, typed into by XTest, seen by XDamage and by what its picture
// holds. Whatever toolkit it is made with is watched in the same way.
#pragma once

#include <X11/Xlib.h>
#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

namespace outside {

double percentile(std::vector<double> values, double share); // -1 of none

class Screen {
public:
    Screen(); // of DISPLAY; throws std::runtime_error with a sentence where there is none, or none with XDamage
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    // From each of so many keys, typed as fast as a person does, to the first change of the picture after it, in ms.
    std::vector<double> key_to_picture(int keys);
    // How many colours lie on a grid over the screen; an empty one has one, a window without its words few.
    std::size_t colours() const;
    void give_keyboard(); // to the largest window: without a window manager nobody else does

private:
    Display* display_ = nullptr;
    int damage_event_ = 0;
};

// A program in a process group of its own; ended with all it started.
class Program {
public:
    explicit Program(const std::vector<std::string>& words); // the whole path first
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    double ms_since_start() const;
    double megabytes() const; // its proportional share, with what it started
    double cpu_ms() const;    // used so far, with what it started and lives

private:
    std::vector<pid_t> family() const;

    pid_t process_ = -1;
    std::chrono::steady_clock::time_point started_;
};

} // namespace outside
