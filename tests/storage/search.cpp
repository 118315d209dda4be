// Finding where something was said: what is a word, what is noticed of the files, and that the index is never the truth.
#include "storage/search.hpp"

#include "storage/database.hpp"
#include "storage/journal.hpp"
#include "storage/library.hpp"
#include "storage/seal.hpp"
#include "storage/session_file.hpp"
#include "support/five_months.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

using namespace avow;
using namespace avow::storage;

namespace fs = std::filesystem;

namespace {

Search up_to_date(Search search) {
    search.refresh();
    return search;
}

// The sample sessions in a folder that is gone afterwards, and a cache of its own.
class Shelf {
public:
    Shelf() : root_(fs::temp_directory_path() / ("avow-search-" + std::to_string(this_machine().process))) {
        fs::remove_all(root_);
        fs::create_directories(folder());
        for (const auto& kept : five_months()) write_session(real_disk(), folder() / kept.file_name, kept.history);
    }
    ~Shelf() { fs::remove_all(root_); }
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;

    fs::path folder() const { return root_ / "sessions"; }
    Places places() const { return {root_ / "state", root_ / "cache"}; }
    Search open() const { return up_to_date({real_disk(), places(), folder()}); }
    fs::path index() const {
        for (const auto& entry : fs::directory_iterator(root_ / "cache"))
            if (entry.path().extension() == ".db") return entry.path();
        return {};
    }

private:
    fs::path root_;
};

std::size_t count(Search search, std::string_view words) { return search.find(words).size(); }

Session said(std::string words) {
    Session session;
    session.id = {"extra"};
    session.team = "Extra";
    session.date = {2026, 12, 1};
    session.participants = {Participant{{"p"}, "Zoë", "", 1}};
    Accountability item;
    item.id = {"z1"};
    item.owner = {"p"};
    item.statement = std::move(words);
    session.accountabilities = {item};
    return session;
}

} // namespace

TEST_CASE("what was said is found with its day, team, owner, kind and theme, the newest first") {
    const Shelf shelf;
    auto search = shelf.open();
    const auto hits = search.find("outage LIST");
    REQUIRE(hits.size() == 1);
    CHECK(hits[0] == Hit{shelf.folder() / "service-desk-2026-06-15.avow",
                         {2026, 6, 15},
                         "Service desk",
                         "Rosa Lind",
                         "said",
                         "I get the outage list from IT to you before 8 every morning",
                         "Word from above",
                         AccountabilityId{"d01"}});
    const auto parts = search.find("parts");
    REQUIRE(parts.size() > 3);
    for (std::size_t at = 1; at < parts.size(); ++at) CHECK(parts[at - 1].date >= parts[at].date);
    CHECK(search.find("parts", 2).size() == 2);
}

TEST_CASE("the last word may be a beginning, the others are whole; case and accents aside; any script") {
    const Shelf shelf;
    write_session(real_disk(), shelf.folder() / "x.avow",
                  History(said("Ich grüße die Café-Runde, 每天早上八点 ไปทำงาน")));
    CHECK(count(shelf.open(), "outag") == 1);
    CHECK(count(shelf.open(), "outag list") == 0);
    CHECK(count(shelf.open(), "GRÜSSE") == 1); // as it is written in capitals
    CHECK(count(shelf.open(), "cafe") == 1);
    CHECK(count(shelf.open(), "CAFÉ-RUNDE") == 1);
    CHECK(count(shelf.open(), "早上") == 2);
    CHECK(count(shelf.open(), "ทำ") == 1);
}

