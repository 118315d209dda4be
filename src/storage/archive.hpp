// Between values and lines of JSON. The sources of this header are the only ones that know cereal; whatever they read
// has passed the strict scan first, and every error they throw names its place.
#pragma once

#include "session/history.hpp"
#include "storage/json.hpp"
#include "storage/json_scan.hpp"
#include "storage/unknown.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace avow::storage {

struct Draft;
struct Holder;

// What a newer Avow made and this one can't read. No copy of ours takes its place: it is never written over.
struct MadeByNewer : FormatError {
    using FormatError::FormatError;
};

// The first line of a file: what it is and who may read and write it.
struct Envelope {
    int version = 1;
    int min_reader = 1;
    int min_writer = 1;
    std::string app;
    SessionId session;
    std::string session_file; // of a journal: the path of the file it belongs to

    bool operator==(const Envelope&) const = default;
};

struct Snapshot {
    Session session;
    std::uint64_t seq = 0; // how many entries of the log it holds
};

inline constexpr std::uint64_t most_entries = 256u << 20; // more than a journal has bytes for

struct Logged {
    Entry entry;
    std::uint64_t seq = 0; // its place in the log, from 1
};

// --- writing: one line each, no newline ---------------------------------------------------------------------------
std::string json_of(const Envelope&);
std::string json_of(const Session&, Privacy); // with format and version: the export
std::string json_of(const Snapshot&);
std::string origin_json_of(const Session&);
std::string json_of(const Entry&, std::uint64_t seq);
std::string json_of(const Draft&);
std::string json_of(const Holder&);

// --- reading ------------------------------------------------------------------------------------------------------
// A text that passed the scan, with its places.
struct Scanned {
    std::string_view text;
    std::vector<JsonToken> tokens;
};
std::optional<JsonFlaw> scan(std::string_view text, Scanned&);
bool has_member(const Scanned&, std::string_view name); // of the outermost object

// An edit of a newer version: not an error of the file, but nothing we can replay.
struct UnknownEdit : FormatError {
    using FormatError::FormatError;
};

// Each throws FormatError and adds the members it does not know to `unknown`. Sessions are refused where breach_of is.
Envelope envelope_from(const Scanned&, std::vector<UnknownMember>& unknown);
Session session_from(const Scanned&, std::vector<UnknownMember>& unknown); // an export
Snapshot snapshot_from(const Scanned&, std::vector<UnknownMember>& unknown);
Snapshot snapshot_at_a_glance(const Scanned&); // for a list of many: cereal's second parse is spared
Session origin_from(const Scanned&, std::vector<UnknownMember>& unknown);
Logged entry_from(const Scanned&, std::vector<UnknownMember>& unknown);
Draft draft_from(const Scanned&);
Holder holder_from(const Scanned&);

} // namespace avow::storage
