// Fifteen voices, one keyboard: the room is asked, a key a person, and nothing of it shows before the last.
#include "desk/commands.hpp"
#include "desk/given.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::desk;

namespace {

const std::vector<std::string> twelve = {"Ana", "Bob",  "Cem", "Dora", "Emil", "Fay",
                                         "Gus", "Hila", "Ian", "Jana", "Kofi", "Lou"};

// Presses a key as the table has it: the row that answers to it now.
void press(Desk& desk, std::string_view key) {
    for (const auto& row : commands()) {
        const auto found = std::ranges::find(row.keys, key);
        if (found == row.keys.end() || !row.is_offered(desk)) continue;
        if (const auto refusal = row.why_not(desk)) return desk.say(Tone::refused, refusal->sentence);
        return run(row, desk, static_cast<std::size_t>(found - row.keys.begin()));
    }
    FAIL("nothing answers to " << key);
}

// One key a letter.
int press_each(Desk& desk, std::string_view digits) {
    for (const char digit : digits) press(desk, digit == ' ' ? "Space" : std::string_view(&digit, 1));
    return static_cast<int>(digits.size());
}

std::vector<int> values_of(const Poll& poll) {
    std::vector<int> values;
    for (const auto& answer : poll.answers) values.push_back(answer.value);
    return values;
}

slide::AskedRoom seen(const Desk& desk) { return std::get<slide::AskedRoom>(desk.slide().content); }

bool is_seen(const Desk& desk) { return std::holds_alternative<slide::AskedRoom>(desk.slide().content); }

} // namespace

TEST_CASE("fingers of twelve people are in with thirteen keys, and are one step") {
    GivenPeople given(twelve);
    auto& desk = given.desk;
    go_to(desk, Stage::goal);
    press(desk, "Ctrl+1");
    const int keys = 1 + press_each(desk, "444453424545");
    CHECK(keys <= 14); // in 20 seconds with a look up for each
    REQUIRE(desk.session().polls.size() == 1);
    const auto& poll = desk.session().polls.front();
    CHECK(values_of(poll) == std::vector{4, 4, 4, 4, 5, 3, 4, 2, 4, 5, 4, 5});
    for (std::size_t i = 0; i < twelve.size(); ++i) CHECK(poll.answers[i].who == desk.session().participants[i].id);
    CHECK(poll.question == "Is the goal clear?");
    CHECK(seen(desk).words.front() == "From 2 to 5, the middle 4");
    desk.undo();
    CHECK(desk.session().polls.empty());
    CHECK_FALSE(is_seen(desk)); // back at the goal
    CHECK(std::holds_alternative<slide::GoalCard>(desk.slide().content));
}

TEST_CASE("before the last answer the room sees how many are in, and the same whatever they are") {
    GivenPeople one(twelve), other(twelve);
    for (auto* desk : {&one.desk, &other.desk}) press(*desk, "Ctrl+1");
    press_each(one.desk, "111111111");
    press_each(other.desk, "525 34512");
    CHECK(one.desk.slide() == other.desk.slide());
    CHECK(seen(one.desk).answered == 9);
    CHECK(seen(one.desk).asked == 12);
    CHECK(one.desk.session().polls.empty());
}

TEST_CASE("whoever is not here is passed over, Space is no answer, and Backspace goes one back") {
    GivenPeople given({"Ana", "Bo", "Cem", "Dora"});
    auto& desk = given.desk;
    desk.act(NoteAttendance{desk.session().participants[1].id, Attendance::absent});
    press(desk, "Ctrl+2");
    CHECK(asking_in_words(desk) == "1 of 3. Ana");
    press(desk, "0");
    CHECK(asking_in_words(desk) == "2 of 3. Cem");
    press(desk, "3");
    press(desk, "Backspace");
    CHECK(asking_in_words(desk) == "2 of 3. Cem");
    press(desk, "Space");
    press(desk, "7");
    const auto& poll = desk.session().polls.at(0);
    CHECK(poll.heads == 3);
    CHECK(values_of(poll) == std::vector{10, 7}); // 0 is 10
    CHECK(poll.answers[1].who == desk.session().participants[3].id);
}

TEST_CASE("a digit that the scale lacks is refused in words, and the same person is still asked") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    press(desk, "Ctrl+1");
    press(desk, "7");
    CHECK(sentence(desk) == "Fingers go from 0 to 5");
    CHECK(asking_in_words(desk) == "1 of 2. Ana");
}

TEST_CASE("digits are the poll's while the room is asked, and the stage's again afterwards") {
    Given given;
    auto& desk = given.desk;
    auto session = sample_session();
    session.stage = Stage::themes;
    desk.look_at(History(session));
    open_tile(desk);
    press(desk, "Ctrl+1");
    press_each(desk, "444444444444");
    CHECK(desk.session().themes == session.themes);
    CHECK(desk.session().accountabilities == session.accountabilities); // no card moved
    press(desk, "Return");
    CHECK_FALSE(is_seen(desk));
    press(desk, "2");
    CHECK((desk.session().accountabilities != session.accountabilities || desk.place.tile == 1u));
}

