#include "storage/settings.hpp"

#include "storage/json.hpp"
#include "storage/json_scan.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace avow::storage {

namespace {

constexpr std::uint64_t most_bytes = 64 << 10;
constexpr int most_pixels = 65'536; // of a desktop, either way
constexpr std::array<std::string_view, 3> looks = {"light", "dark", "high-contrast"};
constexpr std::array<std::string_view, 3> seats = {"4", "6", "8"};

std::filesystem::path settings_file(const Places& places) { return places.state / "settings.json"; }

// The members of one flat object; what nobody here knows is passed over, for a newer Avow may have written it.
class Reader {
public:
    Reader(std::filesystem::path path, std::string_view text) : path_(std::move(path)), text_(text) {
        if (const auto flaw = scan_json(text_, tokens_)) throw damaged(sentence_of(*flaw));
        if (tokens_.front().kind != JsonKind::object || words("format") != "avow-settings")
            throw damaged("it holds no settings");
    }

    std::string words(std::string_view name) const { // empty: there are none
        const auto* token = member(name, JsonKind::string);
        return token ? unescaped(text_.substr(token->begin + 1, token->end - token->begin - 2)) : std::string{};
    }
    bool is_set(std::string_view name) const {
        const auto* token = member(name, JsonKind::boolean);
        return token && text_[token->begin] == 't';
    }
    std::optional<int> number(std::string_view name) const {
        const auto* token = member(name, JsonKind::number);
        if (!token) return std::nullopt;
        int value = 0;
        const char *begin = text_.data() + token->begin, *end = text_.data() + token->end;
        if (const auto [at, error] = std::from_chars(begin, end, value);
            at != end || error != std::errc() || std::abs(value) > most_pixels)
            throw damaged("\"" + std::string(name) + "\" is no number of pixels");
        return value;
    }
    int desk_text() const {
        const auto size = number("desk_text").value_or(least_desk_text);
        if (size < least_desk_text || size > most_desk_text) throw damaged("\"desk_text\" is not from 100 to 400");
        return size;
    }
    template <class Choice>
    Choice choice(std::string_view name, const std::array<std::string_view, 3>& words_of, Choice usual) const {
        const auto word = words(name);
        const auto found = std::ranges::find(words_of, word);
        if (word.empty()) return usual;
        if (found == words_of.end()) throw damaged("\"" + std::string(name) + "\" is " + in_quotes(shown(word)));
        return static_cast<Choice>(found - words_of.begin());
    }

private:
    FormatError damaged(const std::string& reason) const {
        return FormatError(quoted(path_) + " can't be read: " + reason +
                           ". Avow looks as it does on a new machine; the file is written anew at the next change.");
    }
    const JsonToken* member(std::string_view name, JsonKind kind) const {
        for (std::size_t at = 1; at < tokens_.front().next; at = tokens_[at].next) {
            const auto& token = tokens_[at];
            if (unescaped(text_.substr(token.name_begin, token.name_end - token.name_begin)) != name) continue;
            if (token.kind != kind) throw damaged("\"" + std::string(name) + "\" is of the wrong kind");
            return &token;
        }
        return nullptr;
    }

    std::filesystem::path path_;
    std::string_view text_;
    std::vector<JsonToken> tokens_;
};

std::optional<WindowPlace> place_in(const Reader& reader) {
    const auto x = reader.number("window_x"), y = reader.number("window_y"), width = reader.number("window_width"),
               height = reader.number("window_height");
    if (!x || !y || !width || !height || *width <= 0 || *height <= 0) return std::nullopt;
    return WindowPlace{*x, *y, *width, *height};
}

std::string written(const Settings& settings) {
    std::string json = "{\n  \"format\": \"avow-settings\"";
    const auto add = [&](std::string_view name, const std::string& value) {
        json += ",\n  \"" + std::string(name) + "\": " + value;
    };
    add("look", in_quotes(looks.at(static_cast<std::size_t>(settings.look))));
    add("farthest_seat", in_quotes(seats.at(static_cast<std::size_t>(settings.farthest_seat))));
    add("without_motion", settings.without_motion ? "true" : "false");
    add("desk_text", std::to_string(settings.desk_text));
    if (const auto& window = settings.window) {
        add("window_x", std::to_string(window->x));
        add("window_y", std::to_string(window->y));
        add("window_width", std::to_string(window->width));
        add("window_height", std::to_string(window->height));
    }
    add("full_screen", settings.is_full_screen ? "true" : "false");
    if (!settings.audience_monitor.empty()) add("audience_monitor", in_quotes(settings.audience_monitor));
    add("opens_audience", settings.opens_audience ? "true" : "false");
    return json + "\n}\n";
}

} // namespace

Settings read_settings(Disk& disk, const Places& places) {
    const auto path = settings_file(places);
    if (places.state.empty() || !is_there(disk, path)) return {};
    const auto bytes = OpenFile(disk, path, OpenFor::reading).read_all(most_bytes);
    if (bytes.size() > most_bytes) throw FormatError(quoted(path) + " is too large for settings; move it away.");
    const Reader reader(path, bytes);
    Settings settings;
    settings.look = reader.choice("look", looks, settings.look);
    settings.farthest_seat = reader.choice("farthest_seat", seats, settings.farthest_seat);
    settings.without_motion = reader.is_set("without_motion");
    settings.desk_text = reader.desk_text();
    settings.window = place_in(reader);
    settings.is_full_screen = reader.is_set("full_screen");
    settings.audience_monitor = reader.words("audience_monitor");
    settings.opens_audience = reader.is_set("opens_audience");
    return settings;
}

void write_settings(Disk& disk, const Places& places, const Settings& settings) {
    if (places.state.empty()) return;
    make_folders(disk, places.state);
    replace_file(disk, settings_file(places), written(settings));
}

} // namespace avow::storage
