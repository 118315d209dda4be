// A person's page: twelve of them prepared from a folder, answered and reworded between sessions, and the next session
// opens with it.
#include "desk/commands.hpp"
#include "desk/given.hpp"
#include "insight/account.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>

using namespace avow;
using namespace avow::desk;

namespace {

// The sample folder: six sessions of two teams over five months; today is the 21st of November.
struct GivenFolder : Given {
    GivenFolder() {
        world.put_all_of(AVOW_SOURCE_DIR "/sessions/five-months");
        desk.look_at_library();
    }
    void list() {
        list_people(desk);
        if (desk.people_reading) desk.people_reading->wait_ms(20'000);
        desk.attend();
    }
    void open(const std::string& name) {
        list();
        const auto row = std::ranges::find(desk.people, name, &PersonListed::name) - desk.people.begin();
        REQUIRE(row < static_cast<std::ptrdiff_t>(desk.people.size()));
        open_person(desk, static_cast<std::size_t>(row));
        REQUIRE(desk.one_on_one);
    }
    const OneOnOne& page() const { return *desk.one_on_one; }
    // Somebody with at least so many open promises.
    std::string somebody(std::size_t open) {
        list();
        const auto found = std::ranges::find_if(desk.people, [&](const auto& one) { return one.open >= open; });
        REQUIRE(found != desk.people.end());
        return found->name;
    }
    const Accountability& in_hand() const { return *find(desk.session(), page().item); }
};

} // namespace

TEST_CASE("everybody of the folder is listed once, with the newest session that seats them") {
    GivenFolder given;
    given.list();
    CHECK(given.desk.panel == Panel::people);
    REQUIRE(given.desk.people.size() >= 12);
    for (const auto& person : given.desk.people) {
        INFO(person.name);
        const bool is_desk = person.newest.filename().string().starts_with("service-desk");
        REQUIRE(person.last_in_room);
        CHECK(*person.last_in_room <= (is_desk ? Date{2026, 11, 2} : Date{2026, 11, 16}));
        CHECK(std::ranges::count_if(given.desk.people, [&](const auto& other) {
                  return other.name == person.name && other.team == person.team;
              }) == 1);
    }
}

TEST_CASE("a folder without sessions has nobody to choose from, and says so") {
    Given given;
    list_people(given.desk);
    CHECK(given.desk.panel == Panel::none);
    CHECK(sentence(given.desk) == "There is nobody in the sessions of this folder yet");
}

TEST_CASE("kept is one key an item, the page goes on by itself and keeps its order, and says when all is answered") {
    GivenFolder given;
    given.open(given.somebody(2));
    const auto order = given.page().order;
    for (std::size_t i = 0; i < order.size(); ++i) {
        CHECK(given.page().item == order[i]);
        answer_on_page(given.desk, Outcome::kept);
        CHECK(given.page().order == order);
    }
    CHECK(given.page().agenda.open.empty());
    CHECK(sentence(given.desk).starts_with("That is all of "));
    for (const auto& id : order) CHECK_FALSE(insight::is_open(*find(given.desk.session(), id)));
}

TEST_CASE("an agreed rewording stands beside what was said, and the next session opens with it") {
    GivenFolder given;
    auto& desk = given.desk;
    given.open(given.somebody(1));
    const auto said = given.in_hand().statement;
    const auto id = given.page().item;
    ask_on_page(desk, Purpose::wording);
    desk.type("I write the list before nine");
    finish_entry(desk);
    CHECK(given.in_hand().statement == said);
    CHECK(words_of(given.in_hand()) == "I write the list before nine");
    CHECK(given.in_hand().wordings.back().agreed);
    const auto file = desk.file();
    leave_one_on_one(desk);
    CHECK_FALSE(desk.is_open());
    desk.start_from(file);
    const auto* carried = find(desk.session(), id);
    REQUIRE(carried);
    CHECK(carried->statement == said);
    CHECK(words_of(*carried) == "I write the list before nine");
}

TEST_CASE("what the coach proposes holds once the owner says yes, and stays known as the coach's") {
    GivenFolder given;
    auto& desk = given.desk;
    given.open(given.somebody(1));
    const auto before = words_of(given.in_hand());
    ask_on_page(desk, Purpose::proposal);
    CHECK(desk.entry.text == before);
    desk.type("I ask Bo first");
    finish_entry(desk);
    CHECK(words_of(given.in_hand()) == before);
    CHECK_FALSE(given.in_hand().wordings.back().agreed);
    ask_on_page(desk, Purpose::wording);
    CHECK(desk.entry.text == "I ask Bo first");
    finish_entry(desk);
    CHECK(words_of(given.in_hand()) == "I ask Bo first");
    CHECK(given.in_hand().wordings.back().proposed_by == "coach");
}

TEST_CASE("what never came along from an older session is brought here before it is answered, as a step of its own") {
    GivenFolder given;
    auto& desk = given.desk;
    auto session = session_of({"Ana Pires"});
    session.team = "Service desk";
    session.id = {"newer"};
    session.date = {2026, 11, 20};
    given.open(given.somebody(1)); // of whichever team: that person gets a newer session with nothing carried
    const auto who = *find(desk.session(), given.page().person);
    session.team = desk.session().team;
    leave_one_on_one(desk);
    session.participants[0].id = who.id;
    session.participants[0].name = who.name;
    desk.start(session);
    desk.close();
    given.open(who.name);
    REQUIRE(desk.session().id == SessionId{"newer"});
    REQUIRE_FALSE(given.page().order.empty());
    CHECK(find(desk.session(), given.page().item) == nullptr);
    const auto id = given.page().item;
    answer_on_page(desk, Outcome::missed);
    desk.type("no time");
    finish_entry(desk);
    const auto* item = find(desk.session(), id);
    REQUIRE(item);
    CHECK(item->check_ins.back() == CheckIn{desk.today(), Outcome::missed, "no time", ""});
    CHECK(item->lineage);
    desk.undo();
    desk.undo();
    CHECK(find(desk.session(), id) == nullptr);
    CHECK(given.page().order.front() == id);
}

TEST_CASE("points are noted and ticked, come back next time until they are ticked, and are in no session",
          "[privacy]") {
    GivenFolder given;
    auto& desk = given.desk;
    const auto name = given.somebody(1);
    given.open(name);
    desk.ask_for(Purpose::point);
    desk.type("praise the zzyx list");
    finish_entry(desk);
    desk.ask_for(Purpose::point);
    desk.type("ask about the rota");
    finish_entry(desk);
    CHECK(given.page().points.size() == 2);
    tick_point(desk, 0);
    CHECK(points_in_sight(given.page(), desk.today()).size() == 2); // ticked today stays in sight
    const auto path = desk.file();
    copy_page(desk);
    CHECK(desk.to_clipboard->find("zzyx") == std::string::npos);
    export_page(desk);
    wait_for_errands(desk);
    leave_one_on_one(desk);
    for (const auto& entry : std::filesystem::directory_iterator(given.world.folder()))
        CHECK(words_of_file(entry.path()).find("zzyx") == std::string::npos);
    given.world.pass_ms(7ll * 86'400'000);
    given.open(name);
    REQUIRE(points_in_sight(given.page(), desk.today()).size() == 1);
    CHECK(given.page().points[points_in_sight(given.page(), desk.today()).front()].words == "ask about the rota");
}

TEST_CASE("a page opened at Capture keeps the half-typed statement and gives it back") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    desk.type("I call ba");
    open_one_on_one(desk);
    REQUIRE(desk.one_on_one);
    CHECK(desk.entry.purpose == Purpose::nothing);
    CHECK(given.desk.one_on_one->agenda.person == "Ana");
    step_person(desk, 1);
    CHECK(given.desk.one_on_one->agenda.person == "Bo");
    step_person(desk, 1);
    CHECK(given.desk.one_on_one->agenda.person == "Bo");
    leave_one_on_one(desk);
    CHECK(desk.entry.purpose == Purpose::statement);
    CHECK(desk.entry.text == "I call ba");
}

