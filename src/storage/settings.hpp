// What this machine remembers between two meetings: how Avow looks here, and where its windows stand. Of no session, because
// a session's file goes to other rooms, and a room keeps its projector and its last row.
#pragma once

#include "storage/disk.hpp"
#include "storage/places.hpp"

#include <optional>
#include <string>

namespace avow::storage {

enum class Look { light, dark, high_contrast };

// Where the last row sits, in heights of the picture: 4, 6 or 8 of them away.
enum class FarthestSeat { four, six, eight };

struct WindowPlace { // in the coordinates of the desktop
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    bool operator==(const WindowPlace&) const = default;
};

inline constexpr int least_desk_text = 100, most_desk_text = 400;

struct Settings {
    Look look = Look::light;
    FarthestSeat farthest_seat = FarthestSeat::six;
    bool without_motion = false;       // nothing fades or slides
    int desk_text = 100;               // per cent of the usual size, on the facilitator's desk alone
    std::optional<WindowPlace> window; // the facilitator's, when it last was one
    bool is_full_screen = false;       // it fills its monitor instead
    std::string audience_monitor;      // where the room looks, by name; empty: never chosen
    bool opens_audience = false;       // by itself, with a session, once that monitor is there

    bool operator==(const Settings&) const = default;
};

// Those that were never written are the usual ones. Throws FormatError, DiskError, with a sentence.
Settings read_settings(Disk&, const Places&);
// Replaces the file whole; nothing where this machine has no place for it. Throws DiskError.
void write_settings(Disk&, const Places&, const Settings&);

} // namespace avow::storage
