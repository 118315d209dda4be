// The audience's page as a value: at each stage compared whole, so that whatever is added to it is seen here first.
#include "slide/slide.hpp"

#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::slide;

namespace {

constexpr std::int64_t minute = 60'000;

Participant person(int seat, std::string name) {
    Participant person;
    person.id = {"p" + std::to_string(seat)};
    person.name = std::move(name);
    person.seat = seat;
    return person;
}

Accountability said(const char* id, const char* owner, std::string words, std::optional<ThemeId> theme = std::nullopt) {
    Accountability item;
    item.id = {id};
    item.owner = {owner};
    item.statement = std::move(words);
    item.theme = std::move(theme);
    return item;
}

// Ana, Bo and Cem; Ana said two things, Bo one; two themes, C made before A; one voice alone.
Session small_session() {
    Session session;
    session.team = "Renewals";
    session.date = {2026, 11, 21};
    session.stage = Stage::capture;
    session.stage_since = {0};
    session.plan = {{Stage::write, 4}, {Stage::capture, 10}};
    session.goal = {"Nine renewals a month", "3", "9", Date{2027, 3, 31}, "Half of us are new", "Fewer angry calls"};
    session.participants = {person(1, "Ana Silva"), person(2, "Bo Lind"), person(3, "Cem")};
    session.themes = {{{"t2"}, "Tidy desk", true, 2, {}}, {{"t0"}, "Calls", false, 0, {}}};
    session.accountabilities = {said("a1", "p1", "I call back the same day", ThemeId{"t0"}),
                                said("a2", "p2", "I call twice", ThemeId{"t0"}), said("a3", "p1", "My desk is clear"),
                                said("a4", "p1", "I tidy the board on Fridays", ThemeId{"t2"})};
    return session;
}

Place at(std::int64_t ms) {
    Place place;
    place.now = {ms};
    return place;
}

const Ribbon no_clock(std::string stage) { return {std::move(stage), "Nine renewals a month", std::nullopt}; }

} // namespace

TEST_CASE("the first page welcomes everybody by name") {
    const Slide expected{
        no_clock("Prepare"), {}, Welcome{"Renewals", "Saturday 21 November 2026", {"Ana Silva", "Bo Lind", "Cem"}}};
    CHECK(slide_of(small_session(), Stage::prepare, {}) == expected);
}

TEST_CASE("the goal stands alone, with both reasons, and not in the ribbon as well") {
    const auto slide = slide_of(small_session(), Stage::goal, {});
    CHECK(slide.ribbon == Ribbon{"Goal", "", std::nullopt});
    CHECK(slide.content == Content{GoalCard{"Nine renewals a month", "From 3 to 9 by 31 March", "Half of us are new",
                                            "Fewer angry calls"}});
    CHECK(slide.seats.size() == 3);
}

TEST_CASE("what the goal is measured by stands below it, unless its own words say so") {
    const auto measure_of = [](Goal goal) {
        auto session = small_session();
        session.goal = std::move(goal);
        return std::get<GoalCard>(slide_of(session, Stage::goal, {}).content).measure;
    };
    const Date march{2027, 3, 31};
    CHECK(measure_of({"Bikes are back within a day", "62", "80 of 100", march, "", ""}) ==
          "From 62 to 80 of 100 by 31 March");
    CHECK(measure_of({"Bikes are back within a day", "", "80 of 100", {}, "", ""}) == "To 80 of 100");
    CHECK(measure_of({"From 62 to 80 of 100 bikes by 31 March", "62", "80", march, "", ""}).empty());
    CHECK(measure_of({"", "62", "80", march, "", ""}).empty()); // it is the goal itself
    CHECK(measure_of({"Bikes are back within a day", "", "", {}, "", ""}).empty());
}

TEST_CASE("while people write, the clock is on the page and not in the ribbon") {
    auto session = small_session();
    session.stage = Stage::write;
    session.participants[2].attendance = Attendance::absent;
    const auto slide = slide_of(session, Stage::write, at(minute));
    CHECK(slide.ribbon == no_clock("Write"));
    CHECK(slide.content ==
          Content{Writing{"What will you be accountable for?", "2 people are writing, on paper.", Clock{180}}});
}

