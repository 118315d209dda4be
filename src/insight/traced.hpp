// Who is who across the sessions of a folder: a person keeps one identity, by id, through renames and new seats.
#pragma once

#include "insight/agenda.hpp"
#include "session/joins.hpp"

#include <string>
#include <variant>
#include <vector>

namespace avow::insight {

// The person that is meant by a name, in the sessions of their team; or a sentence: nobody, or several.
// `team`: only that one; empty: whichever has them. The sessions must outlive the answer.
// `joins`: what a person said about who is one; it holds against every guess.
std::variant<Traced, std::string> traced(const std::vector<Session>&, const std::string& name, const std::string& team,
                                         const Joins& = {});

// Everybody of these sessions, each once: in the order of the teams' names, and of a team as its newest session seats them.
std::vector<Traced> everybody(const std::vector<Session>&, const Joins& = {});

} // namespace avow::insight
