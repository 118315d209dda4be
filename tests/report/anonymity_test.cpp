// Nobody can find out whose sheet is whose, and nothing that is sealed gets out: every form in which a session leaves the
// program is asked, with names, ids and words that can be found again.
#include "insight/review.hpp"
#include "insight/traced.hpp"
#include "report/agenda.hpp"
#include "report/aligned.hpp"
#include "report/alignment.hpp"
#include "report/brief.hpp"
#include "report/csv.hpp"
#include "report/flat.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "report/pdf.hpp"
#include "report/review.hpp"
#include "report/stage_document.hpp"
#include "report/strips.hpp"
#include "report/summary.hpp"
#include "report/workbook.hpp"
#include "session/history.hpp"
#include "storage/json.hpp"
#include "storage/seal.hpp"
#include "storage/session_file.hpp"
#include "support/passing.hpp"
#include "support/random_edits.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

using namespace avow;
using namespace avow::report;

namespace {

using Outputs = std::map<std::string, std::string>; // by what it is

constexpr std::size_t people = 9; // the last of them leads
constexpr Date day = {2026, 11, 2};
constexpr Date later = {2026, 12, 7};

std::string marked_name(std::size_t person) { return fmt::format("Xname{}", person); }
std::string marked_id(std::size_t person) { return fmt::format("Xid{}", person); }

struct Wrote {
    std::size_t person;
    SheetId sheet; // drawn beforehand, so that it stays with the words and not with the person
    std::vector<Recall> recalls;
};

// What each of the others wrote: three lines each, one of which nobody ever meant.
std::vector<Wrote> written(Dice& dice) {
    std::vector<Wrote> all;
    for (std::size_t person = 0; person + 1 < people; ++person) {
        Wrote wrote{person, {fmt::format("sheet{:08}", dice.below(100'000'000))}, {}};
        for (int line = 0; line < 3; ++line) {
            const auto number = dice.below(100'000'000);
            wrote.recalls.push_back({{fmt::format("line{:08}", number)}, fmt::format("Xwords{}", number)});
        }
        all.push_back(std::move(wrote));
    }
    return all;
}

// As the desk hands them in: in the order of their ids, whoever gave theirs first.
HandInRecalls handed_in(const std::vector<Wrote>& all) {
    HandInRecalls edit;
    for (const auto& [person, sheet, recalls] : all) edit.sheets.push_back({sheet, recalls});
    for (auto& sheet : edit.sheets) std::ranges::sort(sheet.recalls, {}, &Recall::id);
    std::ranges::sort(edit.sheets, {}, &RecallSheet::id);
    return edit;
}

class Meeting {
public:
    Meeting() : history_(origin()) {}

    void act(std::vector<Edit> edits) {
        for (const auto& edit : edits) {
            const auto number = static_cast<std::int64_t>(history_.log().size());
            REQUIRE_FALSE(why_not(history_.now(), edit));
            history_.act(
                {{fmt::format("step{:03}", number)}, sentence(history_.now(), edit), {at_ms + number}, {edit}});
        }
    }
    const History& history() const { return history_; }
    const Session& now() const { return history_.now(); }
    static constexpr std::int64_t at_ms = 1'793'600'000'000;

private:
    static Session origin() {
        Session session;
        session.id = {"meeting"};
        session.team = "Team";
        session.date = day;
        return session;
    }

