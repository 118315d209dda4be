#include "storage/session_file.hpp"

#include "given.hpp"
#include "storage/crc32c.hpp"
#include "storage/json_scan.hpp"
#include "storage/record.hpp"
#include "support/random_edits.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <set>

using namespace avow;
using namespace avow::storage;
using Catch::Matchers::ContainsSubstring;

namespace {

bool is_same(const History& a, const History& b) {
    return a.now() == b.now() && a.origin() == b.origin() && a.log() == b.log();
}

std::string refusal(std::string_view bytes) {
    try {
        read_image(bytes);
    } catch (const FormatError& e) {
        return e.what();
    }
    return "";
}

std::vector<std::string> lines_of(const std::string& image) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < image.size();) {
        const std::size_t end = image.find('\n', at);
        lines.push_back(image.substr(at, end - at + 1));
        at = end + 1;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string image;
    for (const std::string& line : lines) image += line;
    return image;
}

// The line with its JSON changed, framed anew: what a newer version, or somebody who knows the format, would write.
std::string reframed(const std::string& line, const std::string& from, const std::string& to) {
    std::string json = line.substr(9, line.size() - 10);
    const std::size_t at = json.find(from);
    REQUIRE(at != std::string::npos);
    return framed(json.replace(at, from.size(), to));
}

std::string all(const std::vector<std::string>& remarks) {
    std::string words;
    for (const std::string& remark : remarks) words += remark + "\n";
    return words;
}

} // namespace

TEST_CASE("CRC-32C is the one of the standard") {
    CHECK(crc32c("123456789") == 0xE3069283u);
    CHECK(crc32c("") == 0u);
    CHECK(crc32c(std::string(32, '\0')) == 0x8A9136AAu);
}

TEST_CASE("a history comes back from its file equal: value, origin, log, what is undone") {
    for (const History& history : {full_history(), sample_history(), History(small_session()), History(Session{})}) {
        const Reading back = read_image(image_of(history));
        CHECK(is_same(back.history, history));
        CHECK(back.remarks.empty());
        CHECK(back.unknown == UnknownFields{});
        CHECK(!back.read_only);
        CHECK((back.history.undoable() == nullptr) == (history.undoable() == nullptr));
        CHECK((back.history.redoable() == nullptr) == (history.redoable() == nullptr));
    }
}

TEST_CASE("every edit of the vocabulary comes back equal") {
    std::vector<Entry> log;
    std::set<std::size_t> kinds;
    for (const Edit& edit : one_of_each_edit()) {
        log.push_back(Step{{"s" + std::to_string(log.size())}, "did", Moment{5}, {edit, edit}});
        kinds.insert(edit.index());
    }
    for (std::size_t kind = 0; kind < std::variant_size_v<EveryEdit>; ++kind) {
        INFO("one_of_each_edit in tests/storage/given.cpp has none of the " << kind + 1 << "th in EveryEdit");
        CHECK(kinds.contains(kind));
    }
    const History history(full_session(), log, full_session());
    CHECK(read_image(image_of(history)).history.log() == log);
}

TEST_CASE("random histories come back equal") {
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        Dice dice(seed);
        History history(full_session());
        for (int i = 0; i < 80; ++i) {
            const Edit edit = random_edit(dice, history.now());
            const StepId id{"r" + std::to_string(i)};
            if (dice.one_in(6) && history.undoable() != nullptr)
                history.undo(id, Moment{i});
            else if (dice.one_in(6) && history.redoable() != nullptr)
                history.redo(id, Moment{i});
            else if (!why_not(history.now(), edit))
                history.act(Step{id, "by dice", Moment{i}, {edit}});
        }
        CAPTURE(seed);
        CHECK(is_same(read_image(image_of(history)).history, history));
    }
}

TEST_CASE("cut at any byte, a file gives all its whole lines hold, or says what is missing") {
    const History history = full_history();
    const std::string image = image_of(history);
    const std::vector<std::string> lines = lines_of(image);
    const std::size_t snapshot_end = lines[0].size() + lines[1].size();
    std::size_t opened = 0;
    for (std::size_t cut = 0; cut < image.size(); ++cut) {
        CAPTURE(cut);
        try {
            const Reading reading = read_image(image.substr(0, cut));
            ++opened;
            REQUIRE(cut + 1 >= snapshot_end); // a line whose newline alone is gone is whole
            REQUIRE(reading.history.now() == history.now());
        } catch (const FormatError& e) {
            REQUIRE(cut + 1 < snapshot_end);
            REQUIRE(std::string(e.what()).size() > 10);
        }
    }
    CHECK(opened == image.size() - snapshot_end + 1);
}

