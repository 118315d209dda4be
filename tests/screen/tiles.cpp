// The tiles of the wall: as large as the people in them are many, with somebody's own words, and the keys that mean them.
#include "screen/given_room.hpp"
#include "screen/look.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>

using namespace avow;
using namespace avow::screen;

namespace {

// Fifteen people and as many themes as wanted, the first of most people; every statement two lines long.
Session room_of_fifteen(int themes) {
    auto session = session_of(
        {"Ana", "Bo", "Cem", "Dora", "Emil", "Fay", "Gus", "Hila", "Ian", "Jana", "Kim", "Lou", "Mia", "Nat", "Oda"});
    session.id = {"given"};
    session.stage = Stage::themes;
    for (int i = 0; i < themes; ++i)
        session.themes.push_back(
            {{"t" + std::to_string(i)}, "What theme " + mark_letter(i) + " is about", false, i, {}});
    for (int i = 0; i < 60; ++i) {
        Accountability item;
        item.id = {"a" + std::to_string(i)};
        item.owner = session.participants[static_cast<std::size_t>(i % 15)].id;
        item.statement = "I do thing number " + std::to_string(i) + " before I go home in the evening";
        item.theme = session.themes[static_cast<std::size_t>(std::min(i % 8 * (i % 5) / 2, themes - 1))].id;
        item.placed = Placed::proposal;
        session.accountabilities.push_back(item);
    }
    return session;
}

struct GivenTiles : GivenRoom {
    explicit GivenTiles(Session session) {
        desk.look_at(History(std::move(session)));
        desk.showing = desk::Showing::audience;
    }

    std::vector<DrawnWords> words; // of all pages

    void look(ImVec2 size) {
        words.clear();
        for (int page = 0; page == 0 || page < desk.pages; ++page) {
            desk.page = page;
            for (const auto& drawn : room.picture(size)) words.push_back(drawn);
        }
    }

    std::size_t drawn_with(const std::string& text) const {
        return static_cast<std::size_t>(std::ranges::count_if(
            words, [&](const DrawnWords& drawn) { return drawn.text.find(text) != std::string::npos; }));
    }
};

constexpr ImVec2 sizes[] = {{1280, 720}, {1920, 1080}, {3840, 2160}};

} // namespace

TEST_CASE("every tile quotes somebody by name, on every size of screen and however many themes there are") {
    for (const auto size : sizes)
        for (const int themes : {1, 3, 5, 6, 7, 9, 10, 12}) {
            GivenTiles given(room_of_fifteen(themes));
            given.look(size);
            const auto slide = given.desk.slide();
            for (const auto& tile : std::get<slide::Wall>(slide.content).tiles) {
                INFO(size.x << " wide, " << themes << " themes: " << tile.sign.title);
                if (tile.quotes.empty()) continue;
                CHECK(given.drawn_with("– " + tile.quotes.front().speaker) > 0);
            }
        }
}

TEST_CASE("whoever is quoted is named within the tile, also where words have no spaces between them") {
    auto session = room_of_fifteen(7);
    for (auto& item : session.accountabilities) item.statement = "我每天回家前给每一位客户回电话并且写下我们约定了什么";
    GivenRoom given(std::move(session));
    const auto drawn = given.room.picture({1920, 1080});
    std::size_t named = 0;
    for (const auto& tile : given.room.recorder().items()) {
        if (tile.words().find("Theme ") != 0) continue;
        for (const auto& words : drawn) {
            const bool is_here = words.rect.x >= tile.visible.min.x && words.rect.x < tile.visible.max.x &&
                                 words.rect.y >= tile.visible.min.y && words.rect.y < tile.visible.max.y;
            if (!is_here || words.text.find("– ") != 0) continue;
            ++named;
            INFO(tile.words() << ": " << words.text);
            CHECK(words.rect.right() < tile.visible.max.x);
        }
    }
    CHECK(named >= 3);
}

