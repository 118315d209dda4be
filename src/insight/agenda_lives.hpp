// What agendas are made of: each accountability followed through the sessions of one team. Life in life.hpp is the same for
// many teams, and knows people; this one keeps the words beside whoever said them.
#pragma once

#include "session/session.hpp"

#include <map>
#include <string>
#include <vector>

namespace avow::insight {

// An accountability over all sessions: as it stands in the newest one, with all that was answered and agreed anywhere.
struct AgendaLife {
    Accountability item;
    Date said_on;
    std::string theme;
    std::string owner;
};

// In the order they were first met; sessions must come the oldest first.
class AgendaLives {
public:
    void meet(const Session&, const Accountability&);
    const std::vector<AgendaLife>& all() const { return lives_; }

private:
    std::vector<AgendaLife> lives_;
    std::map<AccountabilityId, std::size_t> places_;
};

template <class Is>
AgendaLives lives_where(const std::vector<const Session*>& sessions, Is is_meant) {
    AgendaLives lives;
    for (std::size_t i = 0; i < sessions.size(); ++i)
        for (const auto* items : {&sessions[i]->carried, &sessions[i]->accountabilities})
            for (const auto& item : *items)
                if (is_meant(i, item)) lives.meet(*sessions[i], item);
    return lives;
}

} // namespace avow::insight
