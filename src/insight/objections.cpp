#include "insight/objections.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <functional>

namespace avow::insight {

namespace {

bool is_same(const Objection& one, const Objection& other) {
    return one.id == other.id || folded(one.text) == folded(other.text);
}

std::vector<ObjectionThread> threads_of(const Past& past, const Team& team, std::size_t at) {
    std::vector<ObjectionThread> threads;
    for (const auto session : team.sessions)
        for (const auto& objection : past.sessions[session].objections) {
            auto thread = std::ranges::find_if(threads, [&](const auto& one) { return is_same(one.last, objection); });
            if (thread == threads.end()) thread = threads.insert(threads.end(), {at, objection, {}});
            thread->last = objection;
            if (thread->sessions.empty() || thread->sessions.back() != session) thread->sessions.push_back(session);
        }
    return threads;
}

} // namespace

std::vector<ObjectionThread> recurring_objections(const Past& past, const std::vector<Team>& teams) {
    std::vector<ObjectionThread> all;
    for (std::size_t team = 0; team < teams.size(); ++team) {
        auto threads = threads_of(past, teams[team], team);
        std::erase_if(threads, [](const auto& one) { return one.sessions.size() < 2; });
        std::ranges::stable_sort(threads, std::greater{}, [](const auto& one) { return one.sessions.size(); });
        std::ranges::move(threads, std::back_inserter(all));
    }
    return all;
}

} // namespace avow::insight
