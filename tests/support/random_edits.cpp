#include "support/random_edits.hpp"

#include <fmt/format.h>

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
    Poll poll{new_id(dice, session.polls), choice(dice, PollKind::hands), words(dice), std::nullopt, moment(dice)};
    if (dice.one_in(3)) poll.about = id_among(dice, session.accountabilities);
    poll.heads = std::max(1, around(dice, 1, static_cast<int>(session.participants.size())));
    if (poll.kind == PollKind::votes) poll.budget = around(dice, 1, 5);
    if (is_by_person(poll.kind)) {
        for (const auto& person : session.participants)
            if (std::ssize(poll.answers) < poll.heads)
                poll.answers.push_back({person.id, dice.one_in(60) ? 11 : 1 + static_cast<int>(dice.below(5))});
    } else {
        for (const char* name : {"for", "against"})
            poll.counts.push_back({name, theme_or_none(dice, session), static_cast<int>(dice.below(2))});
    }
    return poll;
}

} // namespace

Edit random_edit(Dice& dice, const Session& session) {
    const auto person = [&] { return id_among(dice, session.participants); };
    const auto said = [&] { return id_among(dice, session.accountabilities); };
    const auto theme = [&] { return id_among(dice, session.themes); };
    const std::array<std::function<Edit()>, std::variant_size_v<Edit>> kinds = {
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
        }};
    // People speak more often than anything else is done; else sessions stay too small to meet their own edges.
    if (dice.one_in(3))
        return SayStatement{new_id(dice, session.accountabilities), person(), words(dice), moment(dice)};
    return kinds.at(dice.below(kinds.size()))();
}
