// JSON in the making, for documents that only ever leave: keys in the order they are said, two spaces a level. Sessions
// themselves are written and read by storage; nothing here reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace avow::report {

class JsonPage {
public:
    JsonPage& begin_object(std::string_view key = {}) {
        return begin(key, '{');
    } // without a key: an element, or the whole
    JsonPage& begin_list(std::string_view key = {}) { return begin(key, '['); }
    JsonPage& end(); // the innermost that is open
    JsonPage& text(std::string_view key, std::string_view words);
    JsonPage& text_or_null(std::string_view key, std::string_view words); // null where there are none
    JsonPage& number(std::string_view key, long long value);
    JsonPage& share(std::string_view key, double value);  // 0 to 1, three decimals, with a point in every locale
    JsonPage& figure(std::string_view key, double value); // likewise, of any size
    JsonPage& flag(std::string_view key, bool value);
    JsonPage& element(std::string_view words); // of a list

    std::string whole() const { return text_ + "\n"; }

private:
    JsonPage& begin(std::string_view key, char bracket);
    JsonPage& raw(std::string_view key, std::string_view value);
    void next(std::string_view key);

    std::string text_;
    struct Open {
        char closing = '}';
        bool is_empty = true;
    };
    std::vector<Open> open_;
};

// Words as a JSON string, quotes included: control characters escaped, all else as it is.
std::string as_json(std::string_view words);

} // namespace avow::report
