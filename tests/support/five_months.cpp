#include "support/five_months.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

using namespace avow;

namespace {

[[noreturn]] void cannot(const std::string& sentence) {
    fmt::print(stderr, "five_months: {}\n", sentence);
    std::abort();
}

Session blank(std::string_view id, Date date) {
    Session session;
    session.id = {std::string(id)};
    session.date = date;
    session.stage_since = *moment_from_rfc3339(iso(date) + "T08:30:00Z");
    return session;
}

// One meeting, edit by edit. Seven seconds lie between two of them, and ids count up.
class Meeting {
public:
    Meeting(std::string_view id, std::string_view team, Date date)
        : id_(id), date_(date), history_(blank(id, date)), at_(*moment_from_rfc3339(iso(date) + "T09:00:00Z")) {
        act(NameTeam{std::string(team)});
    }

    void welcome(std::string_view id, std::string_view name, std::string_view role) {
        act(WelcomeParticipant{{std::string(id)}, std::string(name), std::string(role)});
    }
    void goal(std::string_view text, std::string_view why_us, std::string_view why_you) {
        Goal goal;
        goal.text = text;
        goal.why_us = why_us;
        goal.why_you = why_you;
        act(StateGoal{goal});
    }
    void rename(std::string_view id, std::string_view name) {
        act(RenameParticipant{{std::string(id)}, std::string(name)});
    }
    void is_absent(std::string_view id) { act(NoteAttendance{{std::string(id)}, Attendance::absent}); }
    void park(std::string_view id, std::string_view text, std::string_view owner, Date since) {
        act(ParkItem{{{std::string(id)}, std::string(text), ParticipantId{std::string(owner)}, since}});
    }
    void settle(std::string_view id) { act(SettleParked{{std::string(id)}}); }
    void go_to(Stage stage) { act(GoToStage{stage, at_}); }

    // People, goal and parked items of the meeting before, and what was said and is not kept, as the last of it stood.
    void follow(const Session& before) {
        for (const auto& person : before.participants) welcome(person.id.text, person.name, person.role);
        act(StateGoal{before.goal});
        for (const auto& item : before.parked) act(ParkItem{item});
        for (const auto* items : {&before.carried, &before.accountabilities})
            for (const auto& item : *items)
                if (item.check_ins.empty() || item.check_ins.back().outcome != Outcome::kept) carry(before, item);
    }

    void say(std::string_view id, std::string_view owner, std::string_view words, std::string_view theme = "") {
        act(SayStatement{{std::string(id)}, {std::string(owner)}, std::string(words), at_});
        if (!theme.empty()) under_.emplace_back(id, theme);
    }
    void group() {
        go_to(Stage::themes);
        std::map<std::string, ThemeId> themes;
        for (const auto& [item, title] : under_) {
            const auto [theme, is_new] =
                themes.try_emplace(title, ThemeId{fmt::format("{}-t{}", id_, themes.size() + 1)});
            if (is_new) act(MakeTheme{theme->second, title, true});
            act(PlaceInTheme{{item}, theme->second, Placed::hand});
        }
    }
    void due(std::string_view id, Date date) { act(SetDueDate{{std::string(id)}, date}); }
    void note(std::string_view id, Detail detail, std::string_view text) {
        act(NoteDetail{{std::string(id)}, detail, std::string(text)});
    }
    void agree(std::string_view id, std::string_view text, std::string_view by, std::string_view why) {
        act(AgreeWording{{std::string(id)}, {std::string(text), date_, std::string(by), true, std::string(why)}});
    }
    void answer(std::string_view id, Outcome outcome, std::string_view reason, std::string_view evidence = "") {
        act(AddCheckIn{{std::string(id)}, {date_, outcome, std::string(reason), std::string(evidence)}});
    }
    void close(std::optional<Date> next) {
        go_to(Stage::close);
        if (next) act(SetNextDate{next});
    }

    const Session& now() const { return history_.now(); }
    KeptSession kept(std::string_view file_name) const { return {std::string(file_name), history_}; }

private:
    void act(Edit edit) {
        if (const auto refusal = why_not(now(), edit)) cannot(refusal->sentence);
        at_.unix_ms += 7'000;
        auto label = sentence(now(), edit);
        history_.act(Step{{fmt::format("{}-{:03}", id_, ++steps_)}, std::move(label), at_, {std::move(edit)}});
    }

    void carry(const Session& before, Accountability item) {
        const auto* theme = item.theme ? find(before, *item.theme) : nullptr;
        if (item.lineage)
            ++item.lineage->times_carried;
        else
            item.lineage = Lineage{before.id, before.date, 1, theme ? theme->title : ""};
        item.theme.reset();
        item.second_theme.reset();
        item.shown_with.reset();
        item.placed = Placed::nobody;
        act(CarryOver{std::move(item)});
    }

