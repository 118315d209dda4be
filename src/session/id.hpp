// A name for each thing in a session, one type per noun, so that a theme can never be passed for a participant.
// Ids are handed out by the desk (thirteen random letters and digits) and are opaque to everybody else: files made
// elsewhere may carry any id of 1 to 64 printable ASCII characters.
#pragma once

#include <algorithm>
#include <compare>
#include <string>
#include <string_view>

namespace avow {

template <class Tag>
struct Id {
    std::string text;

    bool empty() const { return text.empty(); }
    auto operator<=>(const Id&) const = default;
};

using SessionId = Id<struct SessionTag>;
using ParticipantId = Id<struct ParticipantTag>;
using AccountabilityId = Id<struct AccountabilityTag>;
using ThemeId = Id<struct ThemeTag>;
using ExpectationId = Id<struct ExpectationTag>;
using AskId = Id<struct AskTag>;
using ObjectionId = Id<struct ObjectionTag>;
using ParkedId = Id<struct ParkedTag>;
using RecallId = Id<struct RecallTag>;
using SheetId = Id<struct SheetTag>;
using MisalignmentId = Id<struct MisalignmentTag>;
using PollId = Id<struct PollTag>;
using StepId = Id<struct StepTag>;

// What the text of an id may be: 1 to 64 printable ASCII characters, none of them a space.
inline bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
}

} // namespace avow
