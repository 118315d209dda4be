// An agenda as a document: three lines first, words as they were said, and no markup made of them.
#include "insight/traced.hpp"
#include "report/agenda.hpp"
#include "report/pdf.hpp"
#include "report/workshop.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::report;

namespace {

// The session must outlive what is traced in it.
insight::Agenda anas(Session session = examples::workshop()) {
    const std::vector<Session> sessions = {std::move(session)};
    return insight::agenda_of(std::get<insight::Traced>(insight::traced(sessions, "Ana", "")), {2026, 12, 20});
}

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

} // namespace

TEST_CASE("an agenda begins with three lines: what is open, what came due, what changed") {
    CHECK(agenda_in_three_lines(anas()) ==
          std::vector<std::string>{"1 open, the oldest for 4 weeks",
                                   "1 came due: “I call ahead, always” on Friday 4 December",
                                   "Since the session of Saturday 21 November 2026: 2 wordings"});
}

TEST_CASE("beside the words stand the wordings, with who proposed them and whether the owner agreed") {
    const auto text = agenda_markdown(anas());
    CHECK(text.starts_with("# Ana, one-on-one\n\nField team, Sunday 20 December 2026, from 1 session\n\n- 1 open"));
    CHECK(has(text, "### 1. “I call ahead, always”\n"));
    CHECK(
        has(text, "- **Agreed on Sunday 22 November, proposed by Bo:** I call the day before. Why: it can be seen\n"));
    CHECK(has(text, "- **Proposed by coach on Monday 23 November, not agreed:** I call at nine\n"));
    CHECK(has(
        text,
        "- Said on Saturday 21 November 2026, theme “Before we go”, by Friday 4 December 2026, not answered yet\n"));
    CHECK(has(text, "- **To be seen:** the call list\n"));
    CHECK(has(text, "- *It came due on Friday 4 December. What came of it?*\n"));
}

TEST_CASE("somebody who said nothing has an agenda that says so") {
    const std::vector<Session> sessions = {examples::workshop()};
    const auto agenda =
        insight::agenda_of(std::get<insight::Traced>(insight::traced(sessions, "Lee", "")), {2026, 12, 20});
    CHECK(has(agenda_markdown(agenda), "- Nothing has been said yet\n"));
    CHECK(has(agenda_html(agenda), "Nothing has been said yet"));
}

TEST_CASE("hostile words stay words in every format") {
    auto session = examples::workshop();
    session.participants[0].name = "Ana <script>alert(1)</script>";
    session.accountabilities[0].statement = "# [x](javascript:y) <img src=x> \"q\" \\ & | *b*";
    const auto agenda = anas(session);
    CHECK(has(agenda_markdown(agenda), "### 1. “\\# \\[x\\]("));
    CHECK_FALSE(has(agenda_markdown(agenda), " <img"));
    const auto html = agenda_html(agenda);
    CHECK_FALSE(has(html, "<script"));
    CHECK_FALSE(has(html, "<img"));
    CHECK(has(html, "# [x](javascript:y) &lt;img src=x&gt; &quot;q&quot; \\ &amp; | *b*"));
    CHECK(has(agenda_json(agenda), "\"statement\": \"# [x](javascript:y) <img src=x> \\\"q\\\" \\\\ & | *b*\""));
}

TEST_CASE("no confidence is in any format") {
    auto rated = examples::workshop(), other = rated;
    rated.accountabilities[0].confidence = 2;
    other.accountabilities[0].confidence = 4;
    CHECK(agenda_markdown(anas(rated)) == agenda_markdown(anas(other)));
    CHECK(agenda_json(anas(rated)) == agenda_json(anas(other)));
    CHECK(agenda_html(anas(rated)) == agenda_html(anas(other)));
}

TEST_CASE("a page holds six items whole, the words of some more, and the number of the rest; JSON has all") {
    auto session = examples::workshop();
    for (int i = 0; i < 20; ++i)
        session.accountabilities.push_back(
            examples::said(("x" + std::to_string(i)).c_str(), "p1", ("promise " + std::to_string(i)).c_str()));
    const auto agenda = anas(session);
    const auto text = agenda_markdown(agenda);
    CHECK(has(text, "### 6. "));
    CHECK_FALSE(has(text, "### 7. "));
    CHECK(has(text, "## Also open\n\n- promise 5 (Saturday 21 November)\n"));
    CHECK(has(text, "- and 7 more\n"));
    CHECK(has(agenda_html(agenda), "<li>and 7 more</li>"));
    CHECK(has(agenda_json(agenda), "\"statement\": \"promise 19\""));
}

TEST_CASE("an agenda in PDF says what its other forms say, and stays one page with fewer items whole") {
    auto agenda = anas();
    const auto document = agenda_document(agenda);
    CHECK(document.title == "Ana");
    CHECK(document.goal.empty());
    CHECK(document.sections.front().lines == agenda_in_three_lines(agenda));
    CHECK(document.sections[1].entries.front().words == agenda.open.front().statement);
    const auto item = agenda.open.front();
    agenda.open.assign(6, item);
    for (auto& each : agenda.open)
        each.questions.assign(5, "What would you do first if the day had an hour more in it?");
    CHECK(page_count(agenda_document(agenda), Paper::a4) > 1);
    CHECK(page_count(agenda_document(agenda, 2, 2), Paper::a4) == 1);
    CHECK(agenda_pdf(agenda, Paper::a4).starts_with("%PDF"));
    CHECK(agenda_pdf(agenda, Paper::letter) == agenda_pdf(agenda, Paper::letter));
}
