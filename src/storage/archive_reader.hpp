// A cereal JSON archive read by name. What cereal lacks is added here: places in errors, defaults for missing keys, and the
// members nobody asked for.
#pragma once

#include "storage/archive_writer.hpp"

#include <algorithm>
#include <charconv>
#include <istream>
#include <streambuf>

namespace avow::storage {

// --- reading ------------------------------------------------------------------------------------------------------
// Walks the scanned places beside the archive: they tell what is there and of which kind, cereal tells the value. Without
// an archive the values are taken from the places too. That is for the lines of a log: cereal parses each a second time,
// a character at a time through a stream, and 10,000 of them took 140 ms that way and take 20 so.
class Reader {
public:
    static constexpr bool reads = true;
    Reader(cereal::JSONInputArchive* archive, const Scanned& scanned, std::vector<UnknownMember>& unknown)
        : archive_(archive), scanned_(scanned), unknown_(unknown) {
        frames_.push_back(Frame{});
    }

    // What a root is called in the places of unknown members ("[s4]").
    void call_root(std::string name) { root_ = std::move(name); }
    bool has(const char* name) const { return find(name) != none; }
    std::size_t count(const char* name) const { // of the items of a list
        const std::uint32_t list = find(name);
        return list == none || scanned_.tokens[list].kind != JsonKind::array ? 0 : count_in(list);
    }
    bool is_private_wanted() const { return true; }
    void finish() { gather_unknown(); }

    template <class T>
    void operator()(const char* name, T& value) {
        const std::uint32_t token = find(name);
        if (token == none) return;
        note_known(token);
        step_into(name, token);
        get(value);
        step_out();
    }
    template <class T>
    void required(const char* name, T& value) {
        if (!has(name)) fail_at(name, "is missing");
        (*this)(name, value);
    }
    void number(const char* name, int& value, int least, int most) {
        (*this)(name, value);
        if (value < least || value > most) {
            fail_at(name, "is " + std::to_string(value) + ", which is not between " + std::to_string(least) + " and " +
                              std::to_string(most));
        }
    }
    template <class F>
    void object(const char* name, F&& inside) {
        const std::uint32_t token = find(name);
        if (token == none) fail_at(name, "is missing");
        note_known(token);
        step_into(name, token);
        into_object(inside);
        step_out();
    }
    template <class T, class F>
    void list(const char* name, std::vector<T>& items, F&& each) {
        const std::uint32_t token = find(name);
        if (token == none) return;
        note_known(token);
        step_into(name, token);
        get_each(items, [&](T& item) { into_object([&] { each(item); }); });
        step_out();
    }

