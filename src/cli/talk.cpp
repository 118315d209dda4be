#include "cli/talk.hpp"

#include "report/plain_text.hpp"
#include "session/text.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <ostream>

namespace avow::cli {

namespace {

bool is_standard_output(const Destination& destination) { return destination.path.empty() || destination.path == "-"; }

// Windows keeps these names for devices, with any ending.
bool is_reserved(std::string_view name) {
    constexpr std::array devices = {"con", "prn", "aux", "nul"};
    std::string stem = folded(name.substr(0, name.find('.')));
    if (std::ranges::find(devices, stem) != devices.end()) return true;
    const bool is_port = stem.starts_with("com") || stem.starts_with("lpt");
    return is_port && stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9';
}

} // namespace

void say(Console& console, std::string_view sentence) {
    console.err << "avow: " << report::terminal_safe(sentence) << "\n";
}

Status refuse(Console& console, Status why, std::string_view sentence) {
    say(console, sentence);
    return why;
}

std::filesystem::path path_of(const std::string& word) {
    return std::filesystem::path(std::u8string(word.begin(), word.end()));
}

std::string shown(const std::filesystem::path& path) {
    const auto bytes = path.u8string();
    return report::on_one_line(std::string(bytes.begin(), bytes.end()));
}

std::string some_of(const std::vector<std::string>& names, std::size_t most) {
    const auto list = with_commas(names, most);
    return names.size() <= most ? list : list + " and " + std::to_string(names.size() - most) + " more";
}

std::string safe_file_name(std::string_view words) {
    constexpr std::string_view separators = "/\\:*?\"<>|";
    constexpr std::size_t most_bytes = 100;
    std::string name;
    for (const char c : clean_line(words)) name += separators.find(c) == std::string_view::npos ? c : '-';
    for (auto count = count_characters(name); name.size() > most_bytes; --count) name = first_characters(name, count);
    const auto begin = name.find_first_not_of(". -"); // a dot hides it, a dash makes it an option
    const auto end = name.find_last_not_of(". ");
    name = begin == std::string::npos ? "session" : name.substr(begin, end - begin + 1);
    if (is_reserved(name)) name.insert(std::min(name.find('.'), name.size()), "-");
    return name;
}

Destination destination(Console& console, const std::string& word, std::string_view called, std::string_view ending) {
    const auto path = path_of(word);
    storage::FileStatus status;
    const bool is_folder =
        !path.empty() && console.disk.status(path, status) == 0 && status.kind == storage::FileKind::folder;
    if (!is_folder) return {path};
    const std::string name = safe_file_name(called);
    const auto inside = path / path_of(name + std::string(ending));
    if (name != called) say(console, "made the name safe for every system: " + shown(inside));
    return {inside};
}

bool is_same_file(Console& console, const std::filesystem::path& one, const std::filesystem::path& other) {
    storage::FileStatus first;
    storage::FileStatus second;
    if (console.disk.status(one, first) != 0 || console.disk.status(other, second) != 0) return false;
    return first.device == second.device && first.inode == second.inode;
}

std::optional<std::string> why_not_there(Console& console, const Destination& destination,
                                         const std::vector<std::filesystem::path>& inputs) {
    if (is_standard_output(destination)) return std::nullopt;
    for (const auto& input : inputs)
        if (is_same_file(console, destination.path, input))
            return shown(destination.path) + " is the file being read. Nothing was written; name another file.";
    return std::nullopt;
}

void deliver(Console& console, const Destination& destination, const std::string& bytes, Wrapping wrapping) {
    if (!is_standard_output(destination)) {
        storage::replace_file(console.disk, destination.path, bytes);
        return;
    }
    errno = 0;
    switch (wrapping) {
    case Wrapping::text: console.out << report::terminal_safe(bytes); break;
    case Wrapping::json: console.out << report::terminal_safe_json(bytes); break;
    case Wrapping::bytes: console.out << bytes; break;
    }
    if (!console.out.flush()) throw storage::refused("write to", "standard output", errno != 0 ? errno : EIO);
}

} // namespace avow::cli
