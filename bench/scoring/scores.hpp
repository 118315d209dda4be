// Scores of a grouping beside the right one.
#pragma once

#include "themes/themes.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace avow::bench {

using Grouping = std::vector<std::size_t>; // a number for each statement; the same number, the same theme

Grouping numbered(const std::vector<std::string>& names);
Grouping grouping_of(const themes::Proposal& proposal, std::size_t count); // single voices are themes of one

struct Table {
    std::vector<std::vector<double>> cells; // by proposed, then gold
    std::vector<double> rows;
    std::vector<double> columns;
    double total = 0;
};

Table table_of(const Grouping& proposed, const Grouping& gold);

double adjusted_rand(const Table& table);  // Hubert and Arabie 1985; 0 is chance, 1 the same
double pair_precision(const Table& table); // of the pairs put together, those that belong together
double v_measure(const Table& table);      // Rosenberg and Hirschberg 2007, beta 1
double b_cubed(const Table& table);        // Bagga and Baldwin 1998, F1

// The fewest drags and merges that make the proposal the gold. A proposed theme becomes a gold one (what lies right in
// it is kept), or is merged into another (kept too, for one move), or is taken apart.
double moves(const Table& table);

double mean(const std::vector<double>& values);
double median(std::vector<double> values);

} // namespace avow::bench
