// What tests of the desk begin with: a desk in a still world, a session of a few people on it, and questions they ask.
#pragma once

#include "desk/verbs.hpp"
#include "session/text.hpp"
#include "support/sample.hpp"
#include "support/still_world.hpp"

#include <string>
#include <utility>
#include <vector>

namespace avow::desk {

struct Given {
    StillWorld world{AVOW_SOURCE_DIR "/assets/lexicon"};
    Desk desk{world.for_desk()};
};

// A desk on a session of these people, in memory.
struct GivenPeople : Given {
    explicit GivenPeople(const std::vector<std::string>& names) { desk.look_at(History(session_of(names))); }
};

// Letter by letter, as the field hears it.
inline void type_slowly(Desk& desk, const std::string& words) {
    for (const char letter : words) typed(desk, desk.entry.text + letter);
}

inline void type_and_return(Desk& desk, const std::string& words) {
    type_slowly(desk, words);
    finish_entry(desk);
}

inline std::string speaker(const Desk& desk) {
    const auto* person = desk.place.speaker ? find(desk.session(), *desk.place.speaker) : nullptr;
    return person ? person->name : std::string{"nobody"};
}

inline std::vector<std::pair<std::string, std::string>> said(const Desk& desk) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& item : desk.session().accountabilities)
        all.emplace_back(find(desk.session(), item.owner)->name, item.statement);
    return all;
}

// What is written without being waited for has been written, and said.
inline void wait_for_errands(Desk& desk) {
    desk.errands.finish();
    desk.attend();
}

inline std::string sentence(const Desk& desk) { return desk.notice() ? desk.notice()->sentence : std::string{}; }

using Said = std::vector<std::pair<std::string, std::string>>;

} // namespace avow::desk
