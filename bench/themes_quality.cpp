// How good proposals are on sets whose themes are known: themes_quality [--lexicon FOLDER] [--vectors FILE] [--purposes FILE] [--show] [--live]
// SAMPLES.jsonl ... For each file: medians of ARI, V-measure, B-cubed F1, moves, saved, pair precision and the time of a
// proposal, what is vouched for and how much of it is right; with --live the share of right guided proposals, the cards that
// jump, and what comes of it. The sets themselves are other people's: none is kept here.
#include "scoring/samples.hpp"
#include "scoring/scores.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace avow::bench;
using namespace avow::themes;

// Each next statement of an already known theme, proposed while the earlier ones lie where a person put them.
double guided(const Sample& sample, const Knowledge& knowledge) {
    int right = 0;
    int asked = 0;
    std::vector<Statement> placed;
    std::set<std::string> known;
    for (std::size_t at = 0; at < sample.statements.size(); ++at) {
        auto statement = sample.statements[at];
        if (known.contains(sample.gold[at])) {
            placed.push_back(statement);
            const auto proposal = propose(placed, knowledge);
            for (const auto& theme : proposal.themes) {
                const bool is_here = std::find(theme.members.begin(), theme.members.end(), at) != theme.members.end();
                right += is_here && theme.key == sample.gold[at] ? 1 : 0;
            }
            ++asked;
            placed.pop_back();
        }
        known.insert(sample.gold[at]);
        statement.theme = sample.gold[at];
        placed.push_back(statement);
    }
    return asked > 0 ? static_cast<double>(right) / asked : 1;
}

// Of the pairs that are shown as sure, those that belong together; and the share of statements that are shown so.
struct Sure {
    double precision = 1;
    double share = 0;
};

Sure sure(const Sample& sample, const Proposal& proposal) {
    double right = 0;
    double all = 0;
    double statements = 0;
    for (const auto& theme : proposal.themes) {
        statements += static_cast<double>(theme.sure.size());
        for (const auto one : theme.sure) {
            for (const auto other : theme.sure) {
                if (one >= other) continue;
                right += sample.gold[one] == sample.gold[other] ? 1 : 0;
                ++all;
            }
        }
    }
    return {all > 0 ? right / all : 1, statements / static_cast<double>(sample.statements.size())};
}

struct Live {
    double jumps = 0; // cards on the wall whose theme changes, per arrival
    double ari = 0;   // at the end
};

Live live(const Sample& sample, const Knowledge& knowledge) {
    Live result;
    std::vector<Statement> heard;
    std::vector<Placement> wall;
    for (const auto& statement : sample.statements) {
        heard.push_back(statement);
        auto next = placements_of(propose(heard, knowledge, wall), heard);
        for (std::size_t at = 0; at < wall.size(); ++at) {
            result.jumps += wall[at].theme && wall[at].theme != next[at].theme ? 1 : 0;
        }
        wall = std::move(next);
    }
    result.jumps /= static_cast<double>(heard.size());
    std::vector<std::string> names;
    for (const auto& placement : wall) {
        names.push_back(placement.theme.value_or("~" + placement.id));
    }
    result.ari = adjusted_rand(table_of(numbered(names), numbered(sample.gold)));
    return result;
}

void show(const Sample& sample, const Proposal& proposal) {
    for (const auto& theme : proposal.themes) {
        std::cout << "\n  " << theme.label << "   [";
        for (const auto& word : theme.shared) {
            std::cout << word << "; ";
        }
        std::cout << "]\n";
        for (const auto member : theme.members) {
            std::cout << "    " << (member == theme.quote ? "* " : "- ") << sample.statements[member].text << "   <"
                      << sample.gold[member] << ">\n";
            if (const auto second = proposal.reasons[member].second_theme)
                std::cout << "        also: " << proposal.themes[*second].label << "\n";
        }
    }
    std::cout << "\n  single voices\n";
    for (const auto single : proposal.single_voices) {
        std::cout << "    - " << sample.statements[single].text << "   <" << sample.gold[single] << ">\n";
    }
}

void measure(const std::string& path, const Knowledge& knowledge, bool is_shown, bool is_live) {
    std::map<std::string, std::vector<double>> scores;
    for (const auto& sample : samples_of(path)) {
        const auto begin = std::chrono::steady_clock::now();
        const auto proposal = propose(sample.statements, knowledge);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
        const auto gold = numbered(sample.gold);
        const auto table = table_of(grouping_of(proposal, gold.size()), gold);
        const double moved = moves(table);
        scores["ari"].push_back(adjusted_rand(table));
        scores["v"].push_back(v_measure(table));
        scores["b3"].push_back(b_cubed(table));
        scores["moves"].push_back(moved);
        scores["saved"].push_back(1 - moved / (table.total - static_cast<double>(table.columns.size())));
        scores["precision"].push_back(pair_precision(table));
        scores["ms"].push_back(took.count());
        const auto vouched = sure(sample, proposal);
        scores["sure"].push_back(vouched.precision);
        scores["vouched"].push_back(vouched.share);
        if (is_live) {
            scores["guided"].push_back(guided(sample, knowledge));
            const auto lived = live(sample, knowledge);
            scores["jumps"].push_back(lived.jumps);
            scores["live"].push_back(lived.ari);
        }
        if (is_shown) {
            show(sample, proposal);
        }
    }
    const auto name = path.substr(path.find_last_of('/') + 1);
    std::printf("%-28s", name.c_str());
    for (const auto* score : {"ari", "v", "b3", "moves", "saved", "precision", "ms"}) {
        std::printf(" %s %.3f", score, median(scores[score]));
    }
    std::printf(" | mean ari %.3f saved %.3f", mean(scores["ari"]), mean(scores["saved"]));
    std::printf(" sure %.3f of %.3f", mean(scores["sure"]), mean(scores["vouched"]));
    if (is_live) {
        std::printf(" guided %.3f jumps %.3f live ari %.3f", mean(scores["guided"]), mean(scores["jumps"]),
                    mean(scores["live"]));
    }
    std::printf("\n");
}

} // namespace

int main(int count, char** words) {
    const auto asked = asked_in({words + 1, words + count});
    for (const auto& file : asked.files)
        measure(file, asked.knowledge, asked.flags.contains("--show"), asked.flags.contains("--live"));
}
