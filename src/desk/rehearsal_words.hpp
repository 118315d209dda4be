// Who sits in a rehearsal and what they say: read from a text that a person can edit (assets/rehearsal.txt).
#pragma once

#include "session/session.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace avow::desk {

// How somebody takes part.
enum class Manner { plain, talks_on, sceptical, cuts_in, silent };

// What is answered at Commit; empty where the person can't say.
struct RehearsedAnswers {
    std::string when;
    std::string first_step;
    std::string needs;
    std::string seen_by;

    bool operator==(const RehearsedAnswers&) const = default;
};

struct RehearsedStatement {
    std::size_t person = 0;
    std::string words;
    std::string objection; // said before it
    RehearsedAnswers answers;

    bool operator==(const RehearsedStatement&) const = default;
};

struct RehearsedPerson {
    std::string name;
    Manner manner = Manner::plain;

    bool operator==(const RehearsedPerson&) const = default;
};

struct RehearsedRemark { // said once, at a stage
    std::size_t person = 0;
    Stage stage = Stage::goal;
    std::string words;

    bool operator==(const RehearsedRemark&) const = default;
};

struct RehearsalWords {
    std::string team;
    Goal goal;
    std::string breath, go_on; // of who talks on: how they begin, and go on to the next thing
    std::vector<RehearsedPerson> people;
    std::vector<RehearsedStatement> statements; // each person's in their order
    std::vector<RehearsedRemark> remarks;

    bool operator==(const RehearsalWords&) const = default;
};

// Throws storage::FormatError with `name`, the line, and what a line there should be.
RehearsalWords rehearsal_words_of(std::string_view text, std::string_view name);

} // namespace avow::desk
