// The people of a rehearsal: they speak as people do, wait, cut in, and notice what was taken in; and nothing is kept.
#include "desk/given_rehearsal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::desk;

namespace {

const std::string two = "Person: Ana\nSays: I open the till before the first guest comes\nWhen: friday\n"
                        "Needs: Bo: the second key\nPerson: Bo\nSays: I fill the fridge each evening, all of it\n";
const std::string talker =
    "Breath: Well,\nAnd: and also\nPerson: Dora\nManner: talks on\nSays: I sweep the floor at six\n"
    "Says: I sort the coins by size\nSays: I smile at every child\nPerson: Bo\nSays: I fill the fridge each evening\n";
const std::string silent = "Person: Hila\nManner: silent\nSays: I mend the awning this week\nPerson: Bo\n"
                           "Says: I fill the fridge each evening\n";
const std::string sceptic = "Person: Bob\nManner: sceptical\nObjects: Why should we? It is the weather.\n"
                            "Says: I write down how many turn round and go\nPerson: Cy\nSays: I bring change\n";
const std::string cutter = "Person: Ana\nSays: I open the till before the first guest comes\n"
                           "Says: I count the cups on Monday\nSays: I ring the baker at five\n"
                           "Person: Fay\nManner: cuts in\nSays: I carry the crates with Bo\n";

constexpr int a_word = 400;

} // namespace

