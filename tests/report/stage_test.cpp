// What was made at one stage, as a part of the session.
#include "read_back.hpp"
#include "report/csv.hpp"
#include "report/markdown.hpp"
#include "report/stage_document.hpp"
#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::report;

namespace {

Document at(Stage stage, const Session& session = examples::workshop(), Part part = {}) {
    part.stage = stage;
    return document_of(session, part);
}

std::vector<std::string> headings_of(const Document& document) {
    std::vector<std::string> headings;
    for (const auto& section : document.sections) headings.push_back(section.heading);
    return headings;
}

std::vector<std::string> words_in(const Section& section) {
    std::vector<std::string> words;
    for (const auto& entry : section.entries) words.push_back(entry.words);
    return words;
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("Capture is what was said, in the order it was said, with who, and nothing that came later") {
    auto session = examples::workshop();
    std::swap(session.accountabilities[0], session.accountabilities[3]);
    const auto document = at(Stage::capture, session);
    CHECK(headings_of(document) == Words{"What was said", "Not heard yet"});
    CHECK(words_in(document.sections[0]) ==
          Words{"I read the manual", "I check the parts", "the van is clean", "I call ahead, always"});
    CHECK(document.sections[0].entries[1].speaker == "Bo (seat 2)");
    for (const auto& entry : document.sections[0].entries) CHECK(entry.notes.empty());
    CHECK(document.goal.empty());
}

TEST_CASE("Themes are what lies on the wall") {
    const auto document = at(Stage::themes);
    CHECK(headings_of(document) == Words{"Before we go", "The machine", "Single voices"});
    CHECK(words_in(document.sections[0]) == Words{"I call ahead, always", "I check the parts"});
    CHECK(words_in(document.sections[2]) == Words{"the van is clean"});
}

TEST_CASE("Commit tells what was agreed apart from what is still as it was said") {
    const auto document = at(Stage::commit);
    CHECK(headings_of(document) == Words{"What was agreed", "Still as it was said"});
    CHECK(words_in(document.sections[0]) == Words{"I call ahead, always"});
    CHECK(document.sections[0].entries[0].notes[0] ==
          Note{"Agreed", "I call the day before",
               "Sunday 22 November 2026, proposed by Bo (seat 2). Why: it can be seen"});
    CHECK(document.sections[1].entries.size() == 3);
}

TEST_CASE("Open is what was carried in, where it comes from, and its answer") {
    auto session = examples::workshop();
    session.carried = {examples::said("c1", "p2", "I bring the keys"), examples::said("c2", "p1", "I write it down")};
    session.carried[0].lineage = Lineage{SessionId{"s0"}, {2026, 10, 24}, 2, "Before we go"};
    session.carried[1].lineage = Lineage{SessionId{"s0"}, {2026, 10, 24}, 1, ""};
    session.carried[1].check_ins = {{{2026, 11, 21}, Outcome::missed, "no pen", ""}};
    const auto document = at(Stage::open, session);
    REQUIRE(document.sections.size() == 1);
    const auto& entries = document.sections[0].entries;
    REQUIRE(words_in(document.sections[0]) == Words{"I write it down", "I bring the keys"});
    CHECK(entries[0].notes == std::vector<Note>{{"From", "said on Saturday 24 October 2026", ""},
                                                {"Came of it", "missed: no pen", "Saturday 21 November 2026"}});
    CHECK(entries[1].notes ==
          std::vector<Note>{{"From", "said on Saturday 24 October 2026, under Before we go, come along 2 times", ""},
                            {"Today", "not answered yet", ""}});
    CHECK(at(Stage::open).sections[0].lines == Words{"Nothing was carried into this session."});
}

TEST_CASE("Goal is the goal alone, Close who does what by when") {
    const auto goal = at(Stage::goal);
    CHECK(goal.goal == "No visit twice");
    CHECK(goal.sections.empty());
    auto session = examples::workshop();
    session.agreements = {"we start on time"};
    session.next_date = Date{2026, 12, 19};
    const auto close = at(Stage::close, session);
    CHECK(headings_of(close) == Words{"Who does what by when", "Parked", "What we agreed"});
    CHECK(close.sections[0].entries[0] ==
          Entry{"Ana", "I call the day before", {{"By", "Friday 4 December 2026", ""}}});
    CHECK(close.closing == "We meet again on Saturday 19 December 2026.");
}

TEST_CASE("a person's part of a stage is theirs alone") {
    const Part bos{ParticipantId{"p3"}, std::nullopt};
    CHECK(words_in(at(Stage::capture, examples::workshop(), bos).sections[0]) ==
          Words{"the van is clean", "I read the manual"});
    CHECK(headings_of(at(Stage::themes, examples::workshop(), bos)) == Words{"The machine", "Single voices"});
    CHECK(headings_of(at(Stage::capture, examples::workshop(), bos)) == Words{"What was said"});
}

TEST_CASE("a table of a stage has its rows in the order the stage shows them") {
    auto session = examples::workshop();
    session.carried = {examples::said("c1", "p4", "I bring the keys")};
    const auto statements_at = [&](Stage stage) {
        return read_back::statements_in_csv(csv(session, {std::nullopt, std::nullopt, stage}));
    };
    CHECK(statements_at(Stage::open) == Words{"I bring the keys"});
    std::swap(session.accountabilities[0], session.accountabilities[2]);
    CHECK(statements_at(Stage::capture).front() == "the van is clean");
    CHECK(statements_at(Stage::themes).back() == "the van is clean");
    CHECK(statements_at(Stage::commit).front() == "I call ahead, always");
}

TEST_CASE("a stage's part in Markdown says what its document says, and words stay words") {
    auto session = examples::workshop();
    session.accountabilities[1].statement = "- # *x* <b>";
    const auto text = markdown(session, {std::nullopt, std::nullopt, Stage::capture});
    CHECK(text.starts_with("# Field team\n\nSaturday 21 November 2026. Only Capture\n\n## What was said\n\n"));
    CHECK(text.find("- **Bo (seat 2):** \\- \\# \\*x\\* \\<b\\>\n") != std::string::npos);
    CHECK(text.ends_with("- Lee (absent)\n"));
}