    History history_;
};

Meeting until_sealed(const std::vector<std::string>& expected, int guess) {
    Meeting meeting;
    for (std::size_t i = 0; i < people; ++i) meeting.act({WelcomeParticipant{{marked_id(i)}, marked_name(i), ""}});
    meeting.act({NameLeader{ParticipantId{marked_id(people - 1)}}});
    for (std::size_t i = 0; i < expected.size(); ++i)
        meeting.act({ExpectThat{{{"expect" + std::to_string(i)}, expected[i], guess}}});
    const auto seal = storage::sealed(meeting.now(), std::string(32, '7'), {Meeting::at_ms});
    meeting.act({SealExpectations{seal.fingerprint, seal.nonce, seal.sealed_at}});
    for (std::size_t i = 0; i < people; ++i)
        meeting.act({SayStatement{{"said" + std::to_string(i)}, {marked_id(i)}, "I call back", {Meeting::at_ms}}});
    return meeting;
}

// Of each sheet the first line means something, the second was never meant, the third is not decided.
void decide(Meeting& meeting) {
    meeting.act({OpenSeal{{Meeting::at_ms + 50}}});
    const auto sheets = meeting.now().recall_sheets;
    for (const auto& sheet : sheets) {
        meeting.act({MatchRecall{sheet.recalls[0].id, ExpectationId{"expect0"}, false},
                     JudgeRecall{sheet.recalls[0].id, Judge::leader, 2},
                     JudgeRecall{sheet.recalls[0].id, Judge::colleague, 1},
                     MatchRecall{sheet.recalls[1].id, std::nullopt, true}});
    }
}

Meeting opened(const std::string& expected, std::uint64_t seed) {
    Dice dice(seed);
    auto meeting = until_sealed({expected, "keep notes"}, 4);
    meeting.act({handed_in(written(dice))});
    decide(meeting);
    return meeting;
}

std::string file_of(const History& history) {
    const auto folder = new_passing_folder(std::filesystem::temp_directory_path());
    const auto path = folder / "x.avow";
    storage::write_session(storage::real_disk(), path, history);
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    std::filesystem::remove_all(folder);
    return bytes.str();
}

void add_agendas(Outputs& all, const std::vector<Session>& sessions) {
    for (const auto& one : insight::everybody(sessions)) {
        const auto agenda = insight::agenda_of(one, later);
        all["agenda md " + agenda.person] = agenda_markdown(agenda);
        all["agenda html " + agenda.person] = agenda_html(agenda);
        all["agenda json " + agenda.person] = agenda_json(agenda);
    }
}

void add_reviews(Outputs& all, const std::vector<Session>& sessions) {
    const auto review = insight::review_of(insight::past_of(sessions), later, {});
    all["review md"] = review_markdown({review, true, {}});
    all["review html"] = review_html({review, true, {}});
    all["review json"] = review_json({review, true, {}});
}

// Everything that leaves the program of a session, but for its own file and JSON with what is private.
Outputs all_outputs(const History& history) {
    const auto& session = history.now();
    Outputs all = {{"json", storage::to_json(session, storage::Privacy::shared)},
                   {"markdown", markdown(session, {})},
                   {"html", html(document_of(session, {}))},
                   {"pdf", pdf(document_of(session, {}), Paper::a4, {})},
                   {"csv", csv(session, {})},
                   {"xlsx", workbook(session, {})},
                   {"ndjson", flat_lines(session, {})},
                   {"show", in_words(session) + times_in_words(history)},
                   {"align", alignment_in_words({session, storage::seal_holds(session)})},
                   {"align json", alignment_json({session, storage::seal_holds(session)})},
                   {"strips", pdf_of_strips(session, {}, Paper::a4, Code::text)}};
    for (const auto stage : all_stages)
        if (has_part(stage))
            all[fmt::format("stage {}", name_of(stage))] = markdown(session, {std::nullopt, std::nullopt, stage});
    for (const auto audience : {Audience::leader, Audience::manager, Audience::team})
        all[fmt::format("brief {}", static_cast<int>(audience))] =
            markdown(brief_on_a_page(brief_facts_of(history), audience, Paper::a4));
    for (const auto& person : session.participants) all["summary " + person.id.text] = summary_for(session, person);
    add_agendas(all, {session});
    add_reviews(all, {session});
    return all;
}

// Whether a line of it has one of the sheets' words or ids and a person's name or id as well.
bool tells_whose(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto has = [&](std::string_view words) { return line.find(words) != std::string::npos; };
        const bool is_of_a_sheet = has("Xwords") || has("\"line0") || has("sheet0");
        if (is_of_a_sheet && (has("Xname") || has("Xid"))) return true;
    }
    return false;
}

// What stands between the sheets' key and the end of their list.
std::string sheets_in(const std::string& json) {
    const auto begin = json.find("\"recall_sheets\"");
    REQUIRE(begin != std::string::npos);
    int depth = 0;
    for (auto at = json.find('[', begin); at < json.size(); ++at) {
        depth += json[at] == '[' ? 1 : json[at] == ']' ? -1 : 0;
        if (depth == 0) return json.substr(begin, at - begin);
    }
    return json.substr(begin);
}

} // namespace

