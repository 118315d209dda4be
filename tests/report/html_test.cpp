// The session as a page for a browser.
#include "hostile.hpp"
#include "report/html.hpp"
#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace avow;
using namespace avow::report;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string page_of(const Session& session, const Part& part = {}) { return html(document_of(session, part)); }

// The tags of a page, in order; attributes stay with them.
std::vector<std::string> tags_of(const std::string& page) {
    std::vector<std::string> tags;
    for (auto at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1))
        tags.push_back(page.substr(at, page.find('>', at) - at + 1));
    return tags;
}

std::string unescaped(std::string text) {
    const std::vector<std::pair<std::string, std::string>> names = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
    for (const auto& [name, sign] : names)
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1))
            text.replace(at, name.size(), sign);
    return text;
}

double brightness(unsigned channel) {
    const double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

// WCAG 2: the relative luminance of "#RRGGBB".
double luminance(const std::string& colour) {
    const auto value = std::stoul(colour.substr(1), nullptr, 16);
    return 0.2126 * brightness((value >> 16) & 255) + 0.7152 * brightness((value >> 8) & 255) +
           0.0722 * brightness(value & 255);
}

std::string colour_of(const std::string& page, const std::string& name) {
    return page.substr(page.find("--" + name + ": #") + name.size() + 4, 7);
}

} // namespace

TEST_CASE("a page has its language, a title, one first heading, a main part and headings for all parts") {
    const auto page = page_of(examples::workshop());
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
    CHECK(has(page, "<title>Field team, Saturday 21 November 2026</title>"));
    CHECK(page.find("<h1") == page.rfind("<h1"));
    CHECK(has(page, "<main>"));
    CHECK(has(page, "<span class=\"mark\">A</span> Before we go</h2>"));
    CHECK(has(page, "<blockquote><p dir=\"auto\">I call ahead, always</p></blockquote>\n"
                    "<figcaption dir=\"auto\">Ana</figcaption>"));
    CHECK(has(page, "<dt>Agreed</dt><dd dir=\"auto\">I call the day before <span dir=\"auto\">Sunday 22 November 2026, "
                    "proposed by Bo (seat 2). Why: it can be seen</span></dd>"));
    CHECK(has(page, "<li dir=\"auto\">Lee (absent)</li>"));
}

TEST_CASE("a page fetches nothing and runs nothing") {
    const auto page = page_of(examples::workshop());
    for (const auto* word : {"<script", "<link", "src=", "href=", "url(", "@import", "http:", "https:"})
        CHECK_FALSE(has(page, word));
    CHECK(has(page, "default-src 'none'"));
}

TEST_CASE("all words of a page stand out from its paper by 7 to 1 or more") {
    const auto page = page_of(examples::workshop());
    const double paper = luminance(colour_of(page, "paper"));
    for (const auto* name : {"ink", "quiet", "accent"})
        CHECK((paper + 0.05) / (luminance(colour_of(page, name)) + 0.05) >= 7.0);
}

TEST_CASE("words that look like markup make no tag, and are read as they were said") {
    auto session = examples::workshop();
    const auto tags = tags_of(page_of(session));
    for (const char* words : examples::hostile) {
        INFO(words);
        session.team = session.participants[0].name = session.themes[0].title = session.goal.text = words;
        auto& item = session.accountabilities[0];
        item.statement = item.evidence = item.wordings[0].text = item.wordings[0].why = words;
        const auto page = page_of(session);
        CHECK(tags_of(page) == tags);
        CHECK(has(unescaped(page), "<p dir=\"auto\">" + std::string(words) + "</p>"));
    }
}

TEST_CASE("what turns the reading direction round, and every control character, is a sign on a page") {
    CHECK(as_html("a\u202Eb\x1b[1m\nc") == "a\uFFFDb\uFFFD[1m\uFFFDc");
    CHECK(as_html(std::string_view("a\0b", 3)) == "a\uFFFDb");
}

TEST_CASE("confidence changes no byte of a page for a browser") {
    auto session = examples::workshop();
    const auto before = page_of(session);
    session.accountabilities.front().confidence = 3;
    CHECK(page_of(session) == before);
}

TEST_CASE("one person's page is theirs: their name above it, and nobody else's words", "[privacy]") {
    const auto page = page_of(examples::workshop(), {ParticipantId{"p3"}, std::nullopt});
    CHECK(has(page, "<h1 dir=\"auto\">Bo (seat 3)</h1>"));
    CHECK(has(page, "the van is clean"));
    CHECK(has(page, "<dt>Theme</dt><dd dir=\"auto\">B · The machine</dd>"));
    CHECK_FALSE(has(page, "I call ahead"));
    CHECK_FALSE(has(page, "Parked"));
}

TEST_CASE("one theme's page for a browser has what is in it, and what touches it") {
    const auto page = page_of(examples::workshop(), {std::nullopt, ThemeId{"t2"}});
    CHECK(has(page, "I read the manual"));
    CHECK(has(page, "Also about this"));
    CHECK(has(page, "I call ahead"));
    CHECK_FALSE(has(page, "I check the parts"));
}

TEST_CASE("an empty session is a page for a browser too") {
    CHECK(has(page_of(Session{}), "No goal has been written down."));
}
