#include "storage/json.hpp"

#include "given.hpp"
#include "storage/json_scan.hpp"
#include "support/random_edits.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace avow;
using namespace avow::storage;
using Catch::Matchers::ContainsSubstring;

namespace {

std::string flaw_of(std::string_view json) {
    std::vector<JsonToken> tokens;
    const auto flaw = scan_json(json, tokens);
    return flaw ? sentence_of(*flaw) : "";
}

std::string refusal(const std::string& json) {
    try {
        from_json(json);
    } catch (const FormatError& e) {
        return e.what();
    }
    return "";
}

std::string with(const std::string& from, const std::string& to,
                 std::string json = to_json(full_session(), Privacy::with_private)) {
    const std::size_t at = json.find(from);
    REQUIRE(at != std::string::npos);
    return json.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("a session in which every field says something comes back from its JSON equal") {
    const Session session = full_session();
    REQUIRE(breach_of(session) == std::nullopt);
    const Imported back = from_json(to_json(session, Privacy::with_private));
    CHECK(back.session == session);
    CHECK(back.left_out.empty());
}

TEST_CASE("export, import and export again give the same bytes") {
    for (const Session& session : {full_session(), small_session(), sample_session()}) {
        const std::string json = to_json(session, Privacy::shared);
        CHECK(to_json(from_json(json).session, Privacy::shared) == json);
    }
}

TEST_CASE("without the private things, confidence is not in the JSON and comes back as not asked", "[privacy]") {
    const std::string json = to_json(full_session(), Privacy::shared);
    CHECK(json.find("confidence") == std::string::npos);
    Session expected = full_session();
    expected.accountabilities[0].confidence = 0;
    expected.participants[0].assessments.clear();
    expected.participants[0].plan_life.clear();
    expected.polls[0].answers = {{std::nullopt, 2}, {std::nullopt, 5}};
    CHECK(from_json(json).session == expected);
}

TEST_CASE("without the private things, answers of the room are told without whose, and not in seat order",
          "[privacy]") {
    const std::string json = to_json(full_session(), Privacy::shared);
    const auto begin = json.find("\"polls\"");
    const std::string polls = json.substr(begin, json.find("\"leader\"", begin) - begin);
    for (const char* id : {"p1", "p2", "p3", "\"participant\""}) CHECK(polls.find(id) == std::string::npos);
    CHECK(polls.find("\"value\": 2") < polls.find("\"value\": 5"));
    CHECK(to_json(full_session(), Privacy::with_private).find("\"participant\": \"p3\"") != std::string::npos);
}

TEST_CASE("without the private things, nothing of a plan for life or a test is in the JSON", "[privacy]") {
    const std::string json = to_json(full_session(), Privacy::shared);
    for (const char* secret : {"to move to the sea", "plan_life", "assessments", "Talents", "hand-over"})
        CHECK(json.find(secret) == std::string::npos);
    CHECK(json.find("\"plan_work\": \"to lead the desk\"") != std::string::npos);
}

TEST_CASE("what is sealed and not opened is told by its number alone, unless the private things are wanted",
          "[privacy]") {
    Session session = full_session();
    session.seal->opened_at.reset();
    session.recall_sheets = {{{"s2"}, {}}};
    session.team_guess = 2;
    REQUIRE(breach_of(session) == std::nullopt);
    const std::string shared = to_json(session, Privacy::shared);
    for (const char* secret : {"\"expectations\"", "call back\"", "keep notes", "guess\": 9", "nonce", "0011223344"})
        CHECK(shared.find(secret) == std::string::npos);
    CHECK(shared.find("\"sealed_expectations\": 2") != std::string::npos);
    CHECK(shared.find(session.seal->fingerprint) != std::string::npos);
    CHECK(from_json(to_json(session, Privacy::with_private)).session == session);

    const Imported back = from_json(shared);
    CHECK(back.left_out.empty());
    CHECK(back.session.expectations.empty());
    CHECK(back.session.seal->fingerprint == session.seal->fingerprint);
    CHECK(back.session.seal->nonce.empty());
    CHECK(back.session.team_guess == 2);
    CHECK(why_not(back.session, OpenSeal{Moment{1'795'271'800'000}}));

    session.seal->opened_at = Moment{1'795'271'800'000};
    const std::string opened = to_json(session, Privacy::shared);
    CHECK(opened.find("sealed_expectations") == std::string::npos);
    CHECK(from_json(opened).session.expectations == session.expectations);
    CHECK(from_json(opened).session.seal == session.seal);
}

TEST_CASE("a session in which nobody used Align, plans or contracts has none of their keys") {
    const std::string json = to_json(small_session(), Privacy::with_private);
    for (const std::string key : {"guess", "since", "answer", "who_answers", "amount", "assessments", "plan_work",
                                  "plan_life", "contract", "helps", "answers", "leader", "seal", "sealed_expectations",
                                  "recall_sheets", "team_guess", "misalignments", "request"})
        CHECK(json.find("\"" + key + "\"") == std::string::npos);
}

TEST_CASE("what Align can't hold is refused by place") {
    CHECK_THAT(refusal(with("\"by_leader\": 2", "\"by_leader\": 3")), ContainsSubstring("is judged 3"));
    CHECK_THAT(refusal(with("\"kind\": \"saves_time\"", "\"kind\": \"pleases\"")),
               ContainsSubstring("objections[0].kind: \"pleases\" is not one of none, saves_time"));
    CHECK_THAT(refusal(with("\"taken\": \"2026-10-01\"", "\"taken\": \"2026-02-30\"")),
               ContainsSubstring("participants[0].assessments[0].taken: \"2026-02-30\" is not a day"));
    CHECK_THAT(refusal(with("\"target\": \"1,200 calls\"", "\"target\": \"many\"")),
               ContainsSubstring("is not one number"));
    CHECK_THAT(refusal(with("\"fingerprint\": \"", "\"fingerprint\": \"x")), ContainsSubstring("fingerprint"));
    CHECK_THAT(refusal(with("\"meant\": \"e1\"", "\"meant\": \"e7\"")), ContainsSubstring("e7"));
}

TEST_CASE("an answer that no scale has is refused by place") {
    CHECK_THAT(refusal(with("\"value\": 5", "\"value\": 55")), ContainsSubstring("polls[0].answers[0].value"));
    CHECK_THAT(refusal(with("\"value\": 5", "\"value\": 9")), ContainsSubstring("fingers go from 0 to 5"));
    CHECK_THAT(refusal(with("\"kind\": \"votes\"", "\"kind\": \"shouts\"")), ContainsSubstring("shouts"));
}

TEST_CASE("the keys stand in the contract's order") {
    const std::string json = to_json(full_session(), Privacy::with_private);
    std::size_t at = 0;
    for (const char* key : {"\"format\": \"avow-session\"",
                            "\"version\": 1",
                            "\"team\"",
                            "\"date\": \"2026-11-21\"",
                            "\"stage\": \"commit\"",
                            "\"goal\"",
                            "\"text\"",
                            "\"from\"",
                            "\"to\"",
                            "\"by\"",
                            "\"why_us\"",
                            "\"why_you\"",
                            "\"participants\"",
                            "\"id\"",
                            "\"name\"",
                            "\"role\"",
                            "\"seat\"",
                            "\"present\"",
                            "\"strengths\"",
                            "\"accountabilities\"",
                            "\"id\"",
                            "\"owner\"",
                            "\"statement\"",
                            "\"said_at\"",
                            "\"wordings\"",
                            "\"text\"",
                            "\"date\"",
                            "\"proposed_by\"",
                            "\"agreed\"",
                            "\"why\"",
                            "\"due\"",
                            "\"evidence\"",
                            "\"measure\"",
                            "\"if_then\"",
                            "\"first_step\"",
                            "\"help\"",
                            "\"theme\"",
                            "\"second_theme\"",
                            "\"check_ins\"",
                            "\"date\"",
                            "\"state\"",
                            "\"reason\"",
                            "\"evidence\"",
                            "\"themes\"",
                            "\"id\"",
                            "\"title\"",
                            "\"named_by_hand\"",
                            "\"items\"",
                            "\"expectations\"",
                            "\"asks\"",
                            "\"kind\": \"continue\"",
                            "\"objections\"",
                            "\"parked\""}) {
        CAPTURE(key);
        at = json.find(key, at);
        REQUIRE(at != std::string::npos);
        ++at;
    }
    CHECK(json.ends_with("}\n"));
}

TEST_CASE("random sessions come back from their JSON equal") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Dice dice(seed);
        Session session = seed % 2 == 0 ? full_session() : small_session();
        for (int i = 0; i < 120; ++i) {
            const Edit edit = random_edit(dice, session);
            if (!why_not(session, edit)) session = apply(std::move(session), edit);
        }
        CAPTURE(seed);
        CHECK(from_json(to_json(session, Privacy::with_private)).session == session);
    }
}

