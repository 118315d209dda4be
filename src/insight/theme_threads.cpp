#include "insight/theme_threads.hpp"

#include "insight/coverage.hpp"
#include "insight/settled.hpp"
#include "session/text.hpp"
#include "themes/words.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <ranges>
#include <set>
#include <utility>

namespace avow::insight {

namespace {

// Tried on the sample teams: "Quick answers" and "Answers the same day" are one at 0.6, "Quick answers" and "Quick
// decisions" share half and are two.
constexpr double least_likeness_of_titles = 0.6;
constexpr double least_likeness_of_words = 0.5;

using Bag = std::map<std::string, double>; // stem, and what it weighs here

double weight_of(const Bag& bag) {
    double sum = 0;
    for (const auto& [stem, weight] : bag) sum += weight;
    return sum;
}

Bag bag_of(std::string_view text, const themes::Stemmer& stemmer, const themes::Knowledge& knowledge) {
    Bag bag;
    for (const auto& word : themes::words_of(text, stemmer)) bag[word.stem] = themes::weight_of(word, knowledge);
    return bag;
}

struct Bags {
    Bag title;
    Bag said;
};

Bags bags_of(const ThemeWords& theme, const themes::Stemmer& stemmer, const themes::Knowledge& knowledge) {
    Bags bags;
    bags.title = bag_of(theme.title, stemmer, knowledge);
    for (const auto& statement : theme.statements)
        for (const auto& [stem, weight] : bag_of(statement, stemmer, knowledge)) bags.said[stem] += weight;
    return bags;
}

double title_share(const Bag& one, const Bag& other) {
    double shared = 0;
    for (const auto& [stem, weight] : one)
        if (other.contains(stem)) shared += weight;
    const double shorter = std::min(weight_of(one), weight_of(other));
    return shorter > 0 ? std::min(1.0, shared / shorter) : 0;
}

double cosine(const Bag& one, const Bag& other) {
    double shared = 0;
    double length = 0;
    double other_length = 0;
    for (const auto& [stem, weight] : one) {
        length += weight * weight;
        if (const auto same = other.find(stem); same != other.end()) shared += weight * same->second;
    }
    for (const auto& [stem, weight] : other) other_length += weight * weight;
    return shared > 0 ? shared / std::sqrt(length * other_length) : 0;
}

struct Likeness {
    double titles = 0;
    double words = 0;
};

Likeness compare(const Bags& one, const Bags& other) {
    return {title_share(one.title, other.title), cosine(one.said, other.said)};
}

bool is_enough(const Likeness& likeness) {
    return likeness.titles >= least_likeness_of_titles || likeness.words >= least_likeness_of_words;
}

ThemeWords words_in(const Session& session, const Theme& theme) {
    ThemeWords words{theme.title, {}};
    for (const auto* item : items_of(session, theme.id)) words.statements.push_back(item->statement);
    return words;
}

// A thread while it is spun.
struct Spun {
    ThemeThread thread;
    Bags last;                                              // of its last appearance on a wall
    std::set<std::string> titles;                           // all it ever had, folded
    std::vector<std::pair<std::size_t, std::string>> named; // and in which session; folded
    std::set<ParticipantId> heard;                          // who spoke under it in its last session
};

// What of a session could go on in which thread, the likest first.
struct Match {
    double likeness = 0;
    std::size_t spun = 0;
    std::size_t theme = 0;
    Joining joining = Joining::first;
};

class Spinner {
public:
    Spinner(const Past& past, const themes::Knowledge& knowledge, const Joins& joins)
        : past_(past), knowledge_(knowledge), stemmer_(knowledge.language),
          told_(settled(joins, Join::Kind::theme).joins) {}

    std::vector<Spun> spin(const Team& team, std::size_t team_at) {
        spun_.clear();
        team_ = &team;
        for (const auto session : team.sessions) {
            add_walls(session, team_at);
            add_carried(session);
        }
        return std::move(spun_);
    }

private:
    bool is_told(const Named& named, std::size_t at, const std::string& folded_title) const {
        return is_meant(named, folded_title, past_.sessions[at].date, 0) &&
               (named.team.empty() || is_called(*team_, folded(named.team)));
    }

    // Whether somebody said that the theme is that of the thread, or that it is not; the newest word on it.
    std::optional<bool> told(const Spun& spun, std::size_t at, const std::string& folded_title) const {
        for (const auto& join : told_)
            for (const auto& [session, title] : spun.named)
                if ((is_told(join.one, at, folded_title) && is_told(join.other, session, title)) ||
                    (is_told(join.other, at, folded_title) && is_told(join.one, session, title)))
                    return join.is_same;
        return std::nullopt;
    }

