// Pages to print, and strips to hand out. What is on them is read by the programs that read PDF, in tests/cli.
#include "hostile.hpp"
#include "report/pdf.hpp"
#include "report/strips.hpp"
#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace avow;
using namespace avow::report;

namespace {

std::string pages_of(const Session& session, const Part& part = {}, Paper paper = Paper::a4) {
    return pdf(document_of(session, part), paper, last_moment(session));
}

} // namespace

TEST_CASE("the same session gives the same pages and strips, byte for byte") {
    const auto session = examples::workshop();
    CHECK(pages_of(session).starts_with("%PDF-"));
    CHECK(pages_of(session) == pages_of(session));
    CHECK(pages_of(session) != pages_of(session, {}, Paper::letter));
    CHECK(pdf_of_strips(session, {}, Paper::a4) == pdf_of_strips(session, {}, Paper::a4));
}

TEST_CASE("confidence changes no byte of pages or strips") {
    auto session = examples::workshop();
    const auto pages = pages_of(session);
    const auto strips = pdf_of_strips(session, {}, Paper::a4);
    session.accountabilities.front().confidence = 3;
    CHECK(pages_of(session) == pages);
    CHECK(pdf_of_strips(session, {}, Paper::a4) == strips);
}

TEST_CASE("no words are too odd or too long for a page or a strip") {
    auto session = examples::workshop();
    for (const char* words : examples::hostile) {
        session.team = session.participants[0].name = session.accountabilities[0].statement = words;
        CHECK(pages_of(session).ends_with("%%EOF\n"));
    }
    for (const auto& words : {std::string(4000, 'x'), std::string(4000, ' '), std::string("a\0\x01\r\n\xff", 6)}) {
        session.accountabilities[0].statement = session.accountabilities[0].evidence = words;
        session.accountabilities[0].wordings.clear();
        CHECK(pages_of(session).ends_with("%%EOF\n"));
        CHECK(pdf_of_strips(session, {}, Paper::letter).ends_with("%%EOF\n"));
    }
    CHECK(pages_of(Session{}).ends_with("%%EOF\n"));
}

TEST_CASE("a strip is one person's: what holds, by when, and the same as the payload of its code") {
    CHECK(strips_of(examples::workshop(), {}) ==
          std::vector<Strip>{
              {"Ana",
               {{"I call the day before", "by Friday 4 December 2026"}},
               "Ana, Field team, Saturday 21 November 2026\nI call the day before (by Friday 4 December 2026)\n"},
              {"Bo (seat 2)",
               {{"I check the parts", ""}},
               "Bo (seat 2), Field team, Saturday 21 November 2026\nI check the parts\n"},
              {"Bo (seat 3)",
               {{"the van is clean", ""}, {"I read the manual", ""}},
               "Bo (seat 3), Field team, Saturday 21 November 2026\nthe van is clean\nI read the manual\n"}});
}

TEST_CASE("a code for a calendar holds the days of its strip; where nothing has a date it holds the words") {
    const auto strips = strips_of(examples::workshop(), {}, Code::calendar);
    REQUIRE(strips.size() == 3);
    CHECK(strips[0].code == Code::calendar);
    CHECK(strips[0].payload.starts_with("BEGIN:VCALENDAR\r\n"));
    CHECK(strips[0].payload.find("DTSTART;VALUE=DATE:20261204\r\nSUMMARY:I call the day before\r\n") !=
          std::string::npos);
    CHECK(strips[1] == strips_of(examples::workshop(), {})[1]);
}

TEST_CASE("days that one code can't hold go on in another strip, each whole") {
    auto session = examples::workshop();
    session.accountabilities.clear();
    for (const char* id : {"a", "b", "c"}) {
        session.accountabilities.push_back(examples::said(id, "p1", std::string(200, *id).c_str()));
        session.accountabilities.back().due = Date{2026, 12, 4};
    }
    const auto strips = strips_of(session, {}, Code::calendar);
    REQUIRE(strips.size() == 3);
    for (const auto& strip : strips) {
        CHECK(strip.promises.size() == 1);
        CHECK(strip.payload.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    }
}

TEST_CASE("who promised more than a code can hold gets another strip, and no word is cut") {
    auto session = examples::workshop();
    session.accountabilities.clear();
    const std::vector<std::string> said = {std::string(300, 'a'), std::string(300, 'b'), std::string(3000, 'c')};
    for (const auto& words : said) session.accountabilities.push_back(examples::said("a", "p1", words.c_str()));
    const auto strips = strips_of(session, {});
    REQUIRE(strips.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(strips[i].promises == std::vector<Promise>{{said[i], ""}});
    CHECK(strips[1].payload.ends_with(said[1] + "\n"));
    CHECK(strips[2].payload.empty());
}
