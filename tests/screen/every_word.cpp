// Whatever was said stands on the pages, whole, however long it is and however many said it.
#include "insight/coverage.hpp"
#include "screen/given_room.hpp"
#include "screen/hard_sessions.hpp"
#include "session/text.hpp"
#include "support/aligned.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::screen;

namespace {

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

bool has_in_order(const std::string& text, const std::string& sentence) {
    std::size_t at = 0;
    for (std::size_t start = 0; start < sentence.size();) {
        const auto end = std::min(sentence.find(' ', start), sentence.size());
        at = text.find(sentence.substr(start, end - start), at);
        if (at == std::string::npos) return false;
        start = end + 1;
    }
    return true;
}

} // namespace

TEST_CASE("all that is asked, raised and named stands on the pages of Align") {
    GivenRoom given;
    const auto crowded = crowded_session();
    auto session = aligned(crowded, {.asks = 8, .objections = 9, .misalignments = 9, .words = [&](std::size_t i) {
                                         return crowded.accountabilities.at(i % 60).statement;
                                     }});
    given.desk.look_at(History(session));
    const auto shows_whole = [&](slide::AlignStep step, const std::string& sentence) {
        desk::go_to_step(given.desk, step);
        INFO(sentence);
        CHECK(without_spaces(words_on_all_pages(given)).find(without_spaces(sentence).substr(0, 30)) !=
              std::string::npos);
    };
    for (const auto& one : session.misalignments) shows_whole(slide::AlignStep::misalignments, one.text);
    for (const auto& one : session.objections) shows_whole(slide::AlignStep::objections, one.text);
    for (const auto& one : session.asks)
        if (one.text.starts_with("The ") || one.text.starts_with("I ")) { // the columns stand side by side
            desk::go_to_step(given.desk, slide::AlignStep::asks);
            INFO(one.text);
            CHECK(has_in_order(words_on_all_pages(given), first_characters(one.text, 20)));
        }
}

TEST_CASE("a statement of 4,000 characters is read back whole, page by page") {
    GivenRoom given;
    auto session = longest_statement();
    session.stage = Stage::commit;
    given.desk.look_at(History(session));
    const auto text = words_on_all_pages(given);
    CHECK(has_in_order(text, session.accountabilities[0].statement));
}

TEST_CASE("a goal of 4,000 characters and both reasons are shown whole, page by page") {
    GivenRoom given;
    auto session = longest_statement();
    session.goal.why_us = "We " + long_text(900);
    session.goal.why_you = "You " + long_text(1'700);
    session.stage = Stage::goal;
    given.desk.look_at(History(session));
    const auto text = words_on_all_pages(given);
    CHECK(has_in_order(text, session.goal.text));
    CHECK(text.find("dog and comes") != std::string::npos);
}

TEST_CASE("everybody is named on the welcome page and on the closing page, however many they are") {
    for (const auto stage : {Stage::prepare, Stage::close}) {
        GivenRoom given;
        auto session = sixty_people();
        session.stage = stage;
        given.desk.look_at(History(session));
        given.desk.showing = desk::Showing::audience;
        const auto text = without_spaces(words_on_all_pages(given)); // a name may go over two lines
        for (const auto& name : insight::short_names(session)) {
            INFO(title_of(stage) << ": " << name);
            CHECK(text.find(without_spaces(name)) != std::string::npos);
        }
    }
}

TEST_CASE("all statements of a theme are on its pages") {
    GivenRoom given;
    auto session = usual_session();
    session.stage = Stage::themes;
    given.desk.look_at(History(session));
    for (std::size_t tile = 0; tile < desk::tile_count(given.desk); ++tile) {
        given.desk.place.tile = tile;
        given.desk.place.is_open = true;
        given.desk.place.focus.reset();
        const auto text = words_on_all_pages(given);
        for (const auto* card : desk::cards_of_tile(given.desk.session(), tile)) {
            INFO(card->statement);
            CHECK(has_in_order(text, words_of(*card)));
        }
    }
}
