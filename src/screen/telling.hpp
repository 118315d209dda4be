// Between the facilitator's window and a screen reader: while one is there, each page is recorded as it is built and told,
// and what it presses is pressed.
#pragma once

#include "screen/at_spi.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace avow::screen {

class GlfwWindow;

class Telling {
public:
    explicit Telling(std::function<void()> wake) : reader_(listen_for_screen_reader(std::move(wake))) {}

    void attend();                                                                   // before the page is built
    void tell(const desk::Desk&, const GlfwWindow&, const std::string& title) const; // after

private:
    std::unique_ptr<ScreenReader> reader_; // null: there can be none
    std::optional<Recorder> recorder_;     // while one is there: recording costs a quarter of a frame
};

} // namespace avow::screen
