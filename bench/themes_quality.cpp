// How good proposals are on sets whose themes are known: themes_quality [--lexicon FOLDER]
// [--vectors FILE] [--show] [--curve] [--live] SAMPLES.jsonl ...
// A file is either one sample a line ({"ws","set","items":[{"id","text","theme"}]}) or one statement a line, the whole
// file then being one sample. For each file: medians of ARI, V-measure, B-cubed F1, moves, saved, pair precision, the
// share of right guided proposals, and the time of a proposal. The sets themselves are other people's: none is kept here.
#include "support/lexicon.hpp"
#include "themes/themes.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace avow::themes;

struct Sample {
    std::vector<Statement> statements;
    std::vector<std::string> gold;
};

// --- Reading: strings only, as far as the sets need it ---

unsigned hex_at(const std::string& line, std::size_t at) {
    return static_cast<unsigned>(std::stoul(line.substr(at, 4), nullptr, 16));
}

void append_utf8(std::string& text, unsigned code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0 | (code >> 6));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0 | (code >> 12));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | (code >> 18));
        text += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    }
}

// The string that begins at the quote at `at`; leaves `at` after its end.
std::string string_at(const std::string& line, std::size_t& at) {
    std::string text;
    for (++at; at < line.size() && line[at] != '"'; ++at) {
        if (line[at] != '\\') {
            text += line[at];
            continue;
        }
        ++at;
        switch (line[at]) {
        case 'n': text += '\n'; break;
        case 't': text += '\t'; break;
        case 'u': {
            unsigned code = hex_at(line, at + 1);
            at += 4;
            if (code >= 0xD800 && code < 0xDC00 && line[at + 1] == '\\') {
                code = 0x10000 + ((code - 0xD800) << 10) + (hex_at(line, at + 3) - 0xDC00);
                at += 6;
            }
            append_utf8(text, code);
            break;
        }
        default: text += line[at];
        }
    }
    ++at;
    return text;
}

void read_line(const std::string& line, Sample& sample) {
    std::string id;
    std::string text;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] != '"') {
            ++at;
            continue;
        }
        const auto key = string_at(line, at);
        at = std::min(line.find_first_not_of(": ", at), line.size());
        if (at >= line.size() || line[at] != '"') {
            continue;
        }
        const auto value = string_at(line, at);
        if (key == "id") {
            id = value;
        } else if (key == "text") {
            text = value;
        } else if (key == "theme") {
            sample.statements.push_back({id, text, std::nullopt});
            sample.gold.push_back(value);
        }
    }
}

std::vector<Sample> samples_of(const std::string& path) {
    std::ifstream file(path);
    std::vector<Sample> samples;
    bool is_one_sample = false;
    for (std::string line; std::getline(file, line);) {
        const bool is_statement = line.find("\"items\"") == std::string::npos;
        if (!is_statement || !is_one_sample) {
            samples.emplace_back();
        }
        is_one_sample = is_statement;
        read_line(line, samples.back());
    }
    return samples;
}

// --- Scores ---

using Grouping = std::vector<std::size_t>;

Grouping numbered(const std::vector<std::string>& names) {
    std::map<std::string, std::size_t> numbers;
    Grouping grouping;
    for (const auto& name : names) {
        grouping.push_back(numbers.try_emplace(name, numbers.size()).first->second);
    }
    return grouping;
}

Grouping grouping_of(const Proposal& proposal, std::size_t count) {
    Grouping grouping(count);
    std::size_t next = 0;
    for (const auto& theme : proposal.themes) {
        for (const auto member : theme.members) {
            grouping[member] = next;
        }
        ++next;
    }
    for (const auto single : proposal.single_voices) {
        grouping[single] = next++;
    }
    return grouping;
}

struct Table {
    std::vector<std::vector<double>> cells; // by proposed, then gold
    std::vector<double> rows;
    std::vector<double> columns;
    double total = 0;
};