TEST_CASE("whatever is in a question is words") {
    const Shelf shelf;
    const auto file = shelf.folder() / "x.avow";
    write_session(real_disk(), file, History(said("say \"no\" OR yes, C++ and 100% * 🎉 of it's")));
    auto search = shelf.open();
    const auto is_found = [&](std::string_view words) {
        const auto hits = search.find(words);
        return std::ranges::find(hits, file, &Hit::file) != hits.end();
    };
    for (const auto* words : {"\"no\"", "OR", "\"no\" OR yes", "100%", "*", "🎉", "it's", "c++", "say * it's", "%",
                              "say", "\"", "AND AND", "no* yes"}) {
        INFO(words);
        CHECK(is_found(words));
    }
    for (const auto* words : {"", "   ", "(", "nowhere OR yes", "NEAR(say no)", "apart:say", "^nothing", "-", "🎈",
                              "'; DROP TABLE said; --", "\xff\xfe", "{apart} : x", "say\" OR \"x", "sa no"}) {
        INFO(words);
        CHECK_FALSE(is_found(words));
    }
    CHECK(is_found("say"));
}

TEST_CASE("files that appear, change and vanish are noticed, and what is as it was is not read again") {
    const Shelf shelf;
    auto search = shelf.open();
    CHECK(search.files_read() == 6);
    search.refresh();
    CHECK(search.files_read() == 0);
    CHECK(shelf.open().files_read() == 0);
    write_session(real_disk(), shelf.folder() / "x.avow", History(said("a zebra crosses")));
    search.refresh();
    CHECK(search.files_read() == 1);
    CHECK(search.find("zebra").size() == 1);
    write_session(real_disk(), shelf.folder() / "x.avow", History(said("a gazelle came")));
    search.refresh();
    CHECK(search.find("zebra").empty());
    CHECK(search.find("gazelle").size() == 1);
    fs::remove(shelf.folder() / "x.avow");
    search.refresh();
    CHECK(search.find("gazelle").empty());
    CHECK(search.find("parts").size() > 3);
}

TEST_CASE("a damaged file is named and hides nothing else") {
    const Shelf shelf;
    std::ofstream(shelf.folder() / "bad.avow") << "no session";
    auto search = shelf.open();
    REQUIRE(search.unlisted().size() == 1);
    CHECK(search.unlisted()[0].file == shelf.folder() / "bad.avow");
    CHECK(search.find("outage list").size() == 1);
}

TEST_CASE("an index that is damaged, cut, foreign or of another version is made anew") {
    const Shelf shelf;
    CHECK(count(shelf.open(), "outage list") == 1);
    std::string whole;
    {
        std::ifstream in(shelf.index(), std::ios::binary);
        whole.assign(std::istreambuf_iterator<char>(in), {});
    }
    const auto with = [&](const std::string& bytes) {
        std::ofstream(shelf.index(), std::ios::binary | std::ios::trunc) << bytes;
        return count(shelf.open(), "outage list");
    };
    CHECK(with("") == 1);
    CHECK(with("no database at all, but long enough to be looked at as if it were one") == 1);
    CHECK(with(whole.substr(0, whole.size() / 2)) == 1);
    CHECK(with(whole.substr(0, 100)) == 1);
    for (std::size_t at = 0; at < whole.size(); at += 997) {
        auto flipped = whole;
        flipped.replace(at, 16, std::string(16, '\x5a'), 0, std::min<std::size_t>(16, whole.size() - at));
        INFO(at);
        REQUIRE(with(flipped) == 1);
    }
}

TEST_CASE("where the cache folder can't be used the index lives in memory") {
    const Shelf shelf;
    Places nowhere = shelf.places();
    std::ofstream(shelf.folder().parent_path() / "taken") << "a file";
    for (const auto& cache : {fs::path(), shelf.folder().parent_path() / "taken" / "cache"}) {
        nowhere.cache = cache;
        CHECK(count(up_to_date(Search(real_disk(), nowhere, shelf.folder())), "outage list") == 1);
    }
}

TEST_CASE("nothing is written beside the sessions, and nothing private or sealed is found", "[privacy]") {
    const Shelf shelf;
    auto session = said("a zebra crosses");
    session.expectations = {{ExpectationId{"e1"}, "a secret expectation"}};
    write_session(real_disk(), shelf.folder() / "x.avow", History(session));
    CHECK(count(shelf.open(), "secret") == 0);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(shelf.folder())) ++files;
    CHECK(files == 7);
}