TEST_CASE("missing keys take their defaults, missing ids and days are refused by place") {
    const Session session = from_json(R"({"format":"avow-session","version":1,"date":"2026-11-21"})").session;
    CHECK(session.date == Date{2026, 11, 21});
    CHECK(session.participants.empty());
    CHECK(session.id.text.size() == 13);
    CHECK(from_json(R"({"format":"avow-session","version":1,"date":"2026-11-21"})").session.id == session.id);
    CHECK(refusal(R"({"format":"avow-session","version":1})") == "date: is missing");
    CHECK(refusal(R"({"format":"avow-session","version":1,"date":"2026-11-21","participants":[{"name":"Ana"}]})") ==
          "participants[0].id: is missing");
    CHECK_THAT(refusal(R"({"version":1,"date":"2026-11-21"})"), ContainsSubstring("format: is missing"));
}

TEST_CASE("a participant without a seat takes the one of the list, absent when not present") {
    const Session session = from_json(R"({"format":"avow-session","date":"2026-11-21",
        "participants":[{"id":"a","name":"Ana"},{"id":"b","name":"Bo","present":false}]})")
                                .session;
    CHECK(session.participants[1].seat == 2);
    CHECK(session.participants[1].attendance == Attendance::absent);
    CHECK_THAT(refusal(R"({"format":"avow-session","date":"2026-11-21",
        "participants":[{"id":"a","name":"Ana","present":true,"attendance":"late"}]})"),
               ContainsSubstring("participants[0].attendance"));
}