Table table_of(const Grouping& proposed, const Grouping& gold) {
    Table table;
    const auto rows = *std::max_element(proposed.begin(), proposed.end()) + 1;
    const auto columns = *std::max_element(gold.begin(), gold.end()) + 1;
    table.cells.assign(rows, std::vector<double>(columns, 0));
    table.rows.assign(rows, 0);
    table.columns.assign(columns, 0);
    for (std::size_t at = 0; at < gold.size(); ++at) {
        ++table.cells[proposed[at]][gold[at]];
        ++table.rows[proposed[at]];
        ++table.columns[gold[at]];
    }
    table.total = static_cast<double>(gold.size());
    return table;
}

double pairs(double count) { return count * (count - 1) / 2; }

double pairs_within(const std::vector<double>& counts) {
    double sum = 0;
    for (const double count : counts) {
        sum += pairs(count);
    }
    return sum;
}

double pairs_shared(const Table& table) {
    double sum = 0;
    for (const auto& row : table.cells) {
        sum += pairs_within(row);
    }
    return sum;
}

double adjusted_rand(const Table& table) {
    const double shared = pairs_shared(table);
    const double proposed = pairs_within(table.rows);
    const double gold = pairs_within(table.columns);
    const double expected = proposed * gold / pairs(table.total);
    const double most = (proposed + gold) / 2;
    return most == expected ? 1 : (shared - expected) / (most - expected);
}

double pair_precision(const Table& table) {
    const double proposed = pairs_within(table.rows);
    return proposed > 0 ? pairs_shared(table) / proposed : 1;
}

double entropy(const std::vector<double>& counts, double total) {
    double sum = 0;
    for (const double count : counts) {
        sum -= count > 0 ? count / total * std::log(count / total) : 0;
    }
    return sum;
}

double v_measure(const Table& table) {
    double joint = 0;
    for (const auto& row : table.cells) {
        joint += entropy(row, table.total);
    }
    const double proposed = entropy(table.rows, table.total);
    const double gold = entropy(table.columns, table.total);
    const double mutual = proposed + gold - joint;
    return proposed + gold > 0 ? 2 * mutual / (proposed + gold) : 1;
}

double b_cubed(const Table& table) {
    double precision = 0;
    double recall = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const double both = table.cells[row][column];
            precision += both * both / table.rows[row] / table.total;
            recall += both * both / table.columns[column] / table.total;
        }
    }
    return 2 * precision * recall / (precision + recall);
}

// The worth of the best one-to-one matching of rows to columns, either left out at no cost (Hungarian method).
double best_matching(const std::vector<std::vector<double>>& worth) {
    const std::size_t size = std::max(worth.size(), worth.front().size());
    std::vector<double> row_price(size + 1, 0);
    std::vector<double> column_price(size + 1, 0);
    std::vector<std::size_t> row_of(size + 1, 0);
    std::vector<std::size_t> way(size + 1, 0);
    const auto cost = [&](std::size_t row, std::size_t column) {
        const bool is_real = row <= worth.size() && column <= worth.front().size();
        return is_real ? -std::max(worth[row - 1][column - 1], 0.0) : 0.0;
    };
    for (std::size_t row = 1; row <= size; ++row) {
        row_of[0] = row;
        std::size_t column = 0;
        std::vector<double> least(size + 1, 1e18);
        std::vector<bool> is_used(size + 1, false);
        do {
            is_used[column] = true;
            std::size_t next = 0;
            double delta = 1e18;
            for (std::size_t other = 1; other <= size; ++other) {
                if (is_used[other]) {
                    continue;
                }
                const double reduced = cost(row_of[column], other) - row_price[row_of[column]] - column_price[other];
                if (reduced < least[other]) {
                    least[other] = reduced;
                    way[other] = column;
                }
                if (least[other] < delta) {
                    delta = least[other];
                    next = other;
                }
            }
            for (std::size_t other = 0; other <= size; ++other) {
                if (is_used[other]) {
                    row_price[row_of[other]] += delta;
                    column_price[other] -= delta;
                } else {
                    least[other] -= delta;
                }
            }
            column = next;
        } while (row_of[column] != 0);
        while (column != 0) {
            row_of[column] = row_of[way[column]];
            column = way[column];
        }
    }
    double sum = 0;
    for (std::size_t column = 1; column <= size; ++column) {
        sum -= cost(row_of[column], column);
    }
    return sum;
}

