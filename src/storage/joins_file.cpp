// Written by surgery: the text of the list is put together anew from the texts of its entries, and nothing else of the file
// is touched. So whatever a newer version or a hand put there stays.
#include "storage/joins_file.hpp"

#include "session/text.hpp"
#include "storage/json.hpp"
#include "storage/json_scan.hpp"
#include "storage/saved_file.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace avow::storage {

namespace {

constexpr std::uint64_t most_bytes = 4 << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blank = "{\n  \"format\": \"avow-joins\",\n  \"version\": 1,\n  \"joins\": []\n}\n";
constexpr std::pair<Join::Kind, std::string_view> kinds[] = {
    {Join::Kind::person, "person"}, {Join::Kind::team, "team"}, {Join::Kind::theme, "theme"}};

struct Entry {
    std::string_view text;
    std::optional<Join> join; // nothing: of a kind that is not known here
};

class Reader {
public:
    Reader(const std::filesystem::path& path, std::string_view bytes) : path_(path), text_(bytes) {
        if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
        if (const auto flaw = scan_json(text_, tokens_)) throw damaged(sentence_of(*flaw));
        if (tokens_.front().kind != JsonKind::object || words(0, "format") != "avow-joins")
            throw damaged("it is no file of joins");
        if (number(0, "version") != 1) throw damaged("it is of a version that this Avow does not know");
        list_ = member(0, "joins");
        if (!list_ || tokens_[list_].kind != JsonKind::array) throw damaged("\"joins\" is no list");
        for (auto at = list_ + 1; at < tokens_[list_].next; at = tokens_[at].next)
            entries_.push_back({text_of(at), join(at)});
    }

    const std::vector<Entry>& entries() const { return entries_; }
    std::string_view before_list() const { return text_.substr(0, tokens_[list_].begin); }
    std::string_view after_list() const { return text_.substr(tokens_[list_].end); }

private:
    FormatError damaged(const std::string& reason) const {
        return FormatError(quoted(path_) + " can't be read: " + reason +
                           ". Nothing was changed; mend it or move it away.");
    }
    std::string_view text_of(std::size_t at) const {
        return text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin);
    }
    std::string place_of(std::size_t at) const {
        return "\"joins\", entry " + std::to_string(entries_.size() + 1) + at_name(at);
    }
    std::string at_name(std::size_t at) const {
        const auto& token = tokens_[at];
        if (token.name_begin == token.name_end) return "";
        return ", \"" + shown(text_.substr(token.name_begin, token.name_end - token.name_begin)) + "\"";
    }

    std::size_t member(std::size_t object, std::string_view name) const { // 0: there is none
        for (auto at = object + 1; at < tokens_[object].next; at = tokens_[at].next)
            if (unescaped(text_.substr(tokens_[at].name_begin, tokens_[at].name_end - tokens_[at].name_begin)) == name)
                return at;
        return 0;
    }
    std::string words(std::size_t object, std::string_view name) const { // empty: there are none
        const auto at = member(object, name);
        if (!at || tokens_[at].kind == JsonKind::null) return "";
        if (tokens_[at].kind != JsonKind::string) throw damaged(place_of(at) + " is not text");
        const auto text = text_of(at);
        return unescaped(text.substr(1, text.size() - 2));
    }
    int number(std::size_t object, std::string_view name) const {
        const auto at = member(object, name);
        if (!at || tokens_[at].kind == JsonKind::null) return 0;
        int value = 0;
        const auto text = text_of(at);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size() || value < 0)
            throw damaged(place_of(at) + " is no whole number");
        return value;
    }

    Named named(std::size_t join, std::string_view name) const {
        const auto at = member(join, name);
        if (!at || tokens_[at].kind != JsonKind::object)
            throw damaged(place_of(join) + " has no \"" + std::string(name) + "\"");
        Named named{words(at, "team"), words(at, "name"), std::nullopt, number(at, "seat")};
        const auto day = words(at, "day");
        if (!day.empty() && !(named.day = date_from_iso(day)))
            throw damaged(place_of(at) + ": that day does not exist");
        if (clean_line(named.name).empty()) throw damaged(place_of(at) + " has no name");
        return named;
    }
    std::optional<Join> join(std::size_t at) const {
        if (tokens_[at].kind != JsonKind::object) throw damaged(place_of(at) + " is not an object");
        const auto of = words(at, "of");
        const auto* kind = std::ranges::find(kinds, of, [](const auto& known) { return known.second; });
        if (kind == std::end(kinds)) return std::nullopt;
        const auto same = member(at, "same");
        if (!same || tokens_[same].kind != JsonKind::boolean)
            throw damaged(place_of(at) + ": \"same\" must be true or false");
        return Join{kind->first, text_of(same) == "true", named(at, "one"), named(at, "other")};
    }

    std::filesystem::path path_;
    std::string_view text_;
    std::vector<JsonToken> tokens_;
    std::size_t list_ = 0;
    std::vector<Entry> entries_;
};

