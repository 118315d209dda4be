// A transcript, read: who said what, line by line. Pure; makes no session (recording.hpp does).
//
// The format: one line a statement, `Name: words`. A line that is blank or begins with # is passed over; a line without a
// name belongs to the last speaker; `Name:` alone changes the speaker. UTF-8 with or without a byte order mark, or UTF-16
// (with a mark, or told by its zero bytes); LF, CRLF or CR.
#pragma once

#include "session/edit.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace avow::cli {

struct Utterance {
    std::size_t line = 0; // from 1
    std::string speaker;
    std::string words; // empty where a line only names the speaker

    bool operator==(const Utterance&) const = default;
};

struct Transcript {
    std::vector<Utterance> utterances;
    std::vector<std::size_t> mended_lines; // where bytes were no text and are now U+FFFD
    std::optional<Refusal> refusal;        // names the line; the utterances before it are there

    bool operator==(const Transcript&) const = default;
};

// `speaker` says who speaks until a line names somebody; empty: such a line is refused.
Transcript transcript_of(std::string_view bytes, const std::string& speaker);

} // namespace avow::cli
