// Strengths, contracts, first steps, luck and what tracking costs: worked examples, and that no order of people shows.
#include "insight/contracts.hpp"
#include "insight/luck.hpp"
#include "insight/start_small.hpp"
#include "insight/strengths.hpp"
#include "insight/tracking_cost.hpp"
#include "support/random_edits.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::insight;

namespace {

constexpr Date today = {2026, 11, 2};

Accountability said(const std::string& id, const std::string& owner) {
    Accountability item;
    item.id = {id};
    item.owner = {owner};
    item.statement = "I call back";
    return item;
}

Session of(int people) {
    Session session;
    session.date = today;
    for (int i = 1; i <= people; ++i)
        session.participants.push_back({{"p" + std::to_string(i)}, "Person " + std::to_string(i), "", i});
    return session;
}

// From 20 to 10, asked for yesterday.
SuccessContract contract(const std::string& read) {
    return {"open cases", "20", "10", plus_days(today, -1), "take on the next shift", {{plus_days(today, -2), read}}};
}

Accountability with_result(const std::string& id, const std::string& owner, Outcome outcome, const std::string& read) {
    auto item = said(id, owner);
    item.check_ins = {{plus_days(today, -9), Outcome::missed}, {plus_days(today, -3), outcome}};
    item.contract = contract(read);
    return item;
}

Entry checked(int number, std::int64_t second, const std::string& id) {
    const CheckIn check_in{today, Outcome::kept};
    return Step{{"c" + std::to_string(number)}, "checked in", {second * 1000}, {AddCheckIn{{id}, check_in}}};
}

// Eight check-ins of two people over two weeks: seven after 10 seconds each, one after an hour.
History two_weeks_of_check_ins() {
    auto origin = of(2);
    origin.carried = {said("a1", "p1"), said("a2", "p2")};
    for (auto& item : origin.carried) item.lineage = Lineage{{"before"}, plus_days(today, -28)};
    constexpr std::int64_t two_weeks = 14 * 24 * 3'600;
    std::vector<Entry> log = {Step{{"s"}, "went on", {0}, {GoToStage{Stage::open, {0}}}}};
    for (int i = 1; i <= 4; ++i) log.push_back(checked(i, 10 * i, i % 2 ? "a1" : "a2"));
    log.push_back(checked(5, 40 + 3'600, "a1"));
    log.push_back(Step{{"t"}, "went on", {(two_weeks - 20) * 1000}, {GoToStage{Stage::goal, {0}}}});
    for (int i = 6; i <= 8; ++i) log.push_back(checked(i, two_weeks + 10 * (i - 7), "a2"));
    return {origin, log};
}

} // namespace

TEST_CASE("the share of accountabilities tied to a strength has its n, and a mere result of a test is none") {
    auto session = of(2);
    for (int i = 1; i <= 4; ++i) session.accountabilities.push_back(said("a" + std::to_string(i), "p1"));
    CHECK(strength_share(session) == StrengthShare{0, 4});
    session.accountabilities[0].strength = "patience";
    session.accountabilities[1].strength = "Order";
    session.participants[0].assessments = {{"A test", {"order"}, {2026, 10, 1}, Date{2026, 10, 8}, ""}};
    CHECK(strength_share(session) == StrengthShare{1, 4});
    session.participants[0].assessments[0].first_use = "the stock list";
    CHECK(strength_share(session) == StrengthShare{2, 4});
}

TEST_CASE("each contract of a session has its state, what is carried first, and a met one its next step") {
    auto session = of(1);
    session.accountabilities = {said("a1", "p1"), said("a2", "p1"), said("a3", "p1")};
    session.accountabilities[0].contract = contract("10");
    session.accountabilities[2].contract = contract("15");
    session.carried = {said("a0", "p1")};
    session.carried[0].contract = contract("15");
    session.carried[0].contract->date = plus_days(today, 5);
    const auto all = contracts_of(session, today);
    CHECK(all == std::vector<ContractNow>{{&session.carried[0], ContractState::open},
                                          {&session.accountabilities[0], ContractState::met},
                                          {&session.accountabilities[2], ContractState::not_met}});
    CHECK(count_of(all) == ContractCount{1, 1, 1});
    CHECK(step_due(*session.accountabilities[0].contract, today) == "take on the next shift");
    CHECK(step_due(*session.accountabilities[2].contract, today).empty());
}

TEST_CASE("what ends in more than two weeks and begins nowhere wants a first step") {
    const auto wants = [](std::optional<int> due, std::string first_step = {}, std::vector<CheckIn> answers = {}) {
        auto item = said("a", "p1");
        if (due) item.due = plus_days(today, *due);
        item.first_step = std::move(first_step);
        item.check_ins = std::move(answers);
        return wants_first_step(item, today);
    };
    CHECK_FALSE(wants(std::nullopt));
    CHECK_FALSE(wants(-1));
    CHECK_FALSE(wants(14));
    CHECK(wants(15));
    CHECK_FALSE(wants(70, "ask Bo"));
    CHECK_FALSE(wants(80, {}, {{today, Outcome::kept, {}, {}}}));
    auto of_contract = said("b", "p1");
    of_contract.contract = SuccessContract{"Calls answered twice", "30", "10", plus_days(today, 60), {}, {}};
    CHECK(wants_first_step(of_contract, today));
    of_contract.due = plus_days(today, 7); // the nearer day is the one agreed on
    CHECK_FALSE(wants_first_step(of_contract, today));
}

TEST_CASE("plan or luck: kept by the last check-in against hit by the contract, in four squares") {
    auto session = of(3);
    session.accountabilities = {
        with_result("a1", "p1", Outcome::kept, "9"), with_result("a2", "p2", Outcome::kept, "12"),
        with_result("a3", "p3", Outcome::part, "10"), with_result("a4", "p1", Outcome::missed, "8"),
        with_result("a5", "p1", Outcome::missed, "30")};
    session.accountabilities.push_back(with_result("a6", "p2", Outcome::changed, "9")); // in no square
    session.accountabilities.push_back(with_result("a7", "p2", Outcome::kept, "12"));
    session.accountabilities.back().contract->date = plus_days(today, 1); // open still
    session.accountabilities.push_back(said("a8", "p2"));
    const auto squares = luck_of({&session}, today);
    CHECK(squares == LuckSquares{1, 1, 2, 1});
    CHECK(squares->n() == 5);
    std::ranges::reverse(session.accountabilities);
    CHECK(luck_of({&session}, today) == squares);
}

TEST_CASE("a promise that stands in several sessions is in one square, as the latest one knows it") {
    auto earlier = of(3);
    earlier.date = plus_days(today, -7);
    earlier.accountabilities = {with_result("a1", "p1", Outcome::missed, "30"),
                                with_result("a2", "p2", Outcome::kept, "9"),
                                with_result("a3", "p3", Outcome::kept, "9")};
    auto later = of(3);
    later.date = today;
    later.carried = {with_result("a1", "p1", Outcome::kept, "30")};
    const LuckSquares squares{2, 1, 0, 0};
    CHECK(luck_of(std::vector<const Session*>{&earlier, &later}, today) == squares);
    CHECK(luck_of(std::vector<const Session*>{&later, &earlier}, today) == squares);
}

TEST_CASE("luck of fewer than three people is told nowhere") {
    auto session = of(3);
    session.accountabilities = {with_result("a1", "p1", Outcome::kept, "9"),
                                with_result("a2", "p2", Outcome::kept, "9"),
                                with_result("a3", "p2", Outcome::kept, "9")};
    CHECK_FALSE(luck_of({&session}, today));
    session.accountabilities[2].owner = {"p3"};
    CHECK(luck_of({&session}, today) == LuckSquares{3, 0, 0, 0});
}

TEST_CASE("tracking costs what its log took, a long pause counted as the bound") {
    const auto history = two_weeks_of_check_ins();
    const auto cost = tracking_cost({&history}).value();
    CHECK(cost.check_ins == 8);
    CHECK(cost.cut_short == 1);
    CHECK(cost.spent_ms == 7 * 10'000 + longest_check_in_ms);
    CHECK(cost.people == 2);
    CHECK(cost.weeks() == Catch::Approx(2.0));
    CHECK(cost.seconds_a_person_a_week() == Catch::Approx(190.0 / 2 / 2));
    CHECK(in_words(cost) == "48 seconds a person a week (8 check-ins of 2 people in 2.0 weeks; 1 pause counted as 120 "
                            "seconds)");
}

TEST_CASE("of few check-ins, or of one sitting, there is no figure of what tracking costs") {
    const auto history = two_weeks_of_check_ins();
    const auto cut = [&](std::size_t entries) {
        return History(history.origin(), {history.log().begin(), history.log().begin() + static_cast<long>(entries)});
    };
    const auto seven = cut(history.log().size() - 1);
    CHECK_FALSE(tracking_cost({&seven}));
    auto at_once = history.log();
    for (auto& entry : at_once) std::get<Step>(entry).at = {std::get<Step>(entry).at.unix_ms / 10'000};
    const History sitting(history.origin(), at_once);
    CHECK_FALSE(tracking_cost({&sitting}));
    CHECK_FALSE(tracking_cost({}));
}

TEST_CASE("dealing seats and names anew changes no figure of a team") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Dice dice(seed);
        auto session = of(5);
        for (int i = 0; i < 20; ++i) {
            const auto owner = "p" + std::to_string(1 + dice.below(5));
            session.accountabilities.push_back(with_result("a" + std::to_string(i), owner, Outcome(dice.below(4)),
                                                           std::to_string(5 + dice.below(10))));
            if (dice.one_in(2)) session.accountabilities.back().strength = "order";
        }
        auto dealt = session;
        for (auto& person : dealt.participants) std::swap(person.name, dealt.participants[dice.below(5)].name);
        for (std::size_t i = 20; i > 1; --i)
            std::swap(dealt.accountabilities[i - 1], dealt.accountabilities[dice.below(i)]);
        REQUIRE(luck_of({&dealt}, today) == luck_of({&session}, today));
        REQUIRE(strength_share(dealt) == strength_share(session));
        REQUIRE(count_of(contracts_of(dealt, today)) == count_of(contracts_of(session, today)));
    }
}
