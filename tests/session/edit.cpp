// What holds for every edit. Each by itself: edit_prepare.cpp, edit_people.cpp, edit_capture.cpp, edit_themes.cpp and
// edit_commit.cpp.
#include "session/edit.hpp"

#include "session/text.hpp"
#include "support/random_edits.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>
#include <string>

using namespace avow;

namespace {

std::map<std::string, std::string> statements_in(const Session& session) {
    std::map<std::string, std::string> statements;
    for (const auto& accountability : session.accountabilities)
        statements[accountability.id.text] = accountability.statement;
    return statements;
}

} // namespace

TEST_CASE("random edits are refused in words or keep all that must hold in a session") {
    std::set<std::size_t> kinds_made;
    std::set<std::size_t> kinds_refused;
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        Dice dice(seed);
        Session session = seed == 1 ? Session{} : sample_session();
        for (int i = 0; i < 2'000; ++i) {
            const Edit edit = random_edit(dice, session);
            const auto told = sentence(session, edit);
            const auto refusal = why_not(session, edit);
            Session after = session;
            REQUIRE(carry_out(after, edit) == refusal);
            CAPTURE(seed, i, told);
            if (refusal) {
                kinds_refused.insert(edit.index());
                REQUIRE(after == session);
                REQUIRE(refusal->sentence.find_first_of(".") != std::string::npos);
                REQUIRE(clean_line(refusal->sentence) == refusal->sentence);
                continue;
            }
            kinds_made.insert(edit.index());
            REQUIRE(after == avow::apply(session, edit));
            REQUIRE(after != session);
            REQUIRE(breach_of(after) == std::nullopt);
            REQUIRE(clean_line(told) == told);
            REQUIRE_FALSE(told.empty());
            REQUIRE(count_characters(told) < 260);
            session = after;
        }
    }
    CHECK(kinds_made.size() == std::variant_size_v<EveryEdit>);
    CHECK(kinds_refused.size() == std::variant_size_v<EveryEdit>);
}

TEST_CASE("no edit changes the words of a statement that was said") {
    for (const std::uint64_t seed : {4u, 5u}) {
        Dice dice(seed);
        Session session = sample_session();
        for (int i = 0; i < 2'000; ++i) {
            const auto before = statements_in(session);
            const Edit edit = random_edit(dice, session);
            if (carry_out(session, edit)) continue;
            for (const auto& [id, words] : statements_in(session))
                if (const auto was = before.find(id); was != before.end()) REQUIRE(words == was->second);
            const bool may_lose_one = std::holds_alternative<TakeBackStatement>(edit);
            REQUIRE(session.accountabilities.size() + (may_lose_one ? 1 : 0) >= before.size());
        }
    }
}

TEST_CASE("the same dice make the same session") {
    const auto play = [] {
        Dice dice(6);
        Session session = sample_session();
        for (int i = 0; i < 2'000; ++i) carry_out(session, random_edit(dice, session));
        return session;
    };
    CHECK(play() == play());
}

TEST_CASE("edits in a row are asked one after the other") {
    const Session session = sample_session();
    const WelcomeParticipant mia{{"p13"}, "Mia", "agent"};
    const SayStatement said{{"a41"}, {"p13"}, "I listen first", {0}};
    CHECK(why_not(session, std::vector<Edit>{mia, said}) == std::nullopt);
    CHECK(why_not(session, std::vector<Edit>{said, mia}) != std::nullopt);
    CHECK(why_not(session, std::vector<Edit>{mia, mia}) == Refusal{"The id “p13” is in use already. Take another."});
    CHECK(why_not(session, std::vector<Edit>{}) == Refusal{"There is nothing to change."});
}

TEST_CASE("an edit of what is not there has a sentence all the same") {
    const Session nothing;
    const Session session = sample_session();
    Dice dice(8);
    for (int i = 0; i < 2'000; ++i) {
        const Edit edit = random_edit(dice, session);
        CHECK_FALSE(sentence(nothing, edit).empty());
    }
}

TEST_CASE("every detail has a label and a text of its own") {
    Session session = sample_session();
    std::set<std::string_view> labels;
    for (const auto detail :
         {Detail::evidence, Detail::measure, Detail::if_then, Detail::first_step, Detail::strength, Detail::help}) {
        labels.insert(label_of(detail));
        session = apply(std::move(session), NoteDetail{{"a20"}, detail, std::string(label_of(detail))});
    }
    CHECK(labels.size() == 6);
    for (const auto detail :
         {Detail::evidence, Detail::measure, Detail::if_then, Detail::first_step, Detail::strength, Detail::help})
        CHECK(text_of(*find(session, AccountabilityId{"a20"}), detail) == label_of(detail));
}
