// What a person says about who and what is one, against what ids, names and words guess.
#include "insight/review.hpp"
#include "insight/settled.hpp"
#include "insight/traced.hpp"
#include "team_year.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::insight;
using namespace avow::examples;

namespace {

constexpr Date today{2026, 9, 17};
using Kind = Join::Kind;
using Names = std::vector<std::string>;

Named named(std::string name, std::optional<Date> day = std::nullopt, int seat = 0) {
    return {"", std::move(name), day, seat};
}
Join same(Kind kind, Named one, Named other) { return {kind, true, std::move(one), std::move(other)}; }
Join apart(Kind kind, Named one, Named other) { return {kind, false, std::move(one), std::move(other)}; }

Names people_in(const std::vector<Session>& sessions, const Joins& joins) {
    const auto past = past_of(sessions);
    Names found;
    for (const auto& person : people_of(past, teams_of(past, joins), joins))
        found.push_back(person.name + " " + std::to_string(person.in.size()));
    return found;
}

Session desk(const char* id, Date date, const std::vector<std::pair<std::string, std::string>>& people) {
    return met(id, "Desk", date, people);
}

std::vector<Session> four_of_bo() {
    return {desk("s1", {2026, 1, 5}, {{"a", "Bo"}}), desk("s2", {2026, 2, 5}, {{"b", "Bo"}}),
            desk("s3", {2026, 3, 5}, {{"c", "Bo"}}), desk("s4", {2026, 4, 5}, {{"d", "Bo"}})};
}

std::vector<Session> two_walls(const char* first, const char* second) {
    auto one = desk("s1", {2026, 1, 5}, {{"p1", "Ana"}});
    name_theme(one, "t1", first);
    say(one, "a1", "p1", "I ring people", "t1");
    auto two = desk("s2", {2026, 2, 5}, {{"p1", "Ana"}, {"p2", "Bo"}});
    name_theme(two, "t1", second);
    say(two, "b1", "p1", "I sort the parts", "t1");
    return {one, two};
}

std::vector<ThemeThread> threads_of(const std::vector<Session>& sessions, const Joins& joins) {
    return review_of(past_of(sessions), today, {}, joins).themes;
}

} // namespace

TEST_CASE("two names that are said to be one person are one, in a review and in a one-on-one") {
    const std::vector<Session> sessions = {desk("s1", {2026, 1, 5}, {{"a", "Ana Pires"}, {"b", "Bo"}}),
                                           desk("s2", {2026, 2, 5}, {{"c", "Ana Lima"}, {"b", "Bo"}})};
    CHECK(people_in(sessions, {}) == Names{"Ana Pires 1", "Bo 2", "Ana Lima 1"});
    const Joins joins = {same(Kind::person, named("ana pires"), named("Ana Lima"))};
    CHECK(people_in(sessions, joins) == Names{"Ana Lima 2", "Bo 2"});
    CHECK(std::get<Traced>(traced(sessions, "Ana Lima", "", joins)).sessions.size() == 2);
    CHECK(std::get<Traced>(traced(sessions, "Ana Lima", "")).sessions.size() == 1);
    CHECK(everybody(sessions, joins).size() == 2);
}

TEST_CASE("two of one name that are said to be two are two, and a third meeting goes with the nearer") {
    CHECK(people_in(four_of_bo(), {}) == Names{"Bo 4"});
    const Joins joins = {apart(Kind::person, named("Bo", Date{2026, 2, 5}), named("Bo", Date{2026, 3, 5}))};
    CHECK(people_in(four_of_bo(), joins) == Names{"Bo 2", "Bo 2"});
    auto of_one_id = four_of_bo();
    for (auto& session : of_one_id) session.participants[0].id = {"p1"};
    CHECK(people_in(of_one_id, joins) == Names{"Bo 2", "Bo 2"});
}

TEST_CASE("one day alone can be taken out of a name") {
    const Joins joins = {apart(Kind::person, named("Bo"), named("Bo", Date{2026, 2, 5}))};
    CHECK(people_in(four_of_bo(), joins) == Names{"Bo 3", "Bo 1"});
}

TEST_CASE("of two who sat in one room a seat says who is meant") {
    const std::vector<Session> sessions = {desk("s1", {2026, 1, 5}, {{"a", "Bo"}, {"b", "Bo"}}),
                                           desk("s2", {2026, 2, 5}, {{"c", "Bob"}})};
    const Joins joins = {same(Kind::person, named("Bo", Date{2026, 1, 5}, 2), named("Bob"))};
    CHECK(people_in(sessions, joins) == Names{"Bo 1", "Bob 2"});
}

TEST_CASE("somebody who changed the team is one where it is said, with the team each name is of") {
    const std::vector<Session> sessions = {met("s1", "Desk", {2026, 1, 5}, {{"a", "Ana"}}),
                                           met("s2", "Vans", {2026, 2, 5}, {{"b", "Ana"}})};
    CHECK(people_in(sessions, {}).size() == 2);
    Joins joins = {same(Kind::person, {"Desk", "Ana", std::nullopt, 0}, {"vans", "Ana", std::nullopt, 0})};
    CHECK(people_in(sessions, joins) == Names{"Ana 2"});
    joins[0].one.team = "Stores";
    CHECK(people_in(sessions, joins).size() == 2);
}

