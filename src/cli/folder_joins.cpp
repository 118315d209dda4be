#include "cli/folder_joins.hpp"

#include "cli/talk.hpp"
#include "insight/settled.hpp"
#include "report/review_words.hpp"
#include "session/text.hpp"
#include "storage/joins_file.hpp"
#include "storage/json.hpp"

namespace avow::cli {

namespace {

std::string names_of(const std::vector<insight::Team>& teams) {
    std::string names;
    for (const auto& team : teams) names += (names.empty() ? "" : ", ") + report::team_name(team);
    return names;
}

} // namespace

Joins joins_in(Console& console, const std::filesystem::path& folder) {
    try {
        const auto joins = storage::read_joins(console.disk, folder);
        for (const auto& sentence : insight::contradictions(joins)) say(console, sentence);
        return joins;
    } catch (const storage::FormatError& error) {
        say(console, error.what());
        return {};
    }
}

std::variant<std::size_t, std::string> team_in(const std::vector<insight::Team>& teams, const std::string& words) {
    std::vector<std::size_t> begun;
    for (std::size_t at = 0; at < teams.size(); ++at) {
        if (insight::is_called(teams[at], folded(words))) return at;
        if (begins_with_folded(teams[at].name, words)) begun.push_back(at);
    }
    if (begun.size() == 1) return begun.front();
    return (begun.empty() ? "There is no team \"" : "There are several teams \"") + words +
           "\" here. Those that are: " + names_of(teams) + ".";
}

} // namespace avow::cli
