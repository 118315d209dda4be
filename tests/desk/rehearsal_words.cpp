// The words of a rehearsal are a text that anybody may edit: what is off in it is told by its line.
#include "desk/rehearsal_words.hpp"

#include "desk/words_kept.hpp"
#include "storage/json.hpp"
#include "support/still_world.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>

using namespace avow;
using namespace avow::desk;

namespace {

std::string refusal_of(const std::string& text) {
    try {
        (void)rehearsal_words_of(text, "mine.txt");
    } catch (const storage::FormatError& error) {
        return error.what();
    }
    return "nothing";
}

} // namespace

TEST_CASE("the people that come with Avow: twelve of every manner, forty statements, answers that are days") {
    const auto words = rehearsal_words_of(words_of_file(AVOW_SOURCE_DIR "/assets/rehearsal.txt"), "rehearsal.txt");
    CHECK(words.people.size() == 12);
    CHECK(words.statements.size() == 40);
    std::map<Manner, int> manners;
    for (const auto& person : words.people) ++manners[person.manner];
    CHECK(manners.size() == 5);
    CHECK(manners[Manner::cuts_in] >= 2);
    CHECK(std::ranges::all_of(words.statements, [](const auto& one) { return !one.answers.when.empty(); }));
    CHECK(std::ranges::count_if(words.statements, [](const auto& one) { return !one.objection.empty(); }) == 2);
    CHECK(words.remarks.size() >= 4);
}

TEST_CASE("a text is read as it stands, with comments, blank lines and any line ends") {
    const auto words = rehearsal_words_of(
        "\xEF\xBB\xBF# people\r\nTeam: Kiosk\r\n\r\nGoal: No queue\nPerson: Ana\n  Manner: talks on\n"
        "Says: one: two\nWhen: friday\nPerson: Bo\nAt Close: Well done",
        "mine.txt");
    CHECK(words.team == "Kiosk");
    CHECK(words.people[0].manner == Manner::talks_on);
    CHECK(words.statements[0].words == "one: two");
    CHECK(words.statements[0].answers.when == "friday");
    CHECK(words.remarks[0] == RehearsedRemark{1, Stage::close, "Well done"});
}

TEST_CASE("a line that is off is named, with what a line there should be") {
    const std::string head = "Team: T\nGoal: G\n", people = "Person: Ana\nSays: a\nPerson: Bo\n";
    CHECK(refusal_of(head + people) == "nothing");
    const std::map<std::string, std::string> cases = {
        {head + "Ana says hello", "mine.txt, line 3: “Ana says hello” has no colon"},
        {head + "Sayz: hello", "line 3: “Sayz” is no label"},
        {head + "Says: hello", "line 3: “Says:” comes before any “Person: …”"},
        {head + "Person:", "line 3: nothing stands behind “Person:”"},
        {head + "Person: Ana\nPerson: ana", "line 4: “ana” is there already"},
        {head + "Person: Ana\nManner: loud", "line 4: “loud” is no manner. There are plain, talks on"},
        {head + "Person: Ana\nWhen: friday", "line 4: “When:” comes before any “Says: …”"},
        {head + "Person: Ana\nSays: a\nWhen: someday", "line 5: “someday” is no day"},
        {head + "Person: Ana\nObjects: no\nPerson: Bo", "line 5: what the person before objects to never comes"},
        {head + people + "Objects: no", "what Bo objects to never comes"},
        {"Goal: G\n" + people, "the team has no name"},
        {"Team: T\n" + people, "there is no goal"},
        {head + "Person: Ana\nSays: a", "two people at least"},
        {head + "Person: Ana\nPerson: Bo", "nobody says anything"},
        {head + "\xFF", "mine.txt is no text in UTF-8"},
    };
    for (const auto& [text, sentence] : cases) {
        INFO(text);
        CHECK(refusal_of(text).find(sentence) != std::string::npos);
    }
}

TEST_CASE("words are compared as they are heard") {
    CHECK(is_word_for_word("I don't call back, ever!", "i dont call back ever"));
    CHECK_FALSE(is_word_for_word("I call back", "I call them back"));
    CHECK(share_kept("I call back the same day", "I call back the same day") == 1);
    CHECK(share_kept("I call back the same day", "I call back") == .5);
    CHECK(share_kept("customers wait on the phone", "custmers waite on the fone") > .59);
    CHECK(share_kept("cat sat", "car sad") == 0); // a letter in a short word makes another word
    CHECK(share_kept("I call back", "") == 0);
    CHECK(share_kept("one two three four", "four three two one") == .25);
    CHECK(share_kept("Ich grüße jeden Gast", "ich gruße jeden gast") == 1);
}
