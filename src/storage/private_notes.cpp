// A line a note: the day it was made, the day it was ticked or ten dashes, the words. Text a person can read and mend.
#include "storage/private_notes.hpp"

#include "session/text.hpp"
#include "storage/crc32c.hpp"
#include "storage/json.hpp"

#include <algorithm>
#include <string_view>

namespace avow::storage {

namespace {

constexpr std::uint64_t most_bytes = 4 << 20;
constexpr std::size_t most_name_bytes = 180; // file systems take 255
constexpr std::size_t day_size = 10;         // "2026-11-21"
constexpr std::string_view not_ticked = "----------";

std::optional<PrivateNote> note_in(std::string_view line) {
    if (line.size() < 2 * day_size + 3 || line[day_size] != ' ' || line[2 * day_size + 1] != ' ') return std::nullopt;
    const auto since = date_from_iso(line.substr(0, day_size));
    const auto ticked = line.substr(day_size + 1, day_size);
    const auto ticked_on = date_from_iso(ticked);
    if (!since || (!ticked_on && ticked != not_ticked)) return std::nullopt;
    return PrivateNote{*since, ticked_on, std::string(line.substr(2 * day_size + 2))};
}

} // namespace

std::filesystem::path private_notes_file(const Places& places, const std::string& person) {
    if (places.state.empty()) return {};
    const auto name = folded(clean_line(person));
    auto called = file_name_of(name);
    if (called.size() > most_name_bytes) // told apart by a sum of the whole name
        called = called.substr(0, most_name_bytes) + "-" + std::to_string(crc32c(name));
    return places.state / "notes" / (called + ".notes");
}

std::vector<PrivateNote> private_notes(Disk& disk, const Places& places, const std::string& person) {
    std::vector<PrivateNote> notes;
    const auto path = private_notes_file(places, person);
    if (path.empty() || !is_there(disk, path)) return notes;
    const auto bytes = OpenFile(disk, path, OpenFor::reading).read_all(most_bytes);
    std::size_t number = 0;
    for (std::string_view text = bytes; !text.empty();) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        ++number;
        if (line.empty()) continue;
        auto note = note_in(line);
        if (!note)
            throw FormatError(path.string() + ": line " + std::to_string(number) +
                              " is no note of ours. Nothing was changed; mend or remove it.");
        notes.push_back(std::move(*note));
    }
    return notes;
}

void keep_private_notes(Disk& disk, const Places& places, const std::string& person,
                        const std::vector<PrivateNote>& notes) {
    std::string bytes;
    for (const auto& note : notes)
        bytes += iso(note.since) + ' ' + (note.ticked_on ? iso(*note.ticked_on) : std::string(not_ticked)) + ' ' +
                 clean_line(note.words) + '\n';
    const auto path = private_notes_file(places, person);
    make_folders(disk, path.parent_path()); // 0700
    replace_file(disk, path, bytes);        // 0600
}

} // namespace avow::storage