TEST_CASE("at capture: the speaker, what they are saying, what they and others said, and who is to go") {
    Place place = at(2 * minute);
    place.speaker = ParticipantId{"p1"};
    place.typing = "I also";
    const Slide expected{
        {"Capture", "Nine renewals a month", Clock{480}},
        {{"Ana", "AS", SeatSign::speaking, 3}, {"Bo", "BL", SeatSign::next, 1}, {"Cem", "C", SeatSign::waiting, 0}},
        Round{"Ana Silva",
              "What will you be accountable for?",
              "I also",
              {"I tidy the board on Fridays", "My desk is clear", "I call back the same day"},
              {{"I call twice", "Bo Lind"}},
              {"Cem"}}};
    CHECK(slide_of(small_session(), Stage::capture, place) == expected);
}

TEST_CASE("a seat tells speaking, next, spoken, passed, late and absent apart") {
    auto session = small_session();
    session.participants.push_back(person(4, "Dora"));
    session.participants.push_back(person(5, "Emil"));
    session.participants.push_back(person(6, "Fay"));
    session.participants[2].passes = 1;
    session.participants[3].attendance = Attendance::late;
    session.participants[4].attendance = Attendance::absent;
    Place place;
    place.speaker = ParticipantId{"p6"};
    std::vector<SeatSign> signs;
    for (const auto& seat : slide_of(session, Stage::capture, place).seats) signs.push_back(seat.sign);
    using enum SeatSign;
    CHECK(signs == std::vector{next, spoken, passed, late, absent, speaking});
}

TEST_CASE("the wall shows tiles by mark, with items and people counted apart and a quote") {
    Place place;
    place.tile = 1;
    place.is_proposed = true;
    const Wall expected{{{{0, "Calls"}, 2, 2, {{"I call back the same day", "Ana"}, {"I call twice", "Bo"}}},
                         {{2, "Tidy desk"}, 1, 1, {{"I tidy the board on Fridays", "Ana"}}}},
                        1,
                        true,
                        1,
                        {},
                        {{"My desk is clear", "Ana"}}};
    const auto slide = slide_of(small_session(), Stage::themes, place);
    CHECK(slide.content == Content{expected});
    CHECK(slide.seats.empty());
}

TEST_CASE("a tile quotes what its title does not say already, if anything") {
    auto session = small_session();
    const auto quoted = [&] {
        return std::get<Wall>(slide_of(session, Stage::themes, {}).content).tiles.front().quotes.front().words;
    };
    REQUIRE(quoted() == "I call back the same day");
    std::ranges::find(session.themes, "Calls", &Theme::title)->title = "Call back the same day";
    CHECK(quoted() == "I call twice");
    std::erase_if(session.accountabilities,
                  [](const Accountability& item) { return item.statement != "I call back the same day"; });
    CHECK(quoted() == "I call back the same day");
}

TEST_CASE("each quote of a tile is of another person, and what is shown as one card is quoted once") {
    auto session = small_session();
    session.accountabilities.push_back(said("a5", "p2", "I call back the same day too", ThemeId{"t0"}));
    session.accountabilities.push_back(said("a6", "p3", "I call back on the same day", ThemeId{"t0"}));
    session.accountabilities.back().shown_with = AccountabilityId{"a1"};
    const auto wall = std::get<Wall>(slide_of(session, Stage::themes, {}).content);
    CHECK(wall.tiles.front().quotes ==
          std::vector<Said>{{"I call back the same day", "Ana"}, {"I call back the same day too", "Bo"}});
    CHECK(wall.tiles.front().items == 4);
}

TEST_CASE("a question about the themes is put to the room with them") {
    Place place;
    place.is_proposed = true;
    place.question = "Merge “Calls” (2) into “Tidy desk” (1)?";
    const auto slide = slide_of(small_session(), Stage::themes, place);
    CHECK(std::get<Wall>(slide.content).question == place.question);
}

TEST_CASE("an opened theme shows its statements with who said them, and the card in hand") {
    Place place;
    place.tile = 0;
    place.is_open = true;
    place.focus = AccountabilityId{"a2"};
    const OpenTheme expected{ThemeSign{0, "Calls"},
                             2,
                             2,
                             false,
                             {{"I call back the same day", "Ana Silva"}, {"I call twice", "Bo Lind"}},
                             1};
    CHECK(slide_of(small_session(), Stage::themes, place).content == Content{expected});
}

TEST_CASE("a card in two themes is in both opened with the sign of the other, and counts in one") {
    auto session = small_session();
    const auto themes = themes_on_the_wall(session);
    const auto calls = themes[0]->id, desk = themes[1]->id;
    for (auto& item : session.accountabilities)
        if (item.statement == "I call twice") item.second_theme = desk;
    Place place;
    place.tile = 0;
    place.is_open = true;
    const OpenTheme home{
        ThemeSign{0, "Calls"},
        2,
        2,
        false,
        {{"I call back the same day", "Ana Silva"}, {"I call twice", "Bo Lind", ThemeSign{2, "Tidy desk"}}},
        std::nullopt};
    CHECK(slide_of(session, Stage::themes, place).content == Content{home});
    place.tile = 1;
    const auto guest = std::get<OpenTheme>(slide_of(session, Stage::themes, place).content);
    CHECK(guest.items == 1);
    CHECK(guest.people == 1);
    REQUIRE(guest.statements.size() == 2);
    CHECK(guest.statements[1] == Card{"I call twice", "Bo Lind", ThemeSign{0, "Calls"}, true});
}

