#include "scoring/scores.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace avow::bench {

Grouping numbered(const std::vector<std::string>& names) {
    std::map<std::string, std::size_t> numbers;
    Grouping grouping;
    for (const auto& name : names) {
        grouping.push_back(numbers.try_emplace(name, numbers.size()).first->second);
    }
    return grouping;
}

Grouping grouping_of(const themes::Proposal& proposal, std::size_t count) {
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

namespace {

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

} // namespace

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

namespace {

double entropy(const std::vector<double>& counts, double total) {
    double sum = 0;
    for (const double count : counts) {
        sum -= count > 0 ? count / total * std::log(count / total) : 0;
    }
    return sum;
}

} // namespace

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

namespace {

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

} // namespace

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

} // namespace avow::bench
