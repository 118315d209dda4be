// The read-round: whose turn it is and what becomes of what is typed.
#include "desk/given.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::desk;

TEST_CASE("Return says the statement for the speaker, empties the field and moves the turn on") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    type_and_return(desk, "I call back");
    CHECK(said(desk) == Said{{"Ana", "I call back"}});
    CHECK(speaker(desk) == "Bo");
    CHECK(desk.entry.text.empty());
    CHECK(desk.entry.purpose == Purpose::statement);
    type_and_return(desk, "I pick up");
    CHECK(speaker(desk) == "Ana");
}

TEST_CASE("with the round off the turn stays until it is given on") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    desk.is_round_on = false;
    type_and_return(desk, "I call back");
    type_and_return(desk, "I pick up");
    CHECK(said(desk) == Said{{"Ana", "I call back"}, {"Ana", "I pick up"}});
    CHECK(speaker(desk) == "Ana");
}

TEST_CASE("the turn passes over those who are late or absent") {
    GivenPeople given({"Ana", "Bo", "Cem", "Dora"});
    auto& desk = given.desk;
    give_turn(desk, {"p2"});
    note_attendance(desk, Attendance::late);
    CHECK(speaker(desk) == "Cem");
    note_attendance(desk, Attendance::absent);
    CHECK(speaker(desk) == "Dora");
    type_and_return(desk, "I tidy up");
    CHECK(speaker(desk) == "Ana");
    type_and_return(desk, "I call back");
    CHECK(speaker(desk) == "Dora");
}

TEST_CASE("a late one who comes in is here again, and keeps the turn") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    note_attendance(desk, Attendance::late);
    give_turn(desk, {"p1"});
    note_attendance(desk, Attendance::late);
    CHECK(desk.session().participants[0].attendance == Attendance::here);
    CHECK(speaker(desk) == "Ana");
}

TEST_CASE("passing moves the turn on and is remembered") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    pass_turn(desk);
    CHECK(speaker(desk) == "Bo");
    CHECK(desk.session().participants[0].passes == 1);
    desk.undo();
    CHECK(desk.session().participants[0].passes == 0);
    CHECK(speaker(desk) == "Ana");
}

TEST_CASE("the first letters of a name and a space give that person the turn, and the field is empty again") {
    GivenPeople given({"Ana", "Bo", "Cem"});
    auto& desk = given.desk;
    type_slowly(desk, "ce ");
    CHECK(speaker(desk) == "Cem");
    CHECK(desk.entry.text.empty());
    type_and_return(desk, "I tidy up");
    CHECK(said(desk) == Said{{"Cem", "I tidy up"}});
}

TEST_CASE("a whole name calls a person, case and accents aside") {
    GivenPeople given({"Ana", "Zoë", "Łukasz"});
    auto& desk = given.desk;
    type_slowly(desk, "zoe ");
    CHECK(speaker(desk) == "Zoë");
    type_slowly(desk, "LU ");
    CHECK(speaker(desk) == "Łukasz");
}

TEST_CASE("a whole name with its capital begins a sentence and gives the turn to nobody") {
    GivenPeople given({"Ana", "Zoë"});
    auto& desk = given.desk;
    type_slowly(desk, "Zoë and I call them together");
    CHECK(speaker(desk) == "Ana");
    finish_entry(desk);
    CHECK(desk.session().accountabilities[0].statement == "Zoë and I call them together");
    CHECK(desk.session().accountabilities[0].owner == ParticipantId{"p1"});
}

TEST_CASE("letters that could be two people switch to neither") {
    GivenPeople given({"Ana", "Marta", "Marvin"});
    auto& desk = given.desk;
    type_slowly(desk, "mar ");
    CHECK(speaker(desk) == "Ana");
    CHECK(desk.entry.text == "mar ");
    desk.ask_for(Purpose::statement);
    type_slowly(desk, "marv ");
    CHECK(speaker(desk) == "Marvin");
}