TEST_CASE("bytes that were cut off are counted and said") {
    const std::string image = image_of(full_history());
    const Reading reading = read_image(image.substr(0, image.size() - 10));
    CHECK(reading.bytes_set_aside > 0);
    CHECK_THAT(all(reading.remarks), ContainsSubstring("is cut off and was set aside"));
}

TEST_CASE("no single flipped bit is ever accepted with other content, and the session survives each") {
    History history(small_session());
    history.act(say(history, "I keep the list"));
    const std::string image = image_of(history);
    std::size_t flips = 0;
    for (std::size_t at = 0; at < image.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit, ++flips) {
            std::string damaged = image;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            CAPTURE(at, bit);
            const Reading reading = read_image(damaged);
            REQUIRE(reading.history.now() == history.now());
            const bool is_told = reading.bytes_set_aside > 0 || is_same(reading.history, history);
            REQUIRE(is_told);
        }
    }
    CHECK(flips == image.size() * 8);
}

TEST_CASE("two random flips never give words that were not said") {
    const History history = full_history();
    const std::string image = image_of(history);
    Dice dice(7);
    for (int round = 0; round < 1'500; ++round) {
        std::string damaged = image;
        for (int i = 0; i < 2; ++i) {
            const std::size_t at = dice.below(damaged.size());
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << dice.below(8)));
        }
        try {
            const Reading reading = read_image(damaged);
            for (const Accountability& said : reading.history.now().accountabilities) {
                const bool is_ours = has_said(history.now(), said.statement) || said.statement == "I clean up";
                REQUIRE(is_ours);
            }
        } catch (const FormatError&) {
        } // snapshot and origin both: refused, which is right
    }
}

TEST_CASE("a damaged line of the log loses no words, says which line and whose, and gives up only the undoing") {
    History history(small_session());
    history.act(say(history, "I keep the list"));
    history.act(say(history, "I sweep"));
    std::vector<std::string> lines = lines_of(image_of(history));
    lines[3].replace(lines[3].find("keep"), 4, "KEEP");
    const Reading reading = read_image(joined(lines));
    CHECK(reading.history.now() == history.now());
    CHECK(reading.history.undoable() == nullptr);
    CHECK(reading.bytes_set_aside == lines[3].size() - 1);
    CHECK_THAT(all(reading.remarks),
               ContainsSubstring("line 4 (") && ContainsSubstring("Ana Ruiz") && ContainsSubstring("undone"));
    CHECK(reading.settled == std::set<StepId>{std::get<Step>(history.log()[1]).id});
}

TEST_CASE("a damaged snapshot is made anew from origin and log") {
    const History history = full_history();
    std::vector<std::string> lines = lines_of(image_of(history));
    lines[1][100] = '~';
    const Reading reading = read_image(joined(lines));
    CHECK(is_same(reading.history, history));
    CHECK_THAT(all(reading.remarks), ContainsSubstring("made anew"));
}

TEST_CASE("with snapshot and origin damaged, the log says what it can and nothing is invented") {
    std::vector<std::string> lines = lines_of(image_of(full_history()));
    lines[1][100] = lines[2][100] = '~';
    const Reading reading = read_image(joined(lines));
    CHECK(reading.history.now().team == "New name");
    CHECK(reading.history.now().id == full_session().id);
    CHECK_THAT(all(reading.remarks),
               ContainsSubstring("could not be done again") && ContainsSubstring("I keep the list"));
}

TEST_CASE("a line that was doubled, a blank line and a changed order do no harm") {
    const History history = full_history();
    std::vector<std::string> lines = lines_of(image_of(history));
    lines.push_back(lines[4]);
    std::swap(lines[5], lines[6]);
    lines.insert(lines.begin() + 2, "\n");
    CHECK(is_same(read_image(joined(lines)).history, history));
}