TEST_CASE("a half-typed statement waits while the room is asked, and comes back") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    go_to(desk, Stage::capture);
    type_slowly(desk, "I call peo");
    press(desk, "Ctrl+1");
    press_each(desk, "45");
    press(desk, "Return");
    CHECK(desk.entry.purpose == Purpose::statement);
    CHECK(desk.entry.text == "I call peo");
    CHECK(desk.session().accountabilities.empty());
}

TEST_CASE("an answer is corrected by name, as a step of its own, and nothing that is said tells whose") {
    GivenPeople given(twelve);
    auto& desk = given.desk;
    go_to(desk, Stage::goal);
    press(desk, "Ctrl+1");
    press_each(desk, "444444444444");
    press(desk, "C");
    CHECK(asks_for_secret(desk));
    type_and_return(desk, "ho 3");
    CHECK(sentence(desk) == "That is nobody here, or could be several. Type more of the name");
    CHECK(desk.entry.purpose == Purpose::poll_answer);
    desk.ask_for(Purpose::poll_answer);
    type_and_return(desk, "hi 3");
    CHECK(values_of(desk.session().polls[0])[7] == 3);
    CHECK(sentence(desk).find("Hila") == std::string::npos);
    CHECK(desk.history().undoable()->label == "corrected an answer to “Is the goal clear?”");
    press(desk, "C");
    type_and_return(desk, "hila -");
    CHECK(desk.session().polls[0].answers.size() == 11);
    desk.undo();
    desk.undo();
    CHECK(values_of(desk.session().polls[0])[7] == 4);
}

TEST_CASE("votes on themes have a budget, and too many are refused in words") {
    Given given;
    auto& desk = given.desk;
    auto session = sample_session();
    session.stage = Stage::themes;
    desk.look_at(History(session));
    const auto themes = session.themes.size();
    press(desk, "Ctrl+3");
    CHECK(desk.asking->poll.budget == suggested_budget(static_cast<int>(themes)));
    press(desk, "Minus");
    press(desk, "+");
    desk.asking->poll.budget = 1;
    press(desk, "1"), press(desk, "4"), press(desk, "Return"); // 14 of 12
    for (std::size_t i = 1; i < themes; ++i) press(desk, "Return");
    CHECK(sentence(desk) == "That is 14 votes; 12 people with 1 each have 12. Count again, or give each more.");
    CHECK(desk.session().polls.empty());
    press(desk, "+");
    press(desk, "Return");
    REQUIRE(desk.session().polls.size() == 1);
    CHECK(desk.session().polls[0].counts[0].count == 14);
    CHECK(desk.session().polls[0].budget == 2);
    CHECK(seen(desk).columns.front().count == 14);
}

TEST_CASE("a show of hands asks for its question first, then for three counts") {
    GivenPeople given(twelve);
    auto& desk = given.desk;
    press(desk, "Ctrl+4");
    CHECK(desk.entry.purpose == Purpose::poll_question);
    type_and_return(desk, "Do we start on Monday?");
    press(desk, "9"), press(desk, "Return");
    press(desk, "2"), press(desk, "Return");
    press(desk, "1"), press(desk, "Return");
    CHECK(seen(desk).question == "Do we start on Monday?");
    CHECK(seen(desk).words.front() == "9 for, 2 against, 1 abstaining, of 12");
}

TEST_CASE("a question that is not worded is left without a trace") {
    GivenPeople given(twelve);
    auto& desk = given.desk;
    press(desk, "Ctrl+4");
    leave_entry(desk);
    CHECK_FALSE(is_polling(desk));
    CHECK_FALSE(desk.half_asked);
}

TEST_CASE("what is left half entered goes on where it was") {
    GivenPeople given(twelve);
    auto& desk = given.desk;
    press(desk, "Ctrl+1");
    press_each(desk, "4444");
    press(desk, "Escape");
    CHECK_FALSE(is_polling(desk));
    press(desk, "Ctrl+PageDown");
    press(desk, "Ctrl+1");
    CHECK(seen(desk).answered == 4);
    press_each(desk, "55555555");
    CHECK(values_of(desk.session().polls.at(0)) == std::vector{4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5});
}

