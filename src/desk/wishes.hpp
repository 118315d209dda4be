// What somebody outside wants of the screen: a window on something, or a picture of it. Values that the command line
// fills and the screen reads, so that neither knows the other.
#pragma once

#include "session/history.hpp"
#include "storage/settings.hpp"
#include "themes/concepts.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <utility>

namespace avow::desk {

// Open the app. On a session's file; on the demo; with neither, on the library.
struct OpenWish {
    std::filesystem::path file; // empty: none named
    std::filesystem::path sessions_folder;
    std::optional<Stage> stage;
    std::optional<std::pair<int, int>>
        size; // width and height in pixels of a plain window; else full screen or as left
    bool demo = false;
    themes::Knowledge knowledge; // for proposals; empty where no lexicon was found
    // The filled sample workshop, which has no file. A function and not a value, because the library offers the demo too
    // and making it costs a proposal of themes. Throws FormatError or DiskError if its transcript can't be read.
    std::function<History()> make_demo;
};

enum class Surface { audience, desk };
using storage::Look;

// A picture of what the screen would show at a stage, written to `out` as PNG.
struct ShotWish {
    History history; // its now() is the session; the desk's board shows the steps as well
    Stage stage = Stage::prepare;
    Surface surface = Surface::audience;
    int width = 1920; // pixels, 320 to 16384
    int height = 1080;
    Look look = Look::light;
    storage::FarthestSeat farthest_seat = storage::FarthestSeat::six;
    int desk_text = 100;         // per cent, on the desk's surface
    themes::Knowledge knowledge; // for a proposal, where the themes are not made yet
    std::filesystem::path out;
};

} // namespace avow::desk