std::string written(const Named& named) {
    std::string json = "{";
    if (!named.team.empty()) json += "\"team\": " + in_quotes(named.team) + ", ";
    json += "\"name\": " + in_quotes(named.name);
    if (named.day) json += ", \"day\": " + in_quotes(iso(*named.day));
    if (named.seat > 0) json += ", \"seat\": " + std::to_string(named.seat);
    return json + "}";
}

std::string written(const Join& join) {
    const auto* kind = std::ranges::find(kinds, join.kind, [](const auto& known) { return known.first; });
    return "{\"of\": " + in_quotes(kind->second) + ", \"same\": " + (join.is_same ? "true" : "false") +
           ", \"one\": " + written(join.one) + ", \"other\": " + written(join.other) + "}";
}

std::string list_of(const std::vector<std::string>& entries) {
    std::string list = "[";
    for (std::size_t at = 0; at < entries.size(); ++at) list += (at == 0 ? "\n    " : ",\n    ") + entries[at];
    return list + (entries.empty() ? "]" : "\n  ]");
}

std::filesystem::path joins_file(const std::filesystem::path& folder) { return folder / "avow-joins.json"; }

std::optional<std::string> bytes_of(Disk& disk, const std::filesystem::path& path) {
    if (!is_there(disk, path)) return std::nullopt;
    auto bytes = OpenFile(disk, path, OpenFor::reading).read_all(most_bytes);
    if (bytes.size() > most_bytes)
        throw FormatError(quoted(path) + " is too large for a file of joins. Nothing was changed; move it away.");
    return bytes;
}

} // namespace

Joins read_joins(Disk& disk, const std::filesystem::path& folder) {
    const auto path = joins_file(folder);
    const auto bytes = bytes_of(disk, path);
    Joins joins;
    if (!bytes) return joins;
    const Reader reader(path, *bytes);
    for (const auto& entry : reader.entries())
        if (entry.join) joins.push_back(*entry.join);
    return joins;
}

void change_joins(Disk& disk, const std::filesystem::path& folder, const Joins& taken_back, const Joins& added) {
    const auto path = joins_file(folder);
    const auto bytes = bytes_of(disk, path);
    const std::string before = bytes.value_or(std::string(blank));
    const Reader reader(path, before);
    std::vector<std::string> entries;
    for (const auto& entry : reader.entries())
        if (!entry.join || std::ranges::find(taken_back, *entry.join) == taken_back.end())
            entries.emplace_back(entry.text);
    for (const auto& join : added) entries.push_back(written(join));
    const auto text = std::string(reader.before_list()) + list_of(entries) + std::string(reader.after_list());
    replace_file(disk, path, text, [&](const std::filesystem::path& going) {
        if (bytes_of(disk, going) != bytes)
            throw ChangedUnderneath(quoted(path) + " was changed by another program just now. Try again.");
    });
}

} // namespace avow::storage
