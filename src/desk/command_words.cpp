// Commands in words: found by what was typed, their keys as people write them, and the list of the manual.
#include "desk/commands.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

// Whether each typed word begins a word of the text.
bool answers_to(const std::string& text, const std::vector<std::string>& typed) {
    const std::string row = folded(text);
    return std::ranges::all_of(typed, [&](const std::string& word) {
        for (std::size_t at = row.find(word); at != std::string::npos; at = row.find(word, at + 1))
            if (at == 0 || row[at - 1] == ' ' || row[at - 1] == '(') return true;
        return false;
    });
}

bool answers_to(const Command& command, const std::vector<std::string>& typed) {
    return answers_to(std::string(command.words) + " " + std::string(command.menu) + " " + std::string(command.help),
                      typed);
}

std::vector<std::string> words_in(std::string_view typed) {
    std::vector<std::string> words;
    for (const char letter : folded(typed) + " ")
        if (letter == ' ')
            words.emplace_back();
        else if (words.empty())
            words.push_back({letter});
        else
            words.back() += letter;
    std::erase(words, std::string{});
    return words;
}

} // namespace

std::vector<const Command*> commands_for(const Desk& desk, std::string_view typed) {
    const auto words = words_in(typed);
    std::vector<const Command*> found;
    for (const auto& row : commands())
        if (row.is_offered(desk) && answers_to(row, words)) found.push_back(&row);
    // Rows whose own words begin with what was typed come before those whose words have it, and these before those that
    // only mention it.
    const auto move_up = [&](auto is_better) { std::stable_partition(found.begin(), found.end(), is_better); };
    move_up([&](const Command* row) { return answers_to(std::string(row->words), words); });
    if (!words.empty()) move_up([&](const Command* row) { return folded(row->words).find(words.front()) == 0; });
    return found;
}

std::string written(std::string_view key) {
    if (key == "+") return std::string(key);
    std::string text(key);
    for (const auto& [from, to] : {std::pair{"PageDown", "PgDn"},
                                   {"PageUp", "PgUp"},
                                   {"Escape", "Esc"},
                                   {"Equal", "="},
                                   {"Minus", "−"},
                                   {"KeypadSubtract", "−"},
                                   {"Delete", "Del"},
                                   {"Up", "↑"},
                                   {"Down", "↓"},
                                   {"Left", "←"},
                                   {"Right", "→"}})
        if (const auto at = text.find(from);
            at != std::string::npos && at + std::string_view(from).size() == text.size()) {
            text.replace(at, std::string_view(from).size(), to);
            break;
        }
    std::ranges::replace(text, '+', ' ');
    return text;
}

std::string written_keys(const Command& row) {
    if (row.keys.size() > 3) { // "Shift 1–9"
        const auto last = row.keys.back();
        return written(row.keys.front()) + "–" + written(last.substr(last.rfind('+') + 1));
    }
    std::string all;
    for (const auto& key : row.keys)
        if (!key.starts_with("Keypad")) all += (all.empty() ? "" : ", ") + written(key);
    return all;
}

std::string manual_of_commands() {
    std::string text;
    std::string_view menu;
    for (const auto& row : commands()) {
        if (row.menu != menu) {
            menu = row.menu;
            text += fmt::format("\n### {}\n\n| Command | Keys | |\n|---|---|---|\n", menu);
        }
        text += fmt::format("| {} | {} | {} |\n", row.words, written_keys(row), row.help);
    }
    return text;
}

} // namespace avow::desk