    std::optional<Match> match(std::size_t spun, std::size_t theme, std::size_t at, const Bags& bags) const {
        const auto title = folded(past_.sessions[at].themes[theme].title);
        const auto said = told(spun_[spun], at, title);
        if (said) return *said ? std::optional(Match{3, spun, theme, Joining::confirmed}) : std::nullopt;
        if (spun_[spun].titles.contains(title)) return Match{2, spun, theme, Joining::by_title};
        const auto likeness = compare(spun_[spun].last, bags);
        if (!is_enough(likeness)) return std::nullopt;
        return Match{std::max(likeness.titles, likeness.words), spun, theme, Joining::by_words};
    }

    // The likest first; of those as alike the thread that was seen last.
    std::vector<Match> matches(const std::vector<Bags>& bags, std::size_t at) const {
        std::vector<Match> all;
        for (std::size_t theme = 0; theme < bags.size(); ++theme)
            for (std::size_t spun = 0; spun < spun_.size(); ++spun)
                if (const auto found = match(spun, theme, at, bags[theme])) all.push_back(*found);
        std::ranges::stable_sort(all, std::greater<>(), [&](const Match& one) {
            return std::pair(one.likeness, spun_[one.spun].thread.in.back().session);
        });
        return all;
    }

    void add_walls(std::size_t at, std::size_t team) {
        const auto& session = past_.sessions[at];
        std::vector<Bags> bags;
        for (const auto& theme : session.themes)
            bags.push_back(bags_of(words_in(session, theme), stemmer_, knowledge_));
        std::set<std::size_t> taken;
        std::set<std::size_t> placed;
        for (const auto& match : matches(bags, at)) {
            const bool is_told = match.joining == Joining::confirmed;
            if ((taken.contains(match.spun) && !is_told) || placed.contains(match.theme)) continue;
            taken.insert(match.spun);
            placed.insert(match.theme);
            put(spun_[match.spun], at, session.themes[match.theme], bags[match.theme], match.joining);
        }
        for (std::size_t theme = 0; theme < session.themes.size(); ++theme)
            if (!placed.contains(theme)) begin(at, team, session.themes[theme], bags[theme]);
    }

    // A thread of its own; unless somebody said that it is one with another that began on the same wall.
    void begin(std::size_t at, std::size_t team, const Theme& theme, const Bags& bags) {
        const auto title = folded(theme.title);
        const auto same =
            std::ranges::find_if(spun_, [&](const Spun& one) { return told(one, at, title).value_or(false); });
        if (same != spun_.end()) return put(*same, at, theme, bags, Joining::confirmed);
        spun_.emplace_back();
        spun_.back().thread.team = team;
        put(spun_.back(), at, theme, bags, Joining::first);
    }

    void put(Spun& spun, std::size_t at, const Theme& theme, const Bags& bags, Joining joining) const {
        spun.titles.insert(folded(theme.title));
        spun.named.emplace_back(at, folded(theme.title));
        const auto items = items_of(past_.sessions[at], theme.id);
        const bool is_second_of_wall = !spun.thread.in.empty() && spun.thread.in.back().session == at;
        if (!is_second_of_wall) spun.heard.clear();
        for (const auto* item : items) spun.heard.insert(item->owner);
        if (is_second_of_wall) return add_to_last(spun, theme.title, static_cast<int>(items.size()));
        rename(spun.thread, theme.title);
        const auto found = count_of(past_.sessions[at], theme.id);
        spun.thread.in.push_back({at, theme.title, found.items, found.people, 0, joining});
        spun.last = bags;
    }

    static void add_to_last(Spun& spun, const std::string& title, int items) {
        auto& last = spun.thread.in.back();
        last.items += items;
        last.people = static_cast<int>(spun.heard.size());
        if (std::ranges::find(spun.thread.former_titles, title) == spun.thread.former_titles.end())
            spun.thread.former_titles.push_back(title);
    }

    static void rename(ThemeThread& thread, const std::string& title) {
        if (!thread.title.empty() && folded(thread.title) != folded(title) &&
            std::ranges::find(thread.former_titles, thread.title) == thread.former_titles.end())
            thread.former_titles.push_back(thread.title);
        std::erase(thread.former_titles, title);
        thread.title = title;
    }

    void add_carried(std::size_t at) {
        for (const auto& item : past_.sessions[at].carried) {
            if (!item.lineage || item.lineage->theme.empty()) continue;
            auto* of = last_called(folded(item.lineage->theme));
            if (!of) continue;
            auto& in = of->thread.in;
            if (in.back().session != at) in.push_back({at, "", 0, 0, 0, Joining::first});
            ++in.back().carried;
        }
    }

    Spun* last_called(const std::string& folded_title) {
        Spun* found = nullptr;
        for (auto& one : spun_)
            if (one.titles.contains(folded_title) &&
                (!found || one.thread.in.back().session > found->thread.in.back().session))
                found = &one;
        return found;
    }

