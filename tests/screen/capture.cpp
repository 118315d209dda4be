// The read-round in the window: what the facilitator types, and what becomes of it, whatever else is pressed.
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::screen;

TEST_CASE("at Capture the entry field has the keyboard as the window opens") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    CHECK(given.room.focused() == "Entry");
    given.room.type("I call");
    CHECK(given.desk.entry.text == "I call");
    CHECK(given.room.shows("I call"));
}

TEST_CASE("a fast typist loses no letter after Return") {
    GivenRoom given(session_of({"Ana", "Bo", "Cem"}));
    given.room.type("I call back\nI pick up\nI tidy up\nI listen");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}, {"Bo", "I pick up"}, {"Cem", "I tidy up"}});
    CHECK(given.desk.entry.text == "I listen");
}

TEST_CASE("a fast typist loses no letter after calling a speaker") {
    GivenRoom given(session_of({"Ana", "Bo", "Cem"}));
    given.room.type("ce I tidy up\nbo I pick up\n");
    CHECK(said(given.desk.session()) == Said{{"Cem", "I tidy up"}, {"Bo", "I pick up"}});
}

TEST_CASE("Tab passes the turn and leaves the keyboard where it is") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.key("Tab");
    CHECK(speaker(given.desk) == "Bo");
    CHECK(given.desk.session().participants[0].passes == 1);
    CHECK(given.room.focused() == "Entry");
    given.room.type("I call back\n");
    CHECK(said(given.desk.session()) == Said{{"Bo", "I call back"}});
}

TEST_CASE("Tab never gives half-typed words to somebody else") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I call");
    given.room.key("Tab");
    CHECK(speaker(given.desk) == "Ana");
    CHECK(given.desk.session().participants[0].passes == 0);
    CHECK(notice(given.desk).find("Ana's words are still in the field") != std::string::npos);
    given.room.type(" back\n");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}});
}

TEST_CASE("half-typed words stay with their speaker while the room looks at other stages") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("bo I call");
    for (const char* stage : {"Alt+8", "Alt+3", "Alt+6"}) given.room.key(stage);
    CHECK(speaker(given.desk) == "Bo");
    CHECK(given.desk.entry.text == "I call");
}

TEST_CASE("who speaks out of turn gives the turn back to whose it was") {
    GivenRoom given(session_of({"Ana", "Bo", "Cem", "Dora"}));
    given.room.type("I ring first\n");
    REQUIRE(speaker(given.desk) == "Bo");
    given.room.type("dora I write it down\n");
    CHECK(speaker(given.desk) == "Bo");
    given.room.type("I call back\n");
    CHECK(speaker(given.desk) == "Cem");
}

TEST_CASE("F6 gives the last statement to whom it belongs") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I ring back\n");
    given.room.key("F6");
    given.room.type("bo\n");
    CHECK(said(given.desk.session()) == Said{{"Bo", "I ring back"}});
    CHECK(given.desk.entry.purpose == desk::Purpose::statement);
}

TEST_CASE("late and absent are one key each, and nobody's words become another's") {
    GivenRoom given(session_of({"Ana", "Bo", "Cem"}));
    given.room.type("I");
    given.room.key("F3");
    CHECK(given.room.shows("Ana's words are still in the field"));
    CHECK(speaker(given.desk) == "Ana");
    CHECK(given.desk.entry.text == "I");
    given.room.key("Backspace");
    given.room.key("F3");
    CHECK(given.desk.session().participants[0].attendance == Attendance::late);
    CHECK(speaker(given.desk) == "Bo");
    given.room.key("F4");
    CHECK(given.desk.session().participants[1].attendance == Attendance::absent);
    CHECK(speaker(given.desk) == "Cem");
}

TEST_CASE("Up takes the last statement back into an empty field, and does nothing to a full one") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I cal back\nI pick");
    given.room.key("Up");
    CHECK(said(given.desk.session()).size() == 1);
    CHECK(given.desk.entry.text == "I pick");
    given.room.key("Ctrl+A");
    given.room.key("Backspace");
    given.room.key("Up");
    CHECK(said(given.desk.session()).empty());
    CHECK(given.desk.entry.text == "I cal back");
    CHECK(speaker(given.desk) == "Ana");
    given.room.type(" in time\n");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I cal back in time"}});
}

