#include "storage/word_index.hpp"

#include "storage/crc32c.hpp"
#include "storage/word_page.hpp"

#include <algorithm>

namespace avow::storage {

namespace {

constexpr int index_version = 2;            // raised when the tables or what is laid into them change
constexpr std::int64_t checked_pages = 256; // an index of this size is looked over whole before it is believed
constexpr int serial_bits = 40;

// `id` puts the newest first when read downwards: the day, then the file first laid in. What is looked through lies apart
// from what is shown, or twice as much would have to be read.
constexpr const char* tables = R"(
CREATE TABLE file(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, bytes INTEGER, modified INTEGER,
                  inode INTEGER, session TEXT, team TEXT, damage TEXT);
CREATE TABLE page(id INTEGER PRIMARY KEY, file INTEGER NOT NULL, words TEXT);
CREATE TABLE said(id INTEGER PRIMARY KEY, packed BLOB, sum INTEGER);
CREATE INDEX page_file ON page(file);
)";

constexpr const char* known_by_name = "SELECT id FROM file WHERE name=?";

std::int64_t day_of(Date date) { return days_between({1900, 1, 1}, date); }

std::int64_t id_of(Date date, std::int64_t file) {
    return (day_of(date) << serial_bits) | ((std::int64_t{1} << serial_bits) - file);
}

Date date_of(std::int64_t id) { return plus_days({1900, 1, 1}, static_cast<int>(id >> serial_bits)); }

void pack(std::string& packed, std::string_view words) {
    packed += std::to_string(words.size());
    packed += ':';
    packed += words;
}

std::string unpack(std::string_view& packed) {
    std::size_t size = 0;
    while (!packed.empty() && packed.front() >= '0' && packed.front() <= '9') {
        size = size * 10 + static_cast<std::size_t>(packed.front() - '0');
        packed.remove_prefix(1);
    }
    if (packed.size() <= size) throw DatabaseError("what was said is cut off in the index");
    const std::string words(packed.substr(1, size));
    packed.remove_prefix(1 + size);
    return words;
}

std::int64_t sum_of(std::string_view page, std::string_view said) {
    return (static_cast<std::int64_t>(crc32c(page)) << 31) ^ static_cast<std::int64_t>(crc32c(said));
}

std::vector<Spoken> unpacked(std::string_view packed, Date date) {
    std::vector<Spoken> all;
    while (!packed.empty()) {
        auto& one = all.emplace_back();
        one.date = date;
        one.who = unpack(packed);
        one.kind = unpack(packed);
        one.words = unpack(packed);
        one.theme = unpack(packed);
        one.item.text = unpack(packed);
    }
    return all;
}

bool has_file_of(const Database& database, const IndexedFile& journal) {
    Query other(database, "SELECT 1 FROM file WHERE session=? AND name<>?");
    return other.bind(journal.session.text).bind(journal.name).step();
}

} // namespace

std::vector<IndexedDay> days_of(const Session& session) {
    auto all = spoken_in(session);
    std::ranges::stable_sort(all, std::greater{}, &Spoken::date);
    std::vector<IndexedDay> days;
    for (auto from = all.begin(); from != all.end();) {
        const auto to = std::find_if(from, all.end(), [&](const Spoken& one) { return one.date != from->date; });
        auto& day = days.emplace_back(IndexedDay{from->date, page_of(session.team, {from, to}), {}});
        for (; from != to; ++from)
            for (const auto* words : {&from->who, &from->kind, &from->words, &from->theme, &from->item.text})
                pack(day.said, *words);
    }
    return days;
}