    [[noreturn]] void fail(const std::string& reason) const { throw FormatError(place() + reason); }
    [[noreturn]] void fail_at(const char* name, const std::string& reason) const {
        const std::string before = place();
        throw FormatError((before.empty() ? "" : before.substr(0, before.size() - 2) + ".") + name + ": " + reason);
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    struct Frame {
        const char* name = nullptr; // none: an item of a list
        std::size_t index = 0;
        std::uint32_t token = 0;
        bool is_entered = false;
        std::uint32_t ahead = 0;     // the member that comes next when all are asked for in their order
        std::size_t known_begin = 0; // in known_: the members somebody asked for
    };

    const JsonToken& token() const { return scanned_.tokens[frames_.back().token]; }
    std::string_view raw(const JsonToken& t) const { return scanned_.text.substr(t.begin, t.end - t.begin); }
    std::string_view name_of_member(const JsonToken& t) const {
        return scanned_.text.substr(t.name_begin, t.name_end - t.name_begin);
    }

    void note_known(std::uint32_t member) {
        known_.push_back(member);
        frames_.back().ahead = scanned_.tokens[member].next;
    }
    std::uint32_t find(std::string_view name) const {
        const Frame& frame = frames_.back();
        const bool has_next = frame.ahead != 0 && frame.ahead < scanned_.tokens[frame.token].next;
        if (has_next && name_of_member(scanned_.tokens[frame.ahead]) == name) return frame.ahead;
        return find_in(frame.token, name);
    }
    std::uint32_t find_in(std::uint32_t object, std::string_view name) const {
        const std::uint32_t end = scanned_.tokens[object].next;
        for (std::uint32_t i = object + 1; i < end; i = scanned_.tokens[i].next)
            if (name_of_member(scanned_.tokens[i]) == name) return i;
        return none;
    }

    std::size_t count_in(std::uint32_t list) const {
        std::size_t items = 0;
        for (std::uint32_t i = list + 1; i < scanned_.tokens[list].next; i = scanned_.tokens[i].next) ++items;
        return items;
    }

    void step_into(const char* name, std::uint32_t token_index) {
        if (archive_ != nullptr && name != nullptr) archive_->setNextName(name);
        frames_.push_back(Frame{name, 0, token_index, false, token_index + 1, known_.size()});
    }
    void step_out() {
        known_.resize(frames_.back().known_begin);
        frames_.pop_back();
    }

    template <class F>
    void into_object(F&& inside) {
        if (token().kind != JsonKind::object) fail("is not an object");
        if (archive_ != nullptr) archive_->startNode();
        inside();
        gather_unknown();
        if (archive_ != nullptr) archive_->finishNode();
    }
    template <class T, class F>
    void get_each(std::vector<T>& items, F&& each) {
        if (token().kind != JsonKind::array) fail("is not a list");
        const std::uint32_t array = frames_.back().token;
        const std::uint32_t end = token().next;
        if (archive_ != nullptr) archive_->startNode();
        items.clear();
        items.reserve(count_in(array)); // growing would take several times as much for a moment
        for (std::uint32_t i = array + 1; i < end; i = scanned_.tokens[i].next) {
            frames_.push_back(Frame{nullptr, items.size(), i, true, i + 1, known_.size()});
            items.emplace_back();
            each(items.back());
            step_out();
        }
        if (archive_ != nullptr) archive_->finishNode();
    }

    std::string words() {
        if (token().kind != JsonKind::string) fail("is not words in quotes");
        if (archive_ == nullptr) return unescaped(raw(token()).substr(1, raw(token()).size() - 2));
        std::string value;
        archive_->loadValue(value);
        return value;
    }
    void get(std::string& value) { value = words(); }
    void get(bool& value) {
        if (token().kind != JsonKind::boolean) fail("is neither true nor false");
        value = raw(token()) == "true";
        if (archive_ != nullptr) archive_->loadValue(value);
    }
    template <class N>
    requires std::is_same_v<N, int> || std::is_same_v<N, std::uint64_t>
    void get(N& value) {
        if (token().kind != JsonKind::number) fail("is not a number");
        const std::string_view digits = raw(token());
        const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || rest != digits.data() + digits.size())
            fail(std::string(digits) + " is out of range");
        if (archive_ != nullptr) archive_->loadValue(value);
    }
    void get(Date& value) {
        const std::string written_day = words();
        const std::optional<Date> date = date_from_iso(written_day);
        if (!date) fail("\"" + shown(written_day) + "\" is not a day");
        value = *date;
    }
    void get(Moment& value) {
        const std::string written_moment = words();
        const std::optional<Moment> moment = moment_from_rfc3339(written_moment);
        if (!moment) fail("\"" + shown(written_moment) + "\" is not a time");
        value = *moment;
    }
    template <class Tag>
    void get(Id<Tag>& value) {
        value.text = words();
        const bool is_printable =
            std::all_of(value.text.begin(), value.text.end(), [](char c) { return c > ' ' && c < 0x7F; });
        if (value.text.empty() || value.text.size() > 64 || !is_printable)
            fail("\"" + shown(value.text) + "\" is no id (1 to 64 printable ASCII characters)");
    }
    template <class E>
    requires std::is_enum_v<E>
    void get(E& value) {
        const std::string word = words();
        std::string all;
        for (const auto& [known, name] : names_of_all<E>()) {
            if (word == name) {
                value = known;
                return;
            }
            all += (all.empty() ? "" : ", ") + std::string(name);
        }
        fail("\"" + shown(word) + "\" is not one of " + all);
    }
    template <class T>
    void get(std::optional<T>& value) {
        if (token().kind == JsonKind::null) {
            std::nullptr_t nothing = nullptr;
            if (archive_ != nullptr) archive_->loadValue(nothing);
            value.reset();
            return;
        }
        get(value.emplace());
    }
    template <class T>
    void get(std::vector<T>& items) {
        get_each(items, [&](T& item) { get(item); });
    }
    template <class T>
    requires std::is_class_v<T>
    void get(T& value) {
        into_object([&] { fields(*this, value); });
    }