// The fewest drags and merges that make the proposal the gold. A proposed theme becomes a gold one (what lies right in
// it is kept), or is merged into another (kept too, for one move), or is taken apart.
double moves(const Table& table) {
    auto worth = table.cells;
    double merged = 0;
    for (auto& row : worth) {
        const double merge = std::max(*std::max_element(row.begin(), row.end()) - 1, 0.0);
        merged += merge;
        for (auto& cell : row) {
            cell -= merge;
        }
    }
    return table.total - merged - best_matching(worth);
}

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

// --- A facilitator who puts right what is most visibly wrong ---

// The wall while it is put right: where each statement lies (empty: alone), and which lie there by hand.
struct Wall {
    std::vector<std::string> keys;
    std::vector<bool> is_by_hand;
    bool is_proposed = false; // once
};

Table table_of(const Wall& wall, const Grouping& gold) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < wall.keys.size(); ++at)
        names.push_back(wall.keys[at].empty() ? "alone " + std::to_string(at) : wall.keys[at]);
    return table_of(numbered(names), gold);
}

// The theme on the wall that is meant by each one of the gold: the one with most of its statements that is nobody's yet,
// the largest first. A theme of one statement has none: it stands alone.
std::map<std::size_t, std::string> homes_of(const Wall& wall, const Grouping& gold) {
    std::map<std::pair<std::size_t, std::string>, int> counts;
    std::map<std::size_t, int> sizes;
    for (std::size_t at = 0; at < gold.size(); ++at) {
        ++sizes[gold[at]];
        if (!wall.keys[at].empty()) ++counts[{gold[at], wall.keys[at]}];
    }
    std::vector<std::pair<int, std::pair<std::size_t, std::string>>> ranked;
    for (const auto& [pair, count] : counts)
        if (sizes[pair.first] > 1 && count > 1) ranked.push_back({-count, pair});
    std::sort(ranked.begin(), ranked.end());
    std::map<std::size_t, std::string> homes;
    std::set<std::string> taken;
    for (const auto& [count, pair] : ranked)
        if (!homes.contains(pair.first) && taken.insert(pair.second).second) homes.insert(pair);
    for (const auto& [theme, size] : sizes)
        if (size > 1) homes.emplace(theme, "by hand " + std::to_string(theme));
    return homes;
}

// One correction: two themes that are one are merged, the largest gain first; else the card that is wrong in the largest
// theme goes where it belongs. False when all is right.
bool correct(Wall& wall, const Grouping& gold) {
    const auto homes = homes_of(wall, gold);
    std::map<std::string, std::map<std::size_t, int>> contents;
    for (std::size_t at = 0; at < gold.size(); ++at)
        if (!wall.keys[at].empty()) ++contents[wall.keys[at]][gold[at]];
    std::pair<int, std::string> best_merge;
    for (const auto& [key, themes] : contents)
        for (const auto& [theme, count] : themes) {
            int others = 0;
            for (const auto& [other, other_count] : themes) others += other == theme ? 0 : other_count;
            const auto home = homes.find(theme);
            if (home != homes.end() && home->second != key && count > 1 && others == 0)
                best_merge = std::max(best_merge, {count, key});
        }
    if (best_merge.first > 0) {
        const auto from = best_merge.second;
        const auto into = homes.at(contents[from].begin()->first);
        for (std::size_t at = 0; at < gold.size(); ++at)
            if (wall.keys[at] == from || wall.keys[at] == into) {
                wall.keys[at] = into;
                wall.is_by_hand[at] = true;
            }
        return true;
    }
    std::pair<int, std::size_t> worst{0, 0};
    for (std::size_t at = 0; at < gold.size(); ++at) {
        const auto home = homes.find(gold[at]);
        const auto right = home == homes.end() ? std::string() : home->second;
        if (wall.keys[at] == right) continue;
        int neighbours = 1;
        for (const auto& key : wall.keys) neighbours += !key.empty() && key == wall.keys[at] ? 1 : 0;
        if (neighbours > worst.first) worst = {neighbours, at};
    }
    if (worst.first == 0) return false;
    const auto home = homes.find(gold[worst.second]);
    wall.keys[worst.second] = home == homes.end() ? std::string() : home->second;
    wall.is_by_hand[worst.second] = true;
    return true;
}

