// A person in the room. Identity is the id: it stays through renames and from one session to the next.
#pragma once

#include "session/date.hpp"
#include "session/id.hpp"

#include <optional>
#include <string>
#include <vector>

namespace avow {

enum class Attendance { here, late, absent };

// What a test of strengths said. Private: it was taken for the person, and a result alone is no strength yet.
struct Assessment {
    std::string name;
    std::vector<std::string> strengths;
    Date taken;
    std::optional<Date> debriefed; // talked through with somebody who knows the test
    std::string first_use;         // where a strength of it was put to use for the first time

    bool operator==(const Assessment&) const = default;
};

struct Participant {
    ParticipantId id;
    std::string name;
    std::string role;
    int seat = 0; // 1 to 60, unique in a session; participants are kept in seat order
    Attendance attendance = Attendance::here;
    int passes = 0; // how often the person let their turn go by at Capture
    std::vector<std::string> strengths;
    std::vector<Assessment> assessments; // private; one of each name
    std::string plan_work;
    std::string plan_life; // private

    bool operator==(const Participant&) const = default;
};

bool counts(const Assessment&);                            // only after a debrief and a first use
std::vector<std::string> strengths_of(const Participant&); // and those of assessments that count, each once, case aside

} // namespace avow
