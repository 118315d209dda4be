// A whole workshop in the real window's views, by keyboard alone: twelve people, forty statements, from an empty library to
// the exported page and back.
#include "insight/coverage.hpp"
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <string_view>

using namespace avow;
using namespace avow::screen;

namespace {

struct Turn {
    std::string_view who;
    std::string_view words;
};

// As they spoke at a customer service desk, in the order they were heard.
constexpr std::array<Turn, 40> turns = {{
    {"Ana", "I sit next to a new colleague for one hour a week"},
    {"Bob", "keep the macro texts up to date"},
    {"Cem", "smile when I pick up, people hear that"},
    {"Dora", "I call people back when I said I would call them back"},
    {"Emil", "I bring one idea a month for making the tool better"},
    {"Fay", "I follow my open cases every morning"},
    {"Gus", "I chase second level when a ticket gets stuck"},
    {"Hila", "tell the customer what happens next with their case"},
    {"Ian", "I'm at my desk at eight, not at ten past"},
    {"Jana", "two new articles a month from me"},
    {"Kofi", "I write a knowledge base article for every new problem"},
    {"Lou", "less coffee cups in the sink"},
    {"Ana", "Calls get picked up before the second minute, also at lunch"},
    {"Bob", "show the new ones how the refund tool works"},
    {"Cem", "I listen to two recorded calls a month with my team lead"},
    {"Dora", "I clear my inbox of open emails before I go home"},
    {"Emil", "I fill in the category in each ticket properly"},
    {"Fay", "I answer every call within three rings"},
    {"Gus", "chat messages answered in under a minute"},
    {"Hila", "search the knowledge base before I ask a colleague"},
    {"Ian", "update old articles when I see they are wrong"},
    {"Jana", "use the customer's name on the phone"},
    {"Kofi", "clean handover to the late shift, five minutes, every day"},
    {"Lou", "When I promise a customer something I follow up myself"},
    {"Ana", "I keep a case until it is solved, I don't pass it on"},
    {"Bob", "headset cleaned and charged every evening"},
    {"Cem", "say sorry when we made a mistake"},
    {"Dora", "I write notes in the ticket so the next shift knows what's going on"},
    {"Emil", "new colleagues can ask me anything, anytime"},
    {"Fay", "I stay friendly even with the tenth angry customer"},
    {"Gus", "tell the late shift about outages personally"},
    {"Hila", "no eye rolling about customers, not even on mute"},
    {"Ian", "I listen first and let angry customers finish talking"},
    {"Jana", "vacation requests in by the end of january"},
    {"Kofi", "I read the product news every monday so I know what's new"},
    {"Lou", "give feedback to a colleague when I hear a great call"},
    {"Ana", "I take calls right after my break instead of waiting for the queue to build up"},
    {"Bob", "no customer waits longer than two minutes on the phone when I'm on"},
    {"Cem", "no ticket of mine is older than five days"},
    {"Dora", "Every email gets an answer the same day"},
}};

// One workshop, told from beginning to end; each part begins where the one before it left the room.
class Workshop {
public:
    void begin();
    void prepare();
    void show_goal_and_write();
    void capture();
    void group();
    void commit();
    void close();
    void come_back();

    Room& room() { return room_; }

private:
    void say(const Turn&);
    void answer(std::string_view key, std::string_view words);
    const Session& session() const { return room_.session(); }
    void open_from_wall(std::size_t tile);