TEST_CASE("the tile after the last theme is that of the single voices") {
    Place place;
    place.tile = 2;
    place.is_open = true;
    const OpenTheme expected{std::nullopt, 1, 1, false, {{"My desk is clear", "Ana Silva"}}, std::nullopt};
    CHECK(slide_of(small_session(), Stage::themes, place).content == Content{expected});
}

TEST_CASE("at commit one item is read back, with all that was agreed") {
    auto session = small_session();
    auto& item = session.accountabilities[0];
    item.wordings = {{"I call back before six", {2026, 11, 21}, "p1", true, ""}};
    item.due = Date{2026, 12, 4};
    item.evidence = "the call list";
    item.help = "Bo: the numbers";
    item.if_then = "If I am ill, then Bo calls";
    item.first_step = "A list of numbers";
    item.confirmed_at = Moment{1};
    Place place;
    place.focus = AccountabilityId{"a1"};
    const ReadBack expected{.speaker = "Ana Silva",
                            .theme = ThemeSign{0, "Calls"},
                            .words = "I call back before six",
                            .said = "I call back the same day",
                            .by = "Friday 4 December",
                            .evidence = "the call list",
                            .help = "Bo: the numbers",
                            .if_then = "If I am ill, then Bo calls",
                            .first_step = "A list of numbers",
                            .is_confirmed = true,
                            .number = 1,
                            .count = 4};
    CHECK(slide_of(session, Stage::commit, place).content == Content{expected});
}

TEST_CASE("at commit without anything in hand, the first item is read back") {
    const ReadBack expected{.speaker = "Ana Silva",
                            .theme = ThemeSign{0, "Calls"},
                            .words = "I call back the same day",
                            .number = 1,
                            .count = 4};
    CHECK(slide_of(small_session(), Stage::commit, {}).content == Content{expected});
    Session empty;
    CHECK(slide_of(empty, Stage::commit, {}).content == Content{ReadBack{}});
}

TEST_CASE("the closing page counts what was read aloud and confirmed") {
    auto session = small_session();
    CHECK(std::get<Closing>(slide_of(session, Stage::close, {}).content).confirmed == 0);
    session.accountabilities[0].confirmed_at = session.accountabilities[2].confirmed_at = Moment{1};
    CHECK(std::get<Closing>(slide_of(session, Stage::close, {}).content).confirmed == 2);
}

TEST_CASE("the closing page has everybody on it, also who said nothing") {
    auto session = small_session();
    session.next_date = Date{2026, 12, 4};
    session.accountabilities[1].due = Date{2026, 12, 1};
    const Closing expected{{{{0, "Calls"}, 2, 2, {}}, {{2, "Tidy desk"}, 1, 1, {}}},
                           1,
                           {{"Ana", 3}, {"Bo", 1}, {"Cem", 0}},
                           {{"Ana Silva", "I call back the same day", "", 0},
                            {"Ana Silva", "My desk is clear", "", std::nullopt},
                            {"Ana Silva", "I tidy the board on Fridays", "", 2},
                            {"Bo Lind", "I call twice", "1 Dec", 0},
                            {"Cem", "", "", std::nullopt}},
                           4,
                           2,
                           "We meet again on Friday 4 December",
                           "Friday 4 December"};
    CHECK(slide_of(session, Stage::close, {}).content == Content{expected});
}

TEST_CASE("the account of last time is read down a page") {
    auto session = small_session();
    session.accountabilities[0].check_ins = {{{2026, 12, 1}, Outcome::missed, "ill", ""},
                                             {{2026, 12, 8}, Outcome::kept, "", "the list"}};
    CHECK(slide_of(session, Stage::open, {}).content ==
          Content{Account{"What came of it",
                          "Nothing was promised before today",
                          {{"I call back the same day", "Ana Silva: kept"}}}});
}

