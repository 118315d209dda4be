#include "insight/scoreboard.hpp"

#include "insight/account.hpp"

#include <map>
#include <utility>

namespace avow::insight {

std::vector<DayOfAnswers> scoreboard_of(const std::vector<const Session*>& sessions) {
    std::map<std::pair<Date, AccountabilityId>, Outcome> answers;
    for (const auto* session : sessions)
        for (const auto* items : {&session->carried, &session->accountabilities})
            for (const auto& item : *items)
                for (const auto* answer : answers_of(item)) answers[{answer->date, item.id}] = answer->outcome;
    std::vector<DayOfAnswers> days;
    for (const auto& [key, outcome] : answers) {
        if (days.empty() || days.back().date != key.first) days.push_back({key.first, {}});
        ++days.back().given.at(static_cast<std::size_t>(outcome));
    }
    return days;
}

} // namespace avow::insight