TEST_CASE("half-entered answers outlive the program") {
    StillWorld world;
    std::filesystem::path file;
    auto* dying = new Desk(world.for_desk()); // never closed, as if killed
    auto session = session_of(twelve);
    session.id = {"polled"};
    session.stage = Stage::goal;
    dying->start(session);
    press(*dying, "Ctrl+2");
    press_each(*dying, "46 0");
    file = dying->file();
    const auto expected = dying->asking;
    world.pass_ms(1'000);
    dying->save_now();
    delete dying;
    Desk desk(world.for_desk());
    desk.open(file);
    REQUIRE(desk.asking);
    CHECK(desk.asking == expected);
    CHECK(sentence(desk) == "What was half typed is back");
}

TEST_CASE("while the room is asked no statement is given to somebody else, nor taken back") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    type_and_return(desk, "I call back");
    CHECK(command("people.said_by")->is_offered(desk));
    press(desk, "Ctrl+2");
    CHECK_FALSE(command("people.said_by")->is_offered(desk));
    CHECK_FALSE(command("people.take_back")->is_offered(desk));
}

TEST_CASE("of all that is half done at once nothing is lost: a statement, a detail of a card, a question to the room") {
    Given given;
    auto& desk = given.desk;
    auto session = session_of({"Ana", "Bo"});
    session.id = {"halfway"};
    session.stage = Stage::capture;
    desk.start(session);
    type_and_return(desk, "I call back");
    type_slowly(desk, "I pi");
    go_to(desk, Stage::commit);
    press(desk, "Ctrl+2");
    press_each(desk, "4");
    press(desk, "Escape");
    desk.ask_for(Purpose::evidence);
    type_slowly(desk, "the log of");
    bool is_asked = false, is_in_form = false;
    SECTION("the detail in the field") {}
    SECTION("the detail put aside") { go_to(desk, Stage::themes); }
    SECTION("the room asked again") {
        press(desk, "Ctrl+2");
        is_asked = true;
    }
    SECTION("and a field of a form") {
        go_to(desk, Stage::prepare);
        desk.type_in_form("Goal", "From 3 to");
        is_in_form = true;
    }
    const auto file = desk.file();
    desk.close();
    REQUIRE(desk.open(file));
    CHECK(desk.asking.has_value() == is_asked);
    if (is_asked) press(desk, "Escape");
    REQUIRE(desk.half_asked);
    CHECK(desk.half_asked->given.size() == 1);
    go_to(desk, Stage::capture);
    CHECK(desk.entry.text == "I pi");
    CHECK(speaker(desk) == "Bo");
    go_to(desk, Stage::commit);
    CHECK(desk.entry.text == "the log of");
    CHECK((desk.asides == std::vector{HalfTyped{"form: Goal", {}, "From 3 to"}}) == is_in_form);
}

TEST_CASE("a question without words yet, or a field that was emptied, hides nothing that is half typed beside it") {
    Given given;
    auto& desk = given.desk;
    auto session = session_of({"Ana", "Bo"});
    session.id = {"wordless"};
    session.stage = Stage::capture;
    desk.start(session);
    type_slowly(desk, "I call peo");
    SECTION("a question") {
        ask_room(desk, PollKind::hands);
        REQUIRE(desk.entry.purpose == Purpose::poll_question);
    }
    SECTION("a field of a form") { desk.type_in_form("Goal", ""); }
    const auto file = desk.file();
    desk.close();
    REQUIRE(desk.open(file));
    CHECK(desk.entry.text == "I call peo");
}

TEST_CASE("how sure somebody is of a card is asked with the words of the card") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    go_to(desk, Stage::capture);
    type_and_return(desk, "I call back");
    go_to(desk, Stage::commit);
    press(desk, "Ctrl+2");
    CHECK(seen(desk).question == "How sure are you that this will happen? “I call back”");
    press_each(desk, "88");
    CHECK(seen(desk).question == "How sure are you that this will happen? “I call back”");
}

TEST_CASE("the last result is shown again, and the ones before it") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    press(desk, "Ctrl+5");
    CHECK(sentence(desk) == "The room has not been asked yet: Ctrl+1 to Ctrl+4");
    press(desk, "Ctrl+1"), press_each(desk, "45");
    press(desk, "Ctrl+2"), press_each(desk, "89");
    press(desk, "Return");
    press(desk, "Ctrl+5");
    CHECK(seen(desk).kind == PollKind::confidence);
    press(desk, "Ctrl+5");
    CHECK(seen(desk).kind == PollKind::fingers);
    press(desk, "Ctrl+5");
    CHECK(seen(desk).kind == PollKind::confidence);
}

TEST_CASE("nobody is asked where nobody is, and nothing is voted on where there are no themes") {
    GivenPeople given({});
    press(given.desk, "Ctrl+1");
    CHECK(sentence(given.desk) == "Nobody is here to be asked. Add people at Prepare");
    GivenPeople people({"Ana"});
    press(people.desk, "Ctrl+3");
    CHECK(sentence(people.desk) == "There are no themes to vote on. Take them at Themes first");
}