TEST_CASE("a newline that was damaged is seen through") {
    const History history = full_history();
    const std::vector<std::string> lines = lines_of(image_of(history));
    std::string image = joined(lines);
    image[lines[0].size() + lines[1].size() + lines[2].size() + lines[3].size() - 1] = '\x0B';
    const Reading reading = read_image(image);
    CHECK(is_same(reading.history, history));
}

TEST_CASE("CRLF, a BOM and UTF-16 are read") {
    const History history = full_history();
    const std::string image = image_of(history);
    std::string crlf;
    std::string wide = "\xFF\xFE";
    for (const char c : image) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    CHECK(is_same(read_image(crlf).history, history));
    CHECK(is_same(read_image("\xEF\xBB\xBF" + image).history, history));
    const std::string plain = image_of(History(small_session()));
    for (const char c : plain) wide += c, wide += '\0';
    const Reading reading = read_image(wide);
    CHECK(reading.history.now() == small_session());
    CHECK_THAT(all(reading.remarks), ContainsSubstring("UTF-16"));
}

TEST_CASE("what is no session is refused in a sentence, and no byte of it is in that") {
    CHECK(refusal("") == "is empty, so it holds no session");
    CHECK(refusal("\x89PNG\r\n\x1a\n....") == "is not an Avow session");
    CHECK(refusal("PK\x03\x04secret") == "is not an Avow session");
    CHECK(refusal(std::string(5'000, '\0')) == "is not an Avow session");
    CHECK(refusal(framed(R"({"format":"other","version":1})")) == "is not an Avow session");
    CHECK(refusal(framed(R"({"hello":1})")) == "is not an Avow session");
    CHECK_THAT(refusal(to_json(small_session(), Privacy::shared)), ContainsSubstring("avow import"));
    CHECK_THAT(refusal(std::string((64u << 20) + 1, 'x')), ContainsSubstring("67,108,865 bytes"));
}

TEST_CASE("a session made by a newer Avow is read only when it allows that, else refused, and says which version") {
    std::vector<std::string> lines = lines_of(image_of(full_history()));
    const std::string first = lines[0];
    lines[0] = reframed(first, "\"version\":1,\"min_reader\":1,\"min_writer\":1",
                        "\"version\":3,\"min_reader\":2,\"min_writer\":2");
    CHECK_THAT(refusal(joined(lines)),
               ContainsSubstring("made by a newer Avow (version 3)") && ContainsSubstring("left as it is"));
    lines[0] = reframed(first, "\"version\":1,\"min_reader\":1,\"min_writer\":1",
                        "\"version\":3,\"min_reader\":1,\"min_writer\":3");
    const Reading reading = read_image(joined(lines));
    CHECK(reading.read_only);
    CHECK(reading.history.now() == full_history().now());
}

TEST_CASE("an edit of a newer version makes the session readable only, and its words are all there") {
    std::vector<std::string> lines = lines_of(image_of(full_history()));
    lines[3] = reframed(lines[3], "\"SayStatement\"", "\"SingStatement\"");
    const Reading reading = read_image(joined(lines));
    CHECK(reading.read_only);
    CHECK(reading.history.now() == full_history().now());
    CHECK_THAT(all(reading.remarks), ContainsSubstring("SingStatement"));
}

TEST_CASE("what a newer minor version wrote survives our save, byte for byte") {
    History history = full_history();
    std::vector<std::string> lines = lines_of(image_of(history));
    const std::string strange = R"({"z":[1,{"a":"\u00e9 x"}],"n":-0})";
    lines[0] = reframed(lines[0], "\"app\":", "\"build\":" + strange + ",\"app\":");
    lines[1] = reframed(lines[1], "\"team\":", "\"mood\":" + strange + ",\"team\":");
    lines[1] = reframed(lines[1], "{\"id\":\"a1\",", "{\"tone\":" + strange + ",\"id\":\"a1\",");
    lines[1] = reframed(lines[1], "{\"text\":\"I call back the same day\",",
                        "{\"by_vote\":true,\"text\":\"I call back the same day\",");
    lines[1] = reframed(lines[1], "\"goal\":{", "\"goal\":{\"worth\":" + strange + ",");
    lines[3] = reframed(lines[3], "\"edit\":\"SayStatement\",", "\"edit\":\"SayStatement\",\"loud\":" + strange + ",");
    lines[3] = reframed(lines[3], "\"label\":", "\"voice\":" + strange + ",\"label\":");
    const std::string odd = framed(R"({"bookmark":{"at":)" + strange + "}}");
    lines.insert(lines.begin() + 5, odd);

    const Reading reading = read_image(joined(lines));
    CHECK(!reading.read_only);
    CHECK(is_same(reading.history, history));
    history.act(say(history, "after"));
    const std::string saved = image_of(history, reading.unknown);
    const Reading again = read_image(saved);
    CHECK(again.unknown == reading.unknown);
    CHECK(is_same(again.history, history));
    CHECK_THAT(saved, ContainsSubstring(odd) && ContainsSubstring("\"mood\":" + strange) &&
                          ContainsSubstring("\"tone\":" + strange) && ContainsSubstring("\"by_vote\":true") &&
                          ContainsSubstring("\"worth\":" + strange) && ContainsSubstring("\"loud\":" + strange) &&
                          ContainsSubstring("\"voice\":" + strange) && ContainsSubstring("\"build\":" + strange));
}

TEST_CASE("a line of a newer version that stands there twice is saved once, and what it holds with it") {
    const History history = full_history();
    std::vector<std::string> lines = lines_of(image_of(history));
    lines[3] = reframed(lines[3], "\"edit\":\"SayStatement\",", "\"edit\":\"SayStatement\",\"loud\":true,");
    lines.push_back(lines[3]);
    const Reading reading = read_image(joined(lines));
    const Reading again = read_image(image_of(reading.history, reading.unknown));
    CHECK(is_same(again.history, history));
    CHECK_THAT(image_of(again.history, again.unknown), ContainsSubstring("\"loud\":true"));
}

TEST_CASE("a line whose CRC is right and whose content is not is refused or set aside by its place") {
    std::vector<std::string> lines = lines_of(image_of(full_history()));
    const std::vector<std::string> whole = lines;
    lines[1] = reframed(lines[1], "\"due\":\"2026-12-04\"", "\"due\":\"2026-02-30\"");
    CHECK(refusal(joined(lines)) ==
          "can't be read, line 2: snapshot.accountabilities[0].due: \"2026-02-30\" is not a day");
    lines = whole;
    lines[1] = reframed(lines[1], "\"owner\":\"p3\"", "\"owner\":\"p77\"");
    CHECK_THAT(refusal(joined(lines)), ContainsSubstring("line 2") && ContainsSubstring("p77"));
    lines = whole;
    lines[3] =
        framed("{\"seq\":" + std::string(41, '9') + ",\"id\":\"x\",\"at\":\"2026-11-21T00:00:00Z\",\"undo\":\"y\"}");
    CHECK_THAT(all(read_image(joined(lines)).remarks), ContainsSubstring("41 characters"));
    lines[3] = framed(std::string(100'000, '[') + "{}");
    CHECK(read_image(joined(lines)).history.now() == full_history().now());
    lines[3] = framed("{\"seq\":-5,\"id\":\"x\",\"at\":\"2026-11-21T00:00:00Z\",\"undo\":\"y\"}");
    CHECK_THAT(all(read_image(joined(lines)).remarks), ContainsSubstring("seq: -5 is out of range"));
}

TEST_CASE("a line that says it is the 2^60th is refused by its place") {
    std::vector<std::string> lines = lines_of(image_of(full_history()));
    const std::vector<std::string> whole = lines;
    lines[3] = reframed(lines[3], "\"seq\":1,", "\"seq\":1152921504606846976,");
    const Reading reading = read_image(joined(lines));
    CHECK(reading.history.now() == full_history().now());
    CHECK_THAT(all(reading.remarks),
               ContainsSubstring("line 4 (") && ContainsSubstring("seq: 1152921504606846976 is out of range"));
    lines = whole;
    lines[1].replace(lines[1].rfind("\"seq\":"), std::string::npos, "\"seq\":1152921504606846976}");
    lines[1] = framed(lines[1].substr(9));
    CHECK(refusal(joined(lines)) == "can't be read, line 2: seq: 1152921504606846976 is out of range");
}

TEST_CASE("a line that holds the session and can't be is refused by its reason, not by its bytes") {
    const std::vector<std::string> lines = lines_of(image_of(full_history()));
    std::string nested = "{\"snapshot\":";
    for (int i = 0; i < 1'000; ++i) nested += "{\"a\":";
    CHECK_THAT(refusal(lines[0] + framed(nested)),
               ContainsSubstring("can't be read, line 2: ") && ContainsSubstring("nested too deeply"));
}

TEST_CASE("made anew from the log alone, a session is of the day of its first entry") {
    std::vector<std::string> lines = lines_of(image_of(full_history()));
    lines[1][100] = lines[2][100] = '~';
    const Reading reading = read_image(joined(lines));
    CHECK(iso(reading.history.origin().date) == rfc3339(time_of(full_history().log().front())).substr(0, 10));
    CHECK_THAT(all(reading.remarks), ContainsSubstring("under the day of its first entry"));
}

TEST_CASE("of thousands of damaged, foreign and newer lines a few are named and the rest are counted") {
    const std::string image = image_of(full_history());
    std::string damaged = image;
    std::string flawed = image;
    std::string newer = image;
    for (int i = 0; i < 5'000; ++i) {
        const std::string id = std::to_string(i + 1'000);
        damaged += "x\n";
        flawed += framed("{\"seq\":-1,\"id\":\"x" + id + "\",\"at\":\"2026-11-21T00:00:00Z\",\"undo\":\"y\"}");
        newer += framed("{\"seq\":" + id + ",\"id\":\"n" + id +
                        "\",\"at\":\"2026-11-21T00:00:00Z\",\"step\":{\"edits\":[{\"edit\":\"Sing\"}]}}");
    }
    for (const std::string& bytes : {damaged, flawed, newer}) {
        const Reading reading = read_image(bytes);
        CHECK(reading.history.now() == full_history().now());
        CHECK(reading.remarks.size() <= 12);
    }
    CHECK_THAT(all(read_image(damaged).remarks), ContainsSubstring("4,990 more lines are damaged and were set aside"));
    CHECK_THAT(all(read_image(flawed).remarks), ContainsSubstring("4,990 more lines were set aside"));
    CHECK(read_image(newer).read_only);
}

TEST_CASE("a file of more lines than any session has is refused") {
    std::string image = image_of(History(small_session()));
    for (int i = 0; i < 1'000'000; ++i) image += "00000000 {}\n";
    CHECK(read_image(image).history.now() == small_session());
    const std::string empty = framed("{}");
    std::string sound = image_of(History(small_session()));
    for (int i = 0; i < 1'000'000; ++i) sound += empty;
    CHECK_THAT(refusal(sound), ContainsSubstring("over 1,000,000 lines"));
}

TEST_CASE("a file whose log would be too large is saved without it, and all that was said is in it") {
    Session session = small_session();
    const std::string words(3'900, 'w');
    for (std::size_t i = 1; i < 4'500; ++i) {
        Accountability said = session.accountabilities[0];
        said.id = {"b" + std::to_string(i)};
        said.statement = std::to_string(i) + words;
        session.accountabilities.push_back(said);
    }
    std::vector<Entry> log;
    for (int i = 0; i < 8'000; ++i)
        log.push_back(Step{{"s" + std::to_string(i)}, words, Moment{i}, {NoteDetail{{"a1"}, Detail::help, "Marta"}}});
    session.accountabilities[0].help = "Marta";
    const History history(session, log, session); // 18 MB a snapshot, 33 MB of log
    const std::string image = image_of(history);
    CHECK(image.size() < limit::file_bytes / 2);
    const Reading reading = read_image(image);
    CHECK(reading.history.now() == session);
    CHECK(reading.history.log().empty());
    CHECK(reading.remarks.empty());
}

TEST_CASE("10,000 edits are read in a moment") {
    History history(small_session());
    std::vector<Entry> log;
    Session now = small_session();
    for (int i = 0; i < 10'000; ++i) {
        const Edit edit = NoteDetail{{"a1"}, Detail::evidence, "the list of calls of week " + std::to_string(i)};
        now = apply(std::move(now), edit);
        log.push_back(
            Step{{"s" + std::to_string(i)}, "noted the evidence for “I call people back”", Moment{i}, {edit}});
    }
    const std::string image = image_of(History(small_session(), log, now));
    const auto start = std::chrono::steady_clock::now();
    const Reading reading = read_image(image);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    CHECK(reading.history.log().size() == 10'000);
    CHECK(reading.history.now() == now);
    WARN("10,000 records, " << image.size() << " bytes, read in " << took.count() << " ms");
}
