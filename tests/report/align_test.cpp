// Align in words, JSON, documents, tables and the brief: every count with its n, no word of what is sealed, one page.
#include "report/align_sections.hpp"
#include "report/align_tables.hpp"
#include "report/aligned.hpp"
#include "report/alignment.hpp"
#include "report/brief.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "report/pdf.hpp"
#include "report/summary.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

using namespace avow;
using namespace avow::report;
using namespace avow::examples;

namespace {

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

std::vector<std::string> headings_of(const Document& document) {
    std::vector<std::string> headings;
    for (const auto& section : document.sections) headings.push_back(section.heading);
    return headings;
}

Document brief_of(const Session& session, Audience audience) {
    return brief_on_a_page({session, {45, 52, 4}, std::nullopt}, audience, Paper::a4);
}

// Twelve people with more of everything than a page holds.
Session long_session() {
    auto session = aligned();
    for (int i = 0; i < 30; ++i) {
        const auto number = std::to_string(i);
        session.accountabilities.push_back(said(("x" + number).c_str(), "p2", ("promise number " + number).c_str()));
        session.asks.push_back({{"y" + number}, AskKind::start, AskFrom::team, "wish number " + number, {}, "", {}});
        session.objections.push_back(
            {{"z" + number}, "reason number " + number, "answer", "Lee", AnswerKind::costs, "1"});
    }
    session.asks.push_back({{"stop"}, AskKind::stop, AskFrom::leader, "the last of all wishes", {}, "", {}});
    session.asks.push_back({{"on"}, AskKind::keep_on, AskFrom::leader, "the stand-up", {}, "", {}});
    return session;
}

} // namespace

TEST_CASE("align tells each count with what it is out of") {
    CHECK(alignment_in_words({aligned(), true}) ==
          "Field team, Saturday 21 November 2026\n"
          "Leader: Lee\n"
          "2 expectations, sealed on 2026-11-21, opened on 2026-11-21\n"
          "Fingerprint: " +
              std::string(64, 'f') +
              "\n"
              "The seal holds: nothing under it was changed\n"
              "\n"
              "1. call ahead\n"
              "   recalled by 2 of 3; understood by 1, in part by 1, of 2 judged; the leader guessed 2\n"
              "\n"
              "2. count the parts\n"
              "   recalled by 0 of 3; the leader guessed 3\n"
              "\n"
              "Known: 2 of 6 (2 expectations on 3 sheets)\n"
              "Understood: 1 of 2 that were known, and 1 in part, as both judges say\n"
              "Believed and never meant: 1 of 4 lines, on 1 of 3 sheets\n"
              "Guessed before: by the leader 5 where 2 came, on 2 of 2 items; by the team 3 of 6\n"
              "Not decided yet: 1 of 4 lines\n"
              "Leader and colleague judge 1 of 2 alike\n"
              "\n"
              "Believed and never meant\n"
              "  be early\n"
              "\n"
              "Where both sides may pull apart\n"
              "  quick or thorough\n");
    CHECK(has(alignment_in_words({aligned(), false}), "The seal does not hold"));
}

TEST_CASE("what is sealed is told by its number, and by none of its words or guesses") {
    for (const auto& text :
         {alignment_in_words({sealed(), true}), alignment_json({sealed(), true}), in_words(sealed()),
          markdown(sealed(), {}), html(document_of(sealed(), {})), markdown(brief_of(sealed(), Audience::leader))}) {
        CHECK_FALSE(has(text, "1. call ahead"));
        CHECK_FALSE(has(text, "count the parts"));
        CHECK_FALSE(has(text, std::string(32, '0')));
        CHECK_FALSE(has(text, "guessed 5"));
    }
    CHECK(has(alignment_in_words({sealed(), true}), "2 expectations, sealed on 2026-11-21\n"));
    CHECK(has(alignment_in_words({sealed(), true}), "Handed in: 3 sheets with 4 lines\n"));
    CHECK(has(alignment_json({sealed(), true}), "\"state\": \"sealed\",\n  \"expected\": 2,"));
}

TEST_CASE("JSON of align has the same counts, and null where there is no figure") {
    const auto json = alignment_json({aligned(), true});
    CHECK(has(json, "\"state\": \"opened\""));
    CHECK(has(json, "\"seal_holds\": true"));
    CHECK(has(json, "\"known\": {\n    \"count\": 2,\n    \"of\": 6\n  }"));
    CHECK(has(json, "\"phantom\": {\n    \"count\": 1,\n    \"of\": 4\n  }"));
    CHECK(has(json, "\"kappa\": null"));
    CHECK(has(json, "\"guessed_by_team\": 3"));
}

TEST_CASE("without expectations align says so") {
    CHECK(alignment_in_words({workshop(), false}) == "Field team, Saturday 21 November 2026\nLeader: nobody yet\n"
                                                     "No expectations are written down\n");
}

