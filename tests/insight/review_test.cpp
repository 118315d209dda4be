// Questions of many sessions: who is who, what came of what was said, what comes again, what is owed.
#include "insight/review.hpp"
#include "team_year.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::insight;
using namespace avow::examples;

namespace {

constexpr Date today{2026, 9, 17};

Review the_year() { return review_of(past_of(a_team_through_three_meetings()), today, {}); }

const Life& life_of(const Review& review, std::string_view id) {
    return *std::ranges::find(review.lives, AccountabilityId{std::string(id)},
                              [](const Life& life) { return life.item.id; });
}

std::vector<std::string> names_of(const std::vector<Person>& people) {
    std::vector<std::string> names;
    for (const auto& person : people) names.push_back(person.name);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("sessions are in the order of their dates, whatever order they were read in") {
    const auto past = past_of(a_team_through_three_meetings());
    CHECK(past.sessions[0].id.text == "s1");
    CHECK(past.sessions[2].id.text == "s3");
}

TEST_CASE("of two copies of a session the fuller one is told, and that is said") {
    auto sessions = a_team_through_three_meetings();
    sessions.push_back(sessions[1]);
    sessions.back().accountabilities.clear();
    const auto past = past_of(sessions);
    CHECK(past.sessions.size() == 3);
    CHECK(past.sessions[0].accountabilities.size() == 3);
    REQUIRE(past.left_out.size() == 1);
    CHECK(past.left_out[0].find("Front office on 2026-03-02") != std::string::npos);
}

TEST_CASE("a person is joined through a rename by id, and through new ids by name") {
    const auto review = the_year();
    REQUIRE(review.teams.size() == 1);
    CHECK(names_of(review.people) == Names{"Anna", "Bob", "Cem", "Dan"});
    CHECK(review.people[0].former_names == Names{"Ana"});
    CHECK(review.people[3].in.size() == 2);
}

TEST_CASE("two people of one name in one room stay two") {
    auto one = met("s1", "Desk", {2026, 1, 5}, {{"p1", "Bo"}, {"p2", "Bo"}});
    auto two = met("s2", "Desk", {2026, 2, 5}, {{"q1", "Bo"}});
    const auto past = past_of({one, two});
    CHECK(people_of(past, teams_of(past)).size() == 3);
}

TEST_CASE("the ids of two teams may be alike without the people being one") {
    const auto past =
        past_of({met("s1", "Desk", {2026, 1, 5}, {{"p1", "Ana"}}), met("s2", "Vans", {2026, 2, 5}, {{"p1", "Cem"}})});
    CHECK(names_of(people_of(past, teams_of(past))) == Names{"Ana", "Cem"});
}

TEST_CASE("a team that was renamed is the team whose promises it carries") {
    auto first = met("s1", "Desk", {2026, 1, 5}, {{"p1", "Ana"}});
    say(first, "a1", "p1", "I call back");
    auto second = met("s2", "Service centre", {2026, 2, 5}, {{"p1", "Ana"}});
    carry(second, first, "a1");
    const auto teams = teams_of(past_of({first, second}));
    REQUIRE(teams.size() == 1);
    CHECK(teams[0] == Team{"Service centre", {"Desk"}, {0, 1}});
}

TEST_CASE(
    "of the sessions of one day each comes after those from which something was brought along, whatever their ids") {
    auto first = met("s3", "Desk", {2026, 1, 5}, {{"p1", "Ana"}});
    say(first, "a1", "p1", "I call back");
    auto second = met("s2", "Desk", {2026, 1, 5}, {{"p1", "Ana"}});
    carry(second, first, "a1");
    auto third = met("s1", "Desk", {2026, 1, 5}, {{"p1", "Ana"}});
    carry(third, second, "a1");
    const std::vector<SessionId> in_order{first.id, second.id, third.id};
    for (const auto& sessions : {std::vector{third, first, second}, std::vector{second, third, first}}) {
        std::vector<SessionId> ids;
        for (const auto& session : past_of(sessions).sessions) ids.push_back(session.id);
        CHECK(ids == in_order);
    }
}

TEST_CASE("what was answered in a session that has only been begun is told, and that the session does not count yet") {
    auto first = met("s1", "Desk", {2026, 1, 5}, {{"p1", "Ana"}});
    say(first, "a1", "p1", "I call back");
    auto begun = met("s2", "Desk", {2026, 2, 5}, {{"p1", "Ana"}});
    carry(begun, first, "a1").check_ins.push_back({{2026, 1, 20}, Outcome::kept, "", ""});
    const auto review = review_of(held(past_of({first, begun})), today, {});
    CHECK(review.past.sessions.size() == 1);
    REQUIRE(review.past.left_out.size() == 1);
    CHECK(review.past.left_out[0].find("Desk on 2026-02-05 has only been begun") != std::string::npos);
    CHECK(life_of(review, "a1").standing == Standing::kept);
}

TEST_CASE("an accountability is followed through the sessions it was carried into") {
    const auto review = the_year();
    const auto& calls = life_of(review, "a1");
    CHECK(calls.sessions == std::vector<std::size_t>{0, 1, 2});
    CHECK(calls.standing == Standing::kept);
    CHECK(calls.times_carried == 2);
    CHECK(calls.said_on == Date{2026, 3, 2});
    CHECK(calls.theme == "Quick answers");
    CHECK(calls.item.check_ins.size() == 2);
    CHECK(life_of(review, "a2").standing == Standing::open);
    CHECK(life_of(review, "a2").age_days == 199);
}

TEST_CASE("what the team has before it and what dropped out of sight are told apart") {
    const auto review = the_year();
    const auto id_at = [&](std::size_t at) { return review.lives[at].item.id.text; };
    REQUIRE(before_team(review, 0).size() == 2);
    CHECK(id_at(before_team(review, 0)[0]) == "a2");
    CHECK(id_at(before_team(review, 0)[1]) == "c1");
    REQUIRE(out_of_sight(review, 0).size() == 2);
    CHECK(id_at(out_of_sight(review, 0)[0]) == "a3");
}

TEST_CASE("the same id in files of two sessions that know nothing of each other is two accountabilities") {
    auto one = met("s1", "Desk", {2026, 1, 5}, {{"p1", "Ana"}});
    auto two = met("s2", "Desk", {2026, 2, 5}, {{"p1", "Ana"}});
    say(one, "a1", "p1", "I call back");
    say(two, "a1", "p1", "I write it down");
    CHECK(review_of(past_of({one, two}), today, {}).lives.size() == 2);
}

TEST_CASE("an answer that stands in the file where it was said is known where it was carried to") {
    auto sessions = a_team_through_three_meetings();
    sessions[1].accountabilities[1].check_ins = {{{2026, 4, 2}, Outcome::kept, "", ""}};
    CHECK(life_of(review_of(past_of(sessions), today, {}), "a2").standing == Standing::kept);
}

TEST_CASE("a kept-rate says how little it knows") {
    CHECK(in_words(KeptRate{9, 12}) == "9 of 12, likely 47 to 91%");
    CHECK(in_words(KeptRate{0, 0}) == "none answered yet");
    CHECK(in_words(KeptRate{3, 3}) == "3 of 3, likely 44 to 100%");
    CHECK(in_words(KeptRate{0, 5}) == "0 of 5, likely 0 to 43%");
    CHECK(wilson({1, 1}).high == 1);
    CHECK(wilson({81, 263}).low == Catch::Approx(0.2553).margin(0.0001)); // Newcombe 1998, table I
    CHECK(wilson({81, 263}).high == Catch::Approx(0.3662).margin(0.0001));
}

TEST_CASE("what was agreed anew is neither kept nor missed") {
    KeptRate rate;
    for (const auto outcome : {Outcome::kept, Outcome::part, Outcome::missed, Outcome::changed}) count(rate, outcome);
    CHECK(rate == KeptRate{1, 3});
}

TEST_CASE("a theme that comes again is known by its words, whatever the room calls it") {
    const auto review = the_year();
    REQUIRE(review.themes.size() == 1);
    const auto& thread = review.themes[0];
    CHECK(thread.title == "Quick answers on the phone");
    CHECK(thread.former_titles == Names{"Quick answers", "Answers, quick"});
    CHECK(thread.running == 3);
    CHECK(thread.is_running);
    CHECK(recurs(thread));
    CHECK(thread.in[1].carried == 2);
    CHECK(thread.kept == KeptRate{1, 1});
}

TEST_CASE("themes that share little are two") {
    CHECK(likeness_of({"Quick answers", {}}, {"Quick decisions", {}}, {}) < 0.6);
    CHECK(likeness_of({"Call back", {}}, {"Calling back", {}}, {}) == 1);
    CHECK(likeness_of({"", {}}, {"", {}}, {}) == 0);
}

TEST_CASE("who is owed what: the leader's own promises, help by name, what is parked") {
    const auto review = the_year();
    REQUIRE(review.promises_of_leaders.empty()); // Bob gave the lead away in summer
    auto sessions = a_team_through_three_meetings();
    sessions[0].participants[1].role = "Manager, north";
    const auto led = review_of(past_of(sessions), today, {});
    REQUIRE(led.promises_of_leaders.size() == 1);
    CHECK(led.lives[led.promises_of_leaders[0]].item.id.text == "a2");
    REQUIRE(review.help_asked.size() == 1);
    CHECK(review.help_asked[0].of == "Bob");
    CHECK(review.help_asked[0].what == "a shelf");
    REQUIRE(review.parked.size() == 1);
    CHECK(review.parked[0].age_days == 199);
    CHECK(review.parked[0].owner == "Anna");
    CHECK_FALSE(review.parked[0].is_before_team);
}

TEST_CASE("a leader is known by a word of the role, not by letters in it") {
    Participant person;
    for (const auto* role : {"Team leader", "manager", "Shift LEAD", "Team-Lead"}) {
        person.role = role;
        CHECK(leads(person));
    }
    for (const auto* role : {"", "Leadership coach", "mislead", "Management trainee"}) {
        person.role = role;
        CHECK_FALSE(leads(person));
    }
}

TEST_CASE("who was in the room once and not in the newest session is named with the day") {
    const auto review = the_year();
    REQUIRE(review.unseen.size() == 1);
    CHECK(review.unseen[0] == Unseen{2, 0, {2026, 3, 2}, 2});
}

TEST_CASE("two sessions side by side") {
    const auto review = the_year();
    const auto both = compared(review, 0, 1);
    CHECK(both.stayed == std::vector<std::size_t>{0, 1});
    CHECK(both.came == std::vector<std::size_t>{3});
    CHECK(both.left == std::vector<std::size_t>{2});
    CHECK(both.answered == KeptRate{1, 1});
    CHECK(both.again == Names{"Answers, quick"});
}

TEST_CASE("no sessions, and a session with nothing in it, are no trouble") {
    CHECK(review_of(past_of({}), today, {}).teams.empty());
    const auto empty = review_of(past_of({Session{}}), today, {});
    CHECK(empty.teams.size() == 1);
    CHECK(empty.lives.empty());
}
