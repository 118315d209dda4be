// The strip while a meeting is replayed: the time of day it was, how fast it passes, what was done last, and how far it is.
#include "desk/commands.hpp"
#include "desk/replay.hpp"
#include "desk/verbs.hpp"
#include "screen/frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace avow::screen {

namespace {

using desk::Replay;

std::string pace_of(const Replay& replay) {
    if (replay.is_over()) return "the end; Space begins again";
    const auto pace =
        replay.speed() == 1 ? std::string("as fast as it was") : fmt::format("{} times as fast", replay.speed());
    return replay.is_paused() ? "stands still, then " + pace : pace;
}

std::string silence_of(const Replay& replay) {
    const auto seconds = (replay.skipped_ms() + 500) / 1000;
    if (seconds < 1) return {};
    if (seconds < 90) return fmt::format("{} seconds of silence skipped", seconds);
    const auto minutes = (seconds + 30) / 60;
    if (minutes < 90) return fmt::format("{} minutes of silence skipped", minutes);
    return fmt::format("{} hours of silence skipped", (minutes + 30) / 60);
}

float draw_hints(Frame& frame, float x, float y, float right, const Setting& set) {
    for (const auto& hint : desk::hints(frame.desk)) {
        const float width = width_of_hint(frame, hint, set);
        if (x + width <= right) x = draw_hint(frame, hint, {x, y, width, set.line()}, y, set);
    }
    return x;
}

} // namespace

void replay_strip(Frame& frame, Rect strip) {
    auto& paint = frame.paint;
    const auto& replay = *frame.desk.replay;
    paint.fill(strip, paint.colours.strip);
    const float thick = std::max(2.f, std::round(frame.text * .2f));
    paint.fill({strip.x, strip.y, strip.width, thick}, paint.colours.hairline);
    paint.fill({strip.x, strip.y, std::round(strip.width * replay.share()), thick}, paint.colours.accent);

    const float pad = frame.text * 1.3f;
    Setting clock{Weight::semibold, frame.text * 2.1f, paint.colours.ink, 1.2f};
    const auto time = frame.desk.wall_clock(replay.moment());
    const float y = strip.y + frame.text * .6f;
    paint.words(strip.x + pad, y, time, clock);
    float x = strip.x + pad + std::max(paint.width_of("00:00:00", clock), paint.width_of(time, clock)) + frame.text;
    const float right = strip.right() - pad, level = y + clock.line() - frame.plain().line() - frame.text * .3f;

    const auto place = fmt::format("{} of {}", replay.entries_passed(), replay.entry_count());
    paint.words_right(right, level, place, frame.quiet());
    const float end = right - paint.width_of(place, frame.quiet()) - frame.text * 1.5f;
    const auto pace = pace_of(replay);
    paint.words(x, level, paint.fitted(pace, frame.strong(), end - x), frame.strong());
    x += paint.width_of(pace, frame.strong()) + frame.text * 1.5f;
    const auto silence = silence_of(replay);
    const auto* notice = frame.desk.notice() ? &*frame.desk.notice() : nullptr;
    auto set = silence.empty() && !notice ? frame.plain() : frame.quiet();
    if (notice && notice->tone != desk::Tone::done) set.colour = paint.colours.trouble;
    const auto words = notice ? notice->sentence : silence.empty() ? replay.last_in_words() : silence;
    if (x < end) paint.words(x, level, paint.fitted(words, set, end - x), set);

    auto fine = frame.quiet();
    fine.em = frame.text * .87f;
    const float below = strip.bottom() - fine.line() - frame.text * .5f;
    const std::string promise = "A replay: nothing is changed";
    const float promise_x = right - paint.width_of(promise, frame.fine());
    x = draw_hints(frame, strip.x + pad, below, promise_x - frame.text, fine);
    if (x < promise_x) paint.words(promise_x, below, promise, frame.fine());
}

} // namespace avow::screen
