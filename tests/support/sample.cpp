#include "support/sample.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace avow;

namespace {

struct Said {
    std::string_view owner;
    std::string_view words;
    std::string_view theme; // what people who read it would put it under; alone in it, it is a single voice
};

constexpr std::array<std::string_view, 12> names = {"Ana", "Bob",  "Cem", "Dora", "Emil", "Fay",
                                                    "Gus", "Hila", "Ian", "Jana", "Kofi", "Lou"};

// clang-format off
constexpr std::array<Said, 40> said = {{
    {"Ana", "I sit next to a new colleague for one hour a week", "Coaching colleagues"},
    {"Bob", "keep the macro texts up to date", "Knowledge base"},
    {"Cem", "smile when I pick up, people hear that", "Friendly on every contact"},
    {"Dora", "I call people back when I said I would call them back", "Quick answers"},
    {"Emil", "I bring one idea a month for making the tool better", "Ideas"},
    {"Fay", "I follow my open cases every morning", "Owning a case to the end"},
    {"Gus", "I chase second level when a ticket gets stuck", "Owning a case to the end"},
    {"Hila", "tell the customer what happens next with their case", "Owning a case to the end"},
    {"Ian", "I'm at my desk at eight, not at ten past", "Punctual"},
    {"Jana", "two new articles a month from me", "Knowledge base"},
    {"Kofi", "I write a knowledge base article for every new problem", "Knowledge base"},
    {"Lou", "less coffee cups in the sink", "Kitchen"},
    {"Ana", "Calls get picked up before the second minute, also at lunch", "Quick answers"},
    {"Bob", "show the new ones how the refund tool works", "Coaching colleagues"},
    {"Cem", "I listen to two recorded calls a month with my team lead", "Coaching colleagues"},
    {"Dora", "I clear my inbox of open emails before I go home", "Quick answers"},
    {"Emil", "I fill in the category in each ticket properly", "Clean notes and handover"},
    {"Fay", "I answer every call within three rings", "Quick answers"},
    {"Gus", "chat messages answered in under a minute", "Quick answers"},
    {"Hila", "search the knowledge base before I ask a colleague", "Knowledge base"},
    {"Ian", "update old articles when I see they are wrong", "Knowledge base"},
    {"Jana", "use the customer's name on the phone", "Friendly on every contact"},
    {"Kofi", "clean handover to the late shift, five minutes, every day", "Clean notes and handover"},
    {"Lou", "When I promise a customer something I follow up myself", "Owning a case to the end"},
    {"Ana", "I keep a case until it is solved, I don't pass it on", "Owning a case to the end"},
    {"Bob", "headset cleaned and charged every evening", "Headset"},
    {"Cem", "say sorry when we made a mistake", "Friendly on every contact"},
    {"Dora", "I write notes in the ticket so the next shift knows what's going on", "Clean notes and handover"},
    {"Emil", "new colleagues can ask me anything, anytime", "Coaching colleagues"},
    {"Fay", "I stay friendly even with the tenth angry customer", "Friendly on every contact"},
    {"Gus", "tell the late shift about outages personally", "Clean notes and handover"},
    {"Hila", "no eye rolling about customers, not even on mute", "Friendly on every contact"},
    {"Ian", "I listen first and let angry customers finish talking", "Friendly on every contact"},
    {"Jana", "vacation requests in by the end of january", "Leave requests"},
    {"Kofi", "I read the product news every monday so I know what's new", "Knowledge base"},
    {"Lou", "give feedback to a colleague when I hear a great call", "Coaching colleagues"},
    {"Ana", "I take calls right after my break instead of waiting for the queue to build up", "Quick answers"},
    {"Bob", "no customer waits longer than two minutes on the phone when I'm on", "Quick answers"},
    {"Cem", "no ticket of mine is older than five days", "Owning a case to the end"},
    {"Dora", "Every email gets an answer the same day", "Quick answers"},
}};
// clang-format on

constexpr Date day = {2026, 11, 21};

ParticipantId participant(std::string_view name) {
    const auto place = std::ranges::find(names, name) - names.begin();
    return {fmt::format("p{:02}", place + 1)};
}

AccountabilityId statement(std::size_t number) { return {fmt::format("a{:02}", number)}; }

// Takes steps as the desk does: an id, a moment and a sentence for each, some seconds apart.
class Recorder {
public:
    explicit Recorder(Session origin) : history_(std::move(origin)) {}

