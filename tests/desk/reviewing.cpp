// The folder reviewed on the desk: read, walked, opened from, corrected, written down.
#include "desk/reviewing.hpp"

#include "desk/commands.hpp"
#include "given.hpp"
#include "storage/joins_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>

using namespace avow;
using namespace avow::desk;

namespace {

struct GivenFolder : Given {
    GivenFolder() {
        world.put_all_of(AVOW_SOURCE_DIR "/sessions/five-months");
        desk.look_at_library();
    }

    const Reviewing& review() {
        run(*command("library.review"), desk);
        desk.reviewing->wait_ms(120'000);
        desk.attend();
        REQUIRE(desk.reviewing->page());
        return *desk.reviewing;
    }
    void go_to_team(const std::string& name) {
        for (int tries = 0; tries < 4 && team().name != name; ++tries) run(*command("review.next_team"), desk);
        REQUIRE(team().name == name);
    }
    const insight::Team& team() const { return desk.reviewing->page()->review.teams[desk.reviewing->team]; }
};

} // namespace

TEST_CASE("a folder is reviewed by one key, and Escape goes back to the library") {
    GivenFolder given;
    const auto& reviewing = given.review();
    CHECK(given.desk.showing == Showing::review);
    CHECK(reviewing.page()->review.past.sessions.size() == 6);
    CHECK(reviewing.page()->unread.empty());
    CHECK(reviewing.rows().size() == review_sections - 1);
    run(*command("review.leave"), given.desk);
    CHECK(given.desk.showing == Showing::library);
    CHECK_FALSE(given.desk.reviewing);
}

TEST_CASE("the words of one team are told at a time") {
    GivenFolder given;
    const auto& reviewing = given.review();
    show_review_section(given.desk, 1);
    for (int team = 0; team < 2; ++team) {
        for (const auto& row : reviewing.rows()) CHECK(reviewing.page()->review.lives[row.at].team == reviewing.team);
        step_review_team(given.desk, 1);
    }
    CHECK(reviewing.team == 0);
}

TEST_CASE("what is open comes oldest first, and Return opens its session with that card in hand") {
    GivenFolder given;
    given.review();
    open_review_row(given.desk); // of the overview the first section
    CHECK(given.desk.reviewing->section == ReviewSection::open);
    const auto rows = given.desk.reviewing->rows();
    REQUIRE(rows.size() > 2);
    const auto& lives = given.desk.reviewing->page()->review.lives;
    CHECK(lives[rows[0].at].age_days >= lives[rows[1].at].age_days);
    step_review_row(given.desk, 1);
    const auto life = lives[rows[1].at];
    open_review_row(given.desk);
    REQUIRE(given.desk.is_open());
    CHECK(given.desk.place.focus == life.item.id);
    CHECK(find(given.desk.session(), life.item.id)->statement == life.item.statement);
    CHECK(given.desk.showing == Showing::board);
    CHECK_FALSE(given.desk.reviewing);
}

TEST_CASE("every row of every section can be in hand and opened, and no step leaves the list") {
    GivenFolder given;
    for (std::size_t section = 1; section < review_sections; ++section) {
        given.review();
        show_review_section(given.desk, section);
        const auto count = given.desk.reviewing->rows().size();
        step_review_row(given.desk, -3);
        CHECK(given.desk.reviewing->row == 0);
        step_review_row(given.desk, 1000);
        CHECK(given.desk.reviewing->row == (count == 0 ? 0 : count - 1));
        INFO(title_of(static_cast<ReviewSection>(section)));
        open_review_row(given.desk);
        CHECK(given.desk.is_open() == (count > 0));
        if (given.desk.is_open())
            given.desk.close();
        else
            leave_review(given.desk);
    }
}

TEST_CASE("a likely match is confirmed or taken apart from the page, and stays so") {
    for (const bool is_same : {true, false}) {
        GivenFolder given;
        given.review();
        show_review_section(given.desk, static_cast<std::size_t>(ReviewSection::themes));
        const auto is_likely = [&](const ReviewRow& row) {
            return sureness_of(given.desk.reviewing->page()->review.themes[row.at]) == insight::Sureness::likely;
        };
        for (int team = 0; team < 2; ++team) {
            const auto rows = given.desk.reviewing->rows();
            const auto likely = std::ranges::find_if(rows, is_likely);
            if (likely == rows.end()) {
                step_review_team(given.desk, 1);
                continue;
            }
            given.desk.reviewing->row = static_cast<std::size_t>(likely - rows.begin());
            break;
        }
        REQUIRE(is_likely(given.desk.reviewing->rows()[given.desk.reviewing->row]));
        run(*command(is_same ? "review.confirm" : "review.apart"), given.desk);
        const auto joins = storage::read_joins(storage::real_disk(), given.world.folder());
        REQUIRE_FALSE(joins.empty());
        CHECK(joins[0].is_same == is_same);
        const auto after = given.desk.reviewing->page()->review.themes;
        const auto holds = [](const insight::ThemeThread& thread, const std::string& title) {
            return std::ranges::find(thread.in, title, &insight::Appearance::title) != thread.in.end();
        };
        CHECK(is_same == std::ranges::any_of(after, [&](const insight::ThemeThread& thread) {
                  return holds(thread, joins[0].one.name) && holds(thread, joins[0].other.name);
              }));
        CHECK(given.review().page()->review.themes == after);
    }
}

TEST_CASE("a damaged file of joins is said, keeps its bytes, and the review is told without it") {
    GivenFolder given;
    given.world.put("avow-joins.json", "{ broken");
    given.review();
    CHECK(sentence(given.desk).find("avow-joins.json") != std::string::npos);
    show_review_section(given.desk, static_cast<std::size_t>(ReviewSection::themes));
    say_of_theme(given.desk, true);
    CHECK(given.world.read("avow-joins.json") == "{ broken");
}

TEST_CASE("the review of the team that is shown is written beside the sessions, with its words and no other team's") {
    GivenFolder given;
    given.review();
    given.go_to_team("Field crew");
    run(*command("review.export"), given.desk);
    wait_for_errands(given.desk);
    CHECK(sentence(given.desk) == "In “sessions”: Review of Field crew 2026-11-21.md and .html");
    for (const auto* ending : {".html", ".md"}) {
        const auto text = given.world.read(std::string("Review of Field crew 2026-11-21") + ending);
        CHECK(text.find("spare parts") != std::string::npos);
        CHECK(text.find("Ana Pires") == std::string::npos);
    }
}

TEST_CASE("a file that can't be read is named on the page and hides nothing else") {
    GivenFolder given;
    given.world.put("torn.avow", "no session");
    const auto& page = *given.review().page();
    REQUIRE(page.unread.size() == 1);
    CHECK(page.unread[0].file == "torn.avow");
    CHECK(page.review.past.sessions.size() == 6);
}

TEST_CASE("a review that is left while it is read is given up, and a file opened over it ends it") {
    GivenFolder given;
    for (int copy = 0; copy < 120; ++copy)
        given.world.put("copy" + std::to_string(copy) + ".avow", given.world.read("service-desk-2026-06-15.avow"));
    run(*command("library.review"), given.desk);
    run(*command("review.leave"), given.desk);
    CHECK_FALSE(given.desk.reviewing);
    given.review();
    REQUIRE(given.desk.open(given.world.folder() / "service-desk-2026-06-15.avow"));
    given.desk.attend();
    CHECK_FALSE(given.desk.reviewing);
}

TEST_CASE("an empty folder has nothing to review, and that is said") {
    Given given;
    const auto* row = command("library.review");
    REQUIRE(row->is_offered(given.desk));
    CHECK(row->why_not(given.desk)->sentence == "There is no session yet");
}

TEST_CASE("a match that was confirmed can be taken apart again, and what was said is taken back by undo") {
    GivenFolder given;
    given.review();
    given.go_to_team("Service desk");
    show_review_section(given.desk, static_cast<std::size_t>(ReviewSection::themes));
    const auto joins = [&] { return storage::read_joins(storage::real_disk(), given.world.folder()); };
    const auto before = given.desk.reviewing->page()->review.themes;
    while (
        sureness_of(
            given.desk.reviewing->page()->review.themes[given.desk.reviewing->rows()[given.desk.reviewing->row].at]) !=
        insight::Sureness::likely)
        step_review_row(given.desk, 1);
    run(*command("review.confirm"), given.desk);
    REQUIRE(joins().size() == 1); // one question, one answer
    const auto row = given.desk.reviewing->rows()[given.desk.reviewing->row];
    CHECK(given.desk.reviewing->page()->review.themes[row.at].title == before[row.at].title); // the theme stays in hand
    while (sureness_of(given.desk.reviewing->page()->review.themes[row.at]) == insight::Sureness::likely)
        run(*command("review.confirm"), given.desk);
    run(*command("review.apart"), given.desk);
    CHECK_FALSE(joins().back().is_same);
    while (!given.desk.reviewing->said.empty()) run(*command("review.take_back"), given.desk);
    CHECK(joins().empty());
    CHECK(given.desk.reviewing->page()->review.themes == before);
}

TEST_CASE("a session that has only been begun makes nobody seen and no theme missed") {
    GivenFolder given;
    const auto unseen = given.review().page()->review.unseen.size();
    REQUIRE(unseen > 0);
    const auto themes = given.desk.reviewing->page()->review.themes;
    leave_review(given.desk);
    const auto& listed = given.desk.library();
    const auto newest = std::ranges::find(listed, std::string("Service desk"), &storage::Listed::team);
    REQUIRE(newest != listed.end());
    given.desk.start_from(std::filesystem::path(newest->path));
    REQUIRE_FALSE(given.desk.session().carried.empty());
    given.desk.close();
    CHECK(given.review().page()->review.unseen.size() == unseen);
    CHECK(given.desk.reviewing->page()->review.themes == themes);
    REQUIRE(given.desk.reviewing->page()->review.past.left_out.size() == 1);
    CHECK(given.desk.reviewing->page()->review.past.left_out[0].find("has only been begun") != std::string::npos);
}
