// What the desk has to say, a sentence at a time.
#pragma once

#include "session/date.hpp"

#include <string>

namespace avow::desk {

enum class Tone { done, refused, trouble }; // trouble stays until it is over; the others go by themselves

struct Notice {
    Tone tone = Tone::done;
    std::string sentence;
    Moment at;
};

} // namespace avow::desk
