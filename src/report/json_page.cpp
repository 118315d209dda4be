#include "report/json_page.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace avow::report {

std::string as_json(std::string_view words) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string json = "\"";
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (json += '\\') += c;
        else if (byte < 0x20 || byte == 0x7f)
            ((json += "\\u00") += digits[byte >> 4]) += digits[byte & 15];
        else
            json += c;
    }
    return json + '"';
}

void JsonPage::next(std::string_view key) {
    if (!open_.empty()) {
        if (!open_.back().is_empty) text_ += ',';
        open_.back().is_empty = false;
        (text_ += '\n').append(2 * open_.size(), ' ');
    }
    if (!key.empty()) (text_ += as_json(key)) += ": ";
}

JsonPage& JsonPage::begin(std::string_view key, char bracket) {
    next(key);
    text_ += bracket;
    open_.push_back({bracket == '{' ? '}' : ']', true});
    return *this;
}

JsonPage& JsonPage::end() {
    assert(!open_.empty());
    const auto closed = open_.back();
    open_.pop_back();
    if (!closed.is_empty) (text_ += '\n').append(2 * open_.size(), ' ');
    text_ += closed.closing;
    return *this;
}

JsonPage& JsonPage::raw(std::string_view key, std::string_view value) {
    next(key);
    text_ += value;
    return *this;
}

JsonPage& JsonPage::text(std::string_view key, std::string_view words) { return raw(key, as_json(words)); }
JsonPage& JsonPage::text_or_null(std::string_view key, std::string_view words) {
    return words.empty() ? raw(key, "null") : text(key, words);
}
JsonPage& JsonPage::number(std::string_view key, long long value) { return raw(key, std::to_string(value)); }
JsonPage& JsonPage::flag(std::string_view key, bool value) { return raw(key, value ? "true" : "false"); }
JsonPage& JsonPage::element(std::string_view words) { return raw({}, as_json(words)); }

JsonPage& JsonPage::share(std::string_view key, double value) { return figure(key, std::clamp(value, 0.0, 1.0)); }

JsonPage& JsonPage::figure(std::string_view key, double value) {
    const auto thousandths = std::lround(std::abs(value) * 1000);
    auto decimals = std::to_string(thousandths % 1000);
    decimals.insert(0, 3 - decimals.size(), '0');
    const std::string sign = value < 0 && thousandths > 0 ? "-" : "";
    return raw(key, sign + std::to_string(thousandths / 1000) + "." + decimals);
}

} // namespace avow::report
