// The account of last time: what comes along into a new session, and how it is answered, a key each.
#include "insight/account.hpp"

#include "desk/given.hpp"
#include "storage/session_file.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::desk;

namespace {

Accountability carried(const char* id, const char* owner, const char* statement) {
    Accountability item;
    item.id = {id};
    item.owner = {owner};
    item.statement = statement;
    item.lineage = Lineage{{"last"}, {2026, 9, 4}, 1, ""};
    return item;
}

// Ana has two to answer for, Bo and Lee one each, at Open.
struct GivenAccount : Given {
    explicit GivenAccount(Attendance of_bo = Attendance::here) {
        auto session = session_of({"Ana", "Bo", "Lee"});
        session.date = desk.today();
        session.participants[1].attendance = of_bo;
        session.carried = {carried("l1", "p3", "I bring the list"), carried("a1", "p1", "I call back"),
                           carried("b1", "p2", "I ask first"), carried("a2", "p1", "I write it down")};
        desk.look_at(History(session));
        go_to(desk, Stage::open);
    }
    const Accountability& item(const char* id) { return *find(desk.session(), AccountabilityId{id}); }
    std::string in_hand() const { return desk.place.focus ? desk.place.focus->text : "nothing"; }
};

} // namespace

TEST_CASE("what is open comes along as one step that undo takes back, and the last session stays as it is") {
    Given given;
    auto& desk = given.desk;
    auto last = sample_session();
    last.id = {"last"};
    desk.start(last);
    desk.close();
    const auto path = std::filesystem::path(desk.library().front().path);
    const auto before = storage::bytes_of(desk.world().storage.disk, path);
    desk.start_from(path);
    const auto expected = insight::carried_from(last);
    REQUIRE_FALSE(expected.empty());
    CHECK(desk.session().carried == expected);
    CHECK(stage_after(desk.session()) == Stage::open);
    CHECK(sentence(desk).starts_with("Brought along: "));
    CHECK(storage::bytes_of(desk.world().storage.disk, path) == before);
    desk.undo();
    CHECK(desk.session().carried.empty());
    CHECK(minutes_of(desk.session(), Stage::open) == 0);
    desk.redo();
    CHECK(desk.session().carried == expected);
}

TEST_CASE("a session with nothing open brings nothing along, and its run sheet has no Open") {
    Given given;
    auto& desk = given.desk;
    auto last = session_of({"Ana"});
    last.id = {"last"};
    last.plan = {{Stage::open, 3}, {Stage::capture, 10}};
    desk.start(last);
    desk.close();
    desk.start_from(std::filesystem::path(desk.library().front().path));
    CHECK(desk.session().carried.empty());
    CHECK(desk.session().plan == std::vector<PlannedStage>{{Stage::capture, 10}});
    CHECK(desk.history().log().empty());
}

TEST_CASE("kept is one key, and the account goes on by itself, person by person in seat order") {
    GivenAccount given;
    auto& desk = given.desk;
    std::vector<std::string> order;
    for (int i = 0; i < 4; ++i) {
        order.push_back(given.in_hand());
        answer(desk, Outcome::kept);
    }
    CHECK(order == std::vector<std::string>{"a1", "a2", "b1", "l1"});
    CHECK(sentence(desk) == "Everybody has answered. Ctrl+PageDown goes on");
    for (const auto& item : desk.session().carried)
        CHECK(item.check_ins == std::vector<CheckIn>{{desk.today(), Outcome::kept, "", ""}});
}

TEST_CASE("part and missed ask for a reason; Return alone goes on") {
    GivenAccount given;
    auto& desk = given.desk;
    answer(desk, Outcome::part);
    CHECK(label_of_entry(desk) == "Part. What was in the way?");
    type_and_return(desk, "the line was down");
    CHECK(given.item("a1").check_ins == std::vector<CheckIn>{{desk.today(), Outcome::part, "the line was down", ""}});
    CHECK(given.in_hand() == "a2");
    answer(desk, Outcome::missed);
    finish_entry(desk);
    CHECK(given.item("a2").check_ins == std::vector<CheckIn>{{desk.today(), Outcome::missed, "", ""}});
    CHECK(given.in_hand() == "b1");
    ask_for_answer(desk, Outcome::kept);
    type_and_return(desk, "Ana helped");
    CHECK(given.item("b1").check_ins == std::vector<CheckIn>{{desk.today(), Outcome::kept, "Ana helped", ""}});
}

TEST_CASE("changed brings the words into the field, and both wordings stay, as one step") {
    GivenAccount given;
    auto& desk = given.desk;
    answer(desk, Outcome::changed);
    CHECK(desk.entry.text == "I call back");
    type_and_return(desk, " before six");
    const auto& item = given.item("a1");
    CHECK(item.statement == "I call back");
    CHECK(item.wordings == std::vector<Wording>{{"I call back before six", desk.today(), "p1", true, ""}});
    CHECK(item.check_ins == std::vector<CheckIn>{{desk.today(), Outcome::changed, "", ""}});
    CHECK(given.in_hand() == "a2");
    desk.undo();
    CHECK(given.item("a1").wordings.empty());
    CHECK(given.item("a1").check_ins.empty());
    CHECK(given.in_hand() == "a1");
}