    const Past& past_;
    const themes::Knowledge& knowledge_;
    themes::Stemmer stemmer_;
    Joins told_; // the newest first
    const Team* team_ = nullptr;
    std::vector<Spun> spun_;
};

void count_running(ThemeThread& thread, const Team& team) {
    thread.is_running = thread.in.back().session == team.sessions.back();
    auto session = std::ranges::find(team.sessions, thread.in.back().session);
    for (auto in = thread.in.rbegin(); in != thread.in.rend() && *session == in->session; ++in) {
        ++thread.running;
        if (session == team.sessions.begin()) break;
        --session;
    }
}

// Where a life lies: by the session it was said in and the title it had there; where that session is not here, by the title.
Spun* home_of(const Life& life, std::vector<Spun>& spun) {
    const auto title = folded(life.theme);
    Spun* by_title = nullptr;
    for (auto& one : spun) {
        if (!one.titles.contains(title)) continue;
        if (!by_title) by_title = &one;
        if (std::ranges::find(one.named, std::pair(life.sessions.front(), title)) != one.named.end()) return &one;
    }
    return by_title;
}

void count_kept(std::vector<Spun>& spun, std::size_t team, const std::vector<Life>& lives) {
    for (const auto& life : lives) {
        if (life.team != team || life.item.check_ins.empty()) continue;
        if (auto* home = home_of(life, spun)) count(home->thread.kept, life.item.check_ins.back().outcome);
    }
}

std::size_t walls_of(const ThemeThread& thread) {
    return static_cast<std::size_t>(
        std::ranges::count_if(thread.in, [](const Appearance& in) { return in.items > 0; }));
}

} // namespace

double likeness_of(const ThemeWords& one, const ThemeWords& other, const themes::Knowledge& knowledge) {
    const themes::Stemmer stemmer(knowledge.language);
    const auto likeness = compare(bags_of(one, stemmer, knowledge), bags_of(other, stemmer, knowledge));
    return std::max(likeness.titles, likeness.words);
}

bool recurs(const ThemeThread& thread) { return walls_of(thread) >= 2; }

std::vector<ThemeThread> theme_threads_of(const Past& past, const std::vector<Team>& teams,
                                          const std::vector<Life>& lives, const themes::Knowledge& knowledge,
                                          const Joins& joins) {
    std::vector<ThemeThread> threads;
    Spinner spinner(past, knowledge, joins);
    for (std::size_t team = 0; team < teams.size(); ++team) {
        const auto first = static_cast<std::ptrdiff_t>(threads.size());
        auto all = spinner.spin(teams[team], team);
        count_kept(all, team, lives);
        for (auto& spun : all) {
            count_running(spun.thread, teams[team]);
            threads.push_back(std::move(spun.thread));
        }
        std::stable_sort(threads.begin() + first, threads.end(), [](const ThemeThread& one, const ThemeThread& other) {
            return walls_of(one) > walls_of(other);
        });
    }
    return threads;
}

Sureness sureness_of(const ThemeThread& thread) {
    auto sureness = Sureness::alone;
    for (const auto& in : thread.in) {
        if (in.joining == Joining::by_words) return Sureness::likely;
        if (in.joining == Joining::confirmed) sureness = Sureness::confirmed;
        if (in.joining == Joining::by_title && sureness == Sureness::alone) sureness = Sureness::same_title;
    }
    return sureness;
}

namespace {

// The appearances on a wall, each with the one it was joined to.
std::vector<std::pair<const Appearance*, const Appearance*>> joints_of(const ThemeThread& thread) {
    std::vector<std::pair<const Appearance*, const Appearance*>> joints;
    const Appearance* before = nullptr;
    for (const auto& in : thread.in) {
        if (in.title.empty()) continue;
        if (before) joints.emplace_back(before, &in);
        before = &in;
    }
    return joints;
}

} // namespace

namespace {

Joins said_of(const std::pair<const Appearance*, const Appearance*>& joint, const std::string& team, bool is_same) {
    return {{Join::Kind::theme,
             is_same,
             {team, joint.first->title, std::nullopt, 0},
             {team, joint.second->title, std::nullopt, 0}}};
}

} // namespace

Joins confirming(const ThemeThread& thread, const std::string& team) {
    for (const auto& joint : joints_of(thread) | std::views::reverse)
        if (joint.second->joining == Joining::by_words) return said_of(joint, team, true);
    return {};
}

Joins taking_apart(const ThemeThread& thread, const std::string& team) {
    const auto joints = joints_of(thread);
    for (const auto joining : {Joining::by_words, Joining::confirmed})
        for (const auto& joint : joints | std::views::reverse)
            if (joint.second->joining == joining) return said_of(joint, team, false);
    return {};
}

} // namespace avow::insight
