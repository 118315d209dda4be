// A rehearsal on a desk, with people a test brings, and the hands of a facilitator in it.
#pragma once

#include "desk/commands.hpp"
#include "desk/given.hpp"
#include "desk/rehearsal.hpp"

#include <string>

namespace avow::desk {

struct GivenRehearsal : Given {
    explicit GivenRehearsal(const std::string& people, RehearsalWish wish = {.speed = 1, .seed = 7}) {
        world.rehearse_with("Team: Kiosk\nGoal: No queue at noon\n" + people);
        start_rehearsal(desk, wish);
    }

    const Rehearsal& rehearsal() const { return *desk.rehearsal; }

    // As frames would come: after what was done, then at the deadlines the rehearsal gives, and at no other time.
    void pass_ms(std::int64_t ms) {
        desk.attend();
        while (ms > 0) {
            const auto next = rehearsal().seconds_until_change();
            const auto step = std::min(ms, next ? static_cast<std::int64_t>(*next * 1000) + 1 : ms);
            world.pass_ms(step);
            desk.attend();
            ms -= step;
        }
    }
    void capture() {
        go_to(desk, Stage::capture);
        desk.attend();
    }
    // Return after each; time passes only where a test says so.
    void take(const std::string& words) {
        type_and_return(desk, words);
        desk.attend();
    }
    std::string heard() const { // "Ana: I call them; Bo: no"
        std::string all;
        for (const auto& one : rehearsal().heard()) all += (all.empty() ? "" : "; ") + one.name + ": " + one.words;
        return all;
    }
    bool hears(std::string_view words) const { return heard().find(words) != std::string::npos; }
    bool is_advised(std::string_view words) const { return rehearsal().advice().find(words) != std::string::npos; }
};

} // namespace avow::desk
