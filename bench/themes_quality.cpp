// How good proposals are on sets whose themes are known: themes_quality [--lexicon FOLDER] [--show] [--live] SAMPLES.jsonl ...
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
    for (int at = 1; at < count; ++at) {
        const std::string word = words[at];
        if (word == "--lexicon" && at + 1 < count) {
            knowledge = avow::lexicon_in(words[++at]);
        } else if (word == "--show") {
            is_shown = true;
        } else if (word == "--live") {
            is_live = true;
        } else {
            measure(word, knowledge, is_shown, is_live);
        }
    }
}
