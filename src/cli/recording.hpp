// From a transcript to a session, by the very edits a facilitator would make, so that the file holds them and every line
// can be undone. No clock and no chance: the same words give the same session, ids and moments too.
#pragma once

#include "cli/transcript.hpp"
#include "session/history.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace avow::cli {

// Ids that follow from what they are made of, thirteen letters and digits each. The alternative, chance, would make
// two recordings of one transcript two sessions that can't be compared.
class IdsFrom {
public:
    explicit IdsFrom(const std::vector<std::string>& seed);

    std::string next();
    template <class Thing>
    Id<Thing> next_of() {
        return Id<Thing>{next()};
    }

private:
    std::uint64_t state_;
};

// The history of a session in the making, a step at a time, half a minute apart from 09:00 UTC of its day.
class Recorder {
public:
    Recorder(Date, IdsFrom);

    // One gesture. A refusal leaves everything as it was.
    std::optional<Refusal> act(std::vector<Edit>, std::string label = {});
    const Session& now() const { return now_; }
    History history() const { return History(origin_, log_, now_); }
    Moment moment() const; // of the next step
    IdsFrom& ids() { return ids_; }

private:
    IdsFrom ids_;
    Session origin_;
    Session now_; // changed in place: a History would keep the value before each of thousands of steps
    std::vector<Entry> log_;
    Moment start_;
};

struct Occasion {
    std::string team;
    Goal goal;
    Date date;
};

// The session's recorder after the last line, at the Capture stage; or why a line can't be said, by its number. What goes
// before the first line, everybody being there, may be done by `before_they_speak`.
std::variant<Recorder, Refusal> recorded(const Transcript&, const Occasion&,
                                         const std::function<void(Recorder&)>& before_they_speak = {});

} // namespace avow::cli
