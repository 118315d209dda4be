// One person at a time, and the end: what the entry field asks for, and what it refuses.
#include "desk/commands.hpp"
#include "desk/given.hpp"
#include "desk/meant.hpp"
#include "storage/json.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::desk;

namespace {

// Ana and Bo with two cards each, said in turn, read back from Ana's first.
struct GivenCards : Given {
    GivenCards() {
        auto session = session_of({"Ana", "Bo"});
        for (int i = 0; i < 4; ++i) {
            Accountability item;
            item.id = {"a" + std::to_string(i)};
            item.owner = {i % 2 == 0 ? "p1" : "p2"};
            item.statement = "statement number " + std::to_string(i);
            session.accountabilities.push_back(item);
        }
        desk.look_at(History(session));
        go_to(desk, Stage::commit);
    }
    const Accountability& card(const char* id) { return *find(desk.session(), AccountabilityId{id}); }
    void answer(Purpose purpose, const std::string& words) {
        ask_for_detail(desk, purpose);
        typed(desk, words);
        finish_entry(desk);
    }
};

} // namespace

TEST_CASE("Commit begins with the first card of the first seat and goes person by person") {
    GivenCards given;
    auto& desk = given.desk;
    std::vector<std::string> order;
    for (int i = 0; i < 5; ++i) {
        order.push_back(desk.place.focus->text);
        confirm_read_back(desk);
    }
    CHECK(order == std::vector<std::string>{"a0", "a2", "a1", "a3", "a3"});
    for (const auto& item : desk.session().accountabilities) CHECK(item.confirmed_at);
}

TEST_CASE("stepping stops at the first and at the last card") {
    GivenCards given;
    auto& desk = given.desk;
    step_item(desk, -1);
    CHECK(desk.place.focus == AccountabilityId{"a0"});
    for (int i = 0; i < 9; ++i) step_item(desk, 1);
    CHECK(desk.place.focus == AccountabilityId{"a3"});
}

TEST_CASE("an agreed wording stands beside the statement, which stays as it was said") {
    GivenCards given;
    ask_for_detail(given.desk, Purpose::wording);
    CHECK(given.desk.entry.text == "statement number 0");
    typed(given.desk, "I call back before six");
    finish_entry(given.desk);
    CHECK(given.card("a0").statement == "statement number 0");
    CHECK(given.card("a0").wordings == std::vector{Wording{"I call back before six", {2026, 11, 21}, "p1", true, ""}});
    CHECK(given.desk.entry.purpose == Purpose::nothing);
}

TEST_CASE("a wording left as it was makes no step") {
    GivenCards given;
    const auto steps = given.desk.history().past().size();
    ask_for_detail(given.desk, Purpose::wording);
    finish_entry(given.desk);
    CHECK(given.card("a0").wordings.empty());
    CHECK(given.desk.history().past().size() == steps);
}

TEST_CASE("a due date is said in words, and echoed as the day it means") {
    GivenCards given;
    ask_for_detail(given.desk, Purpose::due);
    CHECK(echo_of_entry(given.desk) == "friday, in two weeks, 4 december …");
    typed(given.desk, "fri");
    CHECK(echo_of_entry(given.desk) == "Friday 27 November 2026");
    typed(given.desk, "friday");
    finish_entry(given.desk);
    CHECK(given.card("a0").due == Date{2026, 11, 27});
}

TEST_CASE("words that name no day are refused, kept, and told what would do") {
    GivenCards given;
    given.answer(Purpose::due, "sometime");
    CHECK(given.desk.entry.purpose == Purpose::due);
    CHECK(given.desk.entry.text == "sometime");
    CHECK(sentence(given.desk) == "“sometime” is no day. Try “friday”, “in two weeks” or “4 december”");
    CHECK_FALSE(given.card("a0").due);
}

TEST_CASE("an emptied date is taken away") {
    GivenCards given;
    given.answer(Purpose::due, "friday");
    given.answer(Purpose::due, "");
    CHECK_FALSE(given.card("a0").due);
}

