// A team that met three times, for the examples in this folder: what was said in spring is carried into summer and autumn.
#pragma once

#include "session/session.hpp"

#include <string>
#include <utility>
#include <vector>

namespace avow::examples {

inline Session met(std::string id, std::string team, Date date,
                   const std::vector<std::pair<std::string, std::string>>& people) {
    Session session;
    session.id.text = std::move(id);
    session.team = std::move(team);
    session.date = date;
    for (const auto& [person, name] : people) {
        Participant participant;
        participant.id.text = person;
        participant.name = name;
        participant.seat = static_cast<int>(session.participants.size()) + 1;
        session.participants.push_back(participant);
    }
    return session;
}

inline Accountability& say(Session& session, std::string id, std::string owner, std::string words,
                           std::string theme = "") {
    Accountability item;
    item.id.text = std::move(id);
    item.owner.text = std::move(owner);
    item.statement = std::move(words);
    if (!theme.empty()) item.theme = ThemeId{std::move(theme)};
    session.accountabilities.push_back(std::move(item));
    return session.accountabilities.back();
}

inline void name_theme(Session& session, std::string id, std::string title) {
    Theme theme;
    theme.id.text = std::move(id);
    theme.title = std::move(title);
    theme.mark = static_cast<int>(session.themes.size());
    session.themes.push_back(theme);
}

// Brings what was said in `from` along into `into`, as the next session begins.
inline Accountability& carry(Session& into, const Session& from, const std::string& id) {
    auto item = *find(from, AccountabilityId{id});
    const auto* theme = item.theme ? find(from, *item.theme) : nullptr;
    if (item.lineage)
        ++item.lineage->times_carried;
    else
        item.lineage = Lineage{from.id, from.date, 1, theme ? theme->title : ""};
    item.theme.reset();
    item.second_theme.reset();
    into.carried.push_back(std::move(item));
    return into.carried.back();
}

inline std::vector<Session> a_team_through_three_meetings() {
    auto spring = met("s1", "Front office", {2026, 3, 2}, {{"p1", "Ana"}, {"p2", "Bob"}, {"p3", "Cem"}});
    spring.participants[1].role = "Team leader";
    name_theme(spring, "t1", "Quick answers");
    say(spring, "a1", "p1", "I make 15 calls every Friday", "t1");
    say(spring, "a2", "p2", "I get the contract dates to Ana by 4 April", "t1");
    say(spring, "a3", "p3", "I sort the parts").help = "bob: a shelf";
    spring.parked = {{ParkedId{"k1"}, "a second van", ParticipantId{"p1"}, {2026, 3, 2}}};

    auto summer = met("s2", "Front Office", {2026, 6, 1}, {{"p1", "Anna"}, {"p2", "Bob"}, {"x9", "Dan"}});
    name_theme(summer, "t1", "Answers, quick");
    say(summer, "b1", "x9", "I answer mail at once", "t1");
    auto& calls = carry(summer, spring, "a1");
    calls.check_ins = {{{2026, 6, 1}, Outcome::changed, "Fridays are full", ""}};
    calls.wordings = {{"I make more calls", {2026, 6, 1}, "p2", true, "Fridays are full"}};
    carry(summer, spring, "a2");
    summer.parked = {{ParkedId{"k1"}, "a second van", ParticipantId{"p1"}, {2026, 3, 2}}};

    auto autumn = met("s3", "Front office", {2026, 9, 7}, {{"p1", "Anna"}, {"p2", "Bob"}, {"y7", "Dan"}});
    name_theme(autumn, "t4", "Quick answers on the phone");
    say(autumn, "c1", "y7", "I pick up by the third ring", "t4");
    carry(autumn, summer, "a1").check_ins.push_back({{2026, 9, 7}, Outcome::kept, "", "the list"});
    carry(autumn, summer, "a2");
    return {autumn, spring, summer};
}

} // namespace avow::examples
