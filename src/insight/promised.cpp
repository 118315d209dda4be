#include "insight/promised.hpp"

namespace avow::insight {

namespace {

std::vector<const Accountability*> those(const Session& session, const auto& is_meant) {
    std::vector<const Accountability*> promises;
    for (const auto* items : {&session.carried, &session.accountabilities})
        for (const auto& item : *items)
            if (is_meant(item)) promises.push_back(&item);
    return promises;
}

} // namespace

std::vector<const Accountability*> promised_for(const Session& session, const AskId& ask) {
    return those(session, [&](const auto& item) { return item.answers == ask; });
}

std::vector<const Accountability*> promised_for(const Session& session, const AccountabilityId& request) {
    return those(session, [&](const auto& item) { return item.helps == request; });
}

} // namespace avow::insight
