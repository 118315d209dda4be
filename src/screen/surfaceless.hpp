// OpenGL 3.3 where nothing is shown, for pictures. A pair of sources has it from the system: surfaceless_posix.cpp without a
// display server, surfaceless_windows.cpp from a window that stays hidden.
#pragma once

#include <memory>

namespace avow::screen {

// The current context of this thread while it lives. Throws std::runtime_error with a sentence.
class Surfaceless {
public:
    using Function = void (*)();

    Surfaceless();
    ~Surfaceless();
    Surfaceless(const Surfaceless&) = delete;
    Surfaceless& operator=(const Surfaceless&) = delete;

    static Function function(const char* name); // of OpenGL

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

[[noreturn]] void no_picture(const char* what); // as a sentence

} // namespace avow::screen
