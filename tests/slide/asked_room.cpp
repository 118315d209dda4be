// What the room sees of a question put to it: nothing of the answers until the last, and never whose.
#include "slide/slide.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::slide;

namespace {

Poll fingers_of(const Session& session, std::vector<int> values) {
    Poll poll{{"q1"}, PollKind::fingers, "Is the goal clear?"};
    poll.heads = static_cast<int>(session.participants.size());
    for (std::size_t i = 0; i < values.size(); ++i) poll.answers.push_back({session.participants[i].id, values[i]});
    return poll;
}

std::vector<int> counts_of(const AskedRoom& page) {
    std::vector<int> counts;
    for (const auto& column : page.columns) counts.push_back(column.count);
    return counts;
}

AskedRoom shown(const Session& session, const AskedRoom& page) {
    Place place;
    place.asked_room = page;
    const auto slide = slide_of(session, Stage::commit, place);
    CHECK(slide.seats.empty()); // no name beside an answer
    return std::get<AskedRoom>(slide.content);
}

} // namespace

TEST_CASE("while answers come in, the room sees how many are in and not one of them") {
    const auto session = sample_session();
    const auto low = masked(session, fingers_of(session, {0, 0, 0, 1, 1, 1, 2, 2, 2}), 9, 12);
    const auto high = masked(session, fingers_of(session, {5, 5, 5, 5, 4, 5, 4, 5, 5}), 9, 12);
    CHECK(low == high);
    CHECK(low.answered == 9);
    CHECK(low.asked == 12);
    CHECK(low.words.empty());
    CHECK(shown(session, low) == low);
    Poll votes{{"q2"}, PollKind::votes, "Which first?", std::nullopt, {}, 12, 2};
    votes.counts = {{"Quick answers", ThemeId{"t1"}, 9}, {"Boards", std::nullopt, 3}};
    CHECK(counts_of(masked(session, votes, 1, 2)) == std::vector{0, 0});
}

TEST_CASE("once the last answer is in, the room sees the spread, and it is the same whoever gave which") {
    const auto session = sample_session();
    std::vector values = {4, 4, 5, 3, 4, 5, 4, 2, 4, 5, 4, 4};
    const auto page = revealed(session, fingers_of(session, values));
    CHECK(counts_of(page) == std::vector{0, 0, 1, 1, 7, 3});
    CHECK(page.words.front() == "From 2 to 5, the middle 4");
    std::ranges::reverse(values);
    CHECK(revealed(session, fingers_of(session, values)) == page);
}

TEST_CASE("votes are shown by weight, with the signs their themes have now") {
    const auto session = sample_session();
    Poll votes{{"q2"}, PollKind::votes, "Which first?", std::nullopt, {}, 12, 2};
    const auto& theme = session.themes.front();
    votes.counts = {{"Gone since", ThemeId{"t99"}, 3}, {theme.title, theme.id, 9}};
    const auto page = revealed(session, votes);
    CHECK(page.columns.front() == AskedRoom::Column{theme.title, theme.mark, 9});
    CHECK(page.columns.back() == AskedRoom::Column{"Gone since", std::nullopt, 3});
    CHECK(page.prompt == "2 votes each");
}
