#include "ask.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace avow;

namespace {

const std::string unknown_statement = "That statement is not in this session any more. Choose another.";
const AccountabilityId cups = {"a12"}; // Lou: "less coffee cups in the sink"

Accountability& cups_in(Session& session) { return session.accountabilities[11]; }

} // namespace

TEST_CASE("AgreeWording puts a wording beside the statement") {
    const Session session = sample_session();
    const Wording wording{"I wash my cup", {2026, 11, 21}, "p12", true, "a cup is mine"};
    CHECK(sentence(session, AgreeWording{cups, wording}) ==
          "reworded “less coffee cups in the sink” as “I wash my cup”");
    Session wanted = session;
    cups_in(wanted).wordings.push_back(wording);
    cups_in(wanted).confirmed_at.reset(); // these words were never read aloud
    const Session agreed = apply(session, AgreeWording{cups, wording});
    CHECK(agreed == wanted);

    Wording proposed = wording;
    proposed.agreed = false;
    CHECK(sentence(session, AgreeWording{cups, proposed}) ==
          "proposed to reword “less coffee cups in the sink” as “I wash my cup”");

    CHECK(refusal(session, AgreeWording{{"a99"}, wording}) == unknown_statement);
    CHECK(refusal(agreed, AgreeWording{cups, wording}) == "The wording is that already.");
    const auto why = [&](auto change) {
        Wording other = wording;
        change(other);
        return refusal(session, AgreeWording{cups, other});
    };
    CHECK(why([](Wording& w) { w.text = "less coffee cups in the sink"; }) == "The wording is that already.");
    CHECK(why([](Wording& w) { w.text = ""; }) == "The wording has no words yet. Type it first.");
    CHECK(why([](Wording& w) { w.text = too_long; }) ==
          "That is 4,001 characters; a wording holds 4,000. Split it in two.");
    CHECK_FALSE(why([](Wording& w) { w.date = {2026, 11, 31}; }).empty());
    CHECK_FALSE(why([](Wording& w) { w.proposed_by = "p\n"; }).empty());
    CHECK_FALSE(why([](Wording& w) { w.why = " because"; }).empty());
}

TEST_CASE("what was confirmed waits to be read again once it changes, and not for a wording that is only proposed") {
    Session session = sample_session();
    cups_in(session).confirmed_at = Moment{1};
    const auto is_confirmed = [&](const Edit& edit) { return apply(session, edit).accountabilities[11].confirmed_at; };
    Wording wording{"I wash my cup", {2026, 11, 21}, "p12", true, ""};
    CHECK_FALSE(is_confirmed(AgreeWording{cups, wording}));
    wording.agreed = false;
    CHECK(is_confirmed(AgreeWording{cups, wording}));
    CHECK_FALSE(is_confirmed(SetDueDate{cups, Date{2026, 12, 4}}));
    CHECK_FALSE(is_confirmed(NoteDetail{cups, Detail::evidence, "a photo of the sink"}));
    CHECK(is_confirmed(RateConfidence{cups, 5}));
}

TEST_CASE("SetDueDate sets and clears the day") {
    const Session session = sample_session();
    CHECK(sentence(session, SetDueDate{cups, Date{2026, 12, 4}}) ==
          "set “less coffee cups in the sink” due on Friday 4 December 2026");
    CHECK(sentence(session, SetDueDate{cups, std::nullopt}) ==
          "cleared the due date of “less coffee cups in the sink”");
    Session wanted = session;
    cups_in(wanted).due = Date{2026, 12, 4};
    cups_in(wanted).confirmed_at.reset();
    CHECK(apply(session, SetDueDate{cups, Date{2026, 12, 4}}) == wanted);
    cups_in(wanted).due.reset();
    CHECK(apply(session, SetDueDate{cups, std::nullopt}) == wanted);

    CHECK(refusal(session, SetDueDate{{"a99"}, std::nullopt}) == unknown_statement);
    CHECK(refusal(session, SetDueDate{cups, Date{2026, 2, 30}}).starts_with("The due date is no day of the calendar"));
    CHECK(refusal(session, SetDueDate{cups, session.accountabilities[11].due}) == "The due date is that already.");
    CHECK(refusal(session, SetDueDate{{"a40"}, std::nullopt}) == "There is no due date to clear.");
}

TEST_CASE("NoteDetail notes and clears a detail") {
    const Session session = sample_session();
    const NoteDetail edit{cups, Detail::if_then, "If the sink is full, then I empty it"};
    CHECK(sentence(session, edit) ==
          "noted the if-then of “less coffee cups in the sink”: “If the sink is full, then I empty it”");
    CHECK(sentence(session, NoteDetail{cups, Detail::evidence, ""}) ==
          "cleared the evidence of “less coffee cups in the sink”");
    Session wanted = session;
    cups_in(wanted).if_then = edit.text;
    cups_in(wanted).confirmed_at.reset();
    CHECK(apply(session, edit) == wanted);

    CHECK(refusal(session, NoteDetail{{"a99"}, Detail::help, "x"}) == unknown_statement);
    CHECK(refusal(session, NoteDetail{cups, Detail::help, ""}) == "The help is that already.");
    CHECK(refusal(session, NoteDetail{cups, Detail::help, too_long}) ==
          "That is 4,001 characters; a detail holds 4,000. Shorten it.");
    CHECK_FALSE(refusal(session, NoteDetail{cups, Detail::help, "a\nb"}).empty());
    CHECK_FALSE(refusal(session, NoteDetail{cups, static_cast<Detail>(6), "x"}).empty());
}

