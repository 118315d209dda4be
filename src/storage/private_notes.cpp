// A line a note: the day it was made, the day it was ticked or ten dashes, the words. Text a person can read and mend.
#include "storage/private_notes.hpp"

#include "session/text.hpp"
#include "storage/crc32c.hpp"
#include "storage/sealed.hpp"

#include <algorithm>
#include <string_view>

namespace avow::storage {

namespace {

constexpr std::uint64_t most_bytes = 4 << 20;
constexpr std::uint64_t most_sealed_bytes = most_bytes + 1024;
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

std::vector<PrivateNote> notes_in(std::string_view text, const std::filesystem::path& path) {
    std::vector<PrivateNote> notes;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.empty()) continue;
        auto note = note_in(line);
        if (!note)
            throw FormatError(path.string() + ": line " + std::to_string(number) +
                              " is no note of ours. Nothing was changed; mend or remove it.");
        notes.push_back(std::move(*note));
    }
    return notes;
}

std::string lines_of(const std::vector<PrivateNote>& notes) {
    std::string lines;
    for (const auto& note : notes)
        lines += iso(note.since) + ' ' + (note.ticked_on ? iso(*note.ticked_on) : std::string(not_ticked)) + ' ' +
                 clean_line(note.words) + '\n';
    if (lines.size() > most_bytes)
        throw std::runtime_error("Notes about one person hold up to 4 MiB, and these would be more. Nothing was "
                                 "written.");
    return lines;
}

// The file as it lies there, and whole; empty where there is none.
std::string bytes_in(Disk& disk, const std::filesystem::path& path) {
    if (path.empty() || !is_there(disk, path)) return {};
    auto bytes = OpenFile(disk, path, OpenFor::reading).read_all(most_sealed_bytes);
    // What was read in part would be written in part.
    if (bytes.size() > (is_sealed(bytes) ? most_sealed_bytes : most_bytes))
        throw FormatError(path.string() + " is over 4 MiB, more than notes of ours hold. Nothing was changed.");
    if (is_sealed(bytes) && !is_whole_seal(bytes))
        throw FormatError(path.string() + " holds locked notes and is damaged, or of a newer Avow; no passphrase opens "
                                          "it. Nothing was changed; put a backup of it in its place.");
    return bytes;
}

// Throws SealedNotes where it is not the passphrase.
std::string opened(std::string_view bytes, const std::string& person, std::string_view passphrase) {
    if (passphrase.empty())
        throw SealedNotes("The notes about " + clean_line(person) +
                          " are locked; their passphrase is needed. Nothing was changed.");
    auto text = unsealed(bytes, passphrase);
    if (!text)
        throw SealedNotes("That is not the passphrase of the notes about " + clean_line(person) +
                          ". Nothing was changed.");
    return std::move(*text);
}

void replace_notes(Disk& disk, const std::filesystem::path& path, std::string_view bytes,
                   const std::function<void(const std::filesystem::path&)>& last_look) {
    make_folders(disk, path.parent_path());     // 0700
    replace_file(disk, path, bytes, last_look); // 0600
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

std::vector<PrivateNote> private_notes(Disk& disk, const Places& places, const std::string& person,
                                       std::string_view passphrase) {
    const auto path = private_notes_file(places, person);
    const auto bytes = bytes_in(disk, path);
    return notes_in(is_sealed(bytes) ? opened(bytes, person, passphrase) : bytes, path);
}

void keep_private_notes(Disk& disk, const Places& places, const std::string& person,
                        const std::vector<PrivateNote>& notes, std::string_view passphrase) {
    const auto path = private_notes_file(places, person);
    const auto lines = lines_of(notes);
    // Looked at last, because another window may have locked them since they were read.
    replace_notes(disk, path, passphrase.empty() ? lines : seal(lines, passphrase), [&](const auto& going) {
        if (const auto there = bytes_in(disk, going); is_sealed(there)) opened(there, person, passphrase);
    });
}

bool has_locked_notes(Disk& disk, const Places& places, const std::string& person) {
    return is_sealed(bytes_in(disk, private_notes_file(places, person)));
}

void unlock_private_notes(Disk& disk, const Places& places, const std::string& person, std::string_view passphrase) {
    const auto lines = lines_of(private_notes(disk, places, person, passphrase));
    replace_notes(disk, private_notes_file(places, person), lines, {});
}

std::vector<std::size_t> carried(const std::vector<PrivateNote>& notes) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < notes.size(); ++i)
        if (!notes[i].ticked_on) places.push_back(i);
    return places;
}

std::optional<std::size_t> tick(std::vector<PrivateNote>& notes, const std::vector<std::size_t>& numbers, Date today) {
    const auto places = carried(notes);
    for (const auto number : numbers)
        if (number < 1 || number > places.size()) return number;
    for (const auto number : numbers) notes[places[number - 1]].ticked_on = today;
    return std::nullopt;
}

} // namespace avow::storage
