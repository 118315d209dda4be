// What Align left as tables, for a workbook's further sheets; CSV has the accountabilities alone.
#pragma once

#include "report/table.hpp"

#include <string_view>
#include <vector>

namespace avow::report {

struct Table {
    std::string_view title; // of the sheet
    std::vector<Column> columns;
    std::vector<Cells> rows;
};

// Expectations once they are open, asks, objections: those in which there is something.
std::vector<Table> align_tables(const Session&);

} // namespace avow::report
