// The session as a page.
#include "report/markdown.hpp"
#include "report/markdown_page.hpp"
#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::report;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("ordinary words are not touched by Markdown") {
    for (const char* words : {"I call at 10:30, every day (really)!", "2 new articles a month", "50% - or more: yes",
                              "it's \"done\"", "R&D and a.b", "é 王芳 🦊"})
        CHECK(as_markdown(words) == words);
}

TEST_CASE("words that look like markup are neutral") {
    CHECK(as_markdown("[a](http://b)") == "\\[a\\](http\\://b)");
    CHECK(as_markdown("<script>") == "\\<script\\>");
    CHECK(as_markdown("*b* _i_ `c` ~s~ $x$ a|b") == "\\*b\\* \\_i\\_ \\`c\\` \\~s\\~ \\$x\\$ a\\|b");
    CHECK(as_markdown("- a") == "\\- a");
    CHECK(as_markdown("12. a") == "12\\. a");
    CHECK(as_markdown("1) a") == "1\\) a");
    CHECK(as_markdown("# a #") == "\\# a \\#");
    CHECK(as_markdown("&lt; &#65;") == "\\&lt; \\&\\#65;");
    CHECK(as_markdown("a\\*") == "a\\\\\\*");
    CHECK(as_markdown("a\n# b") == "a\uFFFD\\# b");
    CHECK(as_markdown("www.a.b :tada: @ana") == "www\\.a.b \\:tada: \\@ana");
}

TEST_CASE("a page shows agreed wordings beside what was said, counts people and items apart, and nothing private",
          "[privacy]") {
    const auto page = markdown(examples::workshop(), {});
    CHECK(has(page, "# Field team\n"));
    CHECK(has(page, "## A · Before we go\n\n*2 items from 2 people*\n"));
    CHECK(has(page, "- **Ana:** I call ahead, always\n  - **Agreed on Sunday 22 November 2026:** I call the day before "
                    "(proposed by Bo (seat 2)). Why: it can be seen\n"));
    CHECK(has(page, "  - **Proposed, not agreed, on Monday 23 November 2026:** I call at nine (proposed by coach)\n"));
    CHECK(
        has(page,
            "  - **By:** Friday 4 December 2026\n  - **To show:** the call list\n  - **Also in:** B · The machine\n"));
    CHECK(has(page, "- **Why, for you:** *not said yet*\n"));
    CHECK(has(page, "## Single voices\n"));
    CHECK(has(page, "## Not heard yet\n\n- Lee (absent)\n"));
    CHECK(has(page, "## Parked\n\n- a second van (Ana, since Thursday 1 October 2026)\n"));
    CHECK(page.ends_with("\n"));
    CHECK_FALSE(page.ends_with("\n\n"));
}

TEST_CASE("confidence changes no byte of a page") {
    auto session = examples::workshop();
    const auto before = markdown(session, {});
    session.accountabilities.front().confidence = 3;
    CHECK(markdown(session, {}) == before);
}

TEST_CASE("one person's page has nobody else's words", "[privacy]") {
    const auto page = markdown(examples::workshop(), {ParticipantId{"p3"}, std::nullopt});
    CHECK(has(page, "the van is clean"));
    CHECK(has(page, "*1 item from 1 person*"));
    CHECK_FALSE(has(page, "I call ahead"));
    CHECK_FALSE(has(page, "Parked"));
    CHECK_FALSE(has(page, "Not heard"));
}

TEST_CASE("one theme's page has what is in it, and what touches it") {
    const auto page = markdown(examples::workshop(), {std::nullopt, ThemeId{"t2"}});
    CHECK(has(page, "I read the manual"));
    CHECK(has(page, "## Also about this\n\n- **Ana:** I call ahead"));
    CHECK_FALSE(has(page, "I check the parts"));
}

TEST_CASE("an empty session is a page too") {
    const auto page = markdown(Session{}, {});
    CHECK(has(page, "**0 accountabilities from 0 people, 0 themes, 0 single voices**"));
    CHECK(has(page, "*No goal has been written down.*"));
}

TEST_CASE("what the room answered is told as counts and in words, and whose answer was which changes no byte") {
    auto session = examples::workshop();
    CHECK_FALSE(has(markdown(session, {}), "What the room answered"));
    Poll fingers{{"q1"}, PollKind::fingers, "Is the *goal* clear?", std::nullopt, {}, 4};
    fingers.answers = {{ParticipantId{"p1"}, 4}, {ParticipantId{"p2"}, 2}, {ParticipantId{"p3"}, 4}};
    Poll votes{{"q2"}, PollKind::votes, "Which first?", AccountabilityId{"a1"}, {}, 4, 1};
    votes.counts = {{"Before we go", ThemeId{"t1"}, 3}, {"The machine", ThemeId{"t2"}, 1}};
    session.polls = {fingers, votes};
    const auto page = markdown(session, {});
    CHECK(has(page, "## What the room answered\n\n"));
    CHECK(has(page,
              "- Is the \\*goal\\* clear? 1 said 2, 2 said 4. From 2 to 4, the middle 4; 1 gave no answer. 1 at 2 or "
              "less: what would help?\n"));
    CHECK(has(page, "- Which first? (about “I call the day before”) Before we go 3, The machine 1 (1 vote each). Most "
                    "votes, 3 of 4: Before we go\n"));
    std::swap(session.polls[0].answers[0].value, session.polls[0].answers[1].value);
    CHECK(markdown(session, {}) == page);
    CHECK_FALSE(has(markdown(session, {ParticipantId{"p1"}, {}, {}}), "What the room answered"));
}