TEST_CASE("themes without a mark take the letters of their places in the list") {
    const Session session = from_json(R"({"format":"avow-session","date":"2026-11-21",
        "themes":[{"id":"t","title":"One"},{"id":"u","title":"Two"}]})")
                                .session;
    CHECK(session.themes[0].mark == 0);
    CHECK(session.themes[1].mark == 1);
}

TEST_CASE("who is in a theme may be said on either side, and must agree where it is said on both") {
    const std::string head =
        R"({"format":"avow-session","date":"2026-11-21","participants":[{"id":"p","name":"Ana"}],)";
    const std::string one = R"({"id":"a","owner":"p","statement":"I call","said_at":"2026-11-21T10:00:00Z")";
    CHECK(from_json(head + "\"accountabilities\":[" + one + R"(}],"themes":[{"id":"t","title":"T","items":["a"]}]})")
              .session.accountabilities[0]
              .theme == ThemeId{"t"});
    CHECK_THAT(refusal(head + "\"accountabilities\":[" + one +
                       R"(,"theme":null}],"themes":[{"id":"t","title":"T","items":["a"]}]})"),
               ContainsSubstring("themes[0].items: \"a\" is listed here, but says its theme is none"));
    CHECK_THAT(refusal(head + "\"accountabilities\":[" + one +
                       R"(,"theme":"t"}],"themes":[{"id":"t","title":"T","items":[]}]})"),
               ContainsSubstring("\"t\" does not list \"a\""));
    CHECK_THAT(
        refusal(head + "\"accountabilities\":[" + one + R"(}],"themes":[{"id":"t","title":"T","items":["zz"]}]})"),
        ContainsSubstring("there is no accountability \"zz\""));
}