TEST_CASE("a detail half typed on a person's page waits for that page, and comes back with its own promise in hand") {
    GivenFolder given;
    auto& desk = given.desk;
    given.open(given.somebody(2));
    step_promise(desk, 1);
    const auto item = given.page().item;
    ask_on_page(desk, Purpose::evidence);
    type_slowly(desk, "the log of the");
    step_person(desk, 1);
    step_person(desk, 1); // also where this is the last seat
    step_person(desk, -1);
    CHECK(desk.entry.text.empty());
    while (given.page().order.empty() || std::ranges::find(given.page().order, item) == given.page().order.end())
        step_person(desk, -1);
    CHECK(given.page().item == item);
    CHECK(desk.entry.purpose == Purpose::evidence);
    CHECK(desk.entry.text == "the log of the");
}

TEST_CASE("a page goes where its promises came from: undo of the last answer shows it unanswered again") {
    GivenFolder given;
    given.open(given.somebody(1));
    const auto id = given.page().item;
    answer_on_page(given.desk, Outcome::kept);
    CHECK(item_of(given.page(), id)->answers.back().outcome == Outcome::kept);
    given.desk.undo();
    const auto* item = item_of(given.page(), id);
    REQUIRE(item);
    CHECK((item->answers.empty() || item->answers.back().date < given.desk.today()));
}

