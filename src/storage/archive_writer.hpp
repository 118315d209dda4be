// A cereal JSON archive written by name. What cereal lacks is added here: enums by name, null for "not set".
#pragma once

#include "session/session.hpp"
#include "session/text.hpp"
#include "storage/archive.hpp"

// Before any header of cereal, and the same everywhere: RapidJSON must not recurse and must not take bad UTF-8.
#define RAPIDJSON_PARSE_DEFAULT_FLAGS (kParseIterativeFlag | kParseValidateEncodingFlag)
#define CEREAL_RAPIDJSON_PARSE_DEFAULT_FLAGS (kParseIterativeFlag | kParseValidateEncodingFlag)
#include <cereal/archives/json.hpp>

#include <sstream>
#include <type_traits>
#include <utility>

namespace avow::storage {

// --- words for enums ----------------------------------------------------------------------------------------------
template <class E>
using Names = std::vector<std::pair<E, std::string_view>>;

template <class E>
const Names<E>& names_of_all();

template <class E>
std::string_view word_for(E value) {
    for (const auto& [known, word] : names_of_all<E>())
        if (known == value) return word;
    throw FormatError("a value has no name"); // our own bug: a new enumerator without a word
}

// --- writing ------------------------------------------------------------------------------------------------------
class Writer {
public:
    static constexpr bool reads = false;
    Writer(cereal::JSONOutputArchive& archive, Privacy privacy) : archive_(archive), privacy_(privacy) {}

    bool is_private_wanted() const { return privacy_ == Privacy::with_private; }

    template <class T>
    void operator()(const char* name, const T& value) {
        archive_.setNextName(name);
        put(value);
    }
    template <class T>
    void required(const char* name, const T& value) {
        (*this)(name, value);
    }
    void number(const char* name, int value, int /*least*/, int /*most*/) { (*this)(name, value); }

    template <class F>
    void object(const char* name, F&& inside) {
        archive_.setNextName(name);
        archive_.startNode();
        inside();
        archive_.finishNode();
    }
    template <class T, class F>
    void list(const char* name, std::vector<T>& items, F&& each) {
        archive_.setNextName(name);
        archive_.startNode();
        archive_.makeArray();
        for (T& item : items) {
            archive_.startNode();
            each(item);
            archive_.finishNode();
        }
        archive_.finishNode();
    }

private:
    void put(const std::string& words) {
        archive_.writeName();
        if (is_utf8(words) && words.find('\0') == std::string::npos)
            archive_.saveValue(words);
        else
            archive_.saveValue(clean_line(words)); // never happens to words that came through the desk
    }
    void put(std::string_view words) { put(std::string(words)); }
    void put(bool value) { archive_.writeName(), archive_.saveValue(value); }
    void put(int value) { archive_.writeName(), archive_.saveValue(value); }
    void put(std::uint64_t value) { archive_.writeName(), archive_.saveValue(value); }
    void put(Date date) { put(iso(date)); }
    void put(Moment moment) { put(rfc3339(moment)); }
    template <class Tag>
    void put(const Id<Tag>& id) {
        put(id.text);
    }
    template <class E>
    requires std::is_enum_v<E>
    void put(E value) { put(word_for(value)); }
    template <class T>
    void put(const std::optional<T>& value) {
        if (value) return put(*value);
        archive_.writeName(), archive_.saveValue(nullptr);
    }
    template <class T>
    void put(const std::vector<T>& items) {
        archive_.startNode();
        archive_.makeArray();
        for (const T& item : items) put(item);
        archive_.finishNode();
    }
    // fields() takes what it may have to fill; a Writer only looks.
    template <class T>
    requires std::is_class_v<T>
    void put(const T& value) {
        archive_.startNode();
        fields(*this, const_cast<T&>(value));
        archive_.finishNode();
    }

    cereal::JSONOutputArchive& archive_;
    Privacy privacy_;
};

// One line of JSON, made by `inside(writer)`.
template <class F>
std::string written(Privacy privacy, F&& inside) {
    std::ostringstream out;
    {
        cereal::JSONOutputArchive archive(out, cereal::JSONOutputArchive::Options::NoIndent());
        Writer writer(archive, privacy);
        inside(writer);
    }
    return on_one_line(out.str());
}

} // namespace avow::storage
