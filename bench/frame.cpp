// How long a page takes to be built, drawn into nothing: the board with 60 and with 300 cards, and Capture with as many
// statements. The processor time of one frame, in milliseconds, median and worst of many.
#include "desk/verbs.hpp"
#include "support/screen/room.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace avow;

History workshop(int statements) {
    Session session;
    session.id = SessionId{"bench"};
    session.date = {2026, 11, 21};
    History history(session);
    int number = 0;
    const auto act = [&](Edit edit) {
        history.act({StepId{"step" + std::to_string(++number)}, "did", {number}, {std::move(edit)}});
    };
    for (int i = 0; i < 15; ++i)
        act(WelcomeParticipant{ParticipantId{"p" + std::to_string(i)}, "Participant " + std::to_string(i), ""});
    for (int i = 0; i < 6; ++i)
        act(MakeTheme{ThemeId{"t" + std::to_string(i)}, "Theme number " + std::to_string(i), true});
    for (int i = 0; i < statements; ++i) {
        const AccountabilityId id{"a" + std::to_string(i)};
        act(SayStatement{id,
                         ParticipantId{"p" + std::to_string(i % 15)},
                         "I call every customer back before the contract ends, number " + std::to_string(i),
                         {i}});
        act(PlaceInTheme{id, ThemeId{"t" + std::to_string(i % 6)}, Placed::hand});
    }
    return history;
}

void measure(const char* name, screen::Room& room) {
    room.frames(10);
    std::vector<double> ms;
    for (int i = 0; i < 500; ++i) {
        const auto start = std::chrono::steady_clock::now();
        room.frames(1);
        ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(ms);
    std::printf("%-28s p50 %.3f ms  p95 %.3f ms  worst %.3f ms\n", name, ms[250], ms[475], ms.back());
}

} // namespace

int main() {
    for (const int statements : {60, 300}) {
        StillWorld world;
        screen::Room room(world, {1920, 1080});
        room.desk().look_at(workshop(statements));
        desk::go_to(room.desk(), Stage::capture);
        measure(("capture, " + std::to_string(statements) + " statements").c_str(), room);
        desk::go_to(room.desk(), Stage::themes);
        room.desk().showing = desk::Showing::board;
        measure(("board, " + std::to_string(statements) + " cards").c_str(), room);
    }
}
