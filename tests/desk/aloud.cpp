// What a voice is given to read, and when it stops; nothing private is ever among it. And the voice of this machine, with
// programs of our own in the place of those that speak.
#include "desk/commands.hpp"
#include "desk/given.hpp"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

using namespace avow;
using namespace avow::desk;

namespace {

struct Heard {
    std::vector<std::string> words, languages;
    bool is_speaking = false;
    std::string trouble;
};

class Listener final : public Voice {
public:
    explicit Listener(std::shared_ptr<Heard> heard) : heard_(std::move(heard)) {}
    void speak(std::string words, std::string language) override {
        heard_->words.push_back(std::move(words));
        heard_->languages.push_back(std::move(language));
        heard_->is_speaking = true;
    }
    void stop() override { heard_->is_speaking = false; }
    bool is_speaking() const override { return heard_->is_speaking; }
    std::string take_trouble() override { return std::exchange(heard_->trouble, {}); }

private:
    std::shared_ptr<Heard> heard_;
};

struct GivenListener {
    StillWorld still{AVOW_SOURCE_DIR "/assets/lexicon"};
    std::shared_ptr<Heard> heard = std::make_shared<Heard>();
    Desk desk{world()};

    World world() {
        auto world = still.for_desk();
        world.make_voice = [heard = heard](std::function<void()>) { return std::make_unique<Listener>(heard); };
        return world;
    }
    void press(const char* id) {
        const auto* row = command(id);
        REQUIRE(row->is_offered(desk));
        if (const auto refusal = row->why_not(desk))
            desk.say(Tone::refused, refusal->sentence);
        else
            run(*row, desk);
    }
};

Session commit_session() {
    auto session = session_of({"Ana Pires", "Bo Lind"});
    session.stage = Stage::commit;
    Accountability item;
    item.id = {"a1"};
    item.owner = session.participants[0].id;
    item.statement = "I call back on the same day!";
    item.due = Date{2026, 12, 4};
    item.evidence = "the list is empty";
    item.confidence = 3;
    session.accountabilities = {item};
    return session;
}

} // namespace

TEST_CASE("at Commit the card in hand is read as it was said, what was agreed after it, and again ends it") {
    GivenListener given;
    auto session = commit_session();
    session.accountabilities[0].wordings = {{"I call back within an hour", {2026, 11, 21}, "", true, ""}};
    given.desk.look_at(History(session));
    go_to(given.desk, Stage::commit);
    given.desk.place.focus = AccountabilityId{"a1"};
    given.press("view.read_aloud");
    REQUIRE(given.heard->words.size() == 1);
    CHECK(given.heard->words[0] ==
          "Ana Pires. I call back on the same day! Agreed: I call back within an hour. By Friday 4 "
          "December. To see: the list is empty.");
    CHECK(is_reading_aloud(given.desk));
    given.press("view.read_aloud");
    CHECK_FALSE(is_reading_aloud(given.desk));
    CHECK(given.heard->words.size() == 1);
    given.press("view.read_aloud");
    given.press("edit.leave"); // Escape
    CHECK_FALSE(is_reading_aloud(given.desk));
    CHECK(given.desk.session().stage == Stage::commit);
}

TEST_CASE("what the strip tells is read, and with nothing in hand or no voice a sentence says so") {
    GivenListener given;
    given.desk.say(Tone::done, "Parked: the keys");
    given.press("view.read_news");
    CHECK(given.heard->words == std::vector<std::string>{"Parked: the keys"});
    given.heard->is_speaking = false;
    given.heard->trouble = "Nothing on this machine can read aloud.";
    given.desk.attend();
    CHECK(sentence(given.desk) == "Nothing on this machine can read aloud.");

    auto themes = session_of({"Ana Pires"});
    themes.stage = Stage::capture;
    given.desk.look_at(History(themes));
    given.press("view.read_aloud");
    CHECK(given.heard->words.size() == 1);
    CHECK(sentence(given.desk) == "Nothing is in hand here that could be read");

    Given silent;
    silent.desk.look_at(History(commit_session()));
    read_aloud(silent.desk, "words");
    CHECK(sentence(silent.desk) == "This machine has no voice that Avow knows");
}

TEST_CASE("the voice is told the language that is spoken") {
    GivenListener given;
    given.desk.look_at(sample_history());
    given.press("view.read_aloud");
    REQUIRE(given.heard->languages.size() == 1);
    const auto knows_languages = !given.desk.world().knowledge.get().languages.empty();
    CHECK(given.heard->languages[0] == (knows_languages ? "en" : ""));
}

TEST_CASE("nothing private is read at any stage, on the board or on a person's page", "[privacy]") {
    const std::string secret = "xyzzy";
    auto session = sample_session();
    for (auto& item : session.accountabilities) {
        item.confidence = 7;
        item.strength = secret + " strength";
        for (auto& check_in : item.check_ins) check_in.reason = secret + " reason";
    }
    for (const auto stage : all_stages)
        for (const auto showing : {Showing::audience, Showing::board}) {
            GivenListener given;
            session.stage = stage;
            given.desk.look_at(History(session));
            given.desk.showing = showing;
            for (const auto& item : session.accountabilities) {
                given.desk.place.focus = item.id;
                CHECK(words_in_hand(given.desk).find(secret) == std::string::npos);
            }
            open_one_on_one(given.desk);
            if (!given.desk.one_on_one) continue;
            given.desk.one_on_one->points.push_back({given.desk.today(), std::nullopt, secret + " point"});
            for (const auto& id : given.desk.one_on_one->order) {
                given.desk.one_on_one->item = id;
                CHECK(words_in_hand(given.desk).find(secret) == std::string::npos);
            }
        }
}

