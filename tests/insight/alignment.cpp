// What the room takes for expected beside what is: worked counts, teams of known truth, and that no order shows.
#include "insight/alignment.hpp"

#include "insight/sheets.hpp"
#include "support/random_edits.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::insight;
using namespace avow::examples;

namespace {

// Three sheets on two expectations: e1 is named by all, twice on one sheet; e2 by one; one phantom, one undecided.
Session worked_example() {
    auto session = opened({"call back", "keep notes"},
                          {{{"s1"}, {meaning("r1", "e1", 2, 2), meaning("r2", "e1", 0, 1), phantom("r3")}},
                           {{"s2"}, {meaning("r4", "e1", 2, 1), meaning("r5", "e2")}},
                           {{"s3"}, {meaning("r6", "e1", 2, 0), undecided("r7"), phantom("r8")}}});
    session.expectations[0].guess = 3;
    session.team_guess = 5;
    return session;
}

// What one sheet says of one expectation, and what it must come to.
enum class Truth { silent, unjudged, missed, partly, wholly };

struct Team {
    Session session;
    Alignment truth;
};

void let_say(Dice& dice, Team& team, RecallSheet& sheet, std::size_t expectation, const std::string& id) {
    const auto truth = Truth(dice.below(5));
    auto& counts = team.truth.expectations[expectation];
    const auto meant = counts.id.text;
    if (truth == Truth::silent) return;
    counts.recalled += 1;
    const int leader = truth == Truth::wholly ? 2 : truth == Truth::partly ? 1 : 0;
    const int colleague = truth == Truth::wholly ? 2 : truth == Truth::partly ? 1 + static_cast<int>(dice.below(2)) : 1;
    if (truth == Truth::unjudged) {
        sheet.recalls.push_back(meaning(id, meant, 2));
        return;
    }
    sheet.recalls.push_back(meaning(id, meant, leader, colleague));
    counts.judged += 1;
    counts.understood += truth == Truth::wholly;
    counts.partly += truth == Truth::partly;
    team.truth.judges.of += 1;
    team.truth.judges.alike += leader == colleague;
}

void let_believe(Dice& dice, Team& team, RecallSheet& sheet) {
    const auto phantoms = dice.below(3), undecided_ones = dice.below(2);
    for (std::size_t i = 0; i < phantoms; ++i)
        sheet.recalls.push_back(phantom(sheet.id.text + "p" + std::to_string(i)));
    if (undecided_ones > 0) sheet.recalls.push_back(undecided(sheet.id.text + "u"));
    team.truth.phantoms += static_cast<int>(phantoms);
    team.truth.sheets_with_phantoms += phantoms > 0;
    team.truth.undecided += static_cast<int>(undecided_ones);
}

Team team_of_known_truth(Dice& dice) {
    const auto sheets = dice.below(13), expectations = 1 + dice.below(6);
    Team team{opened(std::vector<std::string>(expectations, "words"), {}), {}};
    team.truth.sheets = static_cast<int>(sheets);
    for (const auto& expectation : team.session.expectations) team.truth.expectations.push_back({expectation.id});
    for (std::size_t at = 0; at < sheets; ++at) {
        RecallSheet sheet{{"s" + std::to_string(10 + at)}, {}};
        for (std::size_t e = 0; e < expectations; ++e) let_say(dice, team, sheet, e, sheet.id.text + std::to_string(e));
        let_believe(dice, team, sheet);
        team.truth.recalls += static_cast<int>(sheet.recalls.size());
        team.session.recall_sheets.push_back(std::move(sheet));
    }
    team.truth.guess_of = std::max(team.truth.sheets, team_size(team.session));
    team.truth.team_guess_of =
        static_cast<int>(expectations) * std::max(team.truth.sheets, papers_wanted(team.session));
    for (auto& counts : team.truth.expectations) {
        counts.guess_of = team.truth.guess_of;
        team.truth.known += counts.recalled;
        team.truth.understood += counts.understood;
        team.truth.partly += counts.partly;
    }
    put_in_order(team.session);
    return team;
}

// Sheets and recalls dealt anew: each gets the id of another, and so another place.
void shuffle(Dice& dice, Session& session) {
    for (auto& sheet : session.recall_sheets)
        for (std::size_t i = sheet.recalls.size(); i > 1; --i)
            std::swap(sheet.recalls[i - 1].id, sheet.recalls[dice.below(i)].id);
    for (std::size_t i = session.recall_sheets.size(); i > 1; --i)
        std::swap(session.recall_sheets[i - 1].id, session.recall_sheets[dice.below(i)].id);
    put_in_order(session);
}

std::vector<Recall> judged(int times, int leader, int colleague, const std::string& id) {
    std::vector<Recall> recalls;
    for (int i = 0; i < times; ++i) recalls.push_back(meaning(id + std::to_string(i), "e1", leader, colleague));
    return recalls;
}

Session with_judged(const std::vector<std::vector<Recall>>& all) {
    RecallSheet sheet{{"s1"}, {}};
    for (const auto& recalls : all) sheet.recalls.insert(sheet.recalls.end(), recalls.begin(), recalls.end());
    return opened({"call back"}, {std::move(sheet)});
}

Recalled named(const char* id, int by, int of) {
    Recalled recalled;
    recalled.id = {id};
    recalled.recalled = by;
    recalled.guess_of = of;
    return recalled;
}

} // namespace

