// The workshop of this folder with all that Align leaves: expectations sealed and opened, sheets, asks, objections, a
// contract, help that was asked for and promised.
#pragma once

#include "report/workshop.hpp"

#include <algorithm>
#include <string>

namespace avow::examples {

inline Recall recall(const char* id, const char* text, const char* meant = nullptr, int leader = -1,
                     int colleague = -1) {
    Recall one{{id}, text};
    if (meant) one.meant = ExpectationId{meant};
    if (leader >= 0) one.by_leader = leader;
    if (colleague >= 0) one.by_colleague = colleague;
    return one;
}

inline Recall phantom(const char* id, const char* text) {
    Recall one{{id}, text};
    one.is_phantom = true;
    return one;
}

inline Session aligned() {
    auto session = workshop();
    session.leader = ParticipantId{"p4"};
    session.expectations = {{{"e1"}, "call ahead", 2}, {{"e2"}, "count the parts", 3}};
    session.seal = Seal{std::string(64, 'f'), std::string(32, '0'), *moment_from_rfc3339("2026-11-21T09:00:00Z"),
                        moment_from_rfc3339("2026-11-21T09:20:00Z")};
    session.recall_sheets = {{{"s1"}, {recall("r1", "ring before", "e1", 2, 2), phantom("r2", "be early")}},
                             {{"s2"}, {recall("r3", "ring", "e1", 1, 2), recall("r4", "tidy up")}},
                             {{"s3"}, {}}};
    session.team_guess = 3;
    session.misalignments = {{{"m1"}, "quick or thorough"}};
    session.asks = {{{"k1"},
                     AskKind::stop,
                     AskFrom::team,
                     "late mail",
                     session.date,
                     "gladly",
                     {{{2026, 12, 4}, Outcome::kept, "", ""}}},
                    {{"k2"}, AskKind::start, AskFrom::leader, "lists", session.date, "", {}}};
    session.objections = {{{"o1"}, "no time", "we look for longer", "Ana", AnswerKind::saves_time, "an hour a week"},
                          {{"o2"}, "the vans are full", "they are", "Lee", AnswerKind::costs, "a shelf each"},
                          {{"o3"}, "it was tried", "", "", AnswerKind::none, ""}};
    session.request = "a shelf in each van";
    session.accountabilities[1].help = "Lee: a list of parts";
    session.accountabilities[1].contract = SuccessContract{
        "visits made twice", "20 %", "10 %", {2026, 12, 20}, "two vans more", {{{2026, 12, 1}, "15 %"}}};
    session.accountabilities.push_back(said("a5", "p4", "I write the list of parts"));
    session.accountabilities.back().helps = AccountabilityId{"a2"};
    session.accountabilities.back().answers = AskId{"k1"};
    return session;
}

// Before it is opened: nothing is matched yet.
inline Session sealed() {
    auto session = aligned();
    session.seal->opened_at.reset();
    for (auto& sheet : session.recall_sheets)
        for (auto& one : sheet.recalls) one = recall(one.id.text.c_str(), one.text.c_str());
    return session;
}

} // namespace avow::examples