WordIndex::WordIndex(const std::filesystem::path& path) : database_(path) {
    database_.run("PRAGMA page_size=16384; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                  "PRAGMA wal_autocheckpoint=2000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384;");
    Query version(database_, "PRAGMA user_version");
    const auto number = version.step() ? version.number(0) : 0;
    version.begin_anew();
    if (number != index_version)
        make_tables();
    else
        look_over(path);
}

void WordIndex::make_tables() {
    database_.run("BEGIN IMMEDIATE");
    Query count(database_, "SELECT count(*) FROM sqlite_schema");
    const bool is_empty = count.step() && count.number(0) == 0;
    count.begin_anew();
    if (!is_empty) throw DatabaseError("the index is of another version");
    database_.run(tables);
    database_.run(("PRAGMA user_version=" + std::to_string(index_version) + "; COMMIT").c_str());
}

void WordIndex::look_over(const std::filesystem::path& path) {
    Query pages(database_, "PRAGMA page_count");
    if (path.empty() || !pages.step() || pages.number(0) > checked_pages) return;
    pages.begin_anew();
    Query check(database_, "PRAGMA quick_check(1)");
    if (!check.step() || check.text(0) != "ok") throw DatabaseError("the index is damaged");
    check.begin_anew();
    Query all(database_, "SELECT words, packed, sum FROM page LEFT JOIN said ON said.id = page.id");
    while (all.step())
        if (sum_of(all.view(0), all.view(1)) != all.number(2)) throw DatabaseError("a page of the index is damaged");
}

std::map<std::string, IndexedFile> WordIndex::files() const {
    std::map<std::string, IndexedFile> known;
    Query query(database_, "SELECT name, bytes, modified, inode, session, damage FROM file ORDER BY name");
    while (query.step()) {
        auto& file = known.emplace_hint(known.end(), query.text(0), IndexedFile{})->second;
        file.name = query.text(0);
        file.status.bytes = static_cast<std::uint64_t>(query.number(1));
        file.status.modified_ns = query.number(2);
        file.status.inode = static_cast<std::uint64_t>(query.number(3));
        file.session.text = query.text(4);
        file.damage = query.text(5);
    }
    return known;
}

void WordIndex::lay_in(const std::vector<Laid>& all) {
    database_.run("BEGIN IMMEDIATE");
    Query known(database_, known_by_name);
    Query row(database_, "INSERT INTO file(name, bytes, modified, inode, session, team, damage) VALUES(?,?,?,?,?,?,?) "
                         "RETURNING id");
    Query page(database_, "INSERT INTO page VALUES(?,?,?)");
    Query said(database_, "INSERT INTO said VALUES(?,?,?)");
    for (const auto& [file, days] : all) {
        forget(known, file.name); // another avow may have laid it in meanwhile
        row.bind(file.name).bind(static_cast<std::int64_t>(file.status.bytes)).bind(file.status.modified_ns);
        row.bind(static_cast<std::int64_t>(file.status.inode)).bind(file.session.text).bind(file.team);
        row.bind(file.damage).step();
        const auto number = row.number(0);
        row.run();
        if (file.is_only_journal && has_file_of(database_, file)) continue;
        for (const auto& day : days) {
            const auto id = id_of(day.date, number);
            page.bind(id).bind(number).bind(day.page).run();
            said.bind(id).bind(day.said).bind(sum_of(day.page, day.said)).run();
            if (pages_) pages_->insert_or_assign(id, day.page);
        }
    }
    database_.run("COMMIT");
}

void WordIndex::forget(const std::vector<std::string>& names) {
    database_.run("BEGIN IMMEDIATE");
    Query known(database_, known_by_name);
    for (const auto& name : names) forget(known, name);
    database_.run("COMMIT");
}

void WordIndex::forget(Query& known, std::string_view name) {
    const auto id = known.bind(name).step() ? known.number(0) : 0;
    known.begin_anew();
    if (id == 0) return;
    pages_.reset();
    for (const char* sql : {"DELETE FROM said WHERE id IN (SELECT id FROM page WHERE file=?)",
                            "DELETE FROM page WHERE file=?", "DELETE FROM file WHERE id=?"})
        Query(database_, sql).bind(id).run();
}

const WordIndex::Pages& WordIndex::pages() {
    Query others(database_, "PRAGMA data_version");
    const auto seen = others.step() ? others.number(0) : 0;
    if (pages_ && seen == seen_) return *pages_;
    seen_ = seen;
    pages_.emplace();
    Query all(database_, "SELECT id, words FROM page ORDER BY id DESC");
    while (all.step()) pages_->emplace_hint(pages_->end(), all.number(0), all.text(1));
    return *pages_;
}

std::vector<WordIndex::Found> WordIndex::find(std::string_view words, std::size_t most) {
    const Question question(words);
    std::vector<Found> found;
    if (question.is_empty()) return found;
    database_.run("BEGIN"); // all is read of one state, whatever another avow does to the index meanwhile
    Query said(database_, "SELECT packed, sum, file.name, file.team FROM said JOIN page ON page.id = said.id "
                          "JOIN file ON file.id = page.file WHERE said.id=?");
    for (const auto& [id, page] : pages()) {
        if (found.size() >= most) break;
        const auto lines = question.found_in(page);
        if (lines.empty()) continue;
        if (!said.bind(id).step() || sum_of(page, said.view(0)) != said.number(1))
            throw DatabaseError("a page of the index is damaged");
        const auto spoken = unpacked(said.view(0), date_of(id));
        for (const auto line : lines)
            if (found.size() < most) found.push_back({said.text(2), said.text(3), spoken.at(line)});
        said.begin_anew();
    }
    database_.run("COMMIT");
    return found;
}

} // namespace avow::storage