TEST_CASE("wrong values are refused by their place") {
    CHECK(refusal(with("\"due\": \"2026-12-04\"", "\"due\": \"2026-02-30\"")) ==
          "accountabilities[0].due: \"2026-02-30\" is not a day");
    CHECK_THAT(refusal(with("\"date\": \"2026-11-21\"", "\"date\": \"0000-01-01\"")),
               ContainsSubstring("date: \"0000-01-01\" is not a day"));
    CHECK_THAT(refusal(with("\"date\": \"2026-11-21\"", "\"date\": \"99999-01-01\"")),
               ContainsSubstring("is not a day"));
    CHECK_THAT(refusal(with("\"stage\": \"commit\"", "\"stage\": \"party\"")),
               ContainsSubstring("stage: \"party\" is not one of prepare, open"));
    CHECK_THAT(refusal(with("\"stage\": \"commit\"", "\"stage\": \"com\"")), ContainsSubstring("is not one of"));
    CHECK_THAT(refusal(with("\"state\": \"part\"", "\"state\": 7")),
               ContainsSubstring("accountabilities[0].check_ins[0].state: is not words"));
    CHECK_THAT(refusal(with("\"seat\": 2", "\"seat\": 99999999999")),
               ContainsSubstring("participants[1].seat: 99999999999 is out of range"));
    CHECK_THAT(refusal(with("\"seat\": 2", "\"seat\": 300")), ContainsSubstring("participants[1].seat: is 300"));
    CHECK_THAT(refusal(with("\"confidence\": 7", "\"confidence\": -1")),
               ContainsSubstring("accountabilities[0].confidence"));
    CHECK_THAT(refusal(with("\"agreed\": true", "\"agreed\": 1")), ContainsSubstring("neither true nor false"));
    CHECK_THAT(refusal(with("\"said_at\": \"2026", "\"said_at\": \"x2026")), ContainsSubstring("is not a time"));
    CHECK_THAT(refusal(with("\"version\": 1", "\"version\": 9")), ContainsSubstring("newer Avow (version 9)"));
    CHECK_THAT(refusal(with("\"id\": \"a2\"", "\"id\": \"\"")), ContainsSubstring("is no id"));
}