TEST_CASE("a first name of two people is a word, and what calls each of them is said") {
    GivenPeople given({"Marta", "Ana Ruiz", "Ana Keller"});
    auto& desk = given.desk;
    type_slowly(desk, "ana ");
    CHECK(speaker(desk) == "Marta");
    CHECK(desk.entry.text == "ana ");
    CHECK(sentence(desk) == "Ana R or Ana K? “ana k ” calls Ana K");
    desk.ask_for(Purpose::statement);
    type_slowly(desk, "ana k ");
    CHECK(speaker(desk) == "Ana Keller");
}

TEST_CASE("a name that begins another is still called by its whole self") {
    GivenPeople given({"Bo", "Ana", "Anabel"});
    auto& desk = given.desk;
    type_slowly(desk, "ana ");
    CHECK(speaker(desk) == "Ana");
    type_slowly(desk, "anab ");
    CHECK(speaker(desk) == "Anabel");
}

TEST_CASE("a first name calls its owner where another's first name begins with it") {
    GivenPeople given({"Bo Lind", "Ana Silva", "Anabel Cruz"});
    auto& desk = given.desk;
    type_slowly(desk, "ana ");
    CHECK(speaker(desk) == "Ana Silva");
}

TEST_CASE("two people of one first name are each called by as much more as tells them apart") {
    GivenPeople given({"Bo Lind", "Ana Silva", "Ana Lund"});
    auto& desk = given.desk;
    type_slowly(desk, "ana ");
    CHECK(speaker(desk) == "Bo Lind");
    type_slowly(desk, "l ");
    CHECK(speaker(desk) == "Ana Lund");
    CHECK(desk.entry.text.empty());
}

TEST_CASE("words that are pasted are words, also where they begin with a name") {
    GivenPeople given({"Ana", "Bo"});
    typed(given.desk, "Bo calls back");
    CHECK(speaker(given.desk) == "Ana");
    CHECK(given.desk.entry.text == "Bo calls back");
}

TEST_CASE("words that sentences begin with call nobody") {
    GivenPeople given({"Cem", "Ben", "Keeper", "Ina", "Tom", "Willa"});
    auto& desk = given.desk;
    for (const std::string words : {"be ", "keep ", "in ", "to ", "will ", "I "}) {
        INFO(words);
        desk.ask_for(Purpose::statement);
        type_slowly(desk, words);
        CHECK(speaker(desk) == "Cem");
        CHECK(desk.entry.text == words);
    }
    desk.ask_for(Purpose::statement);
    type_slowly(desk, "ben ");
    CHECK(speaker(desk) == "Ben");
}

TEST_CASE("a name inside a sentence is a word") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    type_and_return(desk, "I ask bo every day");
    CHECK(said(desk) == Said{{"Ana", "I ask bo every day"}});
}

TEST_CASE("cutting a sentence down to a name switches nobody") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    typed(desk, "I ask");
    typed(desk, "bo asks");
    typed(desk, "bo ");
    CHECK(speaker(desk) == "Ana");
    CHECK(desk.entry.text == "bo ");
}

TEST_CASE("letters that were meant as a word come back as words, and the turn with them") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    type_slowly(desk, "bo ");
    REQUIRE(speaker(desk) == "Bo");
    give_back_prefix(desk);
    CHECK(speaker(desk) == "Ana");
    CHECK(desk.entry.text == "bo ");
    type_and_return(desk, "knows, I do not");
    CHECK(said(desk) == Said{{"Ana", "bo knows, I do not"}});
}

TEST_CASE("a prefix and what follows it that come in one piece still switch the speaker") {
    // Two keys may arrive in one frame; a fast typist must not be heard as somebody else.
    GivenPeople given({"Ana", "Bo", "Cem"});
    auto& desk = given.desk;
    typed(desk, "c");
    typed(desk, "ce I");
    CHECK(speaker(desk) == "Cem");
    CHECK(desk.entry.text == "I");
}

TEST_CASE("the last statement can be taken back into the field and said again by the same person") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    type_and_return(desk, "I cal back");
    correct_last(desk);
    CHECK(said(desk).empty());
    CHECK(speaker(desk) == "Ana");
    CHECK(desk.entry.text == "I cal back");
    typed(desk, "I call back");
    finish_entry(desk);
    CHECK(said(desk) == Said{{"Ana", "I call back"}});
    CHECK(speaker(desk) == "Bo");
}