// Proposed anew around what lies by hand; who was set apart by hand is not asked.
void propose_around(Wall& wall, const Sample& sample, const Knowledge& knowledge) {
    const bool is_proposed = wall.is_proposed;
    std::vector<Statement> asked;
    std::vector<Placement> previous;
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < wall.keys.size(); ++at) {
        if (wall.is_by_hand[at] && wall.keys[at].empty()) continue;
        auto statement = sample.statements[at];
        if (wall.is_by_hand[at]) statement.theme = wall.keys[at];
        const bool is_alone = wall.keys[at].empty();
        if (is_proposed) previous.push_back({statement.id, is_alone ? std::nullopt : std::optional(wall.keys[at]), {}});
        asked.push_back(std::move(statement));
        places.push_back(at);
    }
    const auto next = placements_of(propose(asked, knowledge, previous), asked);
    wall.is_proposed = true;
    for (std::size_t at = 0; at < places.size(); ++at) wall.keys[places[at]] = next[at].theme.value_or("");
}

// The moves that are left after each of so many corrections.
std::vector<double> curve(const Sample& sample, const Knowledge& knowledge, bool does_learn) {
    constexpr int corrections = 10;
    const auto gold = numbered(sample.gold);
    Wall wall{std::vector<std::string>(gold.size()), std::vector<bool>(gold.size(), false), false};
    propose_around(wall, sample, knowledge);
    std::vector<double> left = {moves(table_of(wall, gold))};
    while (left.size() <= corrections) {
        if (correct(wall, gold) && does_learn) propose_around(wall, sample, knowledge);
        left.push_back(moves(table_of(wall, gold)));
    }
    return left;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double mean(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
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

// Moves left after 0, 1, ... corrections, without learning and with it; means over the samples.
void show_curve(const std::string& path, const Knowledge& knowledge) {
    constexpr std::size_t most_samples = 12;
    auto samples = samples_of(path);
    samples.resize(std::min(samples.size(), most_samples));
    for (const bool does_learn : {false, true}) {
        std::vector<double> sums;
        for (const auto& sample : samples) {
            const auto left = curve(sample, knowledge, does_learn);
            sums.resize(left.size());
            for (std::size_t at = 0; at < left.size(); ++at) sums[at] += left[at];
        }
        std::printf("%-28s %s", path.substr(path.find_last_of('/') + 1).c_str(), does_learn ? "learns" : "alone ");
        for (const double sum : sums) std::printf(" %5.1f", sum / static_cast<double>(samples.size()));
        std::printf("\n");
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
    Knowledge knowledge;
    bool is_shown = false;
    bool is_live = false;
    bool is_curve = false;
    for (int at = 1; at < count; ++at) {
        const std::string word = words[at];
        if (word == "--lexicon" && at + 1 < count) {
            knowledge = avow::lexicon_in(words[++at]);
        } else if (word == "--vectors" && at + 1 < count) {
            std::ifstream file(words[++at], std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(file)), {});
            knowledge.vectors = vectors_from(bytes, words[at], knowledge.language);
        } else if (word == "--show") {
            is_shown = true;
        } else if (word == "--curve") {
            is_curve = true;
        } else if (word == "--live") {
            is_live = true;
        } else if (is_curve) {
            show_curve(word, knowledge);
        } else {
            measure(word, knowledge, is_shown, is_live);
        }
    }
}