    std::string id_;
    Date date_;
    History history_;
    Moment at_;
    int steps_ = 0;
    std::vector<std::pair<std::string, std::string>> under_; // what lies under which title
};

// --- the service desk: three meetings ----------------------------------------------------------------------------

Meeting desk_in_june() {
    Meeting room("desk-june", "Service desk", {2026, 6, 15});
    room.welcome("desk-rosa", "Rosa Lind", "team leader");
    room.welcome("desk-ana", "Ana Pires", "agent");
    room.welcome("desk-ben", "Ben Adeyemi", "agent");
    room.welcome("desk-chloe", "Chloé Martin", "agent");
    room.welcome("desk-dev", "Dev Rao", "agent");
    room.welcome("desk-eli", "Eli Stone", "second level");
    room.goal("Nobody calls twice about the same thing", "Every third call is a repeat", "Calmer mornings");
    room.go_to(Stage::capture);
    room.say("d01", "desk-rosa", "I get the outage list from IT to you before 8 every morning", "Word from above");
    room.say("d02", "desk-ana", "I make 15 call-backs every Friday", "Calling people back");
    room.say("d03", "desk-ben", "I call people back on the day I said I would", "Calling people back");
    room.say("d04", "desk-chloe", "I write the notes so that Dev can go on from them", "Notes the next one can use");
    room.say("d05", "desk-dev", "I close each ticket with what was done, in two sentences",
             "Notes the next one can use");
    room.say("d06", "desk-eli", "I answer second-level questions within four hours", "Quick answers");
    room.say("d07", "desk-ana", "I pick up before the third ring", "Quick answers");
    room.say("d08", "desk-ben", "the coffee machine gets cleaned, by me, on Mondays");
    room.group();
    room.go_to(Stage::commit);
    room.due("d01", {2026, 7, 1});
    room.due("d02", {2026, 7, 17});
    room.note("d02", Detail::evidence, "the call-back list");
    room.note("d04", Detail::help, "Rosa: half an hour a week without calls");
    room.note("d06", Detail::help, "Marta: access to the vendor's portal");
    room.park("dk1", "A second screen for every desk", "desk-rosa", {2026, 6, 15});
    room.park("dk2", "Who covers the phones on holidays", "desk-ben", {2026, 6, 15});
    room.close(Date{2026, 8, 24});
    return room;
}

Meeting desk_in_august(const Session& before) {
    Meeting room("desk-august", "Service desk", {2026, 8, 24});
    room.follow(before);
    room.rename("desk-chloe", "Chloé Bernard");
    room.is_absent("desk-eli");
    room.go_to(Stage::open);
    room.answer("d01", Outcome::missed, "IT sends it when they have it");
    room.answer("d02", Outcome::part, "nine of fifteen on most Fridays", "the call-back list");
    room.agree("d02", "I make call-backs every Friday, as many as the phones allow", "desk-rosa", "Fridays are full");
    room.answer("d03", Outcome::kept, "", "no complaint since July");
    room.answer("d04", Outcome::kept, "", "Dev says so");
    room.answer("d05", Outcome::missed, "forgot it in the rush");
    room.answer("d07", Outcome::kept, "", "the phone log");
    room.answer("d08", Outcome::changed, "facilities do it now");
    room.settle("dk2");
    room.go_to(Stage::capture);
    room.say("d09", "desk-rosa", "I ask for the portal access and tell you the answer by 4 September",
             "Word from above");
    room.say("d10", "desk-ben", "when I can't call back in time I send a text first", "Calling back in time");
    room.say("d11", "desk-chloe", "I read the notes aloud at the handover, three tickets a day",
             "Notes for the next shift");
    room.say("d12", "desk-dev", "I call back on the same day, every day", "Calling back in time");
    room.group();
    room.go_to(Stage::commit);
    room.due("d09", {2026, 9, 4});
    room.note("d12", Detail::if_then, "if it is after five, then the late shift calls");
    room.close(Date{2026, 11, 2});
    return room;
}

Meeting desk_in_november(const Session& before) {
    Meeting room("desk-november", "Service desk", {2026, 11, 2});
    room.follow(before);
    room.welcome("desk-fay", "Fay Olsen", "agent");
    room.is_absent("desk-eli");
    room.go_to(Stage::open);
    room.answer("d02", Outcome::part, "some weeks none at all");
    room.agree("d02", "I make more call-backs", "coach", "a start");
    room.answer("d05", Outcome::kept, "", "twenty tickets read together");
    room.answer("d10", Outcome::kept, "");
    room.answer("d11", Outcome::changed, "the handover is in writing now");
    room.agree("d11", "I mark in writing what the next shift must know", "desk-chloe", "nobody is in the room at six");
    room.answer("d12", Outcome::missed, "the queue");
    room.go_to(Stage::capture);
    room.say("d13", "desk-fay", "I call back whoever I promised to, and write down when", "Call people back");
    room.say("d14", "desk-ana", "I call back the ones who waited longest first", "Call people back");
    room.say("d15", "desk-dev", "the first line of a note says what comes next", "Notes the next one can use");
    room.say("d16", "desk-chloe", "I ask when a note is not clear instead of guessing", "Notes the next one can use");
    room.group();
    room.go_to(Stage::commit);
    room.due("d14", {2026, 12, 11});
    room.note("d15", Detail::help, "Ben: ten old tickets to try it on");
    room.close(Date{2027, 1, 18});
    return room;
}

// --- the field crew: three meetings ------------------------------------------------------------------------------

Meeting crew_in_june() {
    Meeting room("crew-june", "Field crew", {2026, 6, 29});
    room.welcome("crew-gus", "Gus Okoye", "crew manager");
    room.welcome("crew-hila", "Hila Ben-Ami", "technician");
    room.welcome("crew-ian", "Ian Clarke", "technician");
    room.welcome("crew-jana", "Jana Novák", "technician");
    room.welcome("crew-wang", "王芳", "dispatcher");
    room.goal("No visit twice", "A second visit costs us a day", "Home on time");
    room.go_to(Stage::capture);
    room.say("f01", "crew-gus", "I order the spare parts you list by Thursday noon", "The right parts");
    room.say("f02", "crew-hila", "I check the van for the 10 usual parts before I leave", "The right parts");
    room.say("f03", "crew-ian", "I ring the customer 30 minutes before I arrive", "On time");
    room.say("f04", "crew-jana", "I wear my goggles, also for the short jobs", "Safe home");
    room.say("f05", "crew-wang", "我每天早上八点发路线", "On time");
    room.say("f06", "crew-jana", "I tell Wang when a job runs over, at once", "On time");
    room.group();
    room.go_to(Stage::commit);
    room.due("f01", {2026, 7, 9});
    room.note("f02", Detail::help, "Gus: a shelf for the usual parts");
    room.park("fk1", "A second van", "crew-gus", {2026, 6, 29});
    room.close(Date{2026, 9, 7});
    return room;
}

Meeting crew_in_september(const Session& before) {
    Meeting room("crew-september", "Field crew", {2026, 9, 7});
    room.follow(before);
    room.go_to(Stage::open);
    room.answer("f01", Outcome::part, "twice late in August");
    room.answer("f02", Outcome::kept, "", "the list in the van");
    room.answer("f03", Outcome::part, "not when I drive");
    room.agree("f03", "I ring the customer before I arrive", "crew-gus", "half an hour can't be known");
    room.answer("f04", Outcome::kept, "");
    room.answer("f05", Outcome::kept, "");
    room.answer("f06", Outcome::missed, "did not want to bother");
    room.go_to(Stage::capture);
    room.say("f07", "crew-ian", "I take the parts back to the store the same evening", "Right parts in the van");
    room.say("f08", "crew-hila", "I write down the part numbers at the customer's", "Right parts in the van");
    room.say("f09", "crew-wang", "I tell the next customer when a job runs over", "Being on time");
    room.group();
    room.close(Date{2026, 11, 16});
    return room;
}

Meeting crew_in_november(const Session& before) {
    Meeting room("crew-november", "Field crew", {2026, 11, 16});
    room.follow(before);
    room.go_to(Stage::open);
    room.answer("f03", Outcome::kept, "", "eleven of twelve customers say so");
    room.answer("f07", Outcome::kept, "");
    room.answer("f08", Outcome::missed, "no pen in the van");
    room.answer("f09", Outcome::kept, "");
    room.go_to(Stage::capture);
    room.say("f10", "crew-hila", "a photo of the part's label goes to the store from every job",
             "The right parts, first time");
    room.say("f11", "crew-ian", "I load tomorrow's parts before I go home", "The right parts, first time");
    room.say("f12", "crew-jana", "I call Wang at once when it takes longer");
    room.group();
    room.go_to(Stage::commit);
    room.due("f11", {2026, 12, 1});
    room.close(Date{2027, 2, 1});
    return room;
}

} // namespace

std::vector<KeptSession> five_months() {
    const auto desk_june = desk_in_june();
    const auto desk_august = desk_in_august(desk_june.now());
    const auto desk_november = desk_in_november(desk_august.now());
    const auto crew_june = crew_in_june();
    const auto crew_september = crew_in_september(crew_june.now());
    const auto crew_november = crew_in_november(crew_september.now());
    return {desk_june.kept("service-desk-2026-06-15.avow"),     desk_august.kept("service-desk-2026-08-24.avow"),
            desk_november.kept("service-desk-2026-11-02.avow"), crew_june.kept("field-crew-2026-06-29.avow"),
            crew_september.kept("field-crew-2026-09-07.avow"),  crew_november.kept("field-crew-2026-11-16.avow")};
}