TEST_CASE("undoing a statement gives the turn back to who said it") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    type_and_return(desk, "I call back");
    desk.undo();
    CHECK(said(desk).empty());
    CHECK(speaker(desk) == "Ana");
    CHECK(sentence(desk) == "Undid: Ana said “I call back”");
    desk.redo();
    CHECK(said(desk) == Said{{"Ana", "I call back"}});
    CHECK(sentence(desk) == "Did again: Ana said “I call back”");
}

TEST_CASE("a statement of over 4,000 characters is refused in words, and stays in the field") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    const std::string words(4'001, 'x');
    typed(desk, words);
    finish_entry(desk);
    CHECK(said(desk).empty());
    CHECK(desk.entry.text == words);
    CHECK(speaker(desk) == "Ana");
    REQUIRE(desk.notice());
    CHECK(desk.notice()->tone == Tone::refused);
    CHECK(sentence(desk).find("4,000") != std::string::npos);
    typed(desk, words.substr(1));
    finish_entry(desk);
    CHECK(said(desk).size() == 1);
}

TEST_CASE("4,000 characters of any script may be said") {
    GivenPeople given({"Ana"});
    std::string words;
    for (int i = 0; i < 4'000; ++i) words += "ж";
    typed(given.desk, words);
    finish_entry(given.desk);
    CHECK(said(given.desk) == Said{{"Ana", words}});
}

TEST_CASE("Return on nothing, or on spaces, says nothing") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    finish_entry(desk);
    typed(desk, "   ");
    finish_entry(desk);
    CHECK(said(desk).empty());
    CHECK(speaker(desk) == "Ana");
}

TEST_CASE("in a room without people what is typed is refused and kept") {
    GivenPeople given({});
    typed(given.desk, "I call back");
    finish_entry(given.desk);
    CHECK(given.desk.entry.text == "I call back");
    CHECK(sentence(given.desk).find("Nobody has the turn") == 0);
}

TEST_CASE("a half-typed statement waits while something else is asked, and while the room is elsewhere") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    typed(desk, "I call");
    desk.ask_for(Purpose::parked_item);
    typed(desk, "A second screen");
    finish_entry(desk);
    CHECK(desk.session().parked.size() == 1);
    CHECK(desk.entry.text == "I call");
    go_to(desk, Stage::goal);
    CHECK(desk.entry.purpose == Purpose::nothing);
    go_to(desk, Stage::capture);
    CHECK(desk.entry.purpose == Purpose::statement);
    CHECK(desk.entry.text == "I call");
}

TEST_CASE("undo with a detail half asked leaves the half-typed statement alone") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    type_and_return(desk, "I call back");
    typed(desk, "I pick");
    desk.undo();
    CHECK(desk.entry.text == "I pick");
}

TEST_CASE("a statement much like what is typed is told to the facilitator, from eight characters on") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    type_and_return(desk, "I call customers back the same day");
    typed(desk, "I call");
    CHECK_FALSE(desk.similar_to_typing());
    typed(desk, "I call customers back");
    REQUIRE(desk.similar_to_typing());
    CHECK(*desk.similar_to_typing() == slide::Said{"I call customers back the same day", "Ana"});
    typed(desk, "My desk is clear at six");
    CHECK_FALSE(desk.similar_to_typing());
}

TEST_CASE("going on from Capture names those who were not heard, and stops nobody; going back does not") {
    GivenPeople given({"Ana", "Bo", "Cem"});
    auto& desk = given.desk;
    type_and_return(desk, "I call back");
    go_to(desk, Stage::goal);
    CHECK(sentence(desk).empty());
    go_to(desk, Stage::capture);
    go_to(desk, Stage::commit);
    CHECK(desk.session().stage == Stage::commit);
    CHECK(sentence(desk) == "Not heard yet: Bo, Cem. Ctrl+PageUp goes back");
}