TEST_CASE("of Align is found what was opened, raised and asked, and nothing that somebody wrote on a paper") {
    const Shelf shelf;
    auto session = said("a zebra crosses");
    session.leader = session.participants.front().id;
    session.expectations = {{{"e1"}, "ring before the eclipse", std::nullopt}};
    session.seal = sealed(session, "00112233445566778899aabbccddeeff", Moment{1'796'083'200'000});
    session.misalignments = {{{"m1"}, "quick or thorough"}};
    session.asks = {{{"k1"}, AskKind::stop, AskFrom::team, "mail after midnight", session.date, "not after six", {}},
                    {{"k2"}, AskKind::start, AskFrom::team, "an older wish", plus_days(session.date, -7), {}, {}}};
    write_session(real_disk(), shelf.folder() / "x.avow", History(session));
    CHECK(count(shelf.open(), "eclipse") == 0);
    CHECK(count(shelf.open(), "thorough") == 1);
    CHECK(count(shelf.open(), "midnight") == 1);
    CHECK(count(shelf.open(), "after six") == 1);
    CHECK(count(shelf.open(), "older wish") == 0); // it is found where it was first asked
    session.seal->opened_at = Moment{1'796'083'300'000};
    session.recall_sheets = {{{"s1"}, {{{"r1"}, "phone by sundown", std::nullopt, false, {}, {}}}}};
    write_session(real_disk(), shelf.folder() / "x.avow", History(session));
    CHECK(count(shelf.open(), "eclipse") == 1);
    CHECK(count(shelf.open(), "sundown") == 0);
}

TEST_CASE("the name of who said it and the team's name are words to find it by") {
    const Shelf shelf;
    write_session(real_disk(), shelf.folder() / "x.avow", History(said("a zebra crosses")));
    auto search = shelf.open();
    const auto hits = search.find("ana call back");
    REQUIRE(hits.size() > 2);
    for (const auto& hit : hits) CHECK(hit.who == "Ana Pires");
    CHECK(hits.size() < search.find("call back").size());
    CHECK(search.find("zebra zoe").size() == 1);
    CHECK(search.find("zebra extra ZOË").size() == 1);
    CHECK(search.find("zebra ana").empty());
    CHECK(search.find("crosses zoe").size() == 1); // though what was said ends where her name begins
    CHECK(search.find("\"crosses-zoe\"").empty());
    for (const auto& hit : search.find("ben adeyemi")) CHECK(hit.who == "Ben Adeyemi");
    for (const auto& hit : search.find("service parts ")) CHECK(hit.team == "Service desk");
}

TEST_CASE("all words must stand in one thing said, not merely in what was said on one day") {
    const Shelf shelf;
    auto session = said("a zebra crosses");
    session.accountabilities.push_back(session.accountabilities[0]);
    session.accountabilities[1].id = {"z2"};
    session.accountabilities[1].statement = "a gazelle came, the zebrafish too";
    write_session(real_disk(), shelf.folder() / "x.avow", History(session));
    auto search = shelf.open();
    CHECK(search.find("gazelle crosses").empty());
    CHECK(search.find("gazelle zebra").size() == 1);
    CHECK(search.find("zebra came").empty());
    CHECK(search.find("extra zoe").size() == 2);
    CHECK(search.find("zebra").size() == 2);
}

TEST_CASE("of a script without spaces whatever stands together is found, and nothing else") {
    const Shelf shelf;
    write_session(real_disk(), shelf.folder() / "x.avow", History(said("张伟打电话给客户ABC公司 每")));
    auto search = shelf.open();
    for (const auto* words : {"张", "伟", "打电话", "客户", "户", "客户 打电话", "给 户", "abc", "公司", "户ab",
                              "abc公", "公司 每", "张伟打电话给客户ABC公司 每", "每"}) {
        INFO(words);
        CHECK(std::ranges::count(search.find(words), shelf.folder() / "x.avow", &Hit::file) == 1);
    }
    for (const auto* words : {"伟张", "打话", "户公", "客电", "客户b", "户客 张"}) {
        INFO(words);
        CHECK(search.find(words).empty());
    }
}

