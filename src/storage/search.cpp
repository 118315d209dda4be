#include "storage/search.hpp"

#include "session/text.hpp"
#include "storage/database.hpp"
#include "storage/library.hpp"
#include "storage/session_file.hpp"
#include "storage/spoken_words.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <set>
#include <thread>

namespace avow::storage {
namespace {

namespace fs = std::filesystem;

constexpr int index_version = 1; // raised when the tables or what is laid into them change
constexpr std::size_t files_at_once = 2048;
constexpr std::size_t worth_a_thread = 64;
constexpr std::int64_t checked_bytes = 4 << 20; // an index of this size is looked over whole before it is believed

// `id` puts the newest first when read downwards, so that a word that is everywhere costs no sorting: the day, then the
// order of laying in. The words folded are kept too, because FTS5 must be told what it forgets.
constexpr const char* tables = R"(
CREATE TABLE file(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, bytes INTEGER, modified INTEGER, inode INTEGER,
                  session TEXT, team TEXT, damage TEXT);
CREATE TABLE said(id INTEGER PRIMARY KEY, file INTEGER NOT NULL, who TEXT, kind TEXT, words TEXT, theme TEXT, item TEXT,
                  apart TEXT);
CREATE INDEX said_file ON said(file);
CREATE VIRTUAL TABLE word USING fts5(apart, content='said', content_rowid='id', tokenize='unicode61 remove_diacritics 0');
)";

std::string hash_of(const std::string& text) {
    std::uint64_t hash = 14695981039346656037u; // FNV-1a, 64 bits
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    std::string hex;
    for (int shift = 60; shift >= 0; shift -= 4) hex += "0123456789abcdef"[(hash >> shift) & 15];
    return hex;
}

std::string bytes_of_path(const fs::path& path) {
    const auto name = path.u8string();
    return {name.begin(), name.end()};
}

struct Known {
    std::int64_t id = 0;
    FileStatus status;
    std::string session;
};

bool is_same(const FileStatus& one, const FileStatus& other) {
    return one.bytes == other.bytes && one.modified_ns == other.modified_ns && one.inode == other.inode;
}

// A file to be laid into the index, and what was found in it.
struct Read {
    std::string name;
    FileStatus status;
    bool has_journal = false; // by what is known of it; then its file is not all there is
    SessionId session;
    std::string team;
    std::vector<Spoken> spoken;
    std::vector<std::string> apart; // of each
    std::string damage;
};

void take_in(Read& read, const Session& session) {
    read.session = session.id;
    read.team = session.team;
    read.spoken = spoken_in(session);
    for (const auto& one : read.spoken) read.apart.push_back(words_apart(one.words));
}

// A word of a question that the index knows no word in: "+", an emoji.
bool has_word(std::string_view text) {
    return has_letter(text) || std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> words_of_question(std::string_view question) {
    std::vector<std::string> words;
    const auto folded_question = folded(clean_line(question));
    for (std::size_t at = 0; at < folded_question.size();) {
        const auto end = std::min(folded_question.find(' ', at), folded_question.size());
        if (end > at) words.push_back(folded_question.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

// In quotes all is words to FTS5, and a quote is written twice.
std::string phrase_of(const std::string& word) {
    std::string phrase = "\"";
    for (const char c : words_apart(word)) {
        if (c == '"') phrase += '"';
        if (c != '\0') phrase += c;
    }
    return phrase + "\"";
}

} // namespace

std::string words_apart(std::string_view text) {
    const std::string line = folded(text);
    std::string apart;
    for (std::size_t at = 0; at < line.size();) {
        const auto lead = static_cast<unsigned char>(line[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const auto character = std::string_view(line).substr(at, size);
        at += size;
        apart += character;
        // Thai, Lao, Myanmar, Khmer; kana, Han and their extensions. By their bytes, which are in the order of their points.
        const bool is_unspaced =
            (character >= "\u0E00" && character < "\u0F00") || (character >= "\u1000" && character < "\u10A0") ||
            (character >= "\u1780" && character < "\u1800") || (character >= "\u3040" && character < "\uA000") ||
            (character >= "\uF900" && character < "\uFB00") || (character >= "\U00020000" && character < "\U00030000");
        if (is_unspaced) apart += ' ';
    }
    return apart;
}

struct Search::Index {
    Index(Disk& d, const Places& p, fs::path f) : disk(d), places(p), folder(std::move(f)) {}

    Disk& disk;
    Places places;
    fs::path folder;
    fs::path at; // empty: in memory
    std::optional<Database> database;
    std::size_t files_read = 0;

    void open();
    void make_anew();
    void refresh();
    std::map<std::string, Known> known_files();
    std::vector<Read> changed_files(std::map<std::string, Known>& known);
    void look_at(Read&) const;
    void look_at_all(std::vector<Read>&, std::size_t from, std::size_t to) const;
    void forget(std::int64_t file);
    using Rows = std::vector<std::pair<std::int64_t, std::string>>; // of `word`
    void lay_in(const Read&, std::int64_t& serial, Rows&);
    void lay_in(Rows&);
    std::vector<Hit> find(std::string_view question, std::size_t most);

    // Whatever the index refuses, it is made anew from the files and asked once more; then in memory.
    template <class Ask>
    auto mended(Ask ask) {
        for (int tries = 0;; ++tries) try {
                if (!database) {
                    open();
                    refresh();
                }
                return ask();
            } catch (const DatabaseError&) {
                database.reset();
                if (at.empty() || tries > 1) throw;
                if (tries == 0)
                    for (const char* ending : {"", "-journal", "-wal", "-shm"})
                        remove_if_there(disk, fs::path(at) += ending);
                else
                    at.clear();
            }
    }
};

void Search::Index::open() {
    database.emplace(at);
    database->run("PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384;");
    Query version(*database, "PRAGMA user_version");
    const auto number = version.step() ? version.number(0) : 0;
    version.begin_anew();
    if (number != index_version) return make_anew();
    const auto status = at.empty() ? std::nullopt : status_of(disk, at);
    if (!status || static_cast<std::int64_t>(status->bytes) > checked_bytes) return;
    Query check(*database, "PRAGMA quick_check(1)");
    if (!check.step() || check.text(0) != "ok") throw DatabaseError("the index is damaged");
    check.begin_anew();
    database->run("INSERT INTO word(word) VALUES('integrity-check')");
}

void Search::Index::make_anew() {
    Query count(*database, "SELECT count(*) FROM sqlite_schema");
    const bool is_empty = count.step() && count.number(0) == 0;
    count.begin_anew();
    if (!is_empty) throw DatabaseError("the index is of another version");
    database->run("BEGIN IMMEDIATE");
    database->run(tables);
    database->run(("PRAGMA user_version=" + std::to_string(index_version) + "; COMMIT").c_str());
}

std::map<std::string, Known> Search::Index::known_files() {
    std::map<std::string, Known> known;
    Query query(*database, "SELECT id, name, bytes, modified, inode, session FROM file");
    while (query.step()) {
        auto& file = known[query.text(1)];
        file.id = query.number(0);
        file.status.bytes = static_cast<std::uint64_t>(query.number(2));
        file.status.modified_ns = query.number(3);
        file.status.inode = static_cast<std::uint64_t>(query.number(4));
        file.session = query.text(5);
    }
    return known;
}

// What is to be read; what is left in `known` afterwards is to be forgotten.
std::vector<Read> Search::Index::changed_files(std::map<std::string, Known>& known) {
    const auto journals = places.state.empty() ? std::vector<std::string>{} : names_in_folder(disk, places.journals());
    const std::set<std::string> open(journals.begin(), journals.end());
    std::vector<Read> changed;
    for (const auto& name : names_in_folder(disk, folder)) {
        if (!name.ends_with(".avow") || name.starts_with('.')) continue;
        Read read;
        read.name = name;
        if (const auto status = status_of(disk, folder / name)) read.status = *status;
        const auto at_known = known.find(name);
        if (at_known != known.end()) {
            read.has_journal = open.contains(file_name_of(at_known->second.session));
            if (!read.has_journal && is_same(at_known->second.status, read.status)) {
                known.erase(at_known);
                continue;
            }
        }
        changed.push_back(std::move(read));
    }
    return changed;
}

void Search::Index::look_at(Read& read) const {
    try {
        if (read.status.kind != FileKind::file) throw FormatError(quoted(folder / read.name) + " is not a file");
        if (!read.has_journal)
            if (const auto session = session_at_a_glance(disk, folder / read.name)) {
                take_in(read, *session);
                if (places.state.empty() || !is_there(disk, places.journals(session->id))) return;
                read.spoken.clear();
                read.apart.clear();
            }
        take_in(read, read_session(disk, folder / read.name, places).history.now());
    } catch (const std::runtime_error& error) {
        read.damage = error.what();
    }
}

void Search::Index::look_at_all(std::vector<Read>& files, std::size_t from, std::size_t to) const {
    const auto threads = to - from < worth_a_thread ? 1u : std::clamp(std::thread::hardware_concurrency(), 1u, 8u);
    std::atomic<std::size_t> next = from;
    const auto work = [&] {
        for (auto one = next++; one < to; one = next++) look_at(files[one]);
    };
    std::vector<std::jthread> others;
    for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(work);
    work();
}

void Search::Index::forget(std::int64_t file) {
    Query words(*database, "INSERT INTO word(word, rowid, apart) SELECT 'delete', id, apart FROM said WHERE file=?");
    words.bind(file).run();
    Query said(*database, "DELETE FROM said WHERE file=?");
    said.bind(file).run();
    Query row(*database, "DELETE FROM file WHERE id=?");
    row.bind(file).run();
}

void Search::Index::lay_in(const Read& read, std::int64_t& serial, Rows& rows) {
    constexpr int bits = 40; // of an id: the order of laying in, downwards; above them the day
    Query file(*database, "INSERT INTO file(name, bytes, modified, inode, session, team, damage) VALUES(?,?,?,?,?,?,?) "
                          "RETURNING id");
    file.bind(read.name).bind(static_cast<std::int64_t>(read.status.bytes)).bind(read.status.modified_ns);
    file.bind(static_cast<std::int64_t>(read.status.inode)).bind(read.session.text).bind(read.team).bind(read.damage);
    file.step();
    const auto id = file.number(0);
    file.run();
    Query said(*database, "INSERT INTO said VALUES(?,?,?,?,?,?,?,?)");
    for (std::size_t at_said = 0; at_said < read.spoken.size(); ++at_said) {
        const auto& one = read.spoken[at_said];
        const std::int64_t day = days_between({1900, 1, 1}, one.date);
        const std::int64_t row = (day << bits) | ((std::int64_t{1} << bits) - ++serial);
        said.bind(row).bind(id).bind(one.who).bind(one.kind).bind(one.words).bind(one.theme).bind(one.item.text);
        said.bind(read.apart[at_said]).run();
        rows.emplace_back(row, read.apart[at_said]);
    }
}

// Upwards, because FTS5 writes out all it holds in memory whenever an id is below the one before.
void Search::Index::lay_in(Rows& rows) {
    std::ranges::sort(rows);
    Query word(*database, "INSERT INTO word(rowid, apart) VALUES(?,?)");
    for (const auto& [row, apart] : rows) word.bind(row).bind(apart).run();
}

void Search::Index::refresh() {
    auto known = known_files();
    auto changed = changed_files(known);
    files_read = changed.size();
    if (changed.empty() && known.empty()) return;
    database->run("BEGIN IMMEDIATE");
    for (const auto& [name, file] : known) forget(file.id);
    // The order of laying in goes on where it was: an id that was used in this index is not used again.
    Query last(*database, "SELECT coalesce(max(1099511627776 - (id & 1099511627775)), 0) FROM said");
    std::int64_t serial = last.step() ? last.number(0) : 0;
    last.begin_anew();
    for (std::size_t from = 0; from < changed.size(); from += files_at_once) {
        const auto to = std::min(from + files_at_once, changed.size());
        look_at_all(changed, from, to);
        Rows rows;
        for (auto one = from; one < to; ++one) {
            lay_in(changed[one], serial, rows);
            changed[one] = {};
        }
        lay_in(rows);
    }
    database->run("COMMIT");
}

std::vector<Hit> Search::Index::find(std::string_view question, std::size_t most) {
    std::string match;
    std::vector<std::string> signs; // looked for letter by letter
    const auto words = words_of_question(question);
    for (std::size_t at_word = 0; at_word < words.size(); ++at_word) {
        if (!has_word(words[at_word])) {
            signs.push_back(words[at_word]);
            continue;
        }
        match += (match.empty() ? "" : " AND ") + phrase_of(words[at_word]) + (at_word + 1 == words.size() ? " *" : "");
    }
    std::vector<Hit> hits;
    if (words.empty()) return hits;
    const std::string from = match.empty() ? "said" : "word JOIN said ON said.id = word.rowid";
    std::string where = match.empty() ? "1" : "word MATCH ?";
    for (std::size_t sign = 0; sign < signs.size(); ++sign) where += " AND instr(said.apart, ?) > 0";
    const std::string order = match.empty() ? "said.id" : "word.rowid";
    Query query(
        *database,
        "SELECT said.id >> 40, file.name, file.team, said.who, said.kind, said.words, said.theme, said.item FROM " +
            from + " JOIN file ON file.id = said.file WHERE " + where + " ORDER BY " + order + " DESC");
    if (!match.empty()) query.bind(match);
    for (const auto& sign : signs) query.bind(sign);
    while (hits.size() < most && query.step()) {
        const auto name = query.text(1);
        hits.push_back({folder / fs::path(std::u8string(name.begin(), name.end())),
                        plus_days({1900, 1, 1}, static_cast<int>(query.number(0))), query.text(2), query.text(3),
                        query.text(4), query.text(5), query.text(6), AccountabilityId{query.text(7)}});
    }
    return hits;
}

Search::Search(Disk& disk, const Places& places, fs::path folder)
    : index_(std::make_unique<Index>(disk, places, std::move(folder))) {
    fs::path real = index_->folder;
    disk.real_path(index_->folder, real);
    if (!places.cache.empty()) try {
            make_folders(disk, places.cache);
            index_->at = places.cache / ("words-" + hash_of(bytes_of_path(real)) + ".db");
        } catch (const DiskError&) { // in memory, then
        }
    refresh();
}

Search::~Search() = default;
Search::Search(Search&&) noexcept = default;
Search& Search::operator=(Search&&) noexcept = default;

void Search::refresh() {
    const bool is_open = index_->database.has_value(); // opening reads what is there to read
    index_->mended([&] {
        if (is_open) index_->refresh();
    });
}

std::vector<Hit> Search::find(std::string_view words, std::size_t most) {
    return index_->mended([&] { return index_->find(words, most); });
}

std::vector<Unlisted> Search::unlisted() {
    return index_->mended([&] {
        std::vector<Unlisted> all;
        Query query(*index_->database, "SELECT name, damage FROM file WHERE damage <> '' ORDER BY name");
        while (query.step()) {
            const auto name = query.text(0);
            all.push_back({index_->folder / fs::path(std::u8string(name.begin(), name.end())), query.text(1)});
        }
        return all;
    });
}

std::size_t Search::files_read() const { return index_->files_read; }

} // namespace avow::storage
