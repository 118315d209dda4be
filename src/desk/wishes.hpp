// What somebody outside wants of the screen: a window on something, or a picture of it. Values that the command line
// fills and the screen reads, so that neither knows the other.
#pragma once

#include "desk/eventually.hpp"
#include "desk/rehearsal_words.hpp"
#include "insight/mirror.hpp"
#include "session/history.hpp"
#include "slide/align.hpp"
#include "storage/settings.hpp"
#include "themes/concepts.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <utility>

namespace avow::desk {

// A rehearsal as it begins.
struct RehearsalWish {
    int speed = 1;                     // times the pace of people: 1, 2 or 4
    std::optional<std::uint64_t> seed; // the same seed and the same hands: the same rehearsal; none: the clock's
};

// Open the app. On a session's file; on the demo; on a rehearsal; with none of them, on the library.
struct OpenWish {
    std::filesystem::path file; // empty: none named
    std::filesystem::path sessions_folder;
    std::optional<Stage> stage;
    std::optional<std::pair<int, int>>
        size; // width and height in pixels of a plain window; else full screen or as left
    bool demo = false;
    std::filesystem::path icons; // a folder; empty: there is none
    bool replay = false;         // of the file's meeting
    std::optional<RehearsalWish> rehearsal;
    Eventually<themes::Knowledge> knowledge; // for proposals; empty where no lexicon was found
    // The filled sample workshop, which has no file. A function and not a value, because the library offers the demo too
    // and making it costs a proposal of themes. Throws FormatError or DiskError if its transcript can't be read.
    std::function<History()> make_demo;
    std::function<RehearsalWords()> rehearsal_words; // throws alike
    Eventually<insight::Mirror> mirror;              // a silent one where its signs can't be read
};

enum class Surface { audience, desk };
using storage::Look;

// Who looks: everybody, or somebody who sees fewer colours.
enum class Sight { usual, protanopia, deuteranopia, tritanopia, achromatopsia };

// A picture of what the screen would show at a stage, written to `out` as PNG.
struct ShotWish {
    History history; // its now() is the session; the desk's board shows the steps as well
    Stage stage = Stage::prepare;
    std::optional<slide::AlignStep> step; // at Align; none: the first
    bool counts = false;                  // of the match: what it came to, and not what was expected
    int page = 1;                         // of what the room sees, where it takes several
    Surface surface = Surface::audience;
    int width = 1920; // pixels, 320 to 16384
    int height = 1080;
    Look look = Look::light;
    storage::FarthestSeat farthest_seat = storage::FarthestSeat::six;
    Sight sight = Sight::usual;
    int desk_text = 100;         // per cent, on the desk's surface
    themes::Knowledge knowledge; // for a proposal, where the themes are not made yet
    std::filesystem::path out;
};

} // namespace avow::desk
