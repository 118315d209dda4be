// The seal over what the leader expects: a fingerprint of it that the room is shown before anybody speaks, and a nonce that
// keeps it from being guessed. Once the seal is opened, whoever has the session can make the fingerprint again and see that
// nothing was changed meanwhile; docs/file-format.md says how, and it takes no program of ours. What locks a coach's notes
// is something else: storage/sealed.hpp.
#pragma once

#include "session/session.hpp"

#include <string>

namespace avow::storage {

std::string new_nonce(); // 32 hex digits, drawn at random
Seal sealed(const Session&, std::string nonce, Moment at);

// Words, guesses, ids, their order and the nonce are all as they were when they were sealed. False where there is no seal,
// and in a copy that was made without what was sealed.
bool seal_holds(const Session&);

std::string short_fingerprint(const Seal&); // its first 20 digits as the room is shown them: "3f9a 11c0 84d2 07be 5a61"

} // namespace avow::storage