    StillWorld world_{AVOW_SOURCE_DIR "/assets/lexicon"};
    Room room_{world_};
    Session at_the_end_;
};

// Keys that type nothing, pressed since `before`.
int keys_since(const Room& room, const Room::Tally& before) { return room.tally().keys - before.keys; }

void Workshop::begin() {
    CHECK(room_.shows("No session yet"));
    room_.key("N");
    REQUIRE(room_.desk().is_open());
    CHECK(session().stage == Stage::prepare);
}

void Workshop::prepare() {
    const auto fill = [&](std::string_view field, std::string_view words) {
        room_.tab_to(field);
        room_.key("Ctrl+A");
        room_.type(words);
    };
    fill("Team", "Service Desk");
    fill("Goal", "Nine of ten customers say their case was solved in one go");
    fill("From what", "6 of 10");
    fill("To what", "9 of 10");
    fill("By when", "31 march");
    fill("Why, for us", "Every second call is about a case we thought was closed");
    fill("Why, for you", "Fewer angry calls, and evenings that end on time");
    room_.key("Tab");
    const Goal goal{"Nine of ten customers say their case was solved in one go",
                    "6 of 10",
                    "9 of 10",
                    Date{2027, 3, 31},
                    "Every second call is about a case we thought was closed",
                    "Fewer angry calls, and evenings that end on time"};
    CHECK(session().team == "Service Desk");
    CHECK(session().goal == goal);

    // Eleven out of a mail, and one who is typed in.
    room_.key("Ctrl+R");
    REQUIRE(room_.has("Roster"));
    room_.paste("1. Ana\n2. Bob\n3. Cem\n4. Dora\n5. Emil\n6. Fay\n7. Gus\n8. Hila\n9. Ian\n10. Jana\n11. Kofi\n");
    CHECK(room_.shows("11 to welcome"));
    room_.key("Ctrl+Return");
    CHECK(session().participants.size() == 11);
    room_.tab_to("Add a person");
    room_.type("Lou");
    room_.key("Return");
    REQUIRE(session().participants.size() == 12);
    CHECK(session().participants.back().name == "Lou");

    const int minutes = minutes_of(session(), Stage::capture);
    room_.tab_to("More Capture");
    room_.key("Space");
    CHECK(minutes_of(session(), Stage::capture) == minutes + 1);
}

void Workshop::show_goal_and_write() {
    room_.key("Ctrl+PageDown");
    CHECK(session().stage == Stage::goal);
    CHECK(room_.shows("Nine of ten customers"));
    CHECK(room_.shows("Every second call"));
    CHECK(room_.shows("Fewer angry calls"));
    room_.key("Ctrl+PageDown");
    CHECK(session().stage == Stage::write);
    CHECK(room_.shows("12 people are writing, on paper."));
    CHECK(room_.shows("4:00"));
    room_.wait_ms(61'000);
    CHECK(room_.shows("2:5"));
    room_.key("Ctrl+Equal");
    CHECK(minutes_of(session(), Stage::write) == 5);
}

// One statement as it is said: the speaker's letters where it is not their turn, the words, Return.
void Workshop::say(const Turn& turn) {
    const auto before = room_.tally();
    const auto count = session().accountabilities.size();
    if (speaker(room_.desk()) != turn.who) {
        const std::string_view letters = turn.who.substr(0, turn.who == "Dora" ? 3 : 2); // "do " begins sentences
        room_.type(std::string(letters) + " ");
        REQUIRE(speaker(room_.desk()) == turn.who);
    }
    room_.type(turn.words);
    room_.key("Return");
    REQUIRE(session().accountabilities.size() == count + 1);
    CHECK(session().accountabilities.back().statement == turn.words);
    CHECK(find(session(), session().accountabilities.back().owner)->name == turn.who);
    CHECK(keys_since(room_, before) <= 2);
}

void Workshop::capture() {
    room_.key("Ctrl+PageDown");
    REQUIRE(session().stage == Stage::capture);
    CHECK(room_.focused() == "Entry");
    CHECK(room_.shows("12 to go: Ana, Bob"));

    // The first round. Emil is late and Fay is not coming, so Gus follows Dora.
    for (std::size_t i = 0; i < 4; ++i) say(turns.at(i));
    CHECK(speaker(room_.desk()) == "Emil");
    room_.key("F3");
    room_.key("F4");
    CHECK(session().participants[4].attendance == Attendance::late);
    CHECK(session().participants[5].attendance == Attendance::absent);
    CHECK(speaker(room_.desk()) == "Gus");
    room_.key("Tab");
    CHECK(speaker(room_.desk()) == "Hila");
    CHECK(session().participants[6].passes == 1);
    CHECK(room_.shows("5 to go: Hila, Ian"));

    // Emil comes in and speaks at once; then Fay, who came after all.
    room_.type("em ");
    room_.key("F3");
    CHECK(session().participants[4].attendance == Attendance::here);
    say(turns.at(4));
    room_.type("fa ");
    room_.key("F4");
    say(turns.at(5));
    for (std::size_t i = 6; i < 14; ++i) say(turns.at(i));

    // A slip of the tongue: the last words come back, and are said right.
    room_.key("Up");
    CHECK(room_.desk().entry.text == turns.at(13).words);
    CHECK(session().accountabilities.size() == 13);
    room_.key("Return");
    for (std::size_t i = 14; i < turns.size(); ++i) say(turns.at(i));
    CHECK(room_.shows("Everybody has been heard"));

    Said expected;
    for (const auto& turn : turns) expected.emplace_back(turn.who, turn.words);
    CHECK(said(session()) == expected);
}

// Opens a tile of the wall: its digit takes it in hand.
void Workshop::open_from_wall(std::size_t tile) {
    room_.key(std::to_string(tile + 1));
    room_.key("Return");
    REQUIRE(room_.desk().place.is_open);
}

void Workshop::group() {
    room_.key("Ctrl+PageDown");
    REQUIRE(session().stage == Stage::themes);
    REQUIRE(room_.desk().proposed());
    CHECK(room_.shows("Proposed"));
    room_.key("A");
    CHECK_FALSE(room_.desk().proposed());
    const auto proposed = session().themes.size();
    REQUIRE(proposed >= 3);

    // By digits: the first card of A goes to B, the next is set apart, the next begins a theme of its own.
    open_from_wall(0);
    const auto first = *room_.desk().place.focus;
    room_.key("2");
    const auto themes = slide::themes_on_the_wall(session());
    CHECK(find(session(), first)->theme == themes[1]->id);
    const auto second = *room_.desk().place.focus;
    CHECK(second != first);
    room_.key("0");
    CHECK(find(session(), second)->theme == std::nullopt);
    const auto third = *room_.desk().place.focus;
    room_.key("N");
    room_.type("Quiet mornings");
    room_.key("Return");
    REQUIRE(session().themes.size() == proposed + 1);
    CHECK(find(session(), *find(session(), third)->theme)->title == "Quiet mornings");
    room_.key("Escape");
    CHECK_FALSE(room_.desk().place.is_open);

    // The new theme, the last on the wall, is merged into the first and split off again.
    while (room_.desk().place.tile < proposed) room_.key("Right");
    room_.key("M");
    CHECK(room_.shows("Merge into which theme?"));
    room_.key("1");
    CHECK(session().themes.size() == proposed);
    room_.key("1");
    const auto in_first = insight::items_of(session(), slide::themes_on_the_wall(session())[0]->id).size();
    room_.key("S");
    REQUIRE(room_.desk().proposed());
    room_.key("Return");
    CHECK(insight::items_of(session(), slide::themes_on_the_wall(session())[0]->id).size() < in_first);

    room_.key("1");
    room_.key("R");
    room_.key("Ctrl+A");
    room_.type("Nobody waits for us");
    room_.key("Return");
    CHECK(slide::themes_on_the_wall(session())[0]->title == "Nobody waits for us");
    CHECK(room_.shows("Nobody waits for us"));
}

void Workshop::answer(std::string_view key, std::string_view words) {
    room_.key(key);
    CHECK(room_.focused() == "Entry");
    room_.key("Ctrl+A");
    room_.type(words);
    room_.key("Return");
}

void Workshop::commit() {
    room_.key("Ctrl+PageDown");
    REQUIRE(session().stage == Stage::commit);
    CHECK(room_.shows("1 of 40"));
    answer("E", "I sit next to Sam for one hour every Monday");
    answer("D", "friday");
    answer("V", "Sam closes a case alone");
    answer("H", "Dora: an hour without calls");
    answer("I", "If a call comes in, then Bob takes it");
    room_.key("Return");
    const auto& item = *insight::by_person(session()).front();
    CHECK(words_of(item) == "I sit next to Sam for one hour every Monday");
    CHECK(item.statement == turns.at(0).words);
    CHECK(item.due == Date{2026, 11, 27});
    CHECK(item.evidence == "Sam closes a case alone");
    CHECK(item.help == "Dora: an hour without calls");
    CHECK(item.if_then == "If a call comes in, then Bob takes it");
    CHECK(item.confirmed_at);

    answer("D", "no such day");
    CHECK(room_.shows("“no such day” is no day"));
    CHECK(room_.desk().entry.text == "no such day");
    room_.key("Escape");
    for (std::size_t i = 1; i < turns.size(); ++i) room_.key("Return");
    CHECK(
        std::ranges::all_of(session().accountabilities, [](const auto& one) { return one.confirmed_at.has_value(); }));
    CHECK(room_.shows("40 of 40"));
}

void Workshop::close() {
    room_.key("Ctrl+PageDown");
    REQUIRE(session().stage == Stage::close);
    answer("D", "in two weeks");
    CHECK(session().next_date == Date{2026, 12, 5});
    CHECK(room_.shows("40 items from 12 people"));
    CHECK(room_.shows("We meet again on Saturday 5 December"));
    room_.key("Ctrl+E");
    room_.desk().errands.finish();
    room_.frames(3);
    CHECK(room_.shows("Exported to “sessions”"));
    const std::string stem = "Service Desk 2026-11-21"; // the file has not got the team's name yet
    for (const auto* kind : {".json", ".md", ".csv", ".html"})
        CHECK(world_.read(stem + kind).find("Every email gets an answer the same day") != std::string::npos);
    room_.key("Ctrl+Shift+C");
    CHECK(std::string_view(ImGui::GetClipboardText()).find("Every email gets an answer the same day") !=
          std::string::npos);
    at_the_end_ = session();
    room_.key("Ctrl+W");
    CHECK_FALSE(room_.desk().is_open());
}

void Workshop::come_back() {
    CHECK(room_.has("Session Service Desk 2026-11-21"));
    CHECK(room_.shows("12 people, 40 statements"));
    room_.key("Return");
    REQUIRE(room_.desk().is_open());
    CHECK(session() == at_the_end_);
    CHECK(room_.shows("40 items from 12 people"));
    room_.key("Ctrl+Z");
    CHECK_FALSE(session().next_date);
    room_.key("Ctrl+Shift+Z");
    CHECK(session().next_date == at_the_end_.next_date);
}

} // namespace

TEST_CASE("a whole workshop of twelve people and forty statements is run by keyboard alone") {
    Workshop workshop;
    workshop.begin();
    workshop.prepare();
    workshop.show_goal_and_write();
    workshop.capture();
    workshop.group();
    workshop.commit();
    workshop.close();
    workshop.come_back();
    CHECK(workshop.room().tally().mouse == 0);
}