TEST_CASE("words come one by one, 150 a minute, and four times as fast at pace four") {
    for (const int speed : {1, 4}) {
        GivenRehearsal given(two, {.speed = speed, .seed = 7});
        given.capture();
        int waited = 0;
        while (given.heard().empty() && waited < 20'000) given.pass_ms(10), waited += 10;
        CHECK(given.heard() == "Ana: I");
        given.pass_ms(a_word / speed);
        CHECK(given.heard() == "Ana: I open");
        given.pass_ms(8 * a_word / speed);
        CHECK(given.heard() == "Ana: I open the till before the first guest comes");
    }
}

TEST_CASE("what is taken in, a slip or two in it, is over, and the next speaks") {
    GivenRehearsal given(two);
    given.capture();
    given.pass_ms(9'000);
    REQUIRE(given.hears("Ana: I open the till"));
    given.take("I open the tyll before first guest comes");
    CHECK(given.rehearsal().captured() == 1);
    given.pass_ms(9'000);
    CHECK(given.hears("Bo: I fill the fridge"));
    CHECK_FALSE(given.hears("Ana"));
}

TEST_CASE("nobody begins while words stand half typed") {
    GivenRehearsal given(two);
    given.capture();
    given.pass_ms(9'000);
    given.take("I open the till before the first guest comes");
    type_slowly(given.desk, "wait");
    given.pass_ms(30'000);
    CHECK(given.heard().empty());
    typed(given.desk, "");
    given.pass_ms(9'000);
    CHECK(given.hears("Bo: I fill"));
}

TEST_CASE("a statement that was not taken in goes, is said once more and shorter, and then no more") {
    GivenRehearsal given(two);
    given.capture();
    given.pass_ms(10'000);
    CHECK(given.is_advised("Type what Ana says"));
    given.pass_ms(13'000);
    const bool was_gone = given.heard().empty() || given.hears("As I said");
    CHECK(was_gone);
    given.pass_ms(5'000);
    CHECK(given.hears("Ana: As I said: I open the till"));
    CHECK_FALSE(given.hears("guest"));
    given.pass_ms(60'000);
    CHECK_FALSE(given.hears("Ana: I open"));
    given.pass_ms(60'000);
    CHECK_FALSE(given.hears("As I said"));
    CHECK(given.rehearsal().record().sayings[0].times == 2);
}

TEST_CASE("the silent one says nothing until called on by name") {
    GivenRehearsal given(silent);
    given.capture();
    given.pass_ms(120'000);
    CHECK(given.heard().empty());
    CHECK(given.is_advised("Hila says nothing"));
    CHECK_FALSE(given.rehearsal().seconds_until_change()); // and nobody is asked again and again
    type_slowly(given.desk, "hi ");
    given.desk.attend();
    given.pass_ms(9'000);
    CHECK(given.hears("Hila: I mend the awning"));
    CHECK(given.rehearsal().record().called[0]);
}

TEST_CASE("who talks on says three things in one breath, and each is taken in on its own") {
    GivenRehearsal given(talker);
    given.capture();
    given.pass_ms(15'000);
    CHECK(given.heard() ==
          "Dora: Well, I sweep the floor at six, and also I sort the coins by size, and also I smile at "
          "every child");
    given.take("I sweep the floor at six");
    CHECK(given.is_advised("2 more to take in from Dora"));
    type_and_return(given.desk, "dor I smile at every child");
    given.desk.attend();
    CHECK(given.rehearsal().captured() == 2);
    CHECK(given.is_advised("1 more to take in from Dora"));
    given.pass_ms(30'000);
    CHECK(given.hears("Dora: As I said: I sort the coins"));
}

TEST_CASE("the sceptic objects first; parked, it is over, and then comes the statement") {
    GivenRehearsal given(sceptic);
    given.capture();
    given.pass_ms(8'000);
    REQUIRE(given.hears("Bob: Why should we?"));
    CHECK(given.is_advised("Ctrl P parks it"));
    run(*command("capture.park"), given.desk);
    given.take("The weather");
    CHECK(given.desk.session().parked.size() == 1);
    given.pass_ms(12'000);
    CHECK(given.hears("Bob: I write down how many"));
    CHECK(given.rehearsal().record().objections == 1);
}

TEST_CASE("two speak at once: one is taken, then the other by name") {
    GivenRehearsal given(cutter);
    given.capture();
    for (int turn = 0; turn < 3 && given.rehearsal().heard().size() < 2; ++turn) {
        given.pass_ms(8'000);
        if (given.rehearsal().heard().size() > 1) break;
        const auto& words = given.rehearsal().record().words.statements[static_cast<std::size_t>(turn)].words;
        type_and_return(given.desk, "ana " + words);
        given.desk.attend();
        type_slowly(given.desk, "ana "); // the turn stays with Ana: Fay must not come by the round
        given.desk.attend();
    }
    REQUIRE(given.rehearsal().heard().size() == 2);
    CHECK(given.hears("Fay: I carry the crates"));
    CHECK(given.is_advised("Two at once"));
    type_and_return(given.desk, "fay I carry the crates with Bo");
    given.desk.attend();
    CHECK(given.desk.session().accountabilities.back().owner == given.rehearsal().record().ids[1]);
    CHECK(given.is_advised("Ana"));
    CHECK_FALSE(given.is_advised("Two at once"));
}

TEST_CASE("the same seed and the same hands give the same rehearsal, another seed another") {
    const auto all = words_of_file(AVOW_SOURCE_DIR "/assets/rehearsal.txt");
    const auto played = [&](std::uint64_t seed) {
        GivenRehearsal given("Person: Nobody\nSays: nothing\n", {.speed = 2, .seed = seed});
        given.world.rehearse_with(all);
        start_rehearsal(given.desk, {.speed = 2, .seed = seed});
        given.capture();
        std::string film;
        for (int second = 0; second < 240; ++second) {
            given.pass_ms(1'000);
            film += given.heard() + "\n";
            if (second % 20 == 19) pass_turn(given.desk);
        }
        return film;
    };
    CHECK(played(1) == played(1));
    CHECK(played(1) != played(2));
}

TEST_CASE("at Commit the owner answers what is asked, when it is asked") {
    GivenRehearsal given(two);
    given.capture();
    given.pass_ms(9'000);
    given.take("I open the till before the first guest comes");
    go_to(given.desk, Stage::commit);
    given.pass_ms(5'000);
    CHECK(given.heard().empty());
    CHECK(given.is_advised("Ask Ana"));
    ask_for_detail(given.desk, Purpose::due);
    given.pass_ms(2'000);
    CHECK(given.heard() == "Ana: Friday.");
    given.take("friday");
    ask_for_detail(given.desk, Purpose::help);
    given.pass_ms(4'000);
    CHECK(given.heard() == "Ana: Bo: the second key.");
    leave_entry(given.desk);
    ask_for_detail(given.desk, Purpose::first_step);
    given.pass_ms(4'000);
    CHECK(given.heard() == "Ana: I can't say yet.");
}

TEST_CASE("the room that is asked holds its answers up, each within the scale, and says nothing meanwhile") {
    GivenRehearsal given(two);
    given.capture();
    ask_room(given.desk, PollKind::fingers);
    REQUIRE(given.desk.asking);
    given.pass_ms(30'000);
    CHECK(given.heard().empty());
    CHECK(given.is_advised("They hold it up"));
    const auto shown = given.rehearsal().shown_for(*given.desk.asking, given.desk.session());
    REQUIRE(shown.size() == std::string("Ana 4, Bo 3").size());
    give_digit(given.desk, shown[4] - '0');
    CHECK(given.rehearsal().shown_for(*given.desk.asking, given.desk.session()) == shown);
    give_digit(given.desk, shown.back() - '0');
    REQUIRE(given.desk.session().polls.size() == 1);
    leave_poll(given.desk);
    ask_room(given.desk, PollKind::hands);
    type_and_return(given.desk, "Shall we?");
    REQUIRE(given.desk.asking);
    int heads = 0;
    for (const char letter : given.rehearsal().shown_for(*given.desk.asking, given.desk.session()))
        if (letter >= '0' && letter <= '9') heads += letter - '0';
    CHECK(heads == 2);
}

TEST_CASE("paused, nobody goes on and no time counts") {
    GivenRehearsal given(two);
    given.capture();
    given.pass_ms(5'000);
    const auto before = given.heard();
    run(*command("rehearsal.pause"), given.desk);
    given.pass_ms(60'000);
    CHECK(given.heard() == before);
    CHECK_FALSE(given.rehearsal().seconds_until_change());
    CHECK(given.is_advised("Ctrl+F10"));
    run(*command("rehearsal.pause"), given.desk);
    given.pass_ms(2'000);
    CHECK(given.heard() != before);
    CHECK(given.rehearsal().record().paused_ms == 60'000);
    CHECK(given.rehearsal().record().taken_ms[static_cast<std::size_t>(Stage::capture)] == 7'000);
}

TEST_CASE("somebody absent says nothing, and the room is not waited for") {
    GivenRehearsal given(two);
    given.capture();
    note_attendance(given.desk, Attendance::absent);
    given.pass_ms(9'000);
    CHECK(given.hears("Bo: I fill the fridge"));
    given.take("I fill the fridge each evening, all of it");
    given.pass_ms(20'000);
    CHECK(given.is_advised("Everybody has said"));
}

TEST_CASE("a rehearsal is refused where it would be kept or go out, in words") {
    GivenRehearsal given(two);
    for (const auto* id : {"session.save", "session.export"}) {
        INFO(id);
        const auto refusal = command(id)->why_not(given.desk);
        REQUIRE(refusal);
        CHECK(refusal->sentence.starts_with("A rehearsal is not kept."));
    }
    given.desk.save_now();
    CHECK(sentence(given.desk).starts_with("A rehearsal is not kept."));
    export_to_folder(given.desk);
    CHECK(sentence(given.desk).starts_with("A rehearsal is not kept."));
    copy_as_markdown(given.desk);
    CHECK(sentence(given.desk).starts_with("A rehearsal is not kept."));
    CHECK_FALSE(given.desk.to_clipboard);
    given.capture();
    open_one_on_one(given.desk);
    REQUIRE(given.desk.one_on_one);
    CHECK(command("page.point")->why_not(given.desk));
    export_page(given.desk);
    CHECK(sentence(given.desk).starts_with("A rehearsal is not kept."));
    copy_page(given.desk);
    CHECK_FALSE(given.desk.to_clipboard);
    CHECK(given.desk.file().empty());
}

TEST_CASE("its session says what it is wherever it might end up") {
    GivenRehearsal given(two);
    const auto& session = given.desk.session();
    CHECK(session.id.text == "rehearsal");
    CHECK(session.team == "Rehearsal: Kiosk");
    CHECK(std::ranges::all_of(session.participants, [](const auto& one) { return one.role == "simulated"; }));
    CHECK(given.desk.slide().ribbon.is_rehearsal);
    CHECK_FALSE(breach_of(session));
}

TEST_CASE("another session may be opened over it: it is over then, and that one is kept") {
    GivenRehearsal given(two);
    Session session = session_of({"Ana", "Bo"});
    session.id = {"real"};
    session.team = "Real";
    given.desk.start(session);
    CHECK_FALSE(given.desk.rehearsal);
    CHECK_FALSE(given.desk.slide().ribbon.is_rehearsal);
    CHECK(given.desk.why_kept_nowhere().empty());
}

TEST_CASE("words that can't be read are told, and no rehearsal begins") {
    Given given;
    given.world.rehearse_with("Team: Kiosk\nnothing here\n");
    start_rehearsal(given.desk);
    CHECK_FALSE(given.desk.is_open());
    CHECK(sentence(given.desk).find("line 2") != std::string::npos);
}