TEST_CASE("alignment gives the counts of a worked example, each with what it is out of") {
    const auto all = alignment_of(worked_example());
    CHECK(all.expectations == std::vector<Recalled>{{{"e1"}, 3, 3, 1, 1, 3, 3}, {{"e2"}, 1, 0, 0, 0, {}, 3}});
    CHECK(all.sheets == 3);
    CHECK(all.known == 4);
    CHECK(all.most_known() == 6);
    CHECK(all.understood == 1);
    CHECK(all.partly == 1);
    CHECK((all.guessed == 3 && all.guesses == 1 && all.known_of_guessed == 3));
    CHECK(all.team_guess == 5);
    CHECK((all.recalls == 8 && all.phantoms == 2 && all.sheets_with_phantoms == 2 && all.undecided == 1));
    CHECK(all.judges == JudgedAlike{1, 4, {}});
}

TEST_CASE("guesses are told of as many as they were made of, where not everybody handed in a sheet") {
    auto session = worked_example();
    session.participants.clear();
    for (int i = 0; i < 13; ++i) session.participants.push_back({{"p" + std::to_string(i)}, "P" + std::to_string(i)});
    session.participants[12].attendance = Attendance::absent;
    session.leader = session.participants[0].id;
    const auto all = alignment_of(session);
    CHECK(all.sheets == 3);
    CHECK(all.guess_of == 12);
    CHECK(all.expectations[0].guess_of == 12);
    CHECK(all.team_guess_of == 2 * 11); // by who is here
}

TEST_CASE("who named nothing counts among those who could have") {
    auto session = worked_example();
    session.recall_sheets.push_back({{"s4"}, {}});
    const auto all = alignment_of(session);
    CHECK(all.known == 4);
    CHECK(all.most_known() == 8);
}

TEST_CASE("of teams of known truth every figure is exact, whatever the order of people, sheets and recalls") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Dice dice(seed);
        auto team = team_of_known_truth(dice);
        const auto all = alignment_of(team.session);
        team.truth.judges.kappa = all.judges.kappa; // worked below
        INFO("seed " << seed);
        REQUIRE(all == team.truth);
        REQUIRE(all.judges.kappa.has_value() <= (all.judges.of >= least_judged));
        shuffle(dice, team.session);
        REQUIRE(alignment_of(team.session) == all);
    }
}

TEST_CASE("how far the judges agree beyond chance is told from eight pairs on") {
    // By hand: marks 3, 5, 9 and 3, 5, 9 of 17; four pairs lie one apart. At random 228 / 17 would.
    const auto seventeen =
        with_judged({judged(2, 0, 0, "a"), judged(1, 0, 1, "b"), judged(1, 1, 0, "c"), judged(3, 1, 1, "d"),
                     judged(1, 1, 2, "e"), judged(1, 2, 1, "f"), judged(8, 2, 2, "g")});
    const auto judges = alignment_of(seventeen).judges;
    CHECK((judges.alike == 13 && judges.of == 17));
    CHECK(judges.kappa.value() == Catch::Approx(1 - 4 / (228.0 / 17)));

    CHECK_FALSE(alignment_of(with_judged({judged(4, 0, 0, "a"), judged(3, 2, 2, "b")})).judges.kappa);
    CHECK(alignment_of(with_judged({judged(4, 0, 0, "a"), judged(4, 2, 2, "b")})).judges.kappa == 1.0);
    CHECK(alignment_of(with_judged({judged(4, 0, 2, "a"), judged(4, 2, 0, "b")})).judges.kappa == -1.0);
}

TEST_CASE("where both judges gave all the same mark, chance would agree as well and there is no figure") {
    CHECK(alignment_of(with_judged({judged(9, 2, 2, "a")})).judges == JudgedAlike{9, 9, {}});
}

TEST_CASE("of a seal that is not opened the leader's guesses are not told") {
    auto session = worked_example();
    for (auto& sheet : session.recall_sheets)
        for (auto& recall : sheet.recalls) recall = {recall.id, recall.text};
    session.seal->opened_at.reset();
    const auto all = alignment_of(session);
    CHECK((all.guessed == 0 && all.guesses == 0 && !all.expectations[0].guess));
    CHECK((all.recalls == 8 && all.undecided == 8 && all.known == 0));
}

TEST_CASE("the same items stand side by side over sessions, and only opened ones with sheets count") {
    auto june = opened({"call back", "keep notes"}, {{{"s1"}, {meaning("r1", "e1")}}, {{"s2"}, {}}}, {2026, 6, 1});
    auto july = opened({"call back today", "keep notes", "be on time"},
                       {{{"s3"}, {meaning("r2", "e1"), meaning("r3", "e3")}},
                        {{"s4"}, {meaning("r4", "e2")}},
                        {{"s5"}, {meaning("r5", "e1")}}},
                       {2026, 7, 1});
    july.expectations.erase(july.expectations.begin() + 1); // "keep notes" is expected no more
    july.recall_sheets[1].recalls.clear();
    auto sealed = june, without_sheets = june;
    sealed.seal->opened_at.reset();
    without_sheets.recall_sheets.clear();
    const auto all = alignment_over_time({&june, &sealed, &without_sheets, &july});
    REQUIRE(all.sessions.size() == 2);
    CHECK((all.sessions[0].date == june.date && all.sessions[0].alignment == alignment_of(june)));
    CHECK((all.sessions[1].date == july.date && all.sessions[1].alignment == alignment_of(july)));
    REQUIRE(all.threads.size() == 3);
    CHECK(all.threads[0] ==
          AlignmentThread{{"e1"}, "call back today", {{0, named("e1", 1, 2)}, {1, named("e1", 2, 3)}}});
    CHECK(all.threads[1] == AlignmentThread{{"e2"}, "keep notes", {{0, named("e2", 0, 2)}}});
    CHECK(all.threads[2] == AlignmentThread{{"e3"}, "be on time", {{1, named("e3", 1, 3)}}});
    CHECK(on_the_same_items(all, 0, 1) == SameItems{1, 1, 2, 2, 3});
}
