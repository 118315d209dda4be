// What was promised before and is to be answered for: what of a session the next one carries, and how far the room has
// come with the account at Open. Answers point into the session they were asked of.
#pragma once

#include "session/session.hpp"

#include <vector>

namespace avow::insight {

// Nobody has said yet that it was kept. What was missed, or changed on the way, is still a promise.
bool is_open(const Accountability&);

// Something was said, agreed or answered in it; else it has only been begun, and nobody has met for it yet.
bool was_held(const Session&);

// Of each day that was answered on the last answer, oldest first: a second one on the same day corrects the first.
std::vector<const CheckIn*> answers_of(const Accountability&);

// What the session after `last` takes from it as it stands: team, goal, people with their strengths and plans, leader, what
// is parked and agreed, the asks that are still open with what came of them so far, and the expectations under their ids,
// so that the same ones are compared, but neither guessed at nor sealed yet. It has no id and no date.
Session begun_from(const Session& last);

// What the session after `last` carries: all that is still open, said there or carried there, with its id and its life,
// and a lineage that says where it comes from. In the order it was carried and said.
std::vector<Accountability> carried_from(const Session& last);

// For the Open stage of a session that carries these: half a minute a person, in whole minutes.
int minutes_of_account(const std::vector<Accountability>& carried);

// A meeting for the account alone: Open is planned and Capture is not, so the next promises are asked for at Open.
bool is_account_alone(const Session&);
inline constexpr int seconds_a_person_alone = 90; // account and next promise
int minutes_of_account_alone(std::size_t people);

// What is carried, in seat order and then as it was said; one person's part of it.
std::vector<const Accountability*> account_of(const Session&);
std::vector<const Accountability*> account_of(const Session&, const ParticipantId&);

// Whether it was answered in this session: on its day or after it.
bool is_answered(const Session&, const Accountability&);

// Those who are not absent and still have something to answer, in seat order: "3 to go: Ana, Bo, Lee".
std::vector<const Participant*> yet_to_answer(const Session&);

} // namespace avow::insight
