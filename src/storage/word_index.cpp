#include "storage/word_index.hpp"

#include "storage/crc32c.hpp"
#include "storage/page_words.hpp"

#include <algorithm>

namespace avow::storage {

namespace {

constexpr int index_version = 4;            // raised when the tables or what is laid into them change
constexpr std::int64_t checked_pages = 256; // an index of this size is looked over whole before it is believed
constexpr int serial_bits = 40;

// `id` puts the newest first when read downwards, so that a word that is everywhere costs no sorting: the day, then the
// file first laid in. FTS5 keeps of a word only where it is (detail=none), and of the words nothing: when it must be told
// what it forgets, or is looked over, it asks the view, and they are taken from what was said once more. Words come to it
// folded and apart, so nothing but spaces may part them.
constexpr const char* tables = R"(
CREATE TABLE file(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, bytes INTEGER, modified INTEGER,
                  inode INTEGER, session TEXT, team TEXT, damage TEXT);
CREATE TABLE said(id INTEGER PRIMARY KEY, file INTEGER NOT NULL, packed BLOB, sum INTEGER);
CREATE INDEX said_file ON said(file);
CREATE VIEW page AS SELECT said.id, index_words(file.team, said.packed) AS words
                    FROM said JOIN file ON file.id = said.file;
CREATE VIRTUAL TABLE word USING fts5(words, content='page', content_rowid='id', detail=none, columnsize=0,
    tokenize="ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'");
INSERT INTO word(word, rank) VALUES('automerge', 8), ('pgsz', 8000), ('hashsize', 33554432);
)";

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

// What the view holds for a page.
std::string index_words_of(std::string_view team, std::string_view packed) {
    return index_words(team, unpacked(packed, {}));
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
        auto& day = days.emplace_back(IndexedDay{from->date, {}, index_words(session.team, {from, to})});
        for (; from != to; ++from)
            for (const auto* words : {&from->who, &from->kind, &from->words, &from->theme, &from->item.text})
                pack(day.said, *words);
    }
    return days;
}

WordIndex::WordIndex(const std::filesystem::path& path, Trust trust) : database_(path) {
    database_.run("PRAGMA page_size=16384; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                  "PRAGMA wal_autocheckpoint=2000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384;");
    database_.teach("index_words", index_words_of);
    if (!is_of_this_version())
        make_tables();
    else if (trust == Trust::nothing)
        look_over(path);
}

bool WordIndex::is_of_this_version() {
    Query version(database_, "PRAGMA user_version");
    return version.step() && version.number(0) == index_version;
}

void WordIndex::make_tables() {
    database_.run("BEGIN IMMEDIATE");
    if (!is_of_this_version()) { // or another avow was quicker
        Query count(database_, "SELECT count(*) FROM sqlite_schema");
        if (!count.step() || count.number(0) > 0) throw DatabaseError("the index is of another version");
        count.begin_anew();
        database_.run(tables);
        database_.run(("PRAGMA user_version=" + std::to_string(index_version)).c_str());
    }
    database_.run("COMMIT");
}

void WordIndex::look_over(const std::filesystem::path& path) {
    Query pages(database_, "PRAGMA page_count");
    if (path.empty() || !pages.step() || pages.number(0) > checked_pages) return;
    pages.begin_anew();
    Query check(database_, "PRAGMA quick_check(1)");
    if (!check.step() || check.text(0) != "ok") throw DatabaseError("the index is damaged");
    check.begin_anew();
    Query all(database_, "SELECT packed, sum FROM said");
    while (all.step())
        if (crc32c(all.view(0)) != all.number(1)) throw DatabaseError("what was said is damaged in the index");
    database_.run("INSERT INTO word(word, rank) VALUES('integrity-check', 1)");
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
    std::vector<std::string> names; // another avow may have laid them in meanwhile
    for (const auto& one : all) names.push_back(one.file.name);
    database_.run("BEGIN IMMEDIATE");
    forget_within(names);
    Query row(database_, "INSERT INTO file(name, bytes, modified, inode, session, team, damage) VALUES(?,?,?,?,?,?,?) "
                         "RETURNING id");
    Query said(database_, "INSERT INTO said VALUES(?,?,?,?)");
    std::vector<std::pair<std::int64_t, std::string_view>> pages;
    for (const auto& [file, days] : all) {
        row.bind(file.name).bind(static_cast<std::int64_t>(file.status.bytes)).bind(file.status.modified_ns);
        row.bind(static_cast<std::int64_t>(file.status.inode)).bind(file.session.text).bind(file.team);
        row.bind(file.damage).step();
        const auto number = row.number(0);
        row.run();
        if (file.is_only_journal && has_file_of(database_, file)) continue;
        for (const auto& day : days) {
            const auto id = id_of(day.date, number);
            said.bind(id).bind(number).bind(day.said).bind(std::int64_t{crc32c(day.said)}).run();
            pages.emplace_back(id, day.words);
        }
    }
    std::ranges::sort(pages); // upwards: FTS5 writes out all it holds in memory whenever an id is below the one before
    Query word(database_, "INSERT INTO word(rowid, words) VALUES(?,?)");
    for (const auto& [id, words] : pages) word.bind(id).bind(words).run();
    database_.run("COMMIT");
}

void WordIndex::forget(const std::vector<std::string>& names) {
    database_.run("BEGIN IMMEDIATE");
    forget_within(names);
    database_.run("COMMIT");
}

void WordIndex::forget_within(const std::vector<std::string>& names) {
    std::vector<std::int64_t> files, pages;
    Query known(database_, "SELECT file.id, said.id FROM file LEFT JOIN said ON said.file = file.id WHERE name=?");
    for (const auto& name : names) {
        for (known.bind(name); known.step();) {
            files.push_back(known.number(0));
            pages.push_back(known.number(1)); // 0 where nothing was said, and 0 is no page
        }
        known.begin_anew();
    }
    std::ranges::sort(pages); // upwards, as they are laid in
    Query word(database_, "DELETE FROM word WHERE rowid=?");
    for (const auto page : pages) word.bind(page).run();
    for (const char* sql : {"DELETE FROM said WHERE file=?", "DELETE FROM file WHERE id=?"}) {
        Query query(database_, sql);
        for (const auto file : files) query.bind(file).run();
    }
}

std::vector<WordIndex::Found> WordIndex::find(std::string_view words, std::size_t most) {
    const Question question(words);
    std::vector<Found> found;
    if (question.is_empty()) return found;
    const auto match = question.match();
    Query pages(database_,
                "SELECT said.id, packed, sum, file.name, file.team FROM word JOIN said ON said.id = word.rowid "
                "JOIN file ON file.id = said.file WHERE word MATCH ? ORDER BY word.rowid DESC");
    pages.bind(match);
    while (found.size() < most && pages.step()) {
        auto spoken = unpacked(pages.view(1), date_of(pages.number(0)));
        const auto those = question.found_in(pages.view(4), spoken);
        if (those.empty()) continue;
        if (crc32c(pages.view(1)) != pages.number(2)) throw DatabaseError("what was said is damaged in the index");
        for (const auto one : those)
            if (found.size() < most) found.push_back({pages.text(3), pages.text(4), std::move(spoken[one])});
    }
    return found;
}

} // namespace avow::storage