TEST_CASE("at Open one person gives their account: words, wording, since when, the answer now and the one before") {
    auto session = small_session();
    session.date = {2026, 12, 18};
    auto item = session.accountabilities[0];
    item.id = {"c1"};
    item.theme.reset();
    item.second_theme.reset();
    item.statement = "I call back";
    item.wordings = {{"I call back before six", {2026, 12, 4}, "coach", true, "MARKED why"}};
    item.evidence = "the list";
    item.due = Date{2026, 12, 4};
    item.lineage = Lineage{{"last"}, {2026, 11, 21}, 1, ""};
    item.check_ins = {{{2026, 12, 4}, Outcome::part, "MARKED reason", ""},
                      {{2026, 12, 18}, Outcome::kept, "MARKED reason", "MARKED evidence"}};
    session.carried = {item};
    item.id = {"c2"};
    item.owner = session.participants[1].id;
    item.wordings.clear();
    item.check_ins.clear();
    session.carried.push_back(item);

    Place place;
    place.focus = AccountabilityId{"c1"};
    place.speaker = session.participants[0].id;
    const auto slide = slide_of(session, Stage::open, place);
    const Answers expected{"Ana Silva",
                           {{"I call back before six", "I call back", "21 November", "Friday 4 December", "the list",
                             Outcome::kept, "part on 4 December"}},
                           0,
                           1,
                           2,
                           {"Bo"}};
    CHECK(slide.content == Content{expected});
    CHECK(slide.seats[0].sign == SeatSign::speaking);
    CHECK(slide.seats[0].statements == 0); // nothing of hers waits
    CHECK(slide.seats[1].statements == 1);

    auto other = session; // reasons are theirs
    for (auto& answer : other.carried[0].check_ins) answer.reason = answer.evidence = "";
    other.carried[0].wordings[0].why.clear();
    CHECK(slide_of(other, Stage::open, place) == slide);
}

TEST_CASE("a clock runs at the stage the room is in, down and past zero; elsewhere it stands") {
    const auto session = small_session();
    const auto clock = [&](Stage stage, std::int64_t ms) { return slide_of(session, stage, at(ms)).ribbon.clock; };
    CHECK(clock(Stage::capture, 0) == Clock{600});
    CHECK(clock(Stage::capture, 11 * minute) == Clock{-60});
    CHECK(clock(Stage::capture, -minute) == Clock{600});
    CHECK(clock(Stage::themes, 0) == std::nullopt);
}

TEST_CASE("an empty session has a page at every stage") {
    const Session empty;
    for (const auto stage : all_stages) {
        INFO(title_of(stage));
        CHECK(slide_of(empty, stage, {}).ribbon.stage == title_of(stage));
    }
    CHECK(slide_of(empty, Stage::capture, {}).content ==
          Content{Round{"", "What will you be accountable for?", "", {}, {}, {}}});
}

TEST_CASE("a place that points at what is gone shows the page without it") {
    Place place;
    place.speaker = ParticipantId{"gone"};
    place.focus = AccountabilityId{"gone"};
    for (const auto stage : all_stages) CHECK(slide_of(small_session(), stage, place).ribbon.stage == title_of(stage));
}

TEST_CASE("what is shown as one is one statement with all names, and counts as two") {
    auto session = small_session();
    session.accountabilities[1].shown_with = session.accountabilities[0].id;
    Place place;
    place.tile = 0;
    place.is_open = true;
    place.focus = session.accountabilities[1].id;
    const OpenTheme expected{
        ThemeSign{0, "Calls"}, 2, 2, false, {{"I call back the same day", "Ana Silva and Bo Lind"}}, 0};
    CHECK(slide_of(session, Stage::themes, place).content == Content{expected});
    place.is_open = false;
    CHECK(std::get<Wall>(slide_of(session, Stage::themes, place).content).tiles[0].items == 2);
}

TEST_CASE("two people of one name are told apart on every page that tells a whole name") {
    auto session = sample_session();
    session.participants[1].name = session.participants[0].name;
    const auto first = session.participants[0].name + " (seat 1)", second = session.participants[1].name + " (seat 2)";
    const auto welcome = slide_of(session, Stage::prepare, {}).content;
    CHECK(std::get<Welcome>(welcome).names[0] == first);
    CHECK(std::get<Welcome>(welcome).names[1] == second);
    Place place;
    place.speaker = session.participants[1].id;
    CHECK(std::get<Round>(slide_of(session, Stage::capture, place).content).speaker == second);
    for (const auto& item : session.accountabilities) {
        place.focus = item.id;
        const auto speaker = std::get<ReadBack>(slide_of(session, Stage::commit, place).content).speaker;
        if (item.owner == session.participants[0].id) CHECK(speaker == first);
        if (item.owner == session.participants[1].id) CHECK(speaker == second);
    }
}
