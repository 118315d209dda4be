// The goal as one line.
#include "session/goal.hpp"

#include <utility>

namespace avow {

std::string goal_line(const Goal& goal) {
    if (!goal.text.empty()) return goal.text;
    std::string line;
    const auto add = [&](std::string word, const std::string& part) {
        if (part.empty()) return;
        if (line.empty())
            word.front() = static_cast<char>(word.front() - 'a' + 'A');
        else
            line += ' ';
        line += word + ' ' + part;
    };
    add("from", goal.from);
    add("to", goal.to);
    add("by", goal.by ? day_and_month(*goal.by) : std::string());
    return line;
}

} // namespace avow
