// A session as the JSON of the contract (docs/file-format.md), and back. Also the shape of the snapshot line in a session
// file, so that there is one grammar for both. cereal does the reading and writing, behind our own strict scan.
#pragma once

#include "session/session.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace avow::storage {

// A file or text that cannot be read as a session; what() is a sentence for a person: what, where, what to do.
struct FormatError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

enum class Privacy { shared, with_private }; // shared: no confidence and nothing else that is private

std::string to_json(const Session&, Privacy); // pretty, keys in the contract's order, ends with a newline

struct Imported {
    Session session;
    std::vector<std::string> left_out; // keys nobody here knows, each named once, for one line to the person
};
// Missing keys take their defaults (ids have none); wrong types, unknown names, days that do not exist and whatever
// breach_of refuses are refused by place. UTF-8 with or without a BOM, or UTF-16.
Imported from_json(std::string_view json); // throws FormatError

} // namespace avow::storage