TEST_CASE("with the round off the turn stays, and F5 says so") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.key("F5");
    CHECK(given.room.shows("The turn stays until you give it on"));
    given.room.type("I call back\nI pick up\n");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}, {"Ana", "I pick up"}});
}

TEST_CASE("words that sentences begin with are typed, not taken for a name") {
    GivenRoom given(session_of({"Ana", "Ben", "Tom"}));
    given.room.type("be on time\nto listen first\n");
    CHECK(said(given.desk.session()) == Said{{"Ana", "be on time"}, {"Ben", "to listen first"}});
}

TEST_CASE("Backspace right after letters switched the speaker gives them back as words") {
    GivenRoom given(session_of({"Ana", "Mark"}));
    given.room.type("mark ");
    CHECK(speaker(given.desk) == "Mark");
    CHECK(given.room.shows("it was a word"));
    given.room.key("Backspace");
    CHECK(speaker(given.desk) == "Ana");
    CHECK(given.desk.entry.text == "mark ");
    given.room.type("every open case\n");
    CHECK(said(given.desk.session()) == Said{{"Ana", "mark every open case"}});
}

TEST_CASE("names that begin alike are called by as much as tells them apart") {
    GivenRoom given(session_of({"Bo", "Ana", "Anabel", "Ana Lund"}));
    given.room.type("anab I pick up\n");
    given.room.type("ana l I tidy up\n");
    CHECK(said(given.desk.session()) == Said{{"Anabel", "I pick up"}, {"Ana Lund", "I tidy up"}});
}

TEST_CASE("a click on a seat gives that person the turn, and typing goes on") {
    GivenRoom given(session_of({"Ana", "Bo", "Cem"}));
    given.room.type("I ca");
    given.room.click("Seat 3");
    CHECK(speaker(given.desk) == "Cem");
    given.room.type("ll back\n");
    CHECK(said(given.desk.session()) == Said{{"Cem", "I call back"}});
    CHECK(given.room.tally().mouse > 0);
}

TEST_CASE("4,001 characters are refused in words and stay in the field; one less is said") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    const std::string words(4'001, 'x');
    given.room.paste(words);
    CHECK(given.desk.entry.text == words);
    given.room.key("Return");
    CHECK(said(given.desk.session()).empty());
    CHECK(given.room.shows("4,000"));
    CHECK(given.desk.entry.text == words);
    given.room.key("Backspace");
    given.room.key("Return");
    CHECK(said(given.desk.session()).size() == 1);
    CHECK(given.desk.entry.text.empty());
}

TEST_CASE("a list that is pasted into the field is offered with its count, and each line is then a statement") {
    GivenRoom given(session_of({"Ana Silva", "Bo"}));
    given.room.paste("- I call back\n- Bo: I pick up\n\n- 3 calls a day: that is me\n");
    CHECK(said(given.desk.session()).empty());
    CHECK(given.room.shows("3 statements: Ana 2, Bo 1"));
    given.room.key("Ctrl+Return");
    CHECK(said(given.desk.session()) ==
          Said{{"Ana Silva", "I call back"}, {"Bo", "I pick up"}, {"Ana Silva", "3 calls a day: that is me"}});
    CHECK(given.room.focused() == "Entry");
    given.room.key("Ctrl+Z"); // one gesture
    CHECK(said(given.desk.session()).empty());
}

TEST_CASE("a pasted list that is left keeps nothing, and what was half typed is still there") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I pi");
    given.room.paste("one\ntwo\n");
    given.room.key("Escape");
    CHECK(said(given.desk.session()).empty());
    CHECK(given.desk.pasted_text.empty());
    CHECK(given.desk.entry.text == "I pi");
    given.room.type("ck up\n");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I pick up"}});
}

TEST_CASE("pasted lines can be one statement, and a line that ends in a break is one") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.paste("I call back\nthe same day\n");
    given.room.click("Take as one statement");
    given.room.frames(3);
    given.room.key("Return");
    given.room.paste("I pick up\n");
    given.room.key("Return");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back the same day"}, {"Bo", "I pick up"}});
}