TEST_CASE("who wrote which sheet changes no byte of anything, the session's own file included", "[privacy]") {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        Dice dice(seed);
        auto sheets = written(dice);
        auto meeting = until_sealed({"call back", "keep notes"}, 4);
        auto other = meeting;
        meeting.act({handed_in(sheets)});
        for (auto i = sheets.size(); i > 1; --i) { // other people, and another order of giving them in
            std::swap(sheets[i - 1].person, sheets[dice.below(i)].person);
            std::swap(sheets[i - 1], sheets[dice.below(i)]);
        }
        other.act({handed_in(sheets)});
        decide(meeting);
        decide(other);
        CHECK(all_outputs(meeting.history()) == all_outputs(other.history()));
        CHECK(file_of(meeting.history()) == file_of(other.history()));
    }
}

TEST_CASE("no name and no id of a person stands beside what is on a sheet", "[privacy]") {
    const auto meeting = opened("call back", 5);
    const auto whole = storage::to_json(meeting.now(), storage::Privacy::with_private);
    for (const auto& [what, text] : all_outputs(meeting.history())) {
        INFO(what);
        CHECK_FALSE(tells_whose(text));
    }
    CHECK_FALSE(tells_whose(whole));
    const auto sheets = sheets_in(whole);
    CHECK(sheets.find("Xname") == std::string::npos);
    CHECK(sheets.find("Xid") == std::string::npos);
    std::istringstream lines(file_of(meeting.history())); // each entry of the log is a line
    for (std::string line; std::getline(lines, line);)
        if (line.find("HandInRecalls") != std::string::npos) CHECK_FALSE(tells_whose(line));
    CHECK(tells_whose("Xname1: Xwords2")); // else nothing was looked for
}

TEST_CASE("dealing the sheets' ids anew changes nothing that is told in words", "[privacy]") {
    const auto meeting = opened("call back", 7);
    auto session = meeting.now();
    Dice dice(8);
    for (std::size_t i = session.recall_sheets.size(); i > 1; --i)
        std::swap(session.recall_sheets[i - 1].recalls, session.recall_sheets[dice.below(i)].recalls);
    auto before = all_outputs(History(meeting.now())), after = all_outputs(History(session));
    CHECK(before.at("json") != after.at("json"));
    before.erase("json");
    after.erase("json");
    CHECK(before == after);
}

TEST_CASE("while they are sealed, no word, guess or nonce of the expectations is in anything but private JSON",
          "[privacy]") {
    Dice dice(9);
    const auto sheets = written(dice);
    const auto with = [&](const std::string& words, int guess) {
        auto meeting = until_sealed({words + "one", words + "two"}, guess);
        meeting.act({handed_in(sheets)});
        return meeting;
    };
    const auto meeting = with("Xsealed", 4);
    for (const auto& [what, text] : all_outputs(meeting.history())) {
        INFO(what);
        CHECK(text.find("Xsealed") == std::string::npos);
        CHECK(text.find(std::string(32, '7')) == std::string::npos);
    }
    CHECK(storage::to_json(meeting.now(), storage::Privacy::with_private).find("Xsealed") != std::string::npos);
    for (const auto& step : meeting.history().log())
        CHECK(std::get<Step>(step).label.find("Xsealed") == std::string::npos);

    // And nothing follows from them: other words under the same fingerprint give the same bytes.
    auto session = meeting.now(), other = with("Xother", 9).now();
    other.seal->fingerprint = session.seal->fingerprint;
    auto same = all_outputs(History(session)), others = all_outputs(History(other));
    CHECK(same == others);
}

TEST_CASE("once they are open, what was sealed is told", "[privacy]") {
    const auto meeting = opened("Xsealed", 11);
    const auto all = all_outputs(meeting.history());
    for (const char* what :
         {"json", "markdown", "html", "align", "align json", "stage align", "agenda md Xname0", "review md"})
        CHECK(all.at(what).find("Xsealed") != std::string::npos);
}