    // For a person: "accountabilities[3].due: ". For ourselves, by id: "accountabilities[a17]".
    std::string place() const {
        std::string words_of_place;
        for (const Frame& frame : frames_)
            if (frame.is_entered)
                words_of_place += "[" + std::to_string(frame.index) + "]";
            else if (frame.name != nullptr)
                words_of_place += (words_of_place.empty() ? "" : ".") + std::string(frame.name);
        return words_of_place.empty() ? words_of_place : words_of_place + ": ";
    }
    std::string lasting_place() const {
        std::string words_of_place = root_;
        for (const Frame& frame : frames_) {
            if (frame.is_entered) {
                const std::uint32_t id = find_in(frame.token, "id");
                const bool has_id = id != none && scanned_.tokens[id].kind == JsonKind::string;
                const std::string_view quoted = has_id ? raw(scanned_.tokens[id]) : std::string_view();
                words_of_place +=
                    "[" + (has_id ? unescaped(quoted.substr(1, quoted.size() - 2)) : std::to_string(frame.index)) + "]";
            } else if (frame.name != nullptr) {
                words_of_place += (words_of_place.empty() ? "" : ".") + std::string(frame.name);
            }
        }
        return words_of_place;
    }
    void gather_unknown() {
        const Frame& frame = frames_.back();
        const auto known = known_.begin() + static_cast<std::ptrdiff_t>(frame.known_begin);
        const std::uint32_t end = scanned_.tokens[frame.token].next;
        for (std::uint32_t i = frame.token + 1; i < end; i = scanned_.tokens[i].next) {
            if (std::find(known, known_.end(), i) != known_.end()) continue;
            unknown_.push_back({lasting_place(), std::string(name_of_member(scanned_.tokens[i])),
                                std::string(raw(scanned_.tokens[i]))});
        }
    }

    cereal::JSONInputArchive* archive_;
    const Scanned& scanned_;
    std::vector<UnknownMember>& unknown_;
    std::vector<Frame> frames_;
    std::vector<std::uint32_t> known_;
    std::string root_;
};

// A stream over text that is there already.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view text) {
        char* begin = const_cast<char*>(text.data()); // a get area is never written to
        setg(begin, begin, begin + text.size());
    }
};

inline void need_object(const Scanned& scanned) {
    if (scanned.tokens.empty() || scanned.tokens[0].kind != JsonKind::object)
        throw FormatError("the JSON is not an object, so it holds no session");
}

// Runs `inside(reader)` over a scanned text. cereal's own exceptions would be our bug or a number too large for it; they
// leave as a FormatError like all others.
template <class F>
void read_by(const Scanned& scanned, std::vector<UnknownMember>& unknown, F&& inside) {
    need_object(scanned); // cereal would fail in words of its own
    try {
        ViewBuffer buffer(scanned.text);
        std::istream stream(&buffer);
        cereal::JSONInputArchive archive(stream);
        Reader reader(&archive, scanned, unknown);
        inside(reader);
        reader.finish();
    } catch (const cereal::Exception&) {
        throw FormatError("the JSON is not as expected");
    }
}

// The same without cereal, for lines of a log.
template <class F>
void read_line_by(const Scanned& scanned, std::vector<UnknownMember>& unknown, F&& inside) {
    need_object(scanned);
    Reader reader(nullptr, scanned, unknown);
    inside(reader);
    reader.finish();
}

} // namespace avow::storage
