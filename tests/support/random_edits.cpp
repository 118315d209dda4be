#include "support/random_edits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string>

using namespace avow;

std::uint64_t Dice::next() {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

namespace {

// Few words, so that titles, names and wordings meet; some that no edit may keep.
std::string words(Dice& dice) {
    constexpr std::array<const char*, 12> some = {"call them back", "Quotes", "pricing",       "Zoë",
                                                  "ship on Friday", "a",      "Talking early", "quotes",
                                                  "👩‍🔧",    "",       " padded",       "two\nlines"};
    return some.at(dice.below(dice.one_in(4) ? some.size() : some.size() - 3));
}

Date day(Dice& dice) {
    return dice.one_in(30) ? Date{2026, 2, 30} : plus_days({2026, 11, 21}, static_cast<int>(dice.below(60)));
}

std::optional<Date> day_or_none(Dice& dice) { return dice.one_in(4) ? std::nullopt : std::optional(day(dice)); }

Moment moment(Dice& dice) { return {1'795'272'962'000 + static_cast<std::int64_t>(dice.below(10'000'000))}; }

// Of those there are; now and then one that is not.
template <class Item>
auto id_among(Dice& dice, const std::vector<Item>& items) {
    using Id = decltype(Item::id);
    if (items.empty() || dice.one_in(25)) return Id{"nobody"};
    return items[dice.below(items.size())].id;
}

template <class Item>
auto new_id(Dice& dice, const std::vector<Item>& items) {
    using Id = decltype(Item::id);
    return dice.one_in(25) ? id_among(dice, items) : Id{fmt::format("id{}", dice.below(1'000'000'000))};
}

std::optional<ThemeId> theme_or_none(Dice& dice, const Session& session) {
    return dice.one_in(5) ? std::nullopt : std::optional(id_among(dice, session.themes));
}

int around(Dice& dice, int low, int high) {
    return low - 1 + static_cast<int>(dice.below(static_cast<std::size_t>(high - low) + 3));
}

template <class Choice>
Choice choice(Dice& dice, Choice last) {
    return static_cast<Choice>(dice.below(static_cast<std::size_t>(last) + 1));
}

Poll random_poll(Dice& dice, const Session& session) {
    Poll poll{new_id(dice, session.polls), choice(dice, PollKind::say_back), words(dice), std::nullopt, moment(dice)};
    if (dice.one_in(3)) poll.about = id_among(dice, session.accountabilities);
    poll.heads = std::max(1, around(dice, 1, static_cast<int>(session.participants.size())));
    if (poll.kind == PollKind::votes) poll.budget = around(dice, 1, 5);
    if (is_by_person(poll.kind)) {
        for (const auto& person : session.participants)
            if (std::ssize(poll.answers) < poll.heads)
                poll.answers.push_back({person.id, dice.one_in(60) ? 11 : 1 + static_cast<int>(dice.below(5))});
    } else if (poll.kind == PollKind::say_back) {
        for (const auto part : parts_said_back)
            poll.counts.push_back({std::string(part), std::nullopt, static_cast<int>(dice.below(3))});
    } else {
        for (const char* name : {"for", "against"})
            poll.counts.push_back({name, theme_or_none(dice, session), static_cast<int>(dice.below(2))});
    }
    return poll;
}

std::string digits(Dice& dice, std::size_t count) {
    std::string hex;
    while (hex.size() < count) hex += "0123456789abcdef"[dice.below(16)];
    return dice.one_in(25) ? "F" + hex.substr(1) : hex;
}

std::vector<Recall> all_recalls(const Session& session) {
    std::vector<Recall> all;
    for (const auto& sheet : session.recall_sheets) all.insert(all.end(), sheet.recalls.begin(), sheet.recalls.end());
    return all;
}

// Now and then not in the order of the ids.
std::vector<RecallSheet> random_sheets(Dice& dice) {
    std::vector<RecallSheet> sheets(dice.below(6));
    for (auto& sheet : sheets) {
        sheet.id.text = fmt::format("sheet{}", dice.below(1'000'000'000));
        sheet.recalls.resize(dice.below(4));
        for (auto& recall : sheet.recalls) {
            recall.id.text = fmt::format("recall{}", dice.below(1'000'000'000));
            recall.text = fmt::format("recalled {}", dice.below(9));
        }
        std::ranges::sort(sheet.recalls, {}, &Recall::id);
    }
    if (!dice.one_in(10)) std::ranges::sort(sheets, {}, &RecallSheet::id);
    return sheets;
}

Expectation random_expectation(Dice& dice, const Session& session) {
    const auto id = dice.one_in(2) ? id_among(dice, session.expectations) : new_id(dice, session.expectations);
    return {id, words(dice), dice.one_in(3) ? std::nullopt : std::optional(around(dice, 0, 60))};
}

// A seal needs a leader, and what is opened can't be recalled any more: mostly what comes first is done first.
Edit seal_or_what_comes_before(Dice& dice, const Session& session) {
    if (!session.leader && !dice.one_in(4)) return NameLeader{id_among(dice, session.participants)};
    return SealExpectations{digits(dice, 64), digits(dice, 32), moment(dice)};
}
Edit open_or_what_comes_before(Dice& dice, const Session& session) {
    if (session.recall_sheets.empty() && !dice.one_in(6)) return HandInRecalls{random_sheets(dice)};
    if (!session.seal && !dice.one_in(4)) return seal_or_what_comes_before(dice, session);
    return OpenSeal{moment(dice)};
}

Assessment random_assessment(Dice& dice) {
    Assessment assessment{words(dice), {words(dice), "calm"}, day(dice), day_or_none(dice), {}};
    if (dice.one_in(2)) assessment.first_use = words(dice);
    return assessment;
}

std::string amount(Dice& dice) {
    constexpr std::array<const char*, 6> some = {"9", "80 %", "1,200 calls", "-3.5", "3 to 9", "many"};
    return some.at(dice.below(dice.one_in(6) ? some.size() : some.size() - 2));
}

std::optional<SuccessContract> random_contract(Dice& dice) {
    if (dice.one_in(5)) return std::nullopt;
    return SuccessContract{words(dice), amount(dice), amount(dice), day(dice), words(dice), {}};
}

Ask random_ask(Dice& dice, const Session& session) {
    return {new_id(dice, session.asks),
            choice(dice, AskKind::keep_on),
            choice(dice, AskFrom::leader),
            words(dice),
            day_or_none(dice),
            {},
            {}};
}

// Of a promise with a contract, where there is one.
AccountabilityId with_contract(Dice& dice, const Session& session) {
    std::vector<Accountability> some;
    for (const auto& item : session.accountabilities)
        if (item.contract) some.push_back(item);
    return id_among(dice, dice.one_in(5) ? session.accountabilities : some);
}

} // namespace

Edit random_edit(Dice& dice, const Session& session) {
    const auto person = [&] { return id_among(dice, session.participants); };
    const auto said = [&] { return id_among(dice, session.accountabilities); };
    const auto theme = [&] { return id_among(dice, session.themes); };
    const std::function<Edit()> kinds[] = {
        [&] { return NameTeam{words(dice)}; },
        [&] { return SetDate{day(dice)}; },
        [&] {
            return StateGoal{{words(dice), words(dice), words(dice), day_or_none(dice), words(dice), words(dice)}};
        },
        [&] {
            return PlanStage{choice(dice, Stage::close), around(dice, 0, 30)};
        },
        [&] {
            return WelcomeParticipant{new_id(dice, session.participants), words(dice), words(dice)};
        },
        [&] {
            return RenameParticipant{person(), words(dice)};
        },
        [&] {
            return GiveRole{person(), words(dice)};
        },
        [&] {
            return SeatParticipant{person(), around(dice, 1, static_cast<int>(session.participants.size()))};
        },
        [&] {
            return NoteStrength{person(), words(dice)};
        },
        [&] { return RemoveParticipant{person()}; },
        [&] {
            return GoToStage{choice(dice, Stage::close), moment(dice)};
        },
        [&] {
            return NoteAttendance{person(), choice(dice, Attendance::absent)};
        },
        [&] {
            const auto owner = dice.one_in(3) ? std::nullopt : std::optional(person());
            return ParkItem{{new_id(dice, session.parked), words(dice), owner, day(dice)}};
        },
        [&] { return SettleParked{id_among(dice, session.parked)}; },
        [&] {
            return SayStatement{new_id(dice, session.accountabilities), person(), words(dice), moment(dice)};
        },
        [&] { return TakeBackStatement{said()}; },
        [&] {
            return CorrectOwner{said(), person()};
        },
        [&] { return PassTurn{person()}; },
        [&] {
            const auto title = dice.one_in(3) ? words(dice) : fmt::format("theme {}", dice.below(40));
            return MakeTheme{new_id(dice, session.themes), title, dice.one_in(2)};
        },
        [&] {
            return NameTheme{theme(), dice.one_in(2) ? words(dice) : fmt::format("theme {}", dice.below(40))};
        },
        [&] {
            return PlaceInTheme{said(), theme_or_none(dice, session), choice(dice, Placed::hand)};
        },
        [&] {
            return AddSecondTheme{said(), theme_or_none(dice, session)};
        },
        [&] {
            return MergeThemes{theme(), theme()};
        },
        [&] { return DissolveTheme{theme()}; },
        [&] {
            return ShowTogether{said(), dice.one_in(4) ? std::nullopt : std::optional(said())};
        },
        [&] {
            const auto by = dice.one_in(2) ? person().text : "coach";
            return AgreeWording{said(), {words(dice), day(dice), by, dice.one_in(2), words(dice)}};
        },
        [&] {
            return SetDueDate{said(), day_or_none(dice)};
        },
        [&] {
            return NoteDetail{said(), choice(dice, Detail::help), words(dice)};
        },
        [&] {
            return RateConfidence{said(), around(dice, 0, 10)};
        },
        [&] {
            return ConfirmReadBack{said(), moment(dice)};
        },
        [&] { return SetNextDate{day_or_none(dice)}; },
        [&] {
            return AddCheckIn{said(), {day(dice), choice(dice, Outcome::changed), words(dice), words(dice)}};
        },
        [&] {
            Accountability item{new_id(dice, session.carried), person(), words(dice), moment(dice)};
            if (!dice.one_in(20)) item.lineage = Lineage{{"s0"}, day(dice), around(dice, 1, 3), words(dice)};
            return CarryOver{item};
        },
        [&] {
            return LendPractice{said(), dice.one_in(2)};
        },
        [&] { return AskRoom{random_poll(dice, session)}; },
        [&] {
            const auto value = dice.one_in(5) ? std::nullopt : std::optional(around(dice, 0, 10));
            return CorrectAnswer{id_among(dice, session.polls), person(), value};
        },
        [&] { return NameLeader{dice.one_in(6) ? std::nullopt : std::optional(person())}; },
        [&] { return ExpectThat{random_expectation(dice, session)}; },
        [&] { return DropExpectation{id_among(dice, session.expectations)}; },
        [&] { return seal_or_what_comes_before(dice, session); },
        [&] { return open_or_what_comes_before(dice, session); },
        [&] { return GuessByTeam{dice.one_in(5) ? std::nullopt : std::optional(around(dice, 0, 9))}; },
        [&] { return HandInRecalls{random_sheets(dice)}; },
        [&] { return TakeBackRecalls{}; },
        [&] {
            const bool is_phantom = dice.one_in(3);
            const bool is_meant = is_phantom ? dice.one_in(20) : !dice.one_in(4);
            const auto meant = is_meant ? std::optional(id_among(dice, session.expectations)) : std::nullopt;
            return MatchRecall{id_among(dice, all_recalls(session)), meant, is_phantom};
        },
        [&] {
            const auto value = dice.one_in(4) ? std::nullopt : std::optional(around(dice, 0, 2));
            auto recalls = all_recalls(session);
            if (!dice.one_in(5)) std::erase_if(recalls, [](const Recall& recall) { return !recall.meant; });
            return JudgeRecall{id_among(dice, recalls), choice(dice, Judge::colleague), value};
        },
        [&] {
            return NameMisalignment{{new_id(dice, session.misalignments), words(dice)}};
        },
        [&] { return TakeBackMisalignment{id_among(dice, session.misalignments)}; },
        [&] { return AskOther{random_ask(dice, session)}; },
        [&] {
            return AnswerAsk{id_among(dice, session.asks), words(dice)};
        },
        [&] {
            return CheckAsk{id_among(dice, session.asks),
                            {day(dice), choice(dice, Outcome::changed), words(dice), words(dice)}};
        },
        [&] { return TakeBackAsk{id_among(dice, session.asks)}; },
        [&] {
            return RaiseObjection{new_id(dice, session.objections), words(dice)};
        },
        [&] {
            return AnswerObjection{id_among(dice, session.objections), words(dice), words(dice),
                                   choice(dice, AnswerKind::costs), words(dice)};
        },
        [&] { return TakeBackObjection{id_among(dice, session.objections)}; },
        [&] { return StateRequest{words(dice)}; },
        [&] {
            const auto* known = find(session, person());
            const bool is_known = known && !known->strengths.empty() && !dice.one_in(5);
            return TakeBackStrength{known ? known->id : person(), is_known ? known->strengths.front() : words(dice)};
        },
        [&] {
            return NoteAssessment{person(), random_assessment(dice)};
        },
        [&] {
            const auto* known = find(session, person());
            const bool is_known = known && !known->assessments.empty() && !dice.one_in(5);
            return TakeBackAssessment{known ? known->id : person(),
                                      is_known ? known->assessments.front().name : words(dice)};
        },
        [&] {
            return WritePlan{person(), choice(dice, PlanHalf::life), words(dice)};
        },
        [&] {
            return SetContract{said(), random_contract(dice)};
        },
        [&] {
            return NoteReading{with_contract(dice, session), {day(dice), amount(dice)}};
        },
        [&] {
            const auto helps = dice.one_in(3) ? std::nullopt : std::optional(said());
            const auto ask = dice.one_in(3) ? std::nullopt : std::optional(id_among(dice, session.asks));
            return AnswerHelp{said(), helps, ask};
        }};
    static_assert(std::size(kinds) == std::variant_size_v<EveryEdit>, "each edit is thrown once here");
    // People speak more often than anything else is done; else sessions stay too small to meet their own edges.
    if (dice.one_in(3))
        return SayStatement{new_id(dice, session.accountabilities), person(), words(dice), moment(dice)};
    return kinds[dice.below(std::size(kinds))]();
}