TEST_CASE("the keys that mean a theme stand on its tile, at a size the room reads") {
    GivenTiles given(room_of_fifteen(12));
    given.look({1920, 1080});
    for (int mark = 0; mark < 12; ++mark) {
        const auto keys = desk::keys_of_theme(mark);
        const auto cap = std::ranges::find(given.words, keys, &DrawnWords::text);
        INFO(keys);
        REQUIRE(cap != given.words.end());
        CHECK(cap->em >= 1080 * share::small - .01f);
    }
}

TEST_CASE("themes of more people have larger tiles") {
    auto session = room_of_fifteen(4);
    for (std::size_t i = 0; i < session.accountabilities.size(); ++i) // of 12, 6, 3 and 1 people
        session.accountabilities[i].theme = ThemeId{i < 12   ? "t0"
                                                    : i < 18 ? "t1"
                                                    : i < 21 ? "t2"
                                                    : i < 22 ? "t3"
                                                             : "t0"};
    GivenRoom given(std::move(session));
    std::vector<float> areas;
    for (const char letter : {'A', 'B', 'C', 'D'})
        for (const auto& item : given.room.recorder().items())
            if (item.words() == std::string("Theme ") + letter)
                areas.push_back((item.visible.max.x - item.visible.min.x) * (item.visible.max.y - item.visible.min.y));
    REQUIRE(areas.size() == 4);
    CHECK(std::ranges::is_sorted(areas, std::greater{}));
    CHECK(areas.front() > 1.8f * areas.back());
}

TEST_CASE("themes are shared out over pages of about the same number") {
    GivenTiles given(room_of_fifteen(10));
    given.look({1920, 1080});
    CHECK(given.desk.pages == 2);
    given.desk.place.tile = 5; // of five on each
    given.room.frames(2);
    CHECK(given.desk.page == 1);
}

TEST_CASE("a question about themes stands on the wall as large as what is read there") {
    GivenTiles given(room_of_fifteen(5));
    desk::make_coarser(given.desk);
    REQUIRE(given.desk.proposed());
    given.look({1920, 1080});
    const auto asked =
        std::ranges::find_if(given.words, [](const DrawnWords& drawn) { return drawn.text.find("Merge “") == 0; });
    REQUIRE(asked != given.words.end());
    CHECK(asked->em >= 1080 * share::body - .01f);
    CHECK(given.drawn_with("Merge “") == 1);
}

namespace {

// The lowest ink of lines that begin so, and the upper edge of the highest tile, on a page of 1920 by 1080.
std::pair<float, float> line_and_tile(GivenRoom& given, const std::string& beginning) {
    float lowest = 0, highest = 1080;
    for (const auto& words : given.room.picture({1920, 1080}))
        if (words.text.find(beginning) == 0) lowest = std::max(lowest, words.rect.bottom());
    for (const auto& item : given.room.recorder().items())
        if (item.words().find("Theme ") == 0) highest = std::min(highest, item.visible.min.y);
    return {lowest, highest};
}

} // namespace

TEST_CASE("what is only proposed says so above the tiles, and no tile covers what is said there") {
    GivenTiles given(room_of_fifteen(5));
    desk::make_coarser(given.desk);
    REQUIRE(given.desk.proposed());
    const auto [question, below_question] = line_and_tile(given, "Merge “");
    CHECK(question > 0);
    CHECK(question <= below_question);
    auto session = given.desk.session();
    session.themes.clear();
    for (auto& item : session.accountabilities) item.theme.reset(), item.placed = Placed::nobody;
    session.accountabilities[0].statement = "I call back every customer on the same day";
    session.accountabilities[1].statement = "I call every customer back the same day";
    given.desk.look_at(History(session));
    given.desk.showing = desk::Showing::audience;
    desk::propose_themes(given.desk);
    REQUIRE(given.desk.proposed());
    const auto [label, below_label] = line_and_tile(given, "Proposed: ");
    CHECK(label > 0);
    CHECK(label <= below_label);
}
