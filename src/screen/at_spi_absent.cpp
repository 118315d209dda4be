// In the place of at_spi.cpp where the libraries of AT-SPI are not there.
#include "screen/at_spi.hpp"

namespace avow::screen {

std::unique_ptr<ScreenReader> listen_for_screen_reader(std::function<void()>) { return nullptr; }

} // namespace avow::screen
