// Typing that is not shown, on a terminal of a POSIX system.
#ifndef _WIN32

#include "cli/hidden_typing.hpp"

#include <termios.h>
#include <unistd.h>

#include <csignal>

namespace avow::cli {

namespace {

// Global, because the handler of a signal can reach nothing else.
termios before;                 // as the terminal was
struct sigaction before_signal; // as Ctrl+C was

// Ctrl+C at the question must not leave a shell behind that shows nothing.
extern "C" void show_again_and_end(int signal) {
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
    std::raise(signal); // which by now ends the program, as it would have without us
}

} // namespace

HiddenTyping::HiddenTyping() {
    is_terminal_ = tcgetattr(STDIN_FILENO, &before) == 0;
    if (!is_terminal_) return;
    struct sigaction at_interrupt {};
    at_interrupt.sa_handler = show_again_and_end;
    at_interrupt.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &at_interrupt, &before_signal);
    termios hidden = before;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
}

HiddenTyping::~HiddenTyping() {
    if (!is_terminal_) return;
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
    sigaction(SIGINT, &before_signal, nullptr);
}

} // namespace avow::cli

#endif
