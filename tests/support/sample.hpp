// A filled workshop to test on: twelve people of a customer service desk, forty statements, themes, commitments, check-ins,
// and at the end one step undone. Always the same, and made by edits alone but for what no edit makes yet.
#pragma once

#include "session/history.hpp"

#include <string>
#include <vector>

avow::History sample_history();
avow::Session sample_session(); // what sample_history holds now

avow::Session without_groups(avow::Session); // without themes, each statement on its own

// With that word in all that is nobody's business but the facilitator's or its owner's.
avow::Session with_private_words(avow::Session, const std::string& word);

// A session of these people, p1, p2 ... on seats 1, 2 ..., at Capture, with nothing said.
avow::Session session_of(const std::vector<std::string>& names);