TEST_CASE("a question of very many words is a question") {
    const Shelf shelf;
    auto search = shelf.open();
    std::string words;
    for (int word = 0; word < 5000; ++word) words += "outage ";
    CHECK(search.find(words + "list").size() == 1);
    CHECK(search.find(words + std::string(100'000, 'x')).empty());
}

TEST_CASE("who asks does not wait for another avow that lays words in") {
    const Shelf shelf;
    auto search = shelf.open();
    CHECK(search.find("outage list").size() == 1);
    Database other(shelf.index());
    other.run("BEGIN IMMEDIATE; DELETE FROM said");
    const auto start = std::chrono::steady_clock::now();
    CHECK(search.find("outage list").size() == 1);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(3)); // it would wait for five
    other.run("ROLLBACK");
}

TEST_CASE(
    "a session that is only in a journal is found, and once when its file lies in the folder under another name") {
    const Shelf shelf;
    const auto session = said("a zebra crosses");
    const auto journals = shelf.places().journals(session.id);
    fs::create_directories(journals);
    fs::path real;
    real_disk().real_path(shelf.folder(), real);
    std::ofstream(journals / "one.avow") << journal_image(History(session), {}, real / "gone.avow");
    auto search = shelf.open();
    const auto hits = search.find("zebra");
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].file == shelf.folder() / "gone.avow");
    CHECK(journals_belonging_to(real_disk(), shelf.places(), shelf.folder().parent_path()).empty());
    write_session(real_disk(), shelf.folder() / "renamed.avow", History(session));
    search.refresh();
    REQUIRE(search.find("zebra").size() == 1);
    CHECK(search.find("zebra")[0].file == shelf.folder() / "renamed.avow");
    fs::remove(shelf.folder() / "renamed.avow");
    search.refresh();
    CHECK(search.find("zebra").size() == 1);
}

TEST_CASE("reading that is stopped keeps what was read, finds it, and goes on from there") {
    const Shelf shelf;
    const auto image = image_of(History(said("a zebra crosses")));
    for (int file = 0; file < 600; ++file)
        std::ofstream(shelf.folder() / ("z" + std::to_string(file) + ".avow")) << image;
    Search search(real_disk(), shelf.places(), shelf.folder());
    std::vector<Progress> told;
    CHECK_FALSE(search.refresh([&](Progress progress) {
        told.push_back(progress);
        return progress.known == 0;
    }));
    REQUIRE(told.size() == 2);
    CHECK(told[0] == Progress{0, 606});
    const auto read = told[1].known;
    CHECK(read < 606);
    CHECK(search.find("outage list").size() <= 1);
    CHECK(search.find("zebra").size() > 0);
    auto again = shelf.open();
    CHECK(again.files_read() == 606 - read);
    CHECK(again.find("zebra").size() == 600);
}

TEST_CASE("one thread asks while another reads") {
    const Shelf shelf;
    const auto image = image_of(History(said("a zebra crosses")));
    for (int file = 0; file < 600; ++file)
        std::ofstream(shelf.folder() / ("z" + std::to_string(file) + ".avow")) << image;
    Search search(real_disk(), shelf.places(), shelf.folder());
    std::size_t before = 0;
    std::jthread reading([&] { search.refresh(); });
    while (before < 600) {
        const auto now = search.find("zebra").size();
        REQUIRE(now >= before);
        before = now;
    }
}

TEST_CASE("progress is told in words") {
    CHECK(sentence_of(Progress{1240, 20000}) == "Reading 1,240 of 20,000 sessions");
    CHECK(sentence_of(Progress{0, 999}) == "Reading 0 of 999 sessions");
    CHECK(sentence_of(Progress{999, 1234567}) == "Reading 999 of 1,234,567 sessions");
}
