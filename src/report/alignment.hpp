// What the team and its leader hold for expected, told as counts: each with what it is out of, and no figure made of
// several. Of expectations that were not opened no word is told, and of a sheet nowhere whose it is.
#pragma once

#include "insight/alignment.hpp"
#include "session/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace avow::report {

enum class AlignState { none, not_sealed, sealed, opened };
AlignState align_state(const Session&); // none: there are no expectations

struct AlignmentTold {
    const Session& session;
    bool seal_holds = false; // as whoever knows seals says (storage/seal.hpp)
};

std::string alignment_in_words(const AlignmentTold&); // lines of plain text
std::string alignment_json(const AlignmentTold&);     // keys and their order: docs/file-format.md

// The sentences it is made of, for other documents too.
std::string leader_in_words(const Session&);                                 // "Lou", "nobody yet"
std::string seal_in_words(const Session&);                                   // how many, sealed or not, and when
std::string recalled_in_words(const insight::Recalled&, int sheets);         // "recalled by 9 of 12; understood ..."
std::vector<std::string> alignment_in_lines(const Session&);                 // all together; the seal is opened
std::vector<std::string> phantoms_of(const Session&);                        // by their words: no order of sheets
const Expectation& expectation_of(const Session&, const insight::Recalled&); // of alignment_of this session

} // namespace avow::report
