#include "storage/remembered.hpp"

#include "storage/cache_file.hpp"
#include "storage/crc32c.hpp"

#include <initializer_list>
#include <string_view>
#include <utility>

namespace avow::storage {

namespace fs = std::filesystem;

namespace {

constexpr int tables_version = 1; // raised when the table or what is laid into it changes
constexpr const char* tables = "CREATE TABLE listed(name TEXT PRIMARY KEY, bytes INTEGER, modified INTEGER,"
                               " inode INTEGER, session TEXT, team TEXT, goal TEXT, year INTEGER, month INTEGER,"
                               " day INTEGER, stage INTEGER, people INTEGER, statements INTEGER, sum INTEGER)"
                               " WITHOUT ROWID;";

// Of all that is believed of a row: SQLite notices only some of what can happen to a file.
std::int64_t sum_of(const std::string& name, const Remembered::File& file) {
    const auto& [status, listed] = file;
    std::string all;
    for (const std::string_view words :
         std::initializer_list<std::string_view>{name, listed.session.text, listed.team, listed.goal})
        all.append(words).push_back('\0');
    for (const std::int64_t number : std::initializer_list<std::int64_t>{
             static_cast<std::int64_t>(status.bytes), status.modified_ns, static_cast<std::int64_t>(status.inode),
             listed.date.year, listed.date.month, listed.date.day, static_cast<int>(listed.stage),
             static_cast<std::int64_t>(listed.people), static_cast<std::int64_t>(listed.statements)})
        all.append(std::to_string(number)).push_back(' ');
    return crc32c(all);
}

Remembered::File file_in(const Query& row) {
    Remembered::File file;
    file.status.kind = FileKind::file;
    file.status.bytes = static_cast<std::uint64_t>(row.number(1));
    file.status.modified_ns = row.number(2);
    file.status.inode = static_cast<std::uint64_t>(row.number(3));
    auto& listed = file.listed;
    listed.session.text = row.text(4);
    listed.team = row.text(5);
    listed.goal = row.text(6);
    listed.date = {static_cast<int>(row.number(7)), static_cast<int>(row.number(8)), static_cast<int>(row.number(9))};
    listed.stage = static_cast<Stage>(row.number(10));
    listed.people = static_cast<std::size_t>(row.number(11));
    listed.statements = static_cast<std::size_t>(row.number(12));
    listed.modified = Moment{file.status.modified_ns / 1'000'000};
    return file;
}

bool is_of_this_version(const Database& database) {
    Query version(database, "PRAGMA user_version");
    return version.step() && version.number(0) == tables_version;
}

void make_tables(Database& database) {
    database.run("BEGIN IMMEDIATE");
    if (!is_of_this_version(database)) { // or another avow was quicker
        database.run(tables);            // refused where there is one of another version
        database.run(("PRAGMA user_version=" + std::to_string(tables_version)).c_str());
    }
    database.run("COMMIT");
}

} // namespace

Remembered::Remembered(Disk& disk, fs::path at) : disk_(disk), at_(std::move(at)) {}

void Remembered::open() {
    database_.emplace(at_);
    database_->run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
    if (!is_of_this_version(*database_)) make_tables(*database_);
}

void Remembered::attempt(const std::function<void(Database&)>& work) {
    for (int tries = 0; tries < 2 && !at_.empty(); ++tries) try {
            if (!database_) open();
            return work(*database_);
        } catch (const DatabaseError&) {
            database_.reset();
            remove_database(disk_, at_);
        }
    at_.clear();
}

std::map<std::string, Remembered::File> Remembered::files() {
    std::map<std::string, File> all;
    attempt([&](Database& database) {
        all.clear();
        Query row(database, "SELECT name, bytes, modified, inode, session, team, goal, year, month, day, stage, people,"
                            " statements, sum FROM listed ORDER BY name");
        while (row.step()) {
            auto file = file_in(row);
            const auto name = row.text(0);
            if (sum_of(name, file) == row.number(13)) all.emplace_hint(all.end(), name, std::move(file));
        }
    });
    return all;
}

void Remembered::keep(const std::map<std::string, File>& files) {
    if (files.empty()) return;
    attempt([&](Database& database) {
        database.run("BEGIN IMMEDIATE");
        Query row(database, "INSERT OR REPLACE INTO listed VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        for (const auto& [name, file] : files) {
            const auto& [status, listed] = file;
            row.bind(name).bind(static_cast<std::int64_t>(status.bytes)).bind(status.modified_ns);
            row.bind(static_cast<std::int64_t>(status.inode)).bind(listed.session.text).bind(listed.team);
            row.bind(listed.goal).bind(std::int64_t{listed.date.year}).bind(std::int64_t{listed.date.month});
            row.bind(std::int64_t{listed.date.day}).bind(std::int64_t{static_cast<int>(listed.stage)});
            row.bind(static_cast<std::int64_t>(listed.people)).bind(static_cast<std::int64_t>(listed.statements));
            row.bind(sum_of(name, file)).run();
        }
        database.run("COMMIT");
    });
}

void Remembered::forget(const std::vector<std::string>& names) {
    if (names.empty()) return;
    attempt([&](Database& database) {
        database.run("BEGIN IMMEDIATE");
        Query row(database, "DELETE FROM listed WHERE name=?");
        for (const auto& name : names) row.bind(name).run();
        database.run("COMMIT");
    });
}

} // namespace avow::storage
