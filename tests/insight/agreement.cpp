// How far a room agrees: worked values, and the words for it.
#include "insight/agreement.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace avow;
using namespace avow::insight;

namespace {

constexpr Scale one_to_five = {1, 5};

double rounded(double figure) { return std::round(figure * 100) / 100; }

std::vector<int> of(int times, int value, int more_times = 0, int other = 0) {
    std::vector<int> values(static_cast<std::size_t>(times), value);
    values.insert(values.end(), static_cast<std::size_t>(more_times), other);
    return values;
}

Poll fingers(const std::vector<int>& values, int heads) {
    Poll poll{{"q1"}, PollKind::fingers, "Is it clear?"};
    for (std::size_t i = 0; i < values.size(); ++i)
        poll.answers.push_back({ParticipantId{"p" + std::to_string(i)}, values[i]});
    poll.heads = heads;
    return poll;
}

} // namespace

TEST_CASE("r_wg gives the worked values of its sources") {
    CHECK(rounded(r_wg(of(8, 4, 4, 5), one_to_five).value()) == Catch::Approx(.88));
    CHECK(r_wg(of(6, 1, 6, 5), one_to_five).value() == 0); // more spread than chance
    CHECK(rounded(r_wg({3, 3, 4, 4, 4, 4, 4, 5, 5, 2, 4, 4}, one_to_five).value()) == Catch::Approx(.65));
    CHECK(r_wg(of(12, 3), one_to_five).value() == 1);
}

TEST_CASE("chance is spread over the scale that was asked on") {
    const auto values = of(8, 4, 4, 5);
    CHECK(r_wg(values, scale_of(PollKind::fingers)).value() == Catch::Approx(1 - (8.0 / 33) / (35.0 / 12)));
    CHECK(r_wg(values, scale_of(PollKind::confidence)).value() == Catch::Approx(1 - (8.0 / 33) / 8.25));
}

TEST_CASE("there is no figure of agreement below eight raters") {
    CHECK_FALSE(r_wg(of(7, 4), one_to_five));
    CHECK(r_wg(of(8, 4), one_to_five));
    CHECK_FALSE(r_wg({}, one_to_five));
}

TEST_CASE("the spread counts each answer of the scale") {
    CHECK(spread_of(fingers({0, 5, 5, 3}, 4)) == std::vector{1, 0, 0, 1, 0, 2});
}

TEST_CASE("what the room answered is said in words, with its n and the distribution it is held against") {
    CHECK(in_words(fingers(of(8, 4, 4, 5), 12)) ==
          std::vector<std::string>{
              "From 4 to 5, the middle 4",
              "Very strong agreement: .92, from 0 as by chance to 1 of one mind (r_wg of 12, uniform)"});
    CHECK(in_words(fingers(of(6, 0, 6, 5), 12)) ==
          std::vector<std::string>{"From 0 to 5, the middle between 0 and 5",
                                   "No agreement: .00, from 0 as by chance to 1 of one mind (r_wg of 12, uniform)",
                                   "6 at 2 or less: what would help?"});
    CHECK(in_words(fingers({2, 4, 4}, 5)) ==
          std::vector<std::string>{"From 2 to 4, the middle 4; 2 gave no answer", "1 at 2 or less: what would help?"});
    CHECK(in_words(fingers({4, 4, 4}, 3)) == std::vector<std::string>{"All 3 say 4"});
    CHECK(in_words(fingers({4}, 3)) == std::vector<std::string>{"One answer: 4; 2 gave no answer"});
}

TEST_CASE("votes say what came first, ties by name, and what was not used") {
    Poll poll{{"q1"}, PollKind::votes, "Which first?"};
    poll.heads = 12, poll.budget = 2;
    poll.counts = {{"Calls", {}, 9}, {"Boards", {}, 9}, {"Ideas", {}, 4}};
    CHECK(in_words(poll) == std::vector<std::string>{"Most votes, 9 each: Calls and Boards", "2 of 24 votes not used"});
    poll.counts[0].count = 11;
    CHECK(in_words(poll) == std::vector<std::string>{"Most votes, 11 of 24: Calls"});
    for (auto& count : poll.counts) count.count = 0;
    CHECK(in_words(poll).front() == "Nobody has voted");
}

TEST_CASE("hands are told as counts of those asked") {
    Poll poll{{"q1"}, PollKind::hands, "Do we start?"};
    poll.heads = 12;
    poll.counts = {{"for", {}, 9}, {"against", {}, 1}, {"abstaining", {}, 1}};
    CHECK(in_words(poll) == std::vector<std::string>{"9 for, 1 against, 1 abstaining, of 12", "1 gave no answer"});
}

TEST_CASE("what could be said back is told by its parts") {
    Poll poll{{"q1"}, PollKind::say_back, "Who can say the goal back?"};
    poll.heads = 12;
    poll.counts = {{"metric", std::nullopt, 9}, {"number", std::nullopt, 7}, {"date", std::nullopt, 0}};
    CHECK(in_words(poll) == std::vector<std::string>{"Of 12, 9 said the metric; 7 said the number; 0 said the date"});
}
