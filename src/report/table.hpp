// The accountabilities as a table before it is written: one row each, in seat order, then as said
// (of a stage: in the order that stage shows them). CSV and XLSX are two
// ways to write it.
#pragma once

#include "report/part.hpp"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace avow::report {

struct Column {
    std::string_view title;
    int width = 10; // in digits, for a program that shows columns
};

std::span<const Column> columns();

using Cell = std::variant<std::string, Date, Moment, int>; // a date that is not set is an empty string
using Cells = std::vector<Cell>;                           // as many as there are columns

std::vector<Cells> table_of(const Session&, const Part&);

// Words as a cell may hold them: a control character would be refused or acted on by what reads the table; line ends and
// tabs are at home in a cell.
std::string printable(std::string_view words);

} // namespace avow::report
