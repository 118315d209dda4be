// A rehearsal, for the facilitator alone: what the people say, in a band above the strip; and at its end the timings.
#include "desk/commands.hpp"
#include "desk/rehearsal.hpp"
#include "desk/rehearsal_timings.hpp"
#include "screen/frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace avow::screen {

namespace {

using desk::Rehearsal;

constexpr std::size_t lines_of_speech = 3;

// What it is, how fast, how far; and its keys, whose right edge is answered.
float draw_side(Frame& frame, const Rehearsal& rehearsal, Rect room) {
    auto& paint = frame.paint;
    auto word = frame.strong();
    word.em *= 1.15f;
    word.colour = paint.colours.accent_words;
    paint.words(room.x, room.y, desk::rehearsal_word, word);
    const float after = room.x + paint.width_of(desk::rehearsal_word, word) + frame.text;
    const auto pace = rehearsal.is_paused() ? std::string("paused") : fmt::format("pace {}×", rehearsal.speed());
    paint.words(after, room.y + frame.text * .15f, pace, frame.strong());
    float y = room.y + word.line() + frame.text * .2f;
    const auto count = fmt::format("{} of {} taken in", rehearsal.captured(), rehearsal.record().sayings.size());
    paint.words(room.x, y, count, frame.quiet());
    y += frame.quiet().line() + frame.text * .5f;
    float x = room.x;
    for (const auto& [id, words] : {std::pair{"rehearsal.speed", "pace"}, std::pair{"rehearsal.pause", "pause"},
                                    std::pair{"rehearsal.end", "end"}}) {
        const auto* row = desk::command(id);
        const auto key = desk::written(row->keys.front());
        const float right = paint.keycap(x, y, key, frame.text * .87f) + frame.text * .35f;
        paint.words(right, y, words, frame.fine());
        const float width = right - x + paint.width_of(words, frame.fine());
        if (spot(row->words, {x, y, width, frame.fine().line()}))
            frame.wishes.add([row](desk::Desk& d) { desk::run(*row, d); });
        x += width + frame.text * .9f;
    }
    return x;
}

// The words as far as they have been said; of many the last lines.
void draw_voice(Frame& frame, const Rehearsal::Heard& heard, Rect room) {
    auto& paint = frame.paint;
    auto name = frame.strong();
    paint.words(room.x, room.y, heard.name, name);
    const float after = room.x + paint.width_of(heard.name, name) + frame.text * .6f;
    const auto small =
        heard.is_taken_in ? fmt::format("seat {}   ✓ taken in", heard.seat) : fmt::format("seat {}", heard.seat);
    paint.words(after, room.y + frame.text * .1f, paint.fitted(small, frame.fine(), room.right() - after),
                frame.fine());
    auto said = frame.plain();
    said.em *= 1.2f;
    said.leading = 1.25f;
    if (heard.is_taken_in) said.colour = paint.colours.quiet;
    const auto lines = paint.wrap("“" + heard.words + (heard.is_speaking ? " …" : "”"), said, room.width);
    const auto first = lines.lines.size() - std::min(lines.lines.size(), lines_of_speech);
    paint.words(room.x, room.y + name.line() + frame.text * .15f, lines, said, first, lines_of_speech);
}

// While the room is asked, the answers of all at once.
void draw_answers(Frame& frame, const Rehearsal& rehearsal, Rect room) {
    auto& paint = frame.paint;
    auto said = frame.plain();
    said.em *= 1.2f;
    paint.words(room.x, room.y, "The room answers", frame.strong());
    const auto lines = paint.wrap(rehearsal.shown_for(*frame.desk.asking, frame.desk.session()), said, room.width, 3);
    paint.words(room.x, room.y + frame.strong().line() + frame.text * .15f, lines, said);
}

void draw_voices(Frame& frame, const Rehearsal& rehearsal, Rect room) {
    if (frame.desk.asking) return draw_answers(frame, rehearsal, room);
    const auto heard = rehearsal.heard();
    if (heard.empty()) return frame.paint.words(room.x, room.y, "Nobody speaks.", frame.quiet());
    const float gap = frame.text * 2;
    const float width = (room.width - gap * static_cast<float>(heard.size() - 1)) / static_cast<float>(heard.size());
    for (std::size_t i = 0; i < heard.size(); ++i)
        draw_voice(frame, heard[i], {room.x + static_cast<float>(i) * (width + gap), room.y, width, room.height});
}

// --- the timings -------------------------------------------------------------------------------------------------

float draw_stages(Frame& frame, const desk::RehearsalTimings& timings, Rect room) {
    auto& paint = frame.paint;
    const float planned = room.x + room.width * .68f, taken = room.right();
    float y = room.y;
    paint.words(room.x, y, "Stage", frame.fine());
    paint.words_right(planned, y, "planned", frame.fine());
    paint.words_right(taken, y, "taken", frame.fine());
    y += frame.text * 1.7f;
    for (const auto& one : timings.stages) {
        paint.rule(room.x, y, room.width, paint.colours.hairline, 1);
        y += frame.text * .3f;
        paint.words(room.x, y, title_of(one.stage), frame.plain());
        paint.figures_right(planned, y, fmt::format("{}:00", one.planned), frame.quiet());
        paint.figures_right(taken, y, desk::minutes_and_seconds(one.taken_ms), frame.strong());
        y += frame.plain().line() + frame.text * .3f;
    }
    return y;
}

// As many as there is room for; how many more there are stands in the last line.
void draw_lines(Frame& frame, const std::vector<std::string>& lines, Rect room, const Setting& set) {
    float y = room.y;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto words = frame.paint.wrap(lines[i], set, room.width, 3);
        const bool is_last = i + 1 == lines.size();
        if (y + words.height + (is_last ? 0 : set.line()) > room.bottom()) {
            frame.paint.words(room.x, y, fmt::format("and {} more: Ctrl C copies all of it", lines.size() - i),
                              frame.quiet());
            return;
        }
        frame.paint.words(room.x, y, words, set);
        y += words.height + frame.text * .35f;
    }
}

} // namespace

