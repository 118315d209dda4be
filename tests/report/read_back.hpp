// Words read back out of what was written, as a program that opens it would: each of these undoes one way of quoting.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace avow::read_back {

// RFC 4180, read strictly: rows of cells. Throws std::runtime_error.
std::vector<std::vector<std::string>> rows_of_csv(std::string_view text);

// Statements in the order they stand.
std::vector<std::string> statements_in_csv(std::string_view);
std::vector<std::string> statements_in_json(std::string_view); // every member called "statement"
std::vector<std::string> statements_in_html(std::string_view);
std::vector<std::string> statements_in_markdown(std::string_view);
std::vector<std::string> statements_in_agenda_html(std::string_view); // those that are told whole
std::vector<std::string> headings_in_agenda(std::string_view markdown);

} // namespace avow::read_back
