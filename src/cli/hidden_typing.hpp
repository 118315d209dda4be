// While it lives, the terminal does not show what is typed into it. Where standard input is no terminal it does nothing.
#pragma once

namespace avow::cli {

class HiddenTyping {
public:
    HiddenTyping();
    ~HiddenTyping();
    HiddenTyping(const HiddenTyping&) = delete;
    HiddenTyping& operator=(const HiddenTyping&) = delete;

private:
    bool is_terminal_ = false;
};

} // namespace avow::cli
