// What the leader expects, sealed before the room speaks; what the others wrote that it is, and how that was judged; where
// the two sides may pull apart, and what each asks of the other. How a seal is made is in storage/seal.hpp.
#pragma once

#include "session/check_in.hpp"
#include "session/date.hpp"
#include "session/id.hpp"

#include <optional>
#include <string>
#include <vector>

namespace avow {

struct Expectation {
    ExpectationId id;
    std::string text;
    std::optional<int> guess; // the leader's: how many of the team will name it

    bool operator==(const Expectation&) const = default;
};

// What proves that the expectations are those that were there before the room spoke: the room is shown the fingerprint,
// and once they are opened anybody can make it again from them and the nonce.
struct Seal {
    std::string fingerprint; // 64 lower-case hex digits
    std::string nonce;       // 32 of them; empty in a copy that was made while they were secret, and never without
    Moment sealed_at;
    std::optional<Moment> opened_at;

    bool operator==(const Seal&) const = default;
};

// One thing somebody believes to be expected. Either it means an expectation, and is judged: 0 not, 1 partly, 2 wholly
// understood; or the leader never meant it, a phantom; or that is not decided yet.
struct Recall {
    RecallId id;
    std::string text;
    std::optional<ExpectationId> meant;
    bool is_phantom = false;
    std::optional<int> by_leader;
    std::optional<int> by_colleague;

    bool operator==(const Recall&) const = default;
};

inline bool is_decided(const Recall& recall) { return recall.meant || recall.is_phantom; }

// What one person wrote. Nobody can tell who: it has no owner and no time, ids are drawn at random, and sheets and recalls
// are kept in the order of their ids. Who named nothing has an empty sheet, which counts.
struct RecallSheet {
    SheetId id;
    std::vector<Recall> recalls;

    bool operator==(const RecallSheet&) const = default;
};

struct Misalignment { // where the two sides may pull apart
    MisalignmentId id;
    std::string text;

    bool operator==(const Misalignment&) const = default;
};

enum class AskKind { stop, start, keep_on }; // written "stop", "start", "continue"
enum class AskFrom { team, leader };         // whose wish it is; it is addressed to the other side

struct Ask {
    AskId id;
    AskKind kind = AskKind::start;
    AskFrom from = AskFrom::team;
    std::string text;
    std::optional<Date> since;      // the day it was first asked; none in files of before
    std::string answer;             // what the other side said to it; empty: nothing yet
    std::vector<CheckIn> check_ins; // what came of it

    bool operator==(const Ask&) const = default;
};

} // namespace avow
