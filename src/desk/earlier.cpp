#include "desk/earlier.hpp"

#include "session/text.hpp"
#include "storage/forgotten.hpp"
#include "storage/session_file.hpp"

#include <algorithm>

namespace avow::desk {

namespace {

constexpr std::size_t most_sessions = 3;
constexpr std::size_t most_statements = 300; // of a session: more would be felt when themes are proposed

bool is_of_same_team(const Session& session, const storage::Listed& listed) {
    return listed.damage.empty() && !listed.is_conflict_copy && listed.session != session.id &&
           listed.date <= session.date && listed.statements <= most_statements &&
           folded(listed.team) == folded(session.team);
}

// A theme of one is no theme yet.
void add_said(const Session& session, std::vector<themes::Statement>& said) {
    for (const auto& item : session.accountabilities) {
        const auto* theme = item.theme ? find(session, *item.theme) : nullptr;
        if (theme && std::ranges::count(session.accountabilities, item.theme, &Accountability::theme) > 1)
            said.push_back({item.id.text, item.statement, theme->title});
    }
}

} // namespace

std::vector<themes::Statement> earlier_said(const Session& session, const std::vector<storage::Listed>& library,
                                            storage::Disk& disk, const storage::Places& places) {
    if (session.team.empty()) return {};
    const auto forgotten = storage::forgotten_until(disk, places, session.team);
    std::vector<const storage::Listed*> same;
    for (const auto& listed : library)
        if (is_of_same_team(session, listed) && (!forgotten || listed.date > *forgotten)) same.push_back(&listed);
    std::ranges::stable_sort(same, std::greater<>(), &storage::Listed::date);
    same.resize(std::min(same.size(), most_sessions));
    std::vector<themes::Statement> said;
    for (const auto* listed : same) {
        try {
            add_said(storage::read_session(disk, listed->path, places).history.now(), said);
        } catch (const std::exception&) { // it is told when somebody opens it
            continue;
        }
    }
    return said;
}

} // namespace avow::desk
