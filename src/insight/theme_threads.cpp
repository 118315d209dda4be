#include "insight/theme_threads.hpp"

#include "insight/coverage.hpp"
#include "session/text.hpp"
#include "themes/words.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

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
    Bags last;                    // of its last appearance on a wall
    std::set<std::string> titles; // all it ever had, folded
};

// What of a session could go on in which thread, the likest first.
struct Match {
    double likeness = 0;
    std::size_t spun = 0;
    std::size_t theme = 0;
};

class Spinner {
public:
    Spinner(const Past& past, const themes::Knowledge& knowledge)
        : past_(past), knowledge_(knowledge), stemmer_(knowledge.language) {}

    std::vector<Spun> spin(const Team& team, std::size_t team_at) {
        spun_.clear();
        for (const auto session : team.sessions) {
            add_walls(session, team_at);
            add_carried(session);
        }
        return std::move(spun_);
    }

private:
    std::vector<Match> matches(const std::vector<Bags>& bags, const Session& session) const {
        std::vector<Match> all;
        for (std::size_t theme = 0; theme < bags.size(); ++theme)
            for (std::size_t at = 0; at < spun_.size(); ++at) {
                const auto likeness = compare(spun_[at].last, bags[theme]);
                const bool is_same_title = spun_[at].titles.contains(folded(session.themes[theme].title));
                if (is_same_title || is_enough(likeness))
                    all.push_back({is_same_title ? 2 : std::max(likeness.titles, likeness.words), at, theme});
            }
        std::ranges::stable_sort(all, std::greater<>(), &Match::likeness);
        return all;
    }

    void add_walls(std::size_t at, std::size_t team) {
        const auto& session = past_.sessions[at];
        std::vector<Bags> bags;
        for (const auto& theme : session.themes)
            bags.push_back(bags_of(words_in(session, theme), stemmer_, knowledge_));
        std::set<std::size_t> taken;
        std::set<std::size_t> placed;
        for (const auto& match : matches(bags, session)) {
            if (taken.contains(match.spun) || placed.contains(match.theme)) continue;
            taken.insert(match.spun);
            placed.insert(match.theme);
            put(spun_[match.spun], at, session.themes[match.theme], bags[match.theme]);
        }
        for (std::size_t theme = 0; theme < session.themes.size(); ++theme) {
            if (placed.contains(theme)) continue;
            spun_.emplace_back();
            spun_.back().thread.team = team;
            put(spun_.back(), at, session.themes[theme], bags[theme]);
        }
    }

    void put(Spun& spun, std::size_t at, const Theme& theme, const Bags& bags) const {
        const auto found = count_of(past_.sessions[at], theme.id);
        auto& thread = spun.thread;
        if (!thread.title.empty() && folded(thread.title) != folded(theme.title) &&
            std::ranges::find(thread.former_titles, thread.title) == thread.former_titles.end())
            thread.former_titles.push_back(thread.title);
        std::erase(thread.former_titles, theme.title);
        thread.title = theme.title;
        thread.in.push_back({at, theme.title, found.items, found.people, 0});
        spun.last = bags;
        spun.titles.insert(folded(theme.title));
    }

    void add_carried(std::size_t at) {
        for (const auto& item : past_.sessions[at].carried) {
            if (!item.lineage || item.lineage->theme.empty()) continue;
            const auto of = std::ranges::find_if(
                spun_, [&](const Spun& one) { return one.titles.contains(folded(item.lineage->theme)); });
            if (of == spun_.end()) continue;
            auto& in = of->thread.in;
            if (in.back().session != at) in.push_back({at, "", 0, 0, 0});
            ++in.back().carried;
        }
    }

    const Past& past_;
    const themes::Knowledge& knowledge_;
    themes::Stemmer stemmer_;
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

// The outcome of a life counts for the theme it lies under, by the titles that theme has had.
void count_kept(Spun& spun, const std::vector<Life>& lives) {
    for (const auto& life : lives)
        if (life.team == spun.thread.team && !life.item.check_ins.empty() && spun.titles.contains(folded(life.theme)))
            count(spun.thread.kept, life.item.check_ins.back().outcome);
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
                                          const std::vector<Life>& lives, const themes::Knowledge& knowledge) {
    std::vector<ThemeThread> threads;
    Spinner spinner(past, knowledge);
    for (std::size_t team = 0; team < teams.size(); ++team) {
        const auto first = static_cast<std::ptrdiff_t>(threads.size());
        for (auto& spun : spinner.spin(teams[team], team)) {
            count_running(spun.thread, teams[team]);
            count_kept(spun, lives);
            threads.push_back(std::move(spun.thread));
        }
        std::stable_sort(threads.begin() + first, threads.end(), [](const ThemeThread& one, const ThemeThread& other) {
            return walls_of(one) > walls_of(other);
        });
    }
    return threads;
}

} // namespace avow::insight
