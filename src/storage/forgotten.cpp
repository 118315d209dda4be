#include "storage/forgotten.hpp"

#include "session/text.hpp"

#include <map>
#include <string_view>

namespace avow::storage {

namespace {

constexpr std::uint64_t most_bytes = 1 << 20;
constexpr std::size_t day_size = 10; // "2026-11-21"

std::filesystem::path note(const Places& places) { return places.state / "forgotten"; }

// Teams are told apart as people do: case and accents aside. A line that is none is passed over.
std::map<std::string, Date> read_all(Disk& disk, const Places& places) {
    std::map<std::string, Date> days;
    if (places.state.empty() || !is_there(disk, note(places))) return days;
    const auto bytes = OpenFile(disk, note(places), OpenFor::reading).read_all(most_bytes);
    for (std::string_view text = bytes; !text.empty();) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.size() <= day_size) continue;
        if (const auto day = date_from_iso(line.substr(0, day_size)))
            days[std::string(line.substr(day_size + 1))] = *day;
    }
    return days;
}

} // namespace

std::optional<Date> forgotten_until(Disk& disk, const Places& places, const std::string& team) {
    try {
        const auto days = read_all(disk, places);
        const auto found = days.find(folded(team));
        return found == days.end() ? std::nullopt : std::optional(found->second);
    } catch (const DiskError&) {
        return {};
    }
}

void forget_until(Disk& disk, const Places& places, const std::string& team, Date day) {
    auto days = read_all(disk, places);
    days[folded(team)] = day;
    std::string bytes;
    for (const auto& [name, until] : days) bytes += iso(until) + ' ' + name + '\n';
    make_folders(disk, places.state);
    replace_file(disk, note(places), bytes);
}

} // namespace avow::storage
