#include "report/review_words.hpp"

#include "report/phrases.hpp"
#include "session/text.hpp"

#include <algorithm>
#include <array>

namespace avow::report {

namespace {

using namespace insight;

std::string day_with_year(Date date) { return day_and_month(date) + " " + std::to_string(date.year); }

std::string ordinal(int count) {
    constexpr std::array words = {"", "", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"};
    if (count < static_cast<int>(words.size())) return words[static_cast<std::size_t>(count)];
    const int tens = count % 100;
    const char* ending = tens >= 11 && tens <= 13 ? "th"
                         : count % 10 == 1        ? "st"
                         : count % 10 == 2        ? "nd"
                         : count % 10 == 3        ? "rd"
                                                  : "th";
    return std::to_string(count) + ending;
}

std::string times(int count) { return count == 1 ? "once" : count == 2 ? "twice" : std::to_string(count) + " times"; }

std::string_view kind_in_words(Specific::Kind kind) {
    switch (kind) {
    case Specific::Kind::number: return "the number ";
    case Specific::Kind::day: return "the day ";
    case Specific::Kind::name: return "the name ";
    }
    return "";
}

template <class Thing, class TeamOf>
std::vector<const Thing*> of_team(const std::vector<Thing>& all, std::size_t team, TeamOf team_of) {
    std::vector<const Thing*> found;
    for (const auto& one : all)
        if (team_of(one) == team) found.push_back(&one);
    return found;
}

} // namespace

std::string person_in(const Review& review, std::size_t person) {
    if (person >= review.people.size()) return "Somebody";
    const auto& one = review.people[person];
    const auto is_namesake = [name = folded(one.name)](const Person& other) { return folded(other.name) == name; };
    if (std::ranges::count_if(review.people, is_namesake) == 1) return one.name;
    const auto& last = one.in.back();
    const auto* as = find(review.past.sessions[last.session], last.id);
    return as ? one.name + " (seat " + std::to_string(as->seat) + ")" : one.name;
}

std::string owner_of(const Review& review, const Life& life) { return person_in(review, life.owner); }

std::string_view standing_in_words(Standing standing) {
    switch (standing) {
    case Standing::open: return "not answered yet";
    case Standing::kept: return "kept";
    case Standing::part: return "part";
    case Standing::missed: return "missed";
    case Standing::changed: return "changed";
    }
    return "";
}

std::string life_in_words(const Life& life) {
    std::string text(standing_in_words(life.standing));
    text += ", " + counted(life.age_days, "day") + " old";
    if (life.times_carried > 0) text += ", carried " + times(life.times_carried);
    if (life.item.due) text += ", due " + day_with_year(*life.item.due);
    return text;
}

std::string running_in_words(const ThemeThread& thread) {
    if (thread.running >= 2)
        return ordinal(thread.running) + " session running" + (thread.is_running ? "" : ", not in the newest one");
    return counted(thread.in.size(), "session");
}

std::string sureness_in_words(const ThemeThread& thread) {
    switch (sureness_of(thread)) {
    case Sureness::alone:
    case Sureness::same_title: return "";
    case Sureness::likely: return "likely the same: matched by words";
    case Sureness::confirmed: return "confirmed as one";
    }
    return "";
}

std::string lost_in_words(const std::vector<Specific>& lost) {
    std::vector<std::string> all;
    for (const auto& one : lost) all.push_back(std::string(kind_in_words(one.kind)) + one.words);
    return listed(all);
}

std::string team_name(const Team& team) { return team.name.empty() ? "A team without a name" : team.name; }

std::string span_in_words(const Review& review, const Team& team) {
    const auto first = review.past.sessions[team.sessions.front()].date;
    const auto last = review.past.sessions[team.sessions.back()].date;
    if (team.sessions.size() == 1) return "1 session, on " + day_with_year(first);
    return std::to_string(team.sessions.size()) + " sessions, " + day_with_year(first) + " to " + day_with_year(last);
}

std::string change_in_words(const Review& review, const Comparison& comparison) {
    const auto names = [&](const std::vector<std::size_t>& people) {
        std::vector<std::string> all;
        for (const auto person : people) all.push_back(person_in(review, person));
        return listed(all);
    };
    std::string text = counted(comparison.said_before, "thing") + " said, then " +
                       std::to_string(comparison.said_after) + "; " +
                       counted(comparison.stayed.size(), "person", "people") + " in both";
    if (!comparison.came.empty()) text += "; new: " + names(comparison.came);
    if (!comparison.left.empty()) text += "; not there: " + names(comparison.left);
    if (!comparison.again.empty()) text += "; again: " + listed(comparison.again);
    if (!comparison.new_themes.empty()) text += "; first time: " + listed(comparison.new_themes);
    if (!comparison.former_themes.empty()) text += "; no more: " + listed(comparison.former_themes);
    return text;
}

std::string rewordings_in_words(const Review& review, std::size_t team) {
    const auto all = rewordings_in(review, team);
    const auto fallen_out = std::ranges::count_if(all, [](const Rewording* one) { return !one->lost.empty(); });
    return counted(all.size(), "rewording") +
           (fallen_out == 0 ? "; no number, day or name fell out"
                            : "; in " + std::to_string(fallen_out) + " a number, a day or a name fell out");
}

std::vector<const Rewording*> rewordings_in(const Review& review, std::size_t team) {
    return of_team(review.rewordings, team, [&](const Rewording& one) { return review.lives[one.life].team; });
}

std::vector<std::size_t> leaders_promises_in(const Review& review, std::size_t team) {
    auto found = review.promises_of_leaders;
    std::erase_if(found, [&](std::size_t life) { return review.lives[life].team != team; });
    return found;
}

std::vector<const HelpAsked*> help_in(const Review& review, std::size_t team) {
    return of_team(review.help_asked, team, [&](const HelpAsked& one) { return review.lives[one.life].team; });
}

std::vector<const ParkedLife*> parked_in(const Review& review, std::size_t team) {
    return of_team(review.parked, team, [](const ParkedLife& one) { return one.team; });
}

std::vector<const Unseen*> unseen_in(const Review& review, std::size_t team) {
    return of_team(review.unseen, team, [](const Unseen& one) { return one.team; });
}

std::vector<const ThemeThread*> themes_in(const Review& review, std::size_t team) {
    return of_team(review.themes, team, [](const ThemeThread& one) { return one.team; });
}

} // namespace avow::report
