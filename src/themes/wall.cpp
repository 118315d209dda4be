// Questions about a wall as it stands, whoever put the cards where they are.
#include "themes/closeness.hpp"
#include "themes/room.hpp"
#include "themes/themes.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace avow::themes {

namespace {

constexpr std::size_t least_to_split = 4;
constexpr double nearly_the_same = 0.86; // of 1, the same words

// The closenesses of a wall's statements by their words alone, and who lies where.
struct Wall {
    Closeness closeness;
    std::vector<std::pair<std::string, std::vector<std::size_t>>> themes; // in order of their keys
};

Wall wall_of(const std::vector<Statement>& statements, const Knowledge& knowledge) {
    Reader reader(language_of(statements, knowledge));
    std::vector<Reading> readings;
    std::map<std::string, std::vector<std::size_t>> members;
    for (std::size_t at = 0; at < statements.size(); ++at) {
        readings.push_back(reader.read_apart(statements[at].text));
        if (statements[at].theme) members[*statements[at].theme].push_back(at);
    }
    const auto shares = shares_for(words_shared_in(readings, reader));
    for (auto& reading : readings) reader.weigh(reading, shares);
    return {closeness_in_room(readings, std::vector<Standing>(readings.size())).pulled,
            {members.begin(), members.end()}};
}

// The mean closeness of those of one theme to those of another, or to one another.
double mean_closeness(const Wall& wall, const std::vector<std::size_t>& one, const std::vector<std::size_t>& other) {
    double sum = 0;
    double count = 0;
    for (const auto a : one) {
        for (const auto b : other) {
            if (a == b) continue;
            sum += wall.closeness.between(a, b);
            ++count;
        }
    }
    return count > 0 ? sum / count : 0;
}

} // namespace

std::optional<std::array<std::string, 2>> most_alike(const std::vector<Statement>& statements,
                                                     const Knowledge& knowledge) {
    const auto wall = wall_of(statements, knowledge);
    std::optional<std::array<std::string, 2>> pair;
    double closest = 0;
    for (std::size_t one = 0; one < wall.themes.size(); ++one) {
        for (std::size_t other = one + 1; other < wall.themes.size(); ++other) {
            const double close = mean_closeness(wall, wall.themes[one].second, wall.themes[other].second);
            if (pair && close <= closest) continue;
            closest = close;
            pair = {wall.themes[one].first, wall.themes[other].first};
        }
    }
    return pair;
}

std::optional<std::string> loosest(const std::vector<Statement>& statements, const Knowledge& knowledge) {
    const auto wall = wall_of(statements, knowledge);
    std::optional<std::string> loosest;
    double least = 0;
    for (const auto& [key, members] : wall.themes) {
        const double held = mean_closeness(wall, members, members);
        if (members.size() < least_to_split || (loosest && held >= least)) continue;
        least = held;
        loosest = key;
    }
    return loosest;
}

std::vector<std::vector<std::size_t>> near_duplicates(const std::vector<Statement>& statements,
                                                      const Knowledge& knowledge) {
    Reader reader(language_of(statements, knowledge));
    std::vector<Reading> readings;
    for (const auto& statement : statements) readings.push_back(reader.read(statement.text));
    const Index index(readings);
    std::vector<std::size_t> first_of(statements.size()); // of those it says the same as
    std::map<std::size_t, std::vector<std::size_t>> groups;
    std::vector<float> row;
    for (std::size_t at = 0; at < statements.size(); ++at) {
        index.similarities(readings[at], row);
        first_of[at] = at;
        for (std::size_t before = 0; before < at && first_of[at] == at; ++before)
            if (row[before] >= nearly_the_same) first_of[at] = first_of[before];
        groups[first_of[at]].push_back(at);
    }
    std::vector<std::vector<std::size_t>> several;
    for (auto& [first, members] : groups)
        if (members.size() > 1) several.push_back(std::move(members));
    return several;
}

} // namespace avow::themes