TEST_CASE("400 KB that are pasted are counted, a line that is too long is named, and nothing of it is said") {
    GivenRoom given(session_of({"Ana"}));
    std::string list;
    for (int i = 0; i < 6'000; ++i)
        list += "I look after the list of the " + std::to_string(i) + "th customer of ours\n";
    given.room.paste(list + std::string(4'001, 'x'));
    CHECK(given.room.shows("Line 6001 has 4,001 characters; a statement holds 4,000"));
    given.room.key("Ctrl+Return");
    CHECK(said(given.desk.session()).empty());
    given.room.key("Ctrl+A");
    given.room.paste(list);
    given.room.key("Ctrl+Return");
    CHECK(said(given.desk.session()).empty());
    CHECK(notice(given.desk).find("This would be statement 5,001") != std::string::npos);
    CHECK(given.desk.panel == desk::Panel::pasted);
}

TEST_CASE("a pasted line that nobody says asks for a name") {
    GivenRoom given(session_of({}));
    given.room.key("Ctrl+K");
    given.room.type("take in a list\n");
    given.room.paste("one\ntwo");
    CHECK(given.room.shows("Nobody has the turn, so nobody says line 1"));
}

TEST_CASE("a half-typed statement waits while the room is at another stage") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I pi");
    given.room.key("Alt+3");
    CHECK(given.desk.session().stage == Stage::goal);
    given.room.key("Alt+6");
    CHECK(given.desk.entry.text == "I pi");
    given.room.type("ck up\n");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I pick up"}});
}

TEST_CASE("a half-typed statement waits while an item is parked") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I pi");
    given.room.key("Ctrl+P");
    CHECK(given.desk.entry.text.empty());
    given.room.type("a second screen\n");
    REQUIRE(given.desk.session().parked.size() == 1);
    CHECK(given.desk.session().parked[0].text == "a second screen");
    CHECK(given.desk.entry.text == "I pi");
    given.room.key("Ctrl+P");
    given.room.type("not this");
    given.room.key("Escape");
    CHECK(given.desk.session().parked.size() == 1);
    CHECK(given.desk.entry.text == "I pi");
    given.room.type("ck up\n");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I pick up"}});
}

TEST_CASE("a half-typed statement comes back with the session, and is typed on") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I call back\nI pi");
    given.room.key("Ctrl+W");
    CHECK_FALSE(given.desk.is_open());
    given.room.key("Return");
    REQUIRE(given.desk.is_open());
    CHECK(given.room.focused() == "Entry");
    given.room.type("ck up\n");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}, {"Bo", "I pick up"}});
}

TEST_CASE("the facilitator is told what was said before that is much like this") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I call customers back the same day\n");
    given.room.type("I call customers back");
    CHECK(given.room.shows("Much like Ana: “I call customers back the same day”"));
}

TEST_CASE("a window that changes its size keeps what is typed, and where") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I ca");
    for (const float scale : {1.f, 3.f})
        for (const ImVec2 size : {ImVec2{640, 400}, ImVec2{3840, 2160}, ImVec2{800, 1200}}) {
            given.room.size = size, given.room.scale = scale;
            given.room.frames(3);
            CHECK(given.room.focused() == "Entry");
        }
    given.room.type("ll back\n");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}});
}

TEST_CASE("words in any script are typed as they are") {
    GivenRoom given(session_of({"Ana"}));
    for (const auto* words : {"Ich rufe zurück", "Я перезвоню", "سأتصل", "我会回电", "I smile 🦊"}) {
        given.room.type(words);
        given.room.key("Return");
        CHECK(given.desk.session().accountabilities.back().statement == words);
    }
}

TEST_CASE("in a room without people, typing says what is missing and keeps the words") {
    GivenRoom given(session_of({}));
    given.room.type("I call back\n");
    CHECK(given.room.shows("Nobody has the turn"));
    CHECK(given.desk.entry.text == "I call back");
}

TEST_CASE("who is to go is named whole on the room's page, and those beyond two lines are counted") {
    std::vector<std::string> names;
    for (char letter = 'A'; letter <= 'O'; ++letter) names.push_back(std::string(1, letter) + "nnegret-Charlotte");
    GivenRoom given(session_of(names));
    const auto page = words_on(given, {1280, 720});
    const auto at = page.find("15 to go: Annegret-Charlotte");
    REQUIRE(at != std::string::npos);
    const auto lines = page.substr(at, page.find('\n', page.find('\n', at) + 1) - at);
    CHECK(lines.ends_with(" more"));
    CHECK(lines.find("…") == std::string::npos);
}
