// How the command line talks: sentences to standard error, answers to standard output or, with -o, into a file whole or
// not at all. No control character of a file passes through here to a terminal.
#pragma once

#include "cli/cli.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace avow::cli {

void say(Console&, std::string_view sentence);                  // a message
Status refuse(Console&, Status why, std::string_view sentence); // the same, and the status to give back

std::filesystem::path path_of(const std::string& word); // a word of the command line, UTF-8, as a path
std::string shown(const std::filesystem::path&);        // as it may stand in a sentence
std::string some_of(const std::vector<std::string>& names, std::size_t most); // "Ana, Bo and 3 more"

// What an answer is made of: on a terminal the words of JSON keep what they say, other words show a sign instead. Bytes are no
// words and are not for a terminal.
enum class Wrapping { text, json, bytes };

// The words of `-o`, read: a folder there gets a file named after what is written, made safe for every system.
struct Destination {
    std::filesystem::path path; // empty or "-": standard output
};

// Where `-o` leads. `called` and `ending` name the file when `-o` is a folder. Says so when the name had to be changed.
Destination destination(Console&, const std::string& word, std::string_view called, std::string_view ending);
bool is_same_file(Console&, const std::filesystem::path&, const std::filesystem::path&);
// Why nothing may be written there: it is one of the files being read.
std::optional<std::string> why_not_there(Console&, const Destination&,
                                         const std::vector<std::filesystem::path>& inputs);
void deliver(Console&, const Destination&, const std::string& bytes, Wrapping); // throws DiskError

// Words as the name of a file on any system: no separators, no reserved names, at most 100 bytes and the ending.
std::string safe_file_name(std::string_view words);

} // namespace avow::cli
