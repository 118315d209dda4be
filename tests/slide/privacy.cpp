// What is private never reaches the room: a slide is the same whatever is written there, at every stage and place.
#include "slide/slide.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::slide;

namespace {

std::vector<Place> places_in(const Session& session) {
    std::vector<Place> places(1);
    for (const auto& person : session.participants) {
        Place place;
        place.speaker = person.id;
        place.typing = "I will";
        places.push_back(place);
    }
    for (const auto& item : session.accountabilities) {
        Place place;
        place.focus = item.id;
        place.speaker = item.owner;
        places.push_back(place);
    }
    for (int step = 0; step <= static_cast<int>(AlignStep::objections); ++step) {
        Place place;
        place.align.step = static_cast<AlignStep>(step);
        places.push_back(place);
    }
    for (std::size_t tile = 0; tile <= session.themes.size(); ++tile)
        for (const bool is_open : {false, true}) {
            Place place;
            place.tile = tile;
            place.is_open = is_open;
            places.push_back(place);
        }
    return places;
}

// Whether two sessions look the same to the room, wherever it is.
bool look_alike(const Session& one, const Session& other) {
    for (const auto stage : all_stages)
        for (const auto& place : places_in(one))
            if (slide_of(one, stage, place) != slide_of(other, stage, place)) return false;
    return true;
}

} // namespace

TEST_CASE("nobody's confidence reaches a slide", "[privacy]") {
    const auto session = sample_session();
    auto rated = session, unrated = session;
    for (std::size_t i = 0; i < session.accountabilities.size(); ++i) {
        rated.accountabilities[i].confidence = static_cast<int>(i % 10) + 1;
        unrated.accountabilities[i].confidence = 0;
    }
    REQUIRE(rated != unrated);
    CHECK(look_alike(rated, unrated));
}

TEST_CASE("what is noted about a person reaches no slide: role, strengths, what an item draws on", "[privacy]") {
    const auto session = sample_session();
    auto noted = session;
    for (auto& person : noted.participants) {
        person.role = "MARKED role";
        person.strengths = {"MARKED strength"};
    }
    for (auto& item : noted.accountabilities) {
        item.strength = "MARKED strength of an item";
        for (auto& answer : item.check_ins) answer.reason = "MARKED reason";
    }
    REQUIRE(noted != session);
    CHECK(look_alike(noted, session));
}

TEST_CASE("what the leader expects reaches no slide before it is opened", "[privacy]") {
    auto session = sample_session(), sealed = session;
    sealed.expectations = {{{"e9"}, "MARKED expectation"}};
    REQUIRE(sealed != session);
    CHECK(look_alike(sealed, session));
}

TEST_CASE("what is typed for anything but a statement is not part of a slide's place", "[privacy]") {
    // Only Place::typing can carry half-typed words, and only one page shows it.
    const auto session = sample_session();
    Place place;
    place.typing = "MARKED";
    for (const auto stage : all_stages) {
        if (stage == Stage::capture) continue;
        INFO(title_of(stage));
        CHECK(slide_of(session, stage, place) == slide_of(session, stage, {}));
    }
}
