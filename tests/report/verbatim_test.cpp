// A statement's bytes, from the moment it is said to the agenda of the one-on-one after the next session: equal wherever a
// format promises the words as they were spoken.
#include "hostile.hpp"
#include "insight/account.hpp"
#include "insight/traced.hpp"
#include "read_back.hpp"
#include "report/agenda.hpp"
#include "report/csv.hpp"
#include "report/flat.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "report/strips.hpp"
#include "session/text.hpp"
#include "storage/session_file.hpp"
#include "support/passing.hpp"
#include "support/random_edits.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

using namespace avow;
using namespace avow::report;

namespace {

using Taken = std::map<std::string, std::string>; // by the id of the accountability: its words as they were taken
using Words = std::vector<std::string>;

constexpr std::array more_hostile = {
    "caf\u00E9",                  // composed
    "cafe\u0301",                 // decomposed
    "q\u0307\u0323 \u1E9B\u0323", // marks that have no composed form, in either order
    "ﬁ Å Ω ½ ² ①",                // what a looser normal form would take for something else
    "👨‍👩‍👧‍👦🏳️‍🌈👍🏽🇵🇹", // families, flags, tones of skin
    "مرحبا 123 עברית (abc)",                                   // both directions, digits and brackets
    "\u200Ezwnj می\u200Cخواهم \u00A0 sp",                      // joiners and spaces that are no space
    "語彙の確認を毎週する。",
    "ก็ क्ष ங்க",
    "“curly” ‘quotes’ „deutsch“ «guillemets»",
    "\"straight\" 'single' `back` \\back\\slash \\n \\u0041 %22 &quot; &#39;",
    "**bold** _it_ # head > quote | cell | [a](b) <b>c</b> ~~d~~ $e$ ^f^ {g}",
    "1. first 2) second - dash * star + plus",
    "http://x.example/?a=1&b=2 www.x.example a@b.example :smile: @name",
    "=1 +2 -3 @4 '5",
    "a, \"b\"\"c\" ;d",
    ") (said on 4 December)",
    "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308",
    "\U0001F9D1\U0001F3FF\u200D\U0001F680 \U00020000 \U0010FFFD",
};

std::string piece(Dice& dice) {
    const auto at = dice.below(examples::hostile.size() + more_hostile.size());
    return at < examples::hostile.size() ? examples::hostile.at(at) : more_hostile.at(at - examples::hostile.size());
}

// As the desk hands it on: cleaned, and no longer than a statement may be. One in twenty is as long as it may be.
std::string spoken_words(Dice& dice) {
    std::string words = piece(dice);
    const bool is_long = dice.one_in(20);
    for (auto rest = dice.below(3); is_long ? count_characters(words) < limit::statement_characters : rest > 0; --rest)
        words += (dice.one_in(2) ? " " : "") + piece(dice);
    return clean_line(first_characters(clean_line(words), limit::statement_characters));
}

// An edit by dice that says hostile things; what was taken is noted.
void change(History& history, Dice& dice, Taken& taken, int number) {
    auto edit = random_edit(dice, history.now());
    if (auto* say = std::get_if<SayStatement>(&edit)) say->statement = spoken_words(dice);
    if (auto* carry = std::get_if<CarryOver>(&edit)) carry->item->statement = spoken_words(dice);
    if (why_not(history.now(), edit)) return;
    if (const auto* say = std::get_if<SayStatement>(&edit)) taken[say->id.text] = say->statement;
    if (const auto* carry = std::get_if<CarryOver>(&edit)) taken[carry->item->id.text] = carry->item->statement;
    const StepId id{fmt::format("step{}", number)};
    history.act({id, sentence(history.now(), edit), {number}, {edit}});
    if (dice.one_in(15) && history.undoable()) history.undo({"undo" + id.text}, {number});
}

History random_history(Dice& dice, Taken& taken) {
    Session origin;
    origin.id.text = "last";
    origin.team = "Team";
    origin.date = {2026, 11, 21};
    History history(origin);
    for (const char* name : {"Ana", "Bo", "王芳", "דנה"}) {
        const WelcomeParticipant welcome{{fmt::format("p{}", history.log().size())}, name, ""};
        history.act({{fmt::format("welcome{}", history.log().size())}, "", {1}, {welcome}});
    }
    for (int number = 0; number < 120; ++number) change(history, dice, taken, number);
    return history;
}

Session next_session(const Session& last) {
    Session next;
    next.id.text = "next";
    next.team = last.team;
    next.date = plus_days(last.date, 28);
    for (const auto& person : last.participants)
        REQUIRE_FALSE(carry_out(next, WelcomeParticipant{person.id, person.name, person.role}));
    for (const auto& item : insight::carried_from(last)) REQUIRE_FALSE(carry_out(next, CarryOver{item}));
    return next;
}

Words sorted(Words words) {
    std::ranges::sort(words);
    return words;
}

Words statements_of(const std::vector<Accountability>& items) {
    Words words;
    for (const auto& item : items) words.push_back(item.statement);
    return sorted(words);
}

void check_taken(const std::vector<Accountability>& items, const Taken& taken) {
    for (const auto& item : items) CHECK(item.statement == taken.at(item.id.text));
}

// Written as a file on the disk of this machine, and read from it.
Session through_a_file(const History& history, const std::filesystem::path& folder) {
    const auto path = folder / "session.avow";
    storage::write_session(storage::real_disk(), path, history);
    const auto reading = storage::read_file(storage::real_disk(), path);
    CHECK(reading.remarks.empty());
    return reading.history.now();
}

void check_reports(const Session& session) {
    const auto said = statements_of(session.accountabilities);
    CHECK(sorted(read_back::statements_in_json(flat_lines(session, {}))) == said);
    CHECK(sorted(read_back::statements_in_csv(csv(session, {}))) == said);
    CHECK(sorted(read_back::statements_in_markdown(markdown(session, {}))) == said);
    Words quoted = said; // HTML quotes what is parked as well
    for (const auto& parked : session.parked) quoted.push_back(parked.text);
    CHECK(sorted(read_back::statements_in_html(html(document_of(session, {})))) == sorted(quoted));
}

// A strip holds what holds now: the agreed wording, where there is one.
void check_strips(const Session& session) {
    Words expected, promised;
    for (const auto& item : session.accountabilities) expected.push_back(words_of(item));
    for (const auto& strip : strips_of(session, {}))
        for (const auto& promise : strip.promises) {
            promised.push_back(promise.words);
            if (!strip.payload.empty()) CHECK(strip.payload.find("\n" + promise.words) != std::string::npos);
        }
    CHECK(sorted(promised) == sorted(expected));
}

// Everybody's agenda out of both sessions, in each form that quotes; a page quotes so many whole.
void check_agendas(const std::vector<Session>& sessions, const Taken& taken) {
    std::size_t open = 0;
    for (const auto& person : insight::everybody(sessions)) {
        const auto agenda = insight::agenda_of(person, plus_days(sessions.back().date, 7));
        Words all, whole;
        for (const auto* items : {&agenda.open, &agenda.closed})
            for (const auto& item : *items) all.push_back(taken.at(item.id.text));
        for (std::size_t i = 0; i < std::min(agenda.open.size(), most_items_whole); ++i) whole.push_back(all[i]);
        const auto in_json = read_back::statements_in_json(agenda_json(agenda));
        REQUIRE(in_json.size() >= all.size());
        CHECK(std::equal(all.begin(), all.end(), in_json.begin())); // open, kept; then what others quote
        CHECK(read_back::headings_in_agenda(agenda_markdown(agenda)) == whole);
        CHECK(read_back::statements_in_agenda_html(agenda_html(agenda)) == whole);
        open += agenda.open.size();
    }
    CHECK(open >= insight::carried_from(sessions.front()).size());
}

} // namespace

TEST_CASE("words are the same bytes from the mouth to the agenda of the session after next") {
    const auto folder = new_passing_folder(std::filesystem::temp_directory_path());
    std::size_t statements = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        INFO("seed " << seed);
        Dice dice(seed);
        Taken taken;
        const auto history = random_history(dice, taken);
        const auto kept = through_a_file(history, folder);
        CHECK(kept == history.now());
        check_taken(kept.accountabilities, taken);
        const auto imported = storage::from_json(storage::to_json(kept, storage::Privacy::with_private)).session;
        check_taken(imported.accountabilities, taken);
        const auto next = next_session(imported);
        check_taken(next.carried, taken);
        check_reports(imported);
        check_strips(imported);
        check_agendas({imported, next}, taken);
        statements += imported.accountabilities.size();
    }
    CHECK(statements > 500); // else nothing was tried
    std::filesystem::remove_all(folder);
}
