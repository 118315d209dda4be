// How long a page takes to be built, drawn into nothing: the board with 60 and with 300 cards, and Capture with as many
// statements, in Latin and in eight scripts. The time of one frame, in milliseconds, median and worst of many. Then what a
// line costs to shape, and what type takes of memory over two hours of ever new words.
#include "desk/verbs.hpp"
#include "support/screen/room.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace avow;

const char* const in_scripts[] = {"I call every customer back before the contract ends, number ",
                                  "Я отвечаю на каждое письмо в тот же день, номер ",
                                  "Απαντώ σε κάθε πελάτη την ίδια μέρα, αριθμός ",
                                  "أرد على كل رسالة في نفس اليوم، رقم ",
                                  "אני עונה לכל פנייה באותו יום, מספר ",
                                  "मैं हर ग्राहक को उसी दिन उत्तर देता हूँ, संख्या ",
                                  "ฉันตอบทุกข้อความภายในวันเดียวกัน หมายเลข ",
                                  "我当天回复每一封邮件 🦊 "};

// Words of no language, so that no statement says what another says.
std::string words_of(unsigned number) {
    std::string words;
    for (unsigned rest = (number + 1) * 2654435761u; words.size() < 30; rest = rest * 1103515245u + 12345u)
        words += words.size() % 7 == 6 ? ' ' : static_cast<char>('a' + (rest >> 16) % 26);
    return words;
}

History workshop(int statements, std::size_t scripts) {
    Session session;
    session.id = SessionId{"bench"};
    session.date = {2026, 11, 21};
    History history(session);
    int number = 0;
    const auto act = [&](Edit edit) {
        history.act({StepId{"step" + std::to_string(++number)}, "did", {number}, {std::move(edit)}});
    };
    for (int i = 0; i < 15; ++i)
        act(WelcomeParticipant{ParticipantId{"p" + std::to_string(i)}, words_of(static_cast<unsigned>(i)).substr(0, 13),
                               ""});
    for (int i = 0; i < 6; ++i)
        act(MakeTheme{ThemeId{"t" + std::to_string(i)}, "Theme number " + std::to_string(i), true});
    for (int i = 0; i < statements; ++i) {
        const AccountabilityId id{"a" + std::to_string(i)};
        act(SayStatement{id,
                         ParticipantId{"p" + std::to_string(i % 15)},
                         in_scripts[static_cast<std::size_t>(i) % scripts] + words_of(static_cast<unsigned>(i)),
                         {i}});
        act(PlaceInTheme{id, ThemeId{"t" + std::to_string(i % 6)}, Placed::hand});
    }
    return history;
}

void measure(const char* name, screen::Room& room) {
    room.frames(10);
    // As in the window, where nobody listens: what tests read of a page is not written down.
    auto& context = *ImGui::GetCurrentContext();
    auto* listener = std::exchange(context.TestEngine, nullptr);
    const bool was_listening = std::exchange(context.TestEngineHookItems, false);
    std::vector<double> ms;
    for (int i = 0; i < 500; ++i) {
        const auto start = std::chrono::steady_clock::now();
        room.frames(1);
        ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    context.TestEngine = listener;
    context.TestEngineHookItems = was_listening;
    std::ranges::sort(ms);
    std::printf("%-40s p50 %.3f ms  p95 %.3f ms  worst %.3f ms\n", name, ms[250], ms[475], ms.back());
}

// Kilobytes that this program holds.
long resident() {
    long pages = 0, held = 0;
    if (auto* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%ld %ld", &pages, &held) != 2) held = 0;
        std::fclose(file);
    }
    return held * 4;
}

void measure_shaping() {
    screen::Nowhere nowhere({1920, 1080});
    screen::Type type;
    for (const auto* text : in_scripts) type.line(text, screen::Weight::regular); // faces are opened
    constexpr int lines = 8'000;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < lines; ++i) type.line(in_scripts[i % 8] + std::to_string(i), screen::Weight::regular);
    const std::chrono::duration<double, std::micro> passed = std::chrono::steady_clock::now() - start;
    std::printf("shaping a line never seen: %.1f us\n", passed.count() / lines);
}

// Something new is said every ten seconds, and typed; every page is drawn at three sizes of the window.
void measure_two_hours() {
    StillWorld world;
    screen::Room room(world, {1920, 1080});
    room.desk().look_at(workshop(60, 8));
    constexpr int rounds = 720;
    for (int i = 0; i < rounds; ++i) {
        const ImVec2 sizes[] = {{1280, 720}, {1920, 1080}, {3840, 2160}};
        room.size = sizes[i % 3];
        room.desk().look_at(workshop(60 + i % 40, 8));
        desk::go_to(room.desk(), i % 2 ? Stage::capture : Stage::themes);
        room.desk().showing = i % 4 < 2 ? desk::Showing::audience : desk::Showing::board;
        room.frames(3);
        if (i % 120 != 119) continue;
        const auto* texture = ImGui::GetIO().Fonts->TexData;
        std::printf("after %3d min: atlas %d x %d, %ld KB held\n", (i + 1) / 6, texture->Width, texture->Height,
                    resident());
    }
}

} // namespace

int main() {
    for (const std::size_t scripts : {1u, 8u})
        for (const int statements : {60, 300}) {
            StillWorld world;
            screen::Room room(world, {1920, 1080});
            room.desk().look_at(workshop(statements, scripts));
            const auto in = scripts > 1 ? ", eight scripts" : "";
            desk::go_to(room.desk(), Stage::capture);
            measure(("capture, " + std::to_string(statements) + " statements" + in).c_str(), room);
            desk::go_to(room.desk(), Stage::themes);
            room.desk().showing = desk::Showing::board;
            measure(("board, " + std::to_string(statements) + " cards" + in).c_str(), room);
        }
    measure_shaping();
    measure_two_hours();
}
