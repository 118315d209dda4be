// What a file holds that this version does not understand, so that saving it does not lose it: members of a newer minor
// version, and whole lines of kinds nobody here knows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace avow::storage {

struct UnknownMember {
    std::string place; // of its object: "", "goal", "accountabilities[a17].wordings[0]"; things with an id go by it
    std::string name;
    std::string json; // as it stood, byte for byte

    bool operator==(const UnknownMember&) const = default;
};

struct UnknownLine {
    std::uint64_t after_entry = 0; // how many entries of the log stood before it
    std::string json;

    bool operator==(const UnknownLine&) const = default;
};

struct UnknownFields {
    std::vector<UnknownMember> of_envelope;
    std::vector<UnknownMember> of_snapshot;
    std::vector<UnknownMember> of_origin;
    std::vector<UnknownMember> of_entries; // the place begins with the entry's id: "[s4].edits[0]"
    std::vector<UnknownLine> lines;

    bool operator==(const UnknownFields&) const = default;
};

// `json` (one line of ours) with the members put back at the end of their objects; those whose object is gone are let go,
// and so are those we have come to write ourselves. `root` is the place of the outermost object.
std::string with_unknown(std::string_view json, const std::vector<UnknownMember>&, const std::string& root = "");

} // namespace avow::storage
