// A person in the room. Identity is the id: it stays through renames and from one session to the next.
#pragma once

#include "session/id.hpp"

#include <string>
#include <vector>

namespace avow {

enum class Attendance { here, late, absent };

struct Participant {
    ParticipantId id;
    std::string name;
    std::string role;
    int seat = 0; // 1 to 60, unique in a session; participants are kept in seat order
    Attendance attendance = Attendance::here;
    int passes = 0; // how often the person let their turn go by at Capture
    std::vector<std::string> strengths;

    bool operator==(const Participant&) const = default;
};

} // namespace avow
