#include "insight/review.hpp"

#include <algorithm>
#include <utility>

namespace avow::insight {

namespace {

AlignmentOverTime alignment_in(const Past& past, const Team& team) {
    std::vector<const Session*> sessions;
    for (const auto session : team.sessions) sessions.push_back(&past.sessions[session]);
    return alignment_over_time(sessions);
}

std::optional<LuckSquares> luck_in(const std::vector<Life>& lives, std::size_t team, Date today) {
    std::vector<const Accountability*> items;
    for (const auto& life : lives)
        if (life.team == team) items.push_back(&life.item);
    return luck_of(items, today);
}

} // namespace

Review review_of(Past past, Date today, const themes::Knowledge& knowledge, const Joins& joins) {
    Review review;
    review.today = today;
    review.teams = teams_of(past, joins);
    review.people = people_of(past, review.teams, joins);
    review.lives = lives_of(past, review.teams, review.people, today);
    review.kept.resize(review.teams.size());
    for (const auto& life : review.lives)
        if (!life.item.check_ins.empty()) count(review.kept[life.team], life.item.check_ins.back().outcome);
    review.themes = theme_threads_of(past, review.teams, review.lives, knowledge, joins);
    review.rewordings = rewordings_of(review.lives, review.people);
    review.promises_of_leaders = promises_of_leaders(past, review.people, review.lives);
    review.help_asked = help_asked(past, review.people, review.lives);
    review.parked = parked_of(past, review.teams, review.people, today);
    review.unseen = unseen_since(past, review.teams, review.people);
    review.objections = recurring_objections(past, review.teams);
    for (std::size_t team = 0; team < review.teams.size(); ++team) {
        review.alignment.push_back(alignment_in(past, review.teams[team]));
        review.luck.push_back(luck_in(review.lives, team, today));
    }
    review.past = std::move(past);
    return review;
}

Past only(const Past& past, const Team& team) {
    Past cut;
    for (const auto session : team.sessions) cut.sessions.push_back(past.sessions[session]);
    return cut;
}

namespace {

std::vector<std::size_t> unkept(const Review& review, std::size_t team, bool is_before) {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < review.lives.size(); ++at) {
        const auto& life = review.lives[at];
        if (life.team == team && !is_kept(life) && is_before_team(life, review.teams[team]) == is_before)
            found.push_back(at);
    }
    return found;
}

bool was_in(const Session& session, const ParticipantId& id) {
    const auto* person = find(session, id);
    return person && person->attendance != Attendance::absent;
}

void compare_people(const Review& review, std::size_t first, std::size_t second, Comparison& comparison) {
    for (std::size_t at = 0; at < review.people.size(); ++at) {
        const auto is_in = [&](std::size_t session) {
            return std::ranges::any_of(review.people[at].in, [&](const Presence& presence) {
                return presence.session == session && was_in(review.past.sessions[session], presence.id);
            });
        };
        const bool was = is_in(first);
        const bool is = is_in(second);
        if (was && is) comparison.stayed.push_back(at);
        if (!was && is) comparison.came.push_back(at);
        if (was && !is) comparison.left.push_back(at);
    }
}

const Appearance* wall_in(const ThemeThread& thread, std::size_t session) {
    const auto in = std::ranges::find_if(
        thread.in, [&](const Appearance& one) { return one.session == session && !one.title.empty(); });
    return in == thread.in.end() ? nullptr : &*in;
}

void compare_themes(const Review& review, std::size_t first, std::size_t second, Comparison& comparison) {
    for (const auto& thread : review.themes) {
        const auto* before = wall_in(thread, first);
        const auto* after = wall_in(thread, second);
        if (before && after) comparison.again.push_back(after->title);
        if (!before && after) comparison.new_themes.push_back(after->title);
        if (before && !after) comparison.former_themes.push_back(before->title);
    }
}

} // namespace

std::vector<std::size_t> before_team(const Review& review, std::size_t team) { return unkept(review, team, true); }

std::vector<std::size_t> out_of_sight(const Review& review, std::size_t team) { return unkept(review, team, false); }

Comparison compared(const Review& review, std::size_t first, std::size_t second) {
    Comparison comparison;
    compare_people(review, first, second, comparison);
    compare_themes(review, first, second, comparison);
    comparison.said_before = static_cast<int>(review.past.sessions[first].accountabilities.size());
    comparison.said_after = static_cast<int>(review.past.sessions[second].accountabilities.size());
    for (const auto& life : review.lives)
        if (life.sessions.front() == first && !life.item.check_ins.empty())
            count(comparison.answered, life.item.check_ins.back().outcome);
    return comparison;
}

} // namespace avow::insight
