// Phrases that every report says the same way: names that tell people apart, counts, who proposed what.
#pragma once

#include "insight/coverage.hpp"
#include "session/session.hpp"
#include "session/text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace avow::report {

// The whole name; with the seat where two people share one ("Ana (seat 4)").
std::string name_of(const Session&, const ParticipantId&);

using avow::counted;
std::string counted(const insight::Count&);          // "7 items from 5 people"
std::string listed(const std::vector<std::string>&); // "Ana, Bo and Cem"

std::string title_of(const Theme&);                        // "A · Quick answers"
std::vector<const Theme*> themes_in_order(const Session&); // by mark, as on the wall
std::string proposer_of(const Session&, const Wording&);   // a participant's name, or the words that stand there
std::string_view outcome_in_words(Outcome);                // "kept"
std::string next_meeting(Date);                            // "We meet again on Friday 4 December 2026"
std::string headline(const Session&); // "44 accountabilities from 12 people, 7 themes, 5 single voices"

// "open cases: from 20 to 10 by 4 December 2026; 12 on 20 November 2026. If met: the next shift".
std::string contract_in_words(const SuccessContract&);
std::string_view state_in_words(ContractState); // "open", "met", "not met"

// Each question the room was asked, how many gave each answer, and what that says; never who. "Is it clear? 2 said 3, 7
// said 4. From 3 to 4, the middle 4".
std::vector<std::string> what_the_room_answered(const Session&);

// The newest wording the owner agreed to; nothing where only the statement holds.
const Wording* agreed_wording(const Accountability&);

// The last of its check-ins; nothing where there was none.
const CheckIn* last_check_in(const Accountability&);

} // namespace avow::report
