#include "insight/contracts.hpp"

namespace avow::insight {

std::vector<ContractNow> contracts_of(const Session& session, Date today) {
    std::vector<ContractNow> contracts;
    for (const auto* items : {&session.carried, &session.accountabilities})
        for (const auto& item : *items)
            if (item.contract) contracts.push_back({&item, state_of(*item.contract, today)});
    return contracts;
}

ContractCount count_of(const std::vector<ContractNow>& contracts) {
    ContractCount count;
    for (const auto& one : contracts) switch (one.state) {
        case ContractState::open: ++count.open; break;
        case ContractState::met: ++count.met; break;
        case ContractState::not_met: ++count.not_met; break;
        }
    return count;
}

std::string step_due(const SuccessContract& contract, Date today) {
    return state_of(contract, today) == ContractState::met ? contract.next_step : std::string{};
}

} // namespace avow::insight
