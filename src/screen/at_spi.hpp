// The wire to a screen reader: AT-SPI where Avow was built with it, else nothing (at_spi_absent.cpp). What it is told, it is
// told as values; a thread of its own answers whoever asks, so that the window never waits for it.
#pragma once

#include "screen/accessible_page.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace avow::screen {

class ScreenReader {
public:
    ScreenReader() = default;
    virtual ~ScreenReader() = default;
    ScreenReader(const ScreenReader&) = delete;
    ScreenReader& operator=(const ScreenReader&) = delete;

    virtual bool is_there() const = 0; // somebody listens; else nothing need be told
    virtual void show(AccessiblePage) = 0;
    virtual std::optional<ImVec2> take_press() = 0; // where it wants to be clicked, in pixels of the window
};

// Null where there can be none. `wake` is called, from another thread, when is_there() or take_press() has news.
// AVOW_ACCESSIBILITY in the environment: 1 as if there were one, 0 as if there were none.
std::unique_ptr<ScreenReader> listen_for_screen_reader(std::function<void()> wake);

} // namespace avow::screen