TEST_CASE("points are locked under a passphrase, and come back by it alone", "[privacy]") {
    GivenFolder given;
    auto& desk = given.desk;
    const auto name = given.somebody(1);
    const auto type = [&](const char* words) {
        desk.type(words);
        finish_entry(desk);
    };
    given.open(name);
    desk.ask_for(Purpose::point);
    type("ask about the rota");
    desk.ask_for(Purpose::new_passphrase);
    type("correct horse");
    CHECK(desk.entry.purpose == Purpose::passphrase_again);
    type("correct house");
    CHECK(sentence(desk).starts_with("That is another passphrase"));
    desk.ask_for(Purpose::new_passphrase);
    type("correct horse");
    type("correct horse");
    CHECK(sentence(desk).starts_with("Your points are locked"));
    const auto file = storage::private_notes_file(desk.world().storage.places, name);
    CHECK(words_of_file(file).find("rota") == std::string::npos);
    leave_one_on_one(desk);
    desk.passphrase.clear(); // the program was started anew
    given.open(name);
    CHECK(given.page().is_locked);
    CHECK(given.page().points.empty());
    desk.ask_for(Purpose::passphrase);
    type("wrong");
    CHECK(given.page().is_locked);
    CHECK(desk.entry.purpose == Purpose::passphrase);
    type("correct horse");
    CHECK_FALSE(given.page().is_locked);
    REQUIRE(given.page().points.size() == 1);
    tick_point(desk, 0);
    CHECK(words_of_file(file).find("rota") == std::string::npos);
}

TEST_CASE("leaving the list of people gives up reading them") {
    GivenFolder given;
    list_people(given.desk);
    given.desk.panel = Panel::none;
    given.desk.attend();
    CHECK_FALSE(given.desk.people_reading);
}

TEST_CASE("a page follows the person through sessions of the team's former name, and reads no other team's") {
    GivenFolder given;
    given.open("Ana Pires");
    CHECK(given.page().agenda.sessions == 3);
    for (const auto& other : given.page().others) CHECK(other.team.starts_with("Service"));
}

TEST_CASE("undo on a page takes back what was done on it, points among it, and nothing that was done before") {
    GivenFolder given;
    auto& desk = given.desk;
    given.open(given.somebody(2));
    const auto before = desk.session();
    const auto type = [&](const char* words) {
        desk.type(words);
        finish_entry(desk);
    };
    answer_on_page(desk, Outcome::kept);
    desk.ask_for(Purpose::point);
    type("praise her");
    tick_point(desk, 0);
    const auto* undo = command("edit.undo");
    run(*undo, desk);
    REQUIRE(given.page().points.size() == 1);
    CHECK_FALSE(given.page().points.front().ticked_on);
    run(*undo, desk);
    CHECK(given.page().points.empty());
    CHECK(desk.session() != before);
    run(*undo, desk);
    CHECK(desk.session() == before);
    run(*undo, desk);
    CHECK(desk.session() == before);
    CHECK(sentence(desk).starts_with("Nothing has been done on this page"));
}

TEST_CASE("a session that has only been begun counts for nothing on a page, though answers go into it") {
    GivenFolder given;
    auto& desk = given.desk;
    given.open("Ana Pires");
    const auto sessions = given.page().agenda.sessions;
    const auto last = given.page().agenda.last_session;
    const auto file = desk.file();
    leave_one_on_one(desk);
    desk.start_from(file);
    const auto begun = desk.session().id;
    desk.close();
    given.open("Ana Pires");
    CHECK(desk.session().id == begun);
    CHECK(given.page().agenda.sessions == sessions);
    CHECK(given.page().agenda.last_session == last);
}

TEST_CASE("who was absent was not in the room") {
    GivenFolder given;
    given.list();
    const auto eli = std::ranges::find(given.desk.people, std::string("Eli Stone"), &PersonListed::name);
    REQUIRE(eli != given.desk.people.end());
    CHECK(eli->last_in_room == Date{2026, 6, 15});
}

TEST_CASE("a sync program's second copy is nobody's newest session: answers never go into it") {
    GivenFolder given;
    const auto* name = "service-desk-2026-11-02";
    given.world.put(std::string(name) + ".sync-conflict-20261120-145602.avow",
                    given.world.read(std::string(name) + ".avow"));
    given.list();
    REQUIRE_FALSE(given.desk.people.empty());
    for (const auto& person : given.desk.people)
        CHECK(person.newest.filename().string().find("conflict") == std::string::npos);
    given.open("Ana Pires");
    CHECK(given.desk.file().filename().string() == std::string(name) + ".avow");
    CHECK(given.page().agenda.sessions == 3);
}
