#include "storage/library.hpp"

#include "storage/archive.hpp"
#include "storage/journal.hpp"
#include "storage/record.hpp"
#include "storage/session_file.hpp"

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <tuple>

namespace avow::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t first_part_bytes = 32'768; // holds envelope and snapshot of most sessions

void tell(Listed& listed, const Session& session) {
    listed.session = session.id;
    listed.team = session.team;
    listed.goal = goal_line(session.goal);
    listed.date = session.date;
    listed.stage = session.stage;
    listed.people = session.participants.size();
    listed.statements = session.accountabilities.size();
}

std::size_t end_of_second_line(std::string_view text) {
    const std::size_t first_end = text.find('\n');
    return first_end == std::string_view::npos ? first_end : text.find('\n', first_end + 1);
}

} // namespace

std::optional<Session> session_at_a_glance(Disk& disk, const fs::path& path) {
    std::string beginning;
    std::size_t second_end = std::string::npos;
    for (std::uint64_t bytes = first_part_bytes; bytes <= limit::file_bytes; bytes *= 8) {
        beginning = OpenFile(disk, path, OpenFor::reading).read_all(bytes);
        second_end = end_of_second_line(beginning);
        if (second_end != std::string::npos || beginning.size() <= bytes) break;
    }
    const std::vector<Record> records = records_of(std::string_view(beginning).substr(0, second_end));
    if (records.size() != 2 || !records[0].is_sound || !records[1].is_sound) return std::nullopt;
    Scanned envelope;
    Scanned snapshot;
    if (scan(records[0].json, envelope) || scan(records[1].json, snapshot)) return std::nullopt;
    if (!has_member(envelope, "format") || !has_member(snapshot, "snapshot")) return std::nullopt;
    std::vector<UnknownMember> unknown;
    if (envelope_from(envelope, unknown).min_reader > format_version) return std::nullopt;
    return snapshot_at_a_glance(snapshot).session;
}

Listed list_session(Disk& disk, const fs::path& path) {
    Listed listed;
    listed.path = path;
    try {
        if (const std::optional<FileStatus> status = status_of(disk, path)) {
            listed.modified = Moment{status->modified_ns / 1'000'000};
            if (status->kind == FileKind::file) {
                if (const std::optional<Session> session = session_at_a_glance(disk, path)) {
                    tell(listed, *session);
                    return listed;
                }
            }
        }
        tell(listed, read_file(disk, path).history.now());
    } catch (const std::runtime_error& e) {
        listed.damage = e.what();
    }
    return listed;
}

namespace {

// Of what can't be read, the day its file was changed.
Date day_of(const Listed& listed) {
    constexpr std::int64_t ms_a_day = 86'400'000;
    return listed.damage.empty() ? listed.date
                                 : plus_days(Date{1970, 1, 1}, static_cast<int>(listed.modified.unix_ms / ms_a_day));
}

} // namespace

void newest_first(std::vector<Listed>& all) {
    std::ranges::sort(all, [](const Listed& a, const Listed& b) {
        return std::tuple(day_of(b), b.modified, std::cref(a.path)) <
               std::tuple(day_of(a), a.modified, std::cref(b.path));
    });
}

namespace {

// The session a file holds now, if any.
SessionId session_in(Disk& disk, const fs::path& path) {
    const Listed listed = list_session(disk, path);
    return listed.damage.empty() ? listed.session : SessionId{};
}

} // namespace

bool is_session_name(const std::string& name) { return name.ends_with(".avow") && !name.starts_with('.'); }

std::vector<fs::path> session_files(Disk& disk, const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& name : names_in_folder(disk, folder))
        if (is_session_name(name)) files.push_back(folder / name);
    return files;
}

std::vector<Listed> list_sessions(Disk& disk, const fs::path& folder) {
    const std::vector<std::string> names = names_in_folder(disk, folder);
    std::vector<Listed> all;
    for (const std::string& name : names) {
        if (!is_session_name(name)) continue;
        all.push_back(list_session(disk, folder / name));
        all.back().is_conflict_copy = is_conflict_name(name, names);
    }
    newest_first(all);
    return all;
}

namespace {

using IsWanted = std::function<bool(const FoundJournal&)>;

std::vector<Listed> orphans(Disk& disk, const Places& places, const IsWanted& is_wanted) {
    std::map<fs::path, Listed> by_path; // the newest journal of each
    for (const FoundJournal& journal : all_journals(disk, places)) {
        if (journal.is_live || !journal.damage.empty() || !is_wanted(journal)) continue;
        const bool has_file = is_there(disk, journal.session_file);
        if (has_file && session_in(disk, journal.session_file) == journal.session) continue;
        Listed listed = list_session(disk, journal.path);
        // A name that is taken by another session: the journal is opened as the session file it can be.
        listed.path = has_file ? journal.path : journal.session_file;
        listed.is_orphan = true;
        listed.journal = journal.path;
        const auto [known, is_new] = by_path.try_emplace(listed.path, listed);
        if (!is_new && known->second.modified < listed.modified) known->second = listed;
    }
    std::vector<Listed> all;
    for (auto& [path, listed] : by_path) all.push_back(std::move(listed));
    newest_first(all);
    return all;
}

} // namespace

std::vector<Listed> journals_without_file(Disk& disk, const Places& places) {
    return orphans(disk, places, [](const FoundJournal&) { return true; });
}

std::vector<Listed> journals_belonging_to(Disk& disk, const Places& places, const fs::path& folder) {
    fs::path real = folder; // as journals name it
    disk.real_path(folder, real);
    auto all =
        orphans(disk, places, [&](const FoundJournal& journal) { return journal.session_file.parent_path() == real; });
    for (auto& orphan : all) // as the folder was named by who asks
        if (orphan.path != orphan.journal) orphan.path = folder / orphan.path.filename();
    return all;
}

bool is_conflict_name(const std::string& file_name, const std::vector<std::string>& all_names) {
    std::string lower = file_name;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    if (lower.find("conflicted copy") != std::string::npos || lower.find(".sync-conflict-") != std::string::npos)
        return true;
    // OneDrive puts the computer's name behind a hyphen, beside the first file.
    const std::string stem = fs::path(file_name).stem().string();
    for (std::size_t at = stem.find('-'); at != std::string::npos; at = stem.find('-', at + 1)) {
        const std::string host = stem.substr(at + 1);
        const bool is_host = !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        }) && std::any_of(host.begin(), host.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (is_host && std::find(all_names.begin(), all_names.end(), stem.substr(0, at) + ".avow") != all_names.end())
            return true;
    }
    return false;
}

} // namespace avow::storage