TEST_CASE("changed without other words is an answer too") {
    GivenAccount given;
    answer(given.desk, Outcome::changed);
    finish_entry(given.desk);
    CHECK(given.item("a1").wordings.empty());
    CHECK(given.item("a1").check_ins == std::vector<CheckIn>{{given.desk.today(), Outcome::changed, "", ""}});
}

TEST_CASE("Escape takes the question back, and nothing is answered") {
    GivenAccount given;
    answer(given.desk, Outcome::missed);
    leave_entry(given.desk);
    CHECK(given.item("a1").check_ins.empty());
    CHECK(given.in_hand() == "a1");
    CHECK(given.desk.history().log().size() == 1); // going to the stage
}

TEST_CASE("an answer can be given anew; the later one counts") {
    GivenAccount given;
    auto& desk = given.desk;
    answer(desk, Outcome::kept);
    step_account(desk, -1);
    CHECK(given.in_hand() == "a1");
    answer(desk, Outcome::kept); // that is the answer already
    CHECK(given.item("a1").check_ins.size() == 1);
    step_account(desk, -1);
    answer(desk, Outcome::missed);
    finish_entry(desk);
    CHECK(insight::answers_of(given.item("a1")).back()->outcome == Outcome::missed);
}

TEST_CASE("arrows go by promise and by person, and stop at both ends") {
    GivenAccount given;
    auto& desk = given.desk;
    step_account(desk, -1);
    CHECK(given.in_hand() == "a1");
    step_account_person(desk, 1);
    CHECK(given.in_hand() == "b1");
    step_account_person(desk, 5);
    CHECK(given.in_hand() == "b1");
    step_account(desk, 1);
    CHECK(given.in_hand() == "l1");
    step_account_person(desk, -2);
    CHECK(given.in_hand() == "a1");
}

TEST_CASE("who is absent is passed over, and can still be answered for by hand") {
    GivenAccount given(Attendance::absent);
    auto& desk = given.desk;
    answer(desk, Outcome::kept);
    answer(desk, Outcome::kept);
    CHECK(given.in_hand() == "l1");
    step_account(desk, -1);
    CHECK(given.in_hand() == "b1");
}

TEST_CASE("a reason half typed comes back with its promise") {
    GivenAccount given;
    auto& desk = given.desk;
    answer(desk, Outcome::missed);
    type_slowly(desk, "the line");
    go_to(desk, Stage::goal);
    go_to(desk, Stage::open);
    CHECK(given.in_hand() == "a1");
    CHECK(desk.entry.purpose == Purpose::missed);
    CHECK(desk.entry.text == "the line");
}

TEST_CASE("two things half typed at two stages both wait, and each comes back where it was typed") {
    GivenAccount given;
    auto& desk = given.desk;
    go_to(desk, Stage::capture);
    type_and_return(desk, "I call back");
    go_to(desk, Stage::open);
    answer(desk, Outcome::missed);
    type_slowly(desk, "the line");
    go_to(desk, Stage::commit);
    CHECK(sentence(desk) == "What is half typed is kept, and comes back with its card");
    ask_for_detail(desk, Purpose::evidence);
    type_slowly(desk, "the list of");
    go_to(desk, Stage::goal);
    go_to(desk, Stage::align);
    CHECK_FALSE(sentence(desk) == "What is half typed is kept, and comes back with its card"); // said once
    go_to(desk, Stage::open);
    CHECK(desk.entry.purpose == Purpose::missed);
    CHECK(desk.entry.text == "the line");
    go_to(desk, Stage::commit);
    CHECK(desk.entry.purpose == Purpose::evidence);
    CHECK(desk.entry.text == "the list of");
}

TEST_CASE("the answer is never dated before the session, which may be prepared a day ahead") {
    GivenAccount given;
    auto& desk = given.desk;
    desk.act(SetDate{plus_days(desk.today(), 1)});
    answer(desk, Outcome::kept);
    CHECK(given.item("a1").check_ins.front().date == desk.session().date);
    CHECK(insight::is_answered(desk.session(), given.item("a1")));
}

TEST_CASE("a practice is lent at Commit by one key, and taken back by the same") {
    GivenPeople given({"Ana"});
    auto& desk = given.desk;
    type_and_return(desk, "I call back");
    go_to(desk, Stage::commit);
    lend_card(desk);
    CHECK(desk.session().accountabilities.front().is_lent);
    lend_card(desk);
    CHECK_FALSE(desk.session().accountabilities.front().is_lent);
}