    void act(const Edit& edit) { act(std::vector{edit}, sentence(history_.now(), edit)); }
    void act(std::vector<Edit> edits, std::string label) {
        if (why_not(history_.now(), edits)) std::abort(); // the sample itself is wrong
        history_.act({next_id(), std::move(label), next_moment(), std::move(edits)});
    }
    void go_to(Stage stage) { act(GoToStage{stage, next_moment()}); }
    void undo() { history_.undo(next_id(), next_moment()); }
    void redo() { history_.redo(next_id(), next_moment()); }

    Moment next_moment() {
        at_.unix_ms += 7'300;
        return at_;
    }
    const History& history() const { return history_; }

private:
    StepId next_id() { return {fmt::format("s{:03}", ++steps_)}; }

    History history_;
    int steps_ = 0;
    Moment at_ = *moment_from_rfc3339("2026-11-21T09:00:00.000Z");
};

Session origin() {
    Session session;
    session.id = {"sample"};
    session.date = day;
    session.expectations = {{{"e1"}, "Every customer hears from us the same day"},
                            {{"e2"}, "A case has one owner until it is solved"},
                            {{"e3"}, "The next shift can go on from the notes"}};
    session.asks = {{{"k1"}, AskKind::stop, AskFrom::team, "Changing the phone rota on the day"},
                    {{"k2"}, AskKind::start, AskFrom::team, "Telling us about outages before the customers do"},
                    {{"k3"}, AskKind::keep_on, AskFrom::leader, "Helping each other at lunch"}};
    session.objections = {
        {{"o1"}, "There is no time to write articles", "One call-free hour on Mondays, from December"},
        {{"o2"}, "Second level never answers", ""}};
    session.agreements = {"One person speaks at a time", "Phones stay in the bag"};
    return session;
}

void prepare(Recorder& room) {
    room.act(NameTeam{"Service Desk"});
    Goal goal;
    goal.text = "Nine of ten customers say their case was solved in one go";
    goal.from = "6 of 10";
    goal.to = "9 of 10";
    goal.by = Date{2027, 3, 31};
    goal.why_us = "Every second call is about a case we thought was closed";
    goal.why_you = "Fewer angry calls, and evenings that end on time";
    room.act(StateGoal{goal});
    std::vector<Edit> plan;
    for (const auto& planned : usual_plan()) plan.push_back(PlanStage{planned.stage, planned.minutes});
    room.act(std::move(plan), "planned the usual minutes");
    std::vector<Edit> roster;
    for (const auto name : names)
        roster.push_back(
            WelcomeParticipant{participant(name), std::string(name), name == "Dora" ? "team lead" : "agent"});
    room.act(std::move(roster), "welcomed 12 people");
    room.act(NoteStrength{participant("Hila"), "explains things so that they stay"});
    room.act(NoteAttendance{participant("Lou"), Attendance::late});
}

void capture(Recorder& room) {
    room.go_to(Stage::capture);
    for (std::size_t i = 0; i < said.size(); ++i)
        room.act(SayStatement{statement(i + 1), participant(said.at(i).owner), std::string(said.at(i).words),
                              room.next_moment()});
    room.act(PassTurn{participant("Ian")});
    room.act(ParkItem{{{"k01"}, "A second screen for every desk", participant("Cem"), day}});
    room.act(ParkItem{{{"k02"}, "Who answers the phone on 24 December?", std::nullopt, day}});
}

void group(Recorder& room) {
    room.go_to(Stage::themes);
    std::map<std::string_view, int> sizes;
    for (const auto& one : said) ++sizes[one.theme];
    std::map<std::string_view, ThemeId> themes;
    for (const auto& one : said) {
        if (sizes[one.theme] == 1 || themes.contains(one.theme)) continue;
        const ThemeId id{fmt::format("t{}", themes.size() + 1)};
        themes.emplace(one.theme, id);
        room.act(MakeTheme{id, std::string(one.theme), false});
    }
    std::vector<Edit> proposal;
    for (std::size_t i = 0; i < said.size(); ++i)
        if (const auto theme = themes.find(said.at(i).theme); theme != themes.end())
            proposal.push_back(PlaceInTheme{statement(i + 1), theme->second, Placed::proposal});
    room.act(std::move(proposal), "accepted the proposed grouping");
    room.act(PlaceInTheme{statement(26), std::nullopt, Placed::hand});
    room.act(PlaceInTheme{statement(31), themes.at("Clean notes and handover"), Placed::hand});
    room.act(AddSecondTheme{statement(37), themes.at("Friendly on every contact")});
    room.act(NameTheme{themes.at("Quick answers"), "Nobody waits for us"});
}

void commit(Recorder& room) {
    room.go_to(Stage::commit);
    for (std::size_t i = 1; i <= names.size(); ++i) {
        room.act(SetDueDate{statement(i), plus_days(day, static_cast<int>(7 * (i % 4 + 1)))});
        room.act(NoteDetail{statement(i), Detail::evidence, "seen in the weekly numbers"});
        room.act(ConfirmReadBack{statement(i), room.next_moment()});
    }
    room.act(AgreeWording{statement(4),
                          {"I call people back on the day I said I would", day, "p04", true, "a day can be checked"}});
    room.act(
        AgreeWording{statement(10), {"one good article a month from me", day, "coach", false, "two may be too many"}});
    room.act(NoteDetail{statement(7), Detail::help, "Dora: a direct line to second level"});
    room.act(NoteDetail{statement(7), Detail::if_then, "If a ticket is stuck for a day, then I walk over"});
    room.act(RateConfidence{statement(7), 6});
    room.act(RateConfidence{statement(12), 9});
}

void close(Recorder& room) {
    room.go_to(Stage::close);
    room.act(SetNextDate{plus_days(day, 28)});
    room.act(AddCheckIn{statement(1), {plus_days(day, 10), Outcome::kept, "", "three hours with Sam"}});
    room.act(AddCheckIn{statement(2), {plus_days(day, 10), Outcome::part, "half of them are done", ""}});
    room.act(AddCheckIn{statement(5), {plus_days(day, 10), Outcome::missed, "the month was too full", ""}});
    room.act(
        AddCheckIn{statement(4), {plus_days(day, 10), Outcome::changed, "reworded so that it can be checked", ""}});
    room.act(SettleParked{{"k02"}});
    room.undo();
    room.redo();
    room.act(NameTeam{"Service Desk Nights"});
    room.undo();
}

} // namespace

