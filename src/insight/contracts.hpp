// The success contracts of a session and what has become of them. Answers point into the session they were asked of.
#pragma once

#include "session/session.hpp"

#include <vector>

namespace avow::insight {

struct ContractNow {
    const Accountability* item = nullptr; // has a contract
    ContractState state = ContractState::open;

    bool operator==(const ContractNow&) const = default;
};

// Of what is carried and then of what was said here, each in its order.
std::vector<ContractNow> contracts_of(const Session&, Date today);

struct ContractCount {
    int open = 0;
    int met = 0;
    int not_met = 0;

    int all() const { return open + met + not_met; }
    bool operator==(const ContractCount&) const = default;
};
ContractCount count_of(const std::vector<ContractNow>&);

// The next step of a contract that is met; empty: not met, or none was named.
std::string step_due(const SuccessContract&, Date today);

} // namespace avow::insight