TEST_CASE("evidence, help, if-then, first step, measure and strength are noted on the card in hand alone") {
    GivenCards given;
    given.answer(Purpose::evidence, "the call list");
    given.answer(Purpose::help, "Bo: the numbers");
    given.answer(Purpose::if_then, "If I am ill, then Bo calls");
    given.answer(Purpose::first_step, "a list");
    given.answer(Purpose::measure, "calls a day");
    given.answer(Purpose::strength, "patient");
    const auto& card = given.card("a0");
    CHECK(card.evidence == "the call list");
    CHECK(card.help == "Bo: the numbers");
    CHECK(card.if_then == "If I am ill, then Bo calls");
    CHECK(card.first_step == "a list");
    CHECK(card.measure == "calls a day");
    CHECK(card.strength == "patient");
    CHECK(given.card("a1").evidence.empty());
}

TEST_CASE("a date far away asks how it begins, until a first step is set") {
    GivenCards given;
    given.answer(Purpose::due, "in two weeks");
    CHECK(first_step_prompt(given.desk).empty());
    given.answer(Purpose::due, "in ten weeks");
    CHECK(first_step_prompt(given.desk).find("ends in 70 days: which first small step? F") != std::string::npos);
    step_item(given.desk, 1);
    CHECK(first_step_prompt(given.desk).empty());
    step_item(given.desk, -1);
    given.answer(Purpose::first_step, "a list");
    CHECK(first_step_prompt(given.desk).empty());
}

TEST_CASE("Escape puts a detail aside unchanged") {
    GivenCards given;
    given.answer(Purpose::evidence, "the call list");
    ask_for_detail(given.desk, Purpose::evidence);
    typed(given.desk, "something else");
    leave_entry(given.desk);
    CHECK(given.card("a0").evidence == "the call list");
    CHECK(given.desk.entry.purpose == Purpose::nothing);
}

