// Sheets for tests: sessions whose seal was opened, with recalls that are given by what they come to.
#pragma once

#include "session/session.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace avow::examples {

inline Recall meaning(std::string id, std::string expectation, std::optional<int> leader = {},
                      std::optional<int> colleague = {}) {
    Recall recall{{std::move(id)}, "words"};
    recall.meant = ExpectationId{std::move(expectation)};
    recall.by_leader = leader;
    recall.by_colleague = colleague;
    return recall;
}

inline Recall phantom(std::string id) {
    Recall recall{{std::move(id)}, "words"};
    recall.is_phantom = true;
    return recall;
}

inline Recall undecided(std::string id) { return {{std::move(id)}, "words"}; }

// Expectations e1, e2 ... of these words, sealed and opened.
inline Session opened(std::vector<std::string> words, std::vector<RecallSheet> sheets, Date date = {2026, 11, 2}) {
    Session session;
    session.team = "Service desk";
    session.date = date;
    session.participants = {{{"p1"}, "Lee", "Team leader", 1}};
    session.leader = ParticipantId{"p1"};
    for (std::size_t i = 0; i < words.size(); ++i)
        session.expectations.push_back({{"e" + std::to_string(i + 1)}, words[i]});
    session.seal =
        Seal{std::string(64, 'a'), std::string(32, 'b'), Moment{1'793'600'000'000}, Moment{1'793'600'600'000}};
    session.recall_sheets = std::move(sheets);
    return session;
}

// By their ids, as a session keeps them.
inline void put_in_order(Session& session) {
    for (auto& sheet : session.recall_sheets) std::ranges::sort(sheet.recalls, {}, &Recall::id);
    std::ranges::sort(session.recall_sheets, {}, &RecallSheet::id);
}

} // namespace avow::examples