TEST_CASE("RateConfidence rates from 1 to 10, and its sentence keeps the figure to itself") {
    const Session session = sample_session();
    CHECK(sentence(session, RateConfidence{cups, 3}) == "rated the confidence in “less coffee cups in the sink”");
    CHECK(sentence(session, RateConfidence{cups, 0}) == "cleared the confidence in “less coffee cups in the sink”");
    Session wanted = session;
    cups_in(wanted).confidence = 3;
    CHECK(apply(session, RateConfidence{cups, 3}) == wanted);

    CHECK(refusal(session, RateConfidence{{"a99"}, 3}) == unknown_statement);
    CHECK(refusal(session, RateConfidence{cups, 11}) == "11 is no confidence. Choose 1 to 10, or 0 to clear it.");
    CHECK(refusal(session, RateConfidence{cups, -1}) == "-1 is no confidence. Choose 1 to 10, or 0 to clear it.");
    CHECK(refusal(session, RateConfidence{cups, 9}) == "The confidence is that already.");
    CHECK(refusal(session, RateConfidence{cups, 10}).empty());
}

TEST_CASE("ConfirmReadBack notes when the owner confirmed, once") {
    const Session session = sample_session();
    const ConfirmReadBack edit{{"a40"}, {1'795'272'962'000}};
    CHECK(sentence(session, edit) == "Dora confirmed “Every email gets an answer the same day”");
    Session wanted = session;
    wanted.accountabilities[39].confirmed_at = edit.at;
    const Session confirmed = apply(session, edit);
    CHECK(confirmed == wanted);

    CHECK(refusal(confirmed, ConfirmReadBack{{"a40"}, {1'795'272'963'000}}) == "Dora has confirmed that already.");
    CHECK(refusal(session, ConfirmReadBack{{"a99"}, {}}) == unknown_statement);
    CHECK_FALSE(refusal(session, ConfirmReadBack{{"a40"}, {std::int64_t{1} << 60}}).empty());
}

TEST_CASE("SetNextDate sets and clears the next date") {
    const Session session = sample_session();
    CHECK(sentence(session, SetNextDate{Date{2026, 12, 4}}) == "set the next date to Friday 4 December 2026");
    CHECK(sentence(session, SetNextDate{}) == "cleared the next date");
    Session wanted = session;
    wanted.next_date.reset();
    CHECK(apply(session, SetNextDate{}) == wanted);

    CHECK(refusal(session, SetNextDate{session.next_date}) == "The next date is that already.");
    CHECK(refusal(wanted, SetNextDate{}) == "There is no next date to clear.");
    CHECK_FALSE(refusal(session, SetNextDate{Date{2026, 0, 1}}).empty());
}

TEST_CASE("AddCheckIn says what came of it") {
    const Session session = sample_session();
    const CheckIn check_in{{2026, 12, 4}, Outcome::part, "two weeks of three", "the list on the fridge"};
    CHECK(sentence(session, AddCheckIn{cups, check_in}) == "checked in “less coffee cups in the sink” as part");
    Session wanted = session;
    cups_in(wanted).check_ins.push_back(check_in);
    const Session checked = apply(session, AddCheckIn{cups, check_in});
    CHECK(checked == wanted);

    CHECK(refusal(checked, AddCheckIn{cups, check_in}) == "That check-in is noted already.");
    CHECK(refusal(session, AddCheckIn{{"a99"}, check_in}) == unknown_statement);
    CHECK_FALSE(refusal(session, AddCheckIn{cups, {{2026, 12, 32}, Outcome::kept, "", ""}}).empty());
    CHECK_FALSE(refusal(session, AddCheckIn{cups, {{2026, 12, 4}, static_cast<Outcome>(4), "", ""}}).empty());
    CHECK_FALSE(refusal(session, AddCheckIn{cups, {{2026, 12, 4}, Outcome::kept, too_long, ""}}).empty());
    CHECK_FALSE(refusal(session, AddCheckIn{cups, {{2026, 12, 4}, Outcome::kept, "", "a\x7F"}}).empty());
}

TEST_CASE("CarryOver brings along what was said in an earlier session, to be answered for") {
    const Session session = sample_session();
    Accountability item{{"old"}, session.participants.front().id, "ring three customers a week", session.stage_since};
    CHECK(refusal(session, CarryOver{item}) ==
          "Only what was said in an earlier session is carried over, without its theme.");
    item.lineage = Lineage{{"spring"}, {2026, 5, 4}, 1, "Calls"};
    const Session carried = apply(session, CarryOver{item});
    CHECK(carried.carried == std::vector{item});
    CHECK(carried.accountabilities == session.accountabilities);
    CHECK(find(carried, item.id) == &carried.carried.front());
    CHECK(refusal(carried, CarryOver{item}) == "The id “old” is in use already. Take another.");
    CHECK(sentence(session, CarryOver{item}).ends_with("said: “ring three customers a week”"));

    // It is answered for and reworded like any other, but lies in no theme.
    const Session answered = apply(carried, AddCheckIn{item.id, {{2026, 11, 2}, Outcome::part, "two of three", ""}});
    CHECK(answered.carried.front().check_ins.size() == 1);
    CHECK(refusal(carried, PlaceInTheme{item.id, std::nullopt, Placed::hand}) ==
          "That was said in an earlier session and is only answered for here. Let its owner say it again.");
    item.id.text = "older";
    item.lineage->said_on = {2026, 2, 30};
    CHECK(refusal(session, CarryOver{item}).find("is no day of the calendar") != std::string::npos);
}

TEST_CASE("LendPractice is the owner's leave, and can be taken back") {
    const Session lent = apply(sample_session(), LendPractice{cups, true});
    CHECK(find(lent, cups)->is_lent);
    CHECK(refusal(lent, LendPractice{cups, true}) == "Colleagues may read that already.");
    CHECK_FALSE(find(apply(lent, LendPractice{cups, false}), cups)->is_lent);
}