TEST_CASE("answers that are still coming in are not read, and nothing is read behind a blank screen") {
    GivenListener given;
    auto session = session_of({"Ana Pires", "Bo Lind"});
    session.stage = Stage::goal;
    session.goal.text = "Nine of ten";
    given.desk.look_at(History(session));
    ask_room(given.desk, PollKind::fingers);
    give_digit(given.desk, 4);
    const auto before = words_in_hand(given.desk);
    take_answer_back(given.desk);
    give_digit(given.desk, 1);
    CHECK(words_in_hand(given.desk) == before);
    given.desk.is_blanked = true;
    CHECK(words_in_hand(given.desk).empty());
}

// --- the voice of the machine ------------------------------------------------------------------------------------

#ifndef _WIN32

namespace {

namespace fs = std::filesystem;

// A folder that is all of PATH, with programs of ours in it that write what they were given.
struct GivenPrograms {
    StillWorld world;
    fs::path folder = world.folder() / "bin";
    std::string path = std::getenv("PATH");

    GivenPrograms() {
        fs::create_directories(folder);
        ::setenv("PATH", folder.c_str(), 1);
    }
    ~GivenPrograms() { ::setenv("PATH", path.c_str(), 1); }
    void put(const std::string& name, const std::string& script) const {
        std::ofstream(folder / name) << "#!/bin/sh\nPATH=/usr/bin:/bin\ncd " << folder.string() << "\n"
                                     << script << "\n";
        fs::permissions(folder / name, fs::perms::owner_all);
    }
    std::string said(const std::string& name) const {
        return fs::exists(folder / name) ? words_of_file(folder / name) : std::string();
    }
};

bool within_seconds(int seconds, const std::function<bool()>& is_so) {
    for (int tries = 0; tries < seconds * 100; ++tries) {
        if (is_so()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

} // namespace

TEST_CASE("the machine's voice is given words as they are, and no shell ever reads them") {
    GivenPrograms given;
    given.put("espeak-ng", "echo \"$@\" >args; cat >heard.new; mv heard.new heard");
    const auto voice = voice_of_machine([] {});
    const std::string words = "\"$(touch owned)\"; -v `touch owned` 'Änd' \\n |";
    voice->speak(words, "de");
    REQUIRE(within_seconds(20, [&] { return !voice->is_speaking(); }));
    CHECK(given.said("heard") == words);
    CHECK(given.said("args") == "--stdin -v de\n");
    given.put("spd-say", "printf '%s\\n' \"$@\" >dispatched");
    voice->speak("--help " + words, "");
    REQUIRE(within_seconds(20, [&] { return !voice->is_speaking(); }));
    CHECK(given.said("dispatched") == "--wait\n--\n--help " + words + "\n");
    CHECK_FALSE(fs::exists(given.folder / "owned"));
    CHECK(voice->take_trouble().empty());
}

TEST_CASE("the machine's voice ends when it is told to, when it says something else and when the program ends") {
    GivenPrograms given;
    given.put("espeak-ng", "cat >>heard; echo >>heard; echo $$ >pid.new; mv pid.new pid; exec sleep 60");
    const auto is_gone = [&] {
        const auto pid = given.said("pid");
        return !pid.empty() && !fs::exists("/proc/" + pid.substr(0, pid.size() - 1));
    };
    const auto began = std::chrono::steady_clock::now();
    {
        const auto voice = voice_of_machine([] {});
        voice->speak("one", "");
        REQUIRE(within_seconds(20, [&] { return !given.said("pid").empty(); }));
        CHECK(voice->is_speaking());
        voice->stop();
        CHECK(within_seconds(20, [&] { return !voice->is_speaking() && is_gone(); }));
        voice->speak("two", "");
        REQUIRE(within_seconds(20, [&] { return given.said("heard") == "one\ntwo\n" && !is_gone(); }));
        voice->speak("three", "");
        REQUIRE(within_seconds(20, [&] { return given.said("heard") == "one\ntwo\nthree\n" && !is_gone(); }));
    }
    CHECK(is_gone()); // ended and waited for
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(50));
}

TEST_CASE("where nothing speaks a sentence says what to install, and where a voice fails, that it does") {
    GivenPrograms given;
    std::atomic<int> woken = 0;
    const auto voice = voice_of_machine([&] { ++woken; });
    voice->speak("words", "");
    REQUIRE(within_seconds(20, [&] { return woken == 1; }));
    CHECK(voice->take_trouble() ==
          "Nothing on this machine can read aloud. Install the package speech-dispatcher or espeak-ng");
    CHECK(voice->take_trouble().empty());
    given.put("spd-say", "exit 1");
    voice->speak("words", "");
    REQUIRE(within_seconds(20, [&] { return woken == 2; }));
    CHECK(voice->take_trouble().find("does not answer") != std::string::npos);
    given.put("espeak-ng", "cat >heard");
    voice->speak("words", "");
    REQUIRE(within_seconds(20, [&] { return !voice->is_speaking(); }));
    CHECK(given.said("heard") == "words"); // the other one steps in
}

#endif
