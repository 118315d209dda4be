// What tests of the screen begin with: a room with a window, a session in it, and the steps many of them take.
#pragma once

#include "desk/verbs.hpp"
#include "support/sample.hpp"
#include "support/screen/room.hpp"

#include <string>
#include <utility>
#include <vector>

namespace avow::screen {

struct GivenRoom {
    StillWorld world{AVOW_SOURCE_DIR "/assets/lexicon"};
    Room room{world};
    desk::Desk& desk = room.desk();

    GivenRoom() = default;
    // On a session that lies in a file of the sessions folder.
    explicit GivenRoom(Session session) {
        if (session.id.empty()) session.id = {"given"};
        desk.start(std::move(session));
        room.frames(4);
    }
};

// What the room's page says, a line of words each; and what all of its pages say, from the first to the last.
inline std::string words_on(GivenRoom& given, ImVec2 size = {1920, 1080}) {
    std::string text;
    for (const auto& words : given.room.picture(size)) text += words.text + "\n";
    given.room.frames(4); // and the window is as it was
    return text;
}
inline std::string words_on_all_pages(GivenRoom& given, ImVec2 size = {1920, 1080}) {
    given.room.picture(size); // how many there are
    std::string text;
    for (int page = 0; page == 0 || page < given.desk.pages; ++page) {
        given.desk.page = page;
        for (const auto& words : given.room.picture(size)) text += words.text + " ";
    }
    return text;
}

// The usual 12 people and 40 statements in their themes, at that stage.
inline Session sample_at(Stage stage) {
    auto session = sample_session();
    session.id = {"given"};
    session.stage = stage;
    return session;
}

// Who said what, in order.
using Said = std::vector<std::pair<std::string, std::string>>;
inline Said said(const Session& session) {
    Said all;
    for (const auto& item : session.accountabilities) all.emplace_back(find(session, item.owner)->name, item.statement);
    return all;
}

inline std::string speaker(const desk::Desk& desk) {
    const auto* person = desk.place.speaker ? find(desk.session(), *desk.place.speaker) : nullptr;
    return person ? person->name : std::string{"nobody"};
}

inline std::string notice(const desk::Desk& desk) { return desk.notice() ? desk.notice()->sentence : std::string{}; }

} // namespace avow::screen
