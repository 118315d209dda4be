// Typing that is not shown, in a console of Windows.
#ifdef _WIN32

#include "cli/hidden_typing.hpp"

#include <windows.h>

namespace avow::cli {

namespace {

DWORD before = 0; // as the console was; global, because the handler of Ctrl+C can reach nothing else

BOOL WINAPI show_again(DWORD) {
    SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), before);
    return FALSE; // and the program ends, as it would have without us
}

} // namespace

HiddenTyping::HiddenTyping() {
    const auto input = GetStdHandle(STD_INPUT_HANDLE);
    is_terminal_ = GetConsoleMode(input, &before) != 0;
    if (!is_terminal_) return;
    SetConsoleCtrlHandler(show_again, TRUE);
    SetConsoleMode(input, before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
}

HiddenTyping::~HiddenTyping() {
    if (!is_terminal_) return;
    SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), before);
    SetConsoleCtrlHandler(show_again, FALSE);
}

} // namespace avow::cli

#endif
