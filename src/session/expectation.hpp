// What the leader expects, and what each side asks of the other. Sealing, recall and judging are built on these values
// by the work on alignment; here they are only carried, so that a file that holds them loses nothing.
#pragma once

#include "session/id.hpp"

#include <string>

namespace avow {

struct Expectation {
    ExpectationId id;
    std::string text;

    bool operator==(const Expectation&) const = default;
};

enum class AskKind { stop, start, keep_on }; // written "stop", "start", "continue"
enum class AskFrom { team, leader };         // whose wish it is; it is addressed to the other side

struct Ask {
    AskId id;
    AskKind kind = AskKind::start;
    AskFrom from = AskFrom::team;
    std::string text;

    bool operator==(const Ask&) const = default;
};

} // namespace avow
