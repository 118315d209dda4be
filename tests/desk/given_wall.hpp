// What tests of the wall begin with: the usual workshop with nothing grouped, and three small themes.
#pragma once

#include "desk/given.hpp"
#include "insight/coverage.hpp"

#include <string>
#include <utility>
#include <vector>

namespace avow::desk {

// The usual 12 people and 40 statements at Themes, nothing grouped.
inline Session ungrouped() {
    auto session = without_groups(sample_session());
    session.stage = Stage::themes;
    return session;
}

struct GivenWall : Given {
    explicit GivenWall(Session session = ungrouped()) { desk.look_at(History(std::move(session))); }
};

// Three themes A, B, C of two cards each, and one card apart; placed by proposal.
inline Session three_themes() {
    auto session = session_of({"Ana", "Bo", "Cem"});
    session.stage = Stage::themes;
    for (int i = 0; i < 3; ++i)
        session.themes.push_back({{"t" + std::to_string(i)}, "Theme " + mark_letter(i), false, i, {}});
    for (int i = 0; i < 7; ++i) {
        Accountability item;
        item.id = {"a" + std::to_string(i)};
        item.owner = {"p" + std::to_string(i % 3 + 1)};
        item.statement = "statement number " + std::to_string(i);
        if (i < 6) item.theme = ThemeId{"t" + std::to_string(i / 2)};
        item.placed = Placed::proposal;
        session.accountabilities.push_back(item);
    }
    return session;
}

inline std::string where(const Desk& desk, const char* card) {
    const auto* item = find(desk.session(), AccountabilityId{card});
    return item->theme ? find(desk.session(), *item->theme)->title : std::string("apart");
}

inline std::vector<std::size_t> members_of(const Session& session, const ThemeId& theme) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < session.accountabilities.size(); ++i)
        if (session.accountabilities[i].theme == theme) members.push_back(i);
    return members;
}

inline std::vector<std::string> titles(const Session& session) {
    std::vector<std::string> titles;
    for (const auto* theme : slide::themes_on_the_wall(session)) titles.push_back(theme->title);
    return titles;
}

using Names = std::vector<std::string>;

} // namespace avow::desk