float height_of_rehearsal(const desk::Desk& desk, float text) { return desk.rehearsal ? std::round(text * 6.9f) : 0; }

void rehearsal_view(Frame& frame, Rect band) {
    auto& paint = frame.paint;
    const auto& rehearsal = *frame.desk.rehearsal;
    paint.fill(band, paint.colours.strip);
    paint.rule(band.x, band.y, band.width, paint.colours.accent, std::max(2.f, frame.text * .14f));
    const float pad = frame.text * 1.3f, top = band.y + frame.text * .8f;
    const float side = frame.text * 15, advice = std::min(frame.text * 22, band.width * .26f);
    const float keys = draw_side(frame, rehearsal, {band.x + pad, top, side, band.height});
    const float x = std::max(keys, band.x + pad + side) + pad;
    draw_voices(frame, rehearsal, {x, top, band.right() - advice - 2 * pad - x, band.height});
    const float right = band.right() - pad - advice;
    paint.fill({right - pad * .5f, band.y + frame.text * .8f, 1, band.height - frame.text * 1.6f},
               paint.colours.hairline);
    paint.words(right, top, paint.wrap(rehearsal.advice(), frame.quiet(), advice, 4), frame.quiet());
}

void timings_view(Frame& frame, Rect area) {
    if (!frame.desk.timings) return;
    auto& paint = frame.paint;
    const auto& timings = *frame.desk.timings;
    const float margin = std::max(frame.text * 2, area.width * .05f);
    const Rect room{area.x + margin, area.y + frame.text * 1.8f, area.width - 2 * margin, area.height};
    auto heading = frame.strong();
    heading.em = frame.text * 2;
    heading.weight = Weight::bold;
    const std::string title = std::string(desk::rehearsal_word) + ": your timings";
    paint.words(room.x, room.y, title, heading);
    const float after = room.x + paint.width_of(title, heading) + frame.text * 1.4f;
    paint.words(after, room.y + heading.line() * .5f - frame.text * .4f,
                paint.fitted("Nobody said this, and nothing of it was kept", frame.quiet(), room.right() - after),
                frame.quiet());
    float y = room.y + heading.line() + frame.text;
    paint.rule(room.x, y, room.width, paint.colours.hairline, 1);
    y += frame.text * 1.4f;
    const float side = std::min(frame.text * 20, room.width * .28f), gap = frame.text * 3;
    const float missed = timings.missed.empty() ? 0 : room.width * .32f;
    draw_stages(frame, timings, {room.x, y, side, area.bottom() - y});
    const float middle = room.x + side + gap, bottom = area.bottom() - frame.text;
    const float width = room.right() - middle - (missed > 0 ? missed + gap : 0);
    draw_lines(frame, desk::sentences_of(timings), {middle, y, width, bottom - y}, frame.plain());
    if (timings.missed.empty()) return;
    const float x = room.right() - missed;
    paint.words(x, y, "Not captured", frame.fine());
    draw_lines(frame, desk::what_was_missed(timings),
               {x, y + frame.text * 1.9f, missed, bottom - y - frame.text * 1.9f}, frame.plain());
}

} // namespace avow::screen