TEST_CASE("the newer of two sentences holds, through a third as well, and the older is said") {
    const auto one = same(Kind::person, named("A"), named("B"));
    const auto other = apart(Kind::person, named("b"), named("a"));
    CHECK(settled({one, other}, Kind::person).joins == Joins{other});
    CHECK(settled({other, one}, Kind::person).joins == Joins{one});
    const Joins chain = {apart(Kind::person, named("A"), named("C")), one, same(Kind::person, named("B"), named("C"))};
    CHECK(settled(chain, Kind::person).joins.size() == 2);
    CHECK(contradictions(chain) ==
          Names{"Set aside, for something newer says otherwise: A and C are each a person of their own."});
    CHECK(contradictions({one, same(Kind::theme, named("A"), named("B"))}).empty());
}

TEST_CASE("teams are joined and taken apart as it is said, carried promises or not") {
    auto first = met("s1", "Desk", {2026, 1, 5}, {{"p1", "Ana"}});
    say(first, "a1", "p1", "I call back");
    auto second = met("s2", "Service centre", {2026, 2, 5}, {{"p1", "Ana"}});
    const auto third = met("s3", "Vans", {2026, 3, 5}, {});
    carry(second, first, "a1");
    const auto count = [&](const Joins& joins) { return teams_of(past_of({first, second, third}), joins).size(); };
    CHECK(count({}) == 2);
    CHECK(count({apart(Kind::team, named("desk"), named("Service Centre"))}) == 3);
    CHECK(count({same(Kind::team, named("Vans"), named("Desk"))}) == 1);
    const auto namesakes = past_of({met("s1", "Desk", {2026, 1, 5}, {}), met("s2", "Desk", {2026, 2, 5}, {}),
                                    met("s3", "Desk", {2026, 3, 5}, {})});
    const Joins two = {apart(Kind::team, named("Desk", Date{2026, 1, 5}), named("Desk", Date{2026, 2, 5}))};
    REQUIRE(teams_of(namesakes, two).size() == 2);
    CHECK(teams_of(namesakes, two)[1].sessions == std::vector<std::size_t>{1, 2});
}

TEST_CASE("themes that share no word are one where it is said, and then it is no guess") {
    const auto sessions = two_walls("Calling back", "Ring within the day");
    CHECK(threads_of(sessions, {}).size() == 2);
    const auto joined = threads_of(sessions, {same(Kind::theme, named("calling back"), named("Ring within the day"))});
    REQUIRE(joined.size() == 1);
    CHECK(sureness_of(joined[0]) == Sureness::confirmed);
    CHECK(joined[0].former_titles == Names{"Calling back"});
}

TEST_CASE("a likely match is one until it is confirmed or taken apart, by what the thread itself says is to be said") {
    const auto sessions = two_walls("Quick answers", "Answers, quick");
    const auto likely = threads_of(sessions, {});
    REQUIRE(likely.size() == 1);
    CHECK(sureness_of(likely[0]) == Sureness::likely);
    const auto confirmed = threads_of(sessions, confirming(likely[0], "Desk"));
    REQUIRE(confirmed.size() == 1);
    CHECK(sureness_of(confirmed[0]) == Sureness::confirmed);
    CHECK(threads_of(sessions, taking_apart(likely[0], "Desk")).size() == 2);
    CHECK(threads_of(sessions, taking_apart(likely[0], "Vans")).size() == 1);
}

TEST_CASE("one title can be two themes, and what was kept counts where it was said") {
    auto sessions = two_walls("Calls", "Calls");
    sessions[0].accountabilities[0].check_ins = {{{2026, 2, 5}, Outcome::kept, "", ""}};
    const auto one = threads_of(sessions, {});
    REQUIRE(one.size() == 1);
    CHECK(sureness_of(one[0]) == Sureness::same_title);
    const auto two =
        threads_of(sessions, {apart(Kind::theme, named("Calls", Date{2026, 1, 5}), named("Calls", Date{2026, 2, 5}))});
    REQUIRE(two.size() == 2);
    CHECK(two[0].kept == KeptRate{1, 1});
    CHECK(two[1].kept == KeptRate{0, 0});
}

TEST_CASE("two themes of one wall that are said to be one count each person once") {
    auto session = two_walls("Calling back", "Ring within the day")[1];
    name_theme(session, "t2", "Calling back");
    say(session, "b2", "p1", "I call", "t2");
    say(session, "b3", "p2", "I call too", "t2");
    const auto joined = threads_of({session}, {same(Kind::theme, named("Calling back"), named("Ring within the day"))});
    REQUIRE(joined.size() == 1);
    REQUIRE(joined[0].in.size() == 1);
    CHECK(joined[0].in[0].items == 3);
    CHECK(joined[0].in[0].people == 2);
}

TEST_CASE("what is said of names nobody bears changes nothing") {
    const Joins joins = {same(Kind::person, named("Zoe"), named("Ana")), apart(Kind::theme, named("x"), named("y")),
                         same(Kind::team, named("Moon"), named("Front office"))};
    CHECK(review_of(past_of(a_team_through_three_meetings()), today, {}, joins) ==
          review_of(past_of(a_team_through_three_meetings()), today, {}));
}
