// A review as a document: all that was found is told once, words of several teams are kept back, and no words become markup.
#include "report/html.hpp"
#include "report/json_page.hpp"
#include "report/review.hpp"
#include "report/review_charts.hpp"
#include "report/review_words.hpp"
#include "support/five_months.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace avow;
using namespace avow::report;

namespace {

insight::Review the_samples() {
    std::vector<Session> sessions;
    for (const auto& kept : five_months()) sessions.push_back(kept.history.now());
    return insight::review_of(insight::past_of(std::move(sessions)), {2026, 11, 28}, {});
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::vector<std::string> all_documents(const Told& told) {
    return {review_markdown(told), review_html(told), review_json(told)};
}

} // namespace

TEST_CASE("what people said is in no document of several teams unless it was asked for", "[privacy]") {
    const auto review = the_samples();
    for (const auto& document : all_documents({review, false, {}}))
        for (const auto& session : review.past.sessions) {
            for (const auto& item : session.accountabilities) {
                INFO(item.statement);
                CHECK_FALSE(has(document, item.statement));
                CHECK_FALSE(has(document, words_of(item)));
                for (const auto& check_in : item.check_ins)
                    if (!check_in.reason.empty()) CHECK_FALSE(has(document, check_in.reason));
            }
            for (const auto& parked : session.parked) CHECK_FALSE(has(document, parked.text));
        }
    for (const auto& document : all_documents({review, true, {}})) CHECK(has(document, "I order the spare parts"));
}

TEST_CASE("what is private is in no document", "[privacy]") {
    auto sessions = std::vector<Session>{five_months().front().history.now()};
    for (auto& item : sessions[0].accountabilities) item.confidence = 7;
    const auto review = insight::review_of(insight::past_of(sessions), {2026, 11, 28}, {});
    for (const auto& document : all_documents({review, true, {}})) CHECK_FALSE(has(document, "confidence"));
}

TEST_CASE("a file that could not be read is named with its reason in each document") {
    const auto review = the_samples();
    for (const auto& document : all_documents({review, false, {{"bad.avow", "it is not an Avow session"}}})) {
        CHECK(has(document, "bad.avow"));
        CHECK(has(document, "it is not an Avow session"));
    }
}

TEST_CASE("a review says how old, how often carried and since when a theme runs") {
    insight::Life life;
    life.age_days = 41;
    life.times_carried = 3;
    life.standing = insight::Standing::missed;
    CHECK(life_in_words(life) == "missed, 41 days old, carried 3 times");
    insight::ThemeThread thread;
    thread.running = 3;
    thread.is_running = true;
    CHECK(running_in_words(thread) == "third session running");
    thread.running = 22;
    thread.is_running = false;
    CHECK(running_in_words(thread) == "22nd session running, not in the newest one");
    CHECK(lost_in_words({{insight::Specific::Kind::number, "15"}, {insight::Specific::Kind::day, "Friday"}}) ==
          "the number 15 and the day Friday");
}

TEST_CASE("words in a page of HTML are words") {
    CHECK(as_html("<b a='1'>\"&") == "&lt;b a=&#39;1&#39;&gt;&quot;&amp;");
    CHECK(as_html("a\nb\x1b") == "a\xef\xbf\xbd"
                                 "b\xef\xbf\xbd");
    auto sessions = std::vector<Session>{five_months().front().history.now()};
    sessions[0].team = "</title><script>alert(1)</script>";
    sessions[0].participants[0].name = "</text></svg><img src=x>";
    sessions[0].themes[0].title = "\"><script>";
    const auto review = insight::review_of(insight::past_of(sessions), {2026, 11, 28}, {});
    const auto html = review_html({review, true, {}});
    CHECK_FALSE(has(html, "<script"));
    CHECK_FALSE(has(html, "<img"));
    CHECK(has(html, "&lt;img src=x&gt;"));
}

TEST_CASE("a chart is drawn where there is something to draw") {
    const auto review = the_samples();
    CHECK(theme_chart(review, 0).starts_with("<svg"));
    CHECK(has(kept_chart(review, 0), "6 of 9, likely 35 to 88%"));
    CHECK(has(open_chart({review, true, {}}, 1), "Rosa Lind"));
    const auto nothing = insight::review_of(insight::past_of({Session{}}), {2026, 11, 28}, {});
    CHECK(theme_chart(nothing, 0).empty());
    CHECK(kept_chart(nothing, 0).empty());
    CHECK(open_chart({nothing, true, {}}, 0).empty());
}

TEST_CASE("JSON keeps what was said, and shares have a point in every locale") {
    JsonPage page;
    page.begin_object()
        .text("a", "x\"\\\n\x01")
        .share("b", 0.25)
        .share("c", 1)
        .begin_list("d")
        .end()
        .flag("e", true)
        .end();
    CHECK(
        page.whole() ==
        "{\n  \"a\": \"x\\\"\\\\\\u000a\\u0001\",\n  \"b\": 0.250,\n  \"c\": 1.000,\n  \"d\": [],\n  \"e\": true\n}\n");
}