TEST_CASE("a document has what was expected, asked and objected, in sections of their own") {
    const auto document = document_of(aligned(), {});
    const auto headings = headings_of(document);
    for (const char* heading : {"What Lee expects", "Believed and never meant", "Where both sides may pull apart",
                                "What the team asks of its leader", "What the leader asks of the team",
                                "Objections and their answers", "What is asked of whoever reads this"})
        CHECK(std::ranges::count(headings, heading) == 1);
    const auto text = markdown(aligned(), {});
    CHECK(has(text, "- Stop: late mail (answered: gladly; Lee promised: “I write the list of parts”; kept on Friday 4 "
                    "December 2026)\n"));
    CHECK(has(text, "- no time (Ana answers: we look for longer; saves time: an hour a week)\n"));
    CHECK(has(text, "- the vans are full (Lee answers: they are; costs: a shelf each)\n"));
    CHECK(has(text, "- it was tried (not answered yet)\n"));
    CHECK(has(text,
              "  - **Contract:** visits made twice: from 20 % to 10 % by Sunday 20 December 2026; 15 % on Tuesday "
              "1 December 2026. If met: two vans more\n"));
    CHECK(has(text, "  - **Helps:** Bo (seat 2), who asked: Lee: a list of parts\n"));
    CHECK(has(text, "  - **Answers:** the team, who asked: late mail\n"));
    CHECK(align_sections(workshop()).empty());
}

TEST_CASE("a workbook gets a sheet for each part in which there is something; of what is sealed none") {
    const auto titles = [](const Session& session) {
        std::string all;
        for (const auto& table : align_tables(session)) all += std::string(table.title) + " ";
        return all;
    };
    CHECK(titles(aligned()) == "Expectations Asks Objections ");
    CHECK(titles(sealed()) == "Asks Objections ");
    CHECK(titles(workshop()).empty());
    for (const auto& table : align_tables(aligned()))
        for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
}

TEST_CASE("one person's part has nothing that the whole room wrote, and is a session still") {
    const auto cut = cut_to({ParticipantId{"p4"}, std::nullopt}, aligned());
    CHECK_FALSE(breach_of(cut));
    CHECK((cut.recall_sheets.empty() && cut.expectations.empty() && !cut.seal && cut.asks.empty()));
    CHECK_FALSE(cut.accountabilities.at(0).helps);
    CHECK_FALSE(breach_of(cut_to({std::nullopt, ThemeId{"t1"}}, aligned())));
}

TEST_CASE("a brief tells each reader the same facts, their first question first") {
    const auto session = aligned();
    const auto sorted = [&](Audience audience) {
        auto headings = headings_of(brief_of(session, audience));
        std::ranges::sort(headings);
        return headings;
    };
    CHECK(sorted(Audience::leader) == sorted(Audience::manager));
    CHECK(sorted(Audience::leader) == sorted(Audience::team));
    CHECK(headings_of(brief_of(session, Audience::leader)).front() == "What is asked of you");
    CHECK(headings_of(brief_of(session, Audience::manager)).front() == "What the team itself said it will do");
    CHECK(headings_of(brief_of(session, Audience::team)).front() == "What stops, starts and continues");
}

TEST_CASE("whoever has only the brief has goal, both whys, three objections with answers, cost, and what is asked") {
    const auto text = markdown(brief_of(aligned(), Audience::leader));
    CHECK(has(text, "> No visit twice\n"));
    CHECK(has(text, "- **Why, for us:** A second visit costs us a day\n"));
    CHECK(has(text, "- **Why, for you:** not said yet\n"));
    CHECK(has(text, "## What is asked of you\n\n- a shelf in each van\n"));
    CHECK(has(text,
              "- it was tried\n  - **Answer:** none yet\n- the vans are full\n  - **Answer:** they are (Lee, costs: a "
              "shelf each)\n- no time\n  - **Answer:** we look for longer (Ana, saves time: an hour a week)\n"));
    CHECK(has(text,
              "- Stop: late mail (asked by the team; answered: gladly; Lee promised: “I write the list of parts”)\n"));
    CHECK(has(text, "The meeting: 45 minutes planned, 52 taken, 4 people there: 208 minutes of people's time\n"));
    CHECK(has(text, "- Keeping track: not measured yet\n"));
    CHECK(has(text, "Known: 2 of 6"));
}

TEST_CASE("a brief is one page for every reader; a long one has fewer in its lists, and their number") {
    for (const auto audience : {Audience::leader, Audience::manager, Audience::team}) {
        CHECK(page_count(brief_of(aligned(), audience), Paper::a4) == 1);
        const auto long_one = brief_of(long_session(), audience);
        CHECK(page_count(long_one, Paper::a4) == 1);
        const auto text = markdown(long_one);
        CHECK(has(text, " more\n"));
        for (const auto* objection : {"it was tried", "the vans are full", "reason number 0"})
            CHECK(has(text, objection));
        for (const auto* of_a_kind : {"- Stop: ", "- Start: ", "- Continue: the stand-up"})
            CHECK(has(text, of_a_kind)); // none stands back for another's second
        for (const auto* heading : {"What the team itself said it will do", "What stops, starts and continues"}) {
            const auto section = std::ranges::find(long_one.sections, heading, &Section::heading);
            REQUIRE(section != long_one.sections.end());
            CHECK(section->lines.size() >= 5); // four, and how many more: a page holds that
        }
    }
}

TEST_CASE("a session in which nothing was asked has a brief that says so") {
    const auto text = markdown(brief_of(workshop(), Audience::leader));
    CHECK(has(text, "Nothing was written down yet."));
    CHECK(has(text, "Nobody has named a reason against it yet."));
}

TEST_CASE("who leads and has promised nothing is told at Close") {
    auto session = aligned();
    const Part close{std::nullopt, std::nullopt, Stage::close};
    CHECK_FALSE(has(markdown(session, close), "has promised nothing"));
    session.accountabilities.pop_back();
    CHECK(has(markdown(session, close), "- Lee leads, and has promised nothing here.\n"));
    session.leader.reset();
    CHECK_FALSE(has(markdown(session, close), "has promised nothing"));
}
