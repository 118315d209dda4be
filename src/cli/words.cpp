#include "cli/words.hpp"

#include "report/phrases.hpp"
#include "session/text.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>

namespace avow::cli {

namespace {

constexpr int least_width = 320;
constexpr int least_height = 240;
constexpr int most_pixels = 16384; // what OpenGL 3.3 drivers give on one side

std::optional<int> number_in(std::string_view digits) {
    int number = 0;
    const auto end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    const bool is_whole = !digits.empty() && read.ec == std::errc() && read.ptr == end && digits.front() != '-';
    return is_whole ? std::optional(number) : std::nullopt;
}

// Optimal string alignment: letters put in, left out, changed, or two exchanged cost one each.
std::size_t distance(std::string_view one, std::string_view other) {
    std::vector<std::vector<std::size_t>> cost(one.size() + 1, std::vector<std::size_t>(other.size() + 1));
    for (std::size_t i = 0; i <= one.size(); ++i) cost[i][0] = i;
    for (std::size_t j = 0; j <= other.size(); ++j) cost[0][j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i)
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t changed = one[i - 1] == other[j - 1] ? 0 : 1;
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + changed});
            const bool is_exchanged = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if (is_exchanged) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    return cost[one.size()][other.size()];
}

// The places of the names that are meant: those that match whole, else those that begin so.
std::vector<std::size_t> places_meant(const std::string& words, const std::vector<std::string>& names) {
    std::vector<std::size_t> whole;
    std::vector<std::size_t> begun;
    for (std::size_t place = 0; place < names.size(); ++place) {
        if (folded(names[place]) == folded(words)) whole.push_back(place);
        if (!words.empty() && begins_with_folded(names[place], words)) begun.push_back(place);
    }
    return whole.empty() ? begun : whole;
}

} // namespace

std::pair<int, int> size_in(const std::string& option, const std::string& words) {
    const auto cross = words.find('x');
    const auto width = number_in(std::string_view(words).substr(0, cross));
    const auto height =
        cross == std::string::npos ? std::nullopt : number_in(std::string_view(words).substr(cross + 1));
    if (!width || !height) throw CLI::ValidationError(option, "\"" + words + "\" is not a size such as 1280x720");
    const bool fits =
        *width >= least_width && *height >= least_height && *width <= most_pixels && *height <= most_pixels;
    if (!fits) throw CLI::ValidationError(option, words + " can't be drawn; a size is 320x240 to 16384x16384");
    return {*width, *height};
}

Date date_in(const std::string& option, const std::string& words) {
    const auto date = date_from_iso(words);
    if (!date) throw CLI::ValidationError(option, "\"" + words + "\" is not a day such as 2026-11-21");
    return *date;
}

Stage stage_in(const std::string& option, const std::string& words) {
    if (const auto stage = stage_named(words)) return *stage;
    std::vector<std::string> names;
    for (const auto stage : all_stages) names.emplace_back(name_of(stage));
    throw CLI::ValidationError(option,
                               "\"" + words + "\" is none of these, or could be several: " + with_commas(names));
}

// "2026-12-04T09:00/30m": the length may be left out, and so may its m.
report::OneOnOnes one_on_ones_in(const std::string& option, const std::string& words) {
    constexpr int least_minutes = 5, most_minutes = 480;
    const std::string_view text = words;
    const auto slash = text.find('/');
    const auto when = text.substr(0, slash);
    auto length = slash == std::string_view::npos ? std::string_view("30") : text.substr(slash + 1);
    if (length.ends_with('m')) length.remove_suffix(1);
    const bool has_time = when.size() == 16 && (when[10] == 'T' || when[10] == ' ') && when[13] == ':';
    const auto day = has_time ? date_from_iso(when.substr(0, 10)) : std::nullopt;
    const auto hour = has_time ? number_in(when.substr(11, 2)) : std::nullopt;
    const auto minute = has_time ? number_in(when.substr(14, 2)) : std::nullopt;
    const auto minutes = number_in(length);
    if (!day || !hour || !minute || !minutes || *hour > 23 || *minute > 59)
        throw CLI::ValidationError(option, "\"" + words + "\" is not a day, a time and a length such as " +
                                               "2026-12-04T09:00/30m");
    if (*minutes < least_minutes || *minutes > most_minutes)
        throw CLI::ValidationError(option, "a one-on-one takes 5 to 480 minutes, not " + std::to_string(*minutes));
    return {*day, *hour * 60 + *minute, *minutes};
}

std::size_t choice_in(const std::string& option, const std::string& words, const std::vector<std::string>& names) {
    const auto places = places_meant(words, names);
    if (places.size() != 1) throw CLI::ValidationError(option, "\"" + words + "\" is not one of " + with_commas(names));
    return places.front();
}

std::variant<ParticipantId, std::string> person_in(const Session& session, const std::string& words) {
    std::vector<std::string> names;
    for (const auto& person : session.participants) names.push_back(report::name_of(session, person.id));
    for (std::size_t place = 0; place < names.size(); ++place)
        if (folded(names[place]) == folded(words) || session.participants[place].id.text == words)
            return session.participants[place].id;
    if (const auto* person = participant_named(session, words)) return person->id;
    if (names.empty()) return "Nobody is in this session yet.";
    return "\"" + words + "\" is nobody in this session, or could be several people: " + with_commas(names) + ".";
}

std::variant<ThemeId, std::string> theme_in(const Session& session, const std::string& words) {
    std::vector<std::string> titles;
    for (const auto& theme : session.themes) {
        if (theme.id.text == words) return theme.id;
        titles.push_back(theme.title);
    }
    const auto places = places_meant(words, titles);
    if (places.size() == 1) return session.themes[places.front()].id;
    if (titles.empty()) return "There are no themes in this session yet.";
    return "\"" + words + "\" is no theme of this session, or could be several: " + with_commas(titles) + ".";
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& words) {
    const auto cost = [&](const std::string& other) {
        return other.starts_with(word) && word.size() > 1 ? 1 : distance(word, other);
    };
    const auto best = std::ranges::min_element(words, {}, cost);
    if (best == words.end() || cost(*best) > std::max<std::size_t>(1, word.size() / 2)) return std::nullopt;
    return *best;
}

} // namespace avow::cli