TEST_CASE("confirming twice keeps the first moment and makes one step") {
    GivenCards given;
    const auto steps = given.desk.history().past().size();
    confirm_read_back(given.desk);
    const auto at = given.card("a0").confirmed_at;
    given.world.pass_ms(60'000);
    step_item(given.desk, -1);
    confirm_read_back(given.desk);
    CHECK(given.card("a0").confirmed_at == at);
    CHECK(given.desk.history().past().size() == steps + 1);
}

TEST_CASE("when the room meets again is said in words, refused in words, and taken away when emptied") {
    GivenCards given;
    auto& desk = given.desk;
    go_to(desk, Stage::close);
    desk.ask_for(Purpose::next_date);
    typed(desk, "never");
    finish_entry(desk);
    CHECK(desk.entry.text == "never");
    CHECK_FALSE(desk.session().next_date);
    typed(desk, "in two weeks");
    finish_entry(desk);
    CHECK(desk.session().next_date == Date{2026, 12, 5});
    desk.ask_for(Purpose::next_date);
    finish_entry(desk);
    CHECK_FALSE(desk.session().next_date);
}

TEST_CASE("in a session where nothing was said, Commit says so and changes nothing") {
    GivenPeople given({"Ana"});
    go_to(given.desk, Stage::commit);
    const auto before = given.desk.session();
    confirm_read_back(given.desk);
    ask_for_detail(given.desk, Purpose::due);
    CHECK(given.desk.session() == before);
    CHECK(given.desk.entry.purpose == Purpose::nothing);
}

TEST_CASE("every purpose of the entry field has a label") {
    GivenPeople given({"Ana Silva"});
    CHECK(label_of_entry(given.desk) == "Ana");
    for (int purpose = static_cast<int>(Purpose::wording); purpose <= static_cast<int>(Purpose::merge_into);
         ++purpose) {
        given.desk.ask_for(static_cast<Purpose>(purpose));
        CHECK_FALSE(label_of_entry(given.desk).empty());
    }
}

TEST_CASE("a detail is on the page while it is typed, and in the session only after Return") {
    GivenPeople given({"Ana Silva"});
    auto& desk = given.desk;
    say_statement(desk, "I call every customer back");
    go_to(desk, Stage::commit);
    const auto before = desk.session();
    const auto page = [&] { return std::get<slide::ReadBack>(desk.slide().content); };
    ask_for_detail(desk, Purpose::evidence);
    typed(desk, "the list of calls");
    CHECK(page().evidence == "the list of calls");
    leave_entry(desk);
    CHECK(page().evidence.empty());
    ask_for_detail(desk, Purpose::due);
    typed(desk, "fri");
    typed(desk, "friday");
    CHECK(page().by == "Friday 27 November");
    typed(desk, "fridayyy");
    CHECK(page().by.empty());
    leave_entry(desk);
    ask_for_detail(desk, Purpose::wording);
    CHECK(page().said.empty());
    typed(desk, "I call every customer back by six");
    CHECK(page().words == "I call every customer back by six");
    CHECK(page().said == "I call every customer back");
    CHECK(desk.session() == before);
    finish_entry(desk);
    CHECK(words_of(desk.session().accountabilities[0]) == "I call every customer back by six");
}

TEST_CASE("days in words count from the day of the session while that is still to come") {
    GivenPeople given({"Ana Silva"});
    auto& desk = given.desk;
    desk.act(SetDate{{2026, 11, 30}}); // a Monday; today is Saturday 21 November
    say_statement(desk, "I call every customer back");
    go_to(desk, Stage::commit);
    ask_for_detail(desk, Purpose::due);
    typed(desk, "in two weeks");
    CHECK(echo_of_entry(desk) == "Monday 14 December 2026");
    finish_entry(desk);
    CHECK(desk.session().accountabilities[0].due == Date{2026, 12, 14});
}

TEST_CASE("what is exported before the file has the team's name is named after the team all the same") {
    Given given;
    Session session;
    session.date = {2026, 11, 21};
    given.desk.start(session);
    given.desk.act(NameTeam{"Renewals, north"});
    export_to_folder(given.desk);
    wait_for_errands(given.desk);
    CHECK(given.desk.file().stem().string() == "Session 2026-11-21");
    CHECK(sentence(given.desk) == "Exported to “sessions”: Renewals north 2026-11-21.csv, .pdf, .html, .md and .json");
    CHECK_FALSE(given.world.read("Renewals north 2026-11-21.md").empty());
}

TEST_CASE("the export lies beside the session file in five formats and moves nothing on") {
    Given given;
    auto session = sample_session();
    session.id = {"exported"};
    session.accountabilities[0].confidence = 3;
    given.desk.start(session);
    export_to_folder(given.desk);
    wait_for_errands(given.desk);
    const auto stem = given.desk.file().stem().string();
    CHECK(sentence(given.desk) == "Exported to “sessions”: " + stem + ".csv, .pdf, .html, .md and .json");
    CHECK(given.world.read(stem + ".json") == storage::to_json(session, storage::Privacy::shared));
    CHECK(given.world.read(stem + ".json").find("confidence") == std::string::npos);
    CHECK_FALSE(given.world.read(stem + ".md").empty());
    CHECK_FALSE(given.world.read(stem + ".csv").empty());
    CHECK(given.world.read(stem + ".html").starts_with("<!DOCTYPE html>"));
    CHECK(given.world.read(stem + ".pdf").starts_with("%PDF-"));
    CHECK(given.desk.session() == session);
}

TEST_CASE("the session is copied as Markdown, and that moves nothing on") {
    Given given;
    auto session = sample_session();
    session.accountabilities[0].confidence = 3;
    given.desk.start(session);
    const auto before = given.desk.session();
    run(*command("session.copy"), given.desk);
    REQUIRE(given.desk.to_clipboard);
    CHECK(given.desk.to_clipboard->find(session.accountabilities[0].statement) != std::string::npos);
    CHECK(sentence(given.desk) == "The session is on the clipboard, as Markdown");
    CHECK(given.desk.session() == before);
}

TEST_CASE("whatever the field asks about a card, words left in it half typed are kept, and found again by their name") {
    const auto session = session_of({"Ana"});
    Accountability card{{"a1"}, {"p1"}, "I call back", {}};
    for (int at = 0; at <= static_cast<int>(Purpose::objection_amount); ++at) {
        EntryField field;
        field.purpose = static_cast<Purpose>(at);
        field.text = "4 december";
        if (std::holds_alternative<std::monostate>(meant_by(field, session, &card, session.date))) continue;
        INFO("the purpose that is the " << at + 1 << "th; names in src/desk/meant.cpp lack it");
        const auto half = half_typed_detail(field, session, &card, session.date);
        CHECK((half && purpose_named(half->field) == field.purpose));
    }
}