TEST_CASE("sessions that contradict themselves are refused with both sides named") {
    CHECK_THAT(refusal(with("\"owner\": \"p3\"", "\"owner\": \"nobody\"")), ContainsSubstring("nobody"));
    CHECK(!refusal(with("\"id\": \"a2\"", "\"id\": \"a1\"")).empty());
    CHECK(!refusal(with("\"seat\": 2", "\"seat\": 1")).empty());
    CHECK(!refusal(with("I call people back", std::string(4'001, 'x'))).empty());
}

TEST_CASE("keys nobody here knows are left out and named once") {
    std::string json = with("\"team\":", "\"mood\": {\"deep\": [1, 2]}, \"team\":");
    json = with("\"owner\":", "\"colour\": 1, \"owner\":", json);
    json = with("\"owner\": \"p3\"", "\"owner\": \"p3\", \"colour\": 2", json);
    const Imported back = from_json(json);
    CHECK(back.session == full_session());
    CHECK(back.left_out == std::vector<std::string>{"accountabilities.colour", "mood"});
}

TEST_CASE("a BOM and UTF-16 are read") {
    const std::string json = to_json(small_session(), Privacy::with_private);
    CHECK(from_json("\xEF\xBB\xBF" + json).session == small_session());
    std::string little = "\xFF\xFE";
    std::string big = "\xFE\xFF";
    for (const char c : json) little += c, little += '\0', big += '\0', big += c;
    CHECK(from_json(little).session == small_session());
    CHECK(from_json(big).session == small_session());
}

TEST_CASE("the scan refuses what a JSON parser would bend, break on or pass over, and says where") {
    CHECK(flaw_of(R"({"a":[1,-2,true,null,"x\u00e9\ud83e\udd8a"],"b":{}})").empty());
    CHECK_THAT(flaw_of(std::string(1'000'000, '[')), ContainsSubstring("nested too deeply"));
    CHECK_THAT(flaw_of(R"({"a":NaN})"), ContainsSubstring("a: this is no value of JSON"));
    CHECK_THAT(flaw_of(R"({"a":-Infinity})"), ContainsSubstring("a: "));
    CHECK_THAT(flaw_of(R"({"a":1e999})"), ContainsSubstring("exponent"));
    CHECK_THAT(flaw_of(R"({"a":1.5})"), ContainsSubstring("whole number"));
    CHECK_THAT(flaw_of(R"({"a":12345678901234567890123456789012345678901})"), ContainsSubstring("41 characters"));
    CHECK_THAT(flaw_of(R"({"a":01})"), ContainsSubstring("zero"));
    CHECK_THAT(flaw_of("{\"a\":{\"b\":[0,\"\xFF\"]}}"), ContainsSubstring("a.b[1]: the words are not UTF-8"));
    CHECK_THAT(flaw_of("{\"a\":\"\xC0\xAF\"}"), ContainsSubstring("not UTF-8"));
    CHECK_THAT(flaw_of("{\"a\":\"\xED\xA0\x80\"}"), ContainsSubstring("not UTF-8"));
    CHECK_THAT(flaw_of(R"({"a":"\ud800"})"), ContainsSubstring("lone surrogate"));
    CHECK_THAT(flaw_of(R"({"a":"\udc00\ud800"})"), ContainsSubstring("lone surrogate"));
    CHECK_THAT(flaw_of(R"({"a":"x\u0000y"})"), ContainsSubstring("NUL"));
    CHECK_THAT(flaw_of(std::string("{\"a\":\"x\0y\"}", 11)), ContainsSubstring("NUL"));
    CHECK_THAT(flaw_of(R"({"a":1,"b":2,"a":3})"), ContainsSubstring("\"a\" is there twice"));
    CHECK_THAT(flaw_of("{\"a\":1,\"\\u0061\":3}"), ContainsSubstring("twice"));
    CHECK_THAT(flaw_of("{\"" + std::string(65, 'n') + "\":1}"), ContainsSubstring("65 bytes"));
    CHECK_THAT(flaw_of("{} x"), ContainsSubstring("after its end"));
    CHECK_THAT(flaw_of("{\"a\":1"), ContainsSubstring("cut off"));
    CHECK_THAT(flaw_of("{\"a\":\"x"), ContainsSubstring("cut off"));
    CHECK_THAT(flaw_of("{\"a\" 1}"), ContainsSubstring("colon"));
    CHECK_THAT(flaw_of("<<<<<<< ours\n{}"), ContainsSubstring("no value"));
    CHECK_THAT(flaw_of("[" + std::string(4'100'000, '1').replace(1, 0, "") + "]"), ContainsSubstring("characters"));
    std::string list = "[";
    for (int i = 0; i < 19'999; ++i) list += "1,";
    CHECK(flaw_of(list + "1]").empty());
    CHECK_THAT(flaw_of("{\"a\":" + list + "1,1]}"), ContainsSubstring("a: it holds more than 20,000 items"));
    std::string many = "[";
    for (int i = 0; i < 50; ++i) many += list + "1],";
    CHECK_THAT(flaw_of(many + "1]"), ContainsSubstring("1,000,000"));
    std::string names = "{";
    for (int i = 0; i < 1'000; ++i) names += "\"n" + std::to_string(i) + "\":1,";
    CHECK_THAT(flaw_of("{\"a\":" + names + "\"n\":1}}"), ContainsSubstring("a: it holds more than 1,000 names"));
    CHECK(flaw_of("{\"a\":\"" + std::string(262'144, 'x') + "\"}").empty());
    CHECK_THAT(flaw_of("{\"a\":\"" + std::string(262'145, 'x') + "\"}"), ContainsSubstring("262,145 bytes"));
}

TEST_CASE("one person too many is refused by the count, seats or none") {
    std::string people = R"({"format":"avow-session","date":"2026-11-21","participants":[)";
    for (int i = 1; i <= 61; ++i)
        people += (i == 1 ? "" : ",") + ("{\"id\":\"p" + std::to_string(i)) + R"(","name":"Ana"})";
    CHECK(refusal(people + "]}") == "participants: there are 61; a session holds 60");
}

TEST_CASE("a JSON cut anywhere is refused and never crashes") {
    const std::string json = to_json(small_session(), Privacy::with_private);
    for (std::size_t cut = 0; cut + 2 < json.size(); ++cut) CHECK(!refusal(json.substr(0, cut)).empty());
}

TEST_CASE("no byte that could steer a terminal is in a refusal") {
    const std::string said = refusal("{\"format\":\"avow-session\",\"date\":\"\x1b\"}") +
                             refusal(with("\"commit\"", "\"\\u001b]52;x\\u0007\""));
    CHECK(said.find('\x1b') == std::string::npos);
    CHECK(said.find('\x07') == std::string::npos);
}
