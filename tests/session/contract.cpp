// The one number that words hold, and what came of a contract.
#include "session/contract.hpp"

#include <catch2/catch_test_macros.hpp>

#include <clocale>
#include <string>

using namespace avow;

namespace {

constexpr Date due = {2026, 12, 19};
constexpr Date before = {2026, 12, 18};
constexpr Date after = {2026, 12, 20};

SuccessContract from_to(const std::string& baseline, const std::string& target,
                        std::vector<MetricReading> readings = {}) {
    return {"calls", baseline, target, due, "", std::move(readings)};
}

} // namespace

TEST_CASE("amount_in finds the one number that words hold") {
    CHECK(amount_in("9") == 9);
    CHECK(amount_in("80 %") == 80);
    CHECK(amount_in("80%") == 80);
    CHECK(amount_in("1,200 calls") == 1'200);
    CHECK(amount_in("12,345,678.25") == 12'345'678.25);
    CHECK(amount_in("-3.5") == -3.5);
    CHECK(amount_in("\u22123.5 °C") == -3.5);
    CHECK(amount_in("down to -2") == -2);
    CHECK(amount_in("0.05") == 0.05);
    CHECK(amount_in("007") == 7);
    CHECK(amount_in("about 9, or so.") == 9);
    CHECK(amount_in("It is 9.") == 9);
    CHECK(amount_in("€9") == 9);
    CHECK(amount_in("5min") == 5);
    CHECK(amount_in("(-3)") == -3);
    CHECK(amount_in("\u20133") == -3); // a dash, as many keyboards make it
    CHECK(amount_in("(1,000)") == 1'000);
}

TEST_CASE("amount_in finds nothing where there is no number, or more than one, or one that may be read in two ways") {
    for (const char* words : {"",      "many", "-",      ".",         "9 of 12",  "3-5",     "3 to 9", "3,5",
                              "1 200", "1,20", "1,2000", "12,34,567", "1234,567", "1.200,5", "1.2.3",  ".5",
                              ",5",    "1e5",  "1,,200", "9/10",      "half",     "nine",    "plan-9", "\u0669"}) {
        CAPTURE(words);
        CHECK_FALSE(amount_in(words));
    }
    CHECK_FALSE(amount_in(std::string(400, '9'))); // larger than any number
}

TEST_CASE("a number is the same number in a locale of commas") {
    const std::string before_this = std::setlocale(LC_NUMERIC, nullptr);
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8"})
        if (std::setlocale(LC_NUMERIC, name)) {
            CHECK(amount_in("3.5") == 3.5);
            CHECK_FALSE(amount_in("3,5"));
        }
    std::setlocale(LC_NUMERIC, before_this.c_str());
}

TEST_CASE("what is to be raised is met by the target or more, by its date") {
    CHECK(state_of(from_to("3", "9"), before) == ContractState::open);
    CHECK(state_of(from_to("3", "9"), due) == ContractState::open);
    CHECK(state_of(from_to("3", "9"), after) == ContractState::not_met);
    CHECK(state_of(from_to("3", "9", {{before, "8.9"}}), due) == ContractState::open);
    CHECK(state_of(from_to("3", "9", {{before, "8.9"}}), after) == ContractState::not_met);
    CHECK(state_of(from_to("3", "9", {{before, "9"}}), before) == ContractState::met);
    CHECK(state_of(from_to("3", "9 calls", {{due, "12"}}), after) == ContractState::met);
    CHECK(state_of(from_to("3", "9", {{after, "12"}}), after) == ContractState::not_met);         // a day late
    CHECK(state_of(from_to("3", "9", {{before, "9"}, {due, "4"}}), after) == ContractState::met); // it was reached
}

TEST_CASE("what is to be lowered is met by the target or less") {
    CHECK(state_of(from_to("9", "3", {{before, "3.1"}}), due) == ContractState::open);
    CHECK(state_of(from_to("9", "3", {{before, "3"}}), due) == ContractState::met);
    CHECK(state_of(from_to("9", "-1", {{before, "-2"}}), due) == ContractState::met);
    CHECK(state_of(from_to("9", "-1", {{before, "0"}}), after) == ContractState::not_met);
}

TEST_CASE("what is to be held is met when its date has come and all that was read is that number") {
    CHECK(state_of(from_to("9", "9"), due) == ContractState::open);
    CHECK(state_of(from_to("9", "9"), after) == ContractState::not_met); // nobody looked
    CHECK(state_of(from_to("9", "9.0", {{before, "9"}}), before) == ContractState::open);
    CHECK(state_of(from_to("9", "9.0", {{before, "9"}}), due) == ContractState::met);
    CHECK(state_of(from_to("9", "9", {{before, "9"}, {after, "4"}}), after) == ContractState::met);
    CHECK(state_of(from_to("9", "9", {{before, "10"}}), before) == ContractState::not_met);
    CHECK(state_of(from_to("9", "9", {{before, "8"}, {due, "9"}}), due) == ContractState::not_met);
}

TEST_CASE("words without a number reach nothing") {
    CHECK(state_of(from_to("3", "many", {{before, "9"}}), before) == ContractState::open);
    CHECK(state_of(from_to("3", "9", {{before, "enough"}}), after) == ContractState::not_met);
}
