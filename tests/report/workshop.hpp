// A session with all a report can tell, for the examples in this folder.
#pragma once

#include "session/session.hpp"

namespace avow::examples {

inline Participant person(const char* id, const char* name, int seat) {
    Participant participant;
    participant.id.text = id;
    participant.name = name;
    participant.seat = seat;
    return participant;
}

inline Accountability said(const char* id, const char* owner, const char* statement) {
    Accountability item;
    item.id.text = id;
    item.owner.text = owner;
    item.statement = statement;
    return item;
}

// Ana has a date, evidence and an agreed wording; two people are called Bo; Lee is absent and said nothing.
inline Session workshop() {
    Session session;
    session.id.text = "s";
    session.team = "Field team";
    session.date = {2026, 11, 21};
    session.goal.text = "No visit twice";
    session.goal.why_us = "A second visit costs us a day";
    session.participants = {person("p1", "Ana", 1), person("p2", "Bo", 2), person("p3", "Bo", 3),
                            person("p4", "Lee", 4)};
    session.participants[3].attendance = Attendance::absent;
    session.themes = {{ThemeId{"t1"}, "Before we go", true, 0, {}}, {ThemeId{"t2"}, "The machine", false, 1, {}}};
    session.accountabilities = {said("a1", "p1", "I call ahead, always"), said("a2", "p2", "I check the parts"),
                                said("a3", "p3", "the van is clean"), said("a4", "p3", "I read the manual")};
    auto& first = session.accountabilities.front();
    first.wordings = {{"I call the day before", {2026, 11, 22}, "p2", true, "it can be seen"},
                      {"I call at nine", {2026, 11, 23}, "coach", false, ""}};
    first.due = Date{2026, 12, 4};
    first.evidence = "the call list";
    first.confidence = 7;
    first.theme = ThemeId{"t1"};
    first.second_theme = ThemeId{"t2"};
    session.accountabilities[1].theme = ThemeId{"t1"};
    session.accountabilities[3].theme = ThemeId{"t2"};
    session.parked = {{ParkedId{"k1"}, "a second van", ParticipantId{"p1"}, {2026, 10, 1}}};
    return session;
}

} // namespace avow::examples