History sample_history() {
    Recorder room(origin());
    prepare(room);
    capture(room);
    group(room);
    commit(room);
    close(room);
    return room.history();
}

Session sample_session() { return sample_history().now(); }

Session without_groups(Session session) {
    session.themes.clear();
    for (auto& item : session.accountabilities)
        item.theme = item.second_theme = std::nullopt, item.placed = Placed::nobody;
    return session;
}

Session with_private_words(Session session, const std::string& word) {
    for (auto& person : session.participants) {
        person.role = word + " role";
        person.strengths = {word + " strength"};
        person.assessments = {{word + " test", {word + " talent"}, {2026, 11, 2}, Date{2026, 11, 9}, word + " use"}};
        person.plan_life = word + " plan";
    }
    for (auto& item : session.accountabilities) {
        item.strength = word + " strength of an item";
        item.confidence = 7;
        for (auto& answer : item.check_ins) answer.reason = word + " reason";
    }
    session.expectations = {{{"e9"}, word + " expectation"}};
    return session;
}

Session session_of(const std::vector<std::string>& names) {
    Session session;
    session.id = {"given"};
    session.team = "Renewals";
    session.date = {2026, 11, 21};
    session.plan = usual_plan();
    session.stage = Stage::capture;
    for (const auto& name : names) {
        Participant person;
        person.seat = static_cast<int>(session.participants.size()) + 1;
        person.id = {"p" + std::to_string(person.seat)};
        person.name = name;
        session.participants.push_back(person);
    }
    return session;
}
