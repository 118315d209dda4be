// Who has been heard, and what is where: questions asked of one session while it runs. Answers point into the session
// they were asked of.
#pragma once

#include "session/session.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace avow::insight {

// People and items are counted apart, always: seven items from one person are not a theme of the room.
struct Count {
    int items = 0;
    int people = 0;

    bool operator==(const Count&) const = default;
};

Count count_of(const std::vector<const Accountability*>&);
Count count_of(const Session&, const ThemeId&);

std::vector<const Accountability*> items_of(const Session&, const ThemeId&); // second themes not among them
std::vector<const Accountability*> also_in(const Session&, const ThemeId&);  // those whose second theme it is
std::vector<const Accountability*> single_voices(const Session&);            // those in no theme
std::vector<const Accountability*> lying_with(const Session&,
                                              const Accountability&); // where it lies, itself among them

// What says nearly the same can be read from one card, while it lies together: of items that do, those with a card of
// their own; who speaks from such a card, the card's own item first; and their names, "Ana and Ben".
std::vector<const Accountability*> cards_of(const std::vector<const Accountability*>&);
std::vector<const Accountability*> voices_of(const Accountability& card, const std::vector<const Accountability*>&);
const Accountability& card_of(const Session&, const Accountability&); // the one it is read from: mostly itself
std::string speakers_of(const Session&, const std::vector<const Accountability*>&);

std::vector<const Accountability*> said_by(const Session&, const ParticipantId&); // in the order they were said
std::vector<const Accountability*> by_person(const Session&);                     // in seat order, then as said

// Those in the room who have said nothing and have not passed, in seat order: "3 to go: Ana, Bo, Lee".
std::vector<const Participant*> to_go(const Session&);
// Everybody who has said nothing, whatever the reason: whom to follow up.
std::vector<const Participant*> unheard(const Session&);

// Whose turn follows `after` in the round: the next seat that is here, going round; `after` itself when alone; nobody
// when nobody is here.
const Participant* next_in_round(const Session&, const ParticipantId& after);
const Participant* previous_in_round(const Session&, const ParticipantId& before);

// A participant's name wherever it stands whole: with the seat where two people share it ("Ana Ruiz (seat 4)"). Every surface
// and every document takes it from here.
std::string whole_name(const Session&, const Participant&);
std::string whole_name(const Session&, const ParticipantId&); // empty for nobody

// The names of the people as the room knows them: the first name, or as much more as it takes to tell two apart.
// In the order of session.participants.
std::vector<std::string> short_names(const Session&);
std::string short_name(const Session&, const ParticipantId&); // empty for nobody

} // namespace avow::insight
