// What came of the recall: for each expectation how many named it beside what the leader guessed, as two dots on one line;
// how many understood it; the phantoms; and all of it in counts. No figure is made of the others.
#include "screen/align_rows.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

namespace {

using slide::AlignCounts;

struct Columns {
    float words = 0;   // wide, from the left edge
    float track_x = 0; // of the dots
    float track = 0;
    float figures = 0; // wide, to the right edge
};

Columns columns_of(const Page& page) {
    Columns columns;
    const float gap = page.unit * 4;
    columns.words = page.body.width * .44f;
    columns.figures = page.body.width * .26f;
    columns.track_x = page.body.x + columns.words + gap;
    columns.track = page.body.width - columns.words - columns.figures - gap * 2;
    return columns;
}

// --- the foot: all in all ---

std::string guesses_of(const AlignCounts& counts) {
    const auto out_of = [&](int number, int of) { // said where not everybody handed in a paper
        return of == counts.most ? std::to_string(number) : fmt::format("{} of {}", number, of);
    };
    std::string text;
    if (counts.leader_guess) text += "The leader guessed " + out_of(*counts.leader_guess, counts.leader_guess_of);
    if (counts.team_guess)
        text += (text.empty() ? "The team guessed " : ", the team ") + out_of(*counts.team_guess, counts.team_guess_of);
    return text;
}

std::string rest_of(const AlignCounts& counts) {
    auto text = counts.phantoms.empty() ? std::string("No phantoms") : counted(counts.phantoms.size(), "phantom");
    if (counts.undecided > 0) text += fmt::format(", {} not decided", counts.undecided);
    return text;
}

// Answers where the foot begins.
float draw_foot(Painter& paint, const Page& page, const AlignCounts& counts) {
    const auto set = page.title(Weight::bold);
    const auto all = fmt::format("{} of {} in all", counts.recalled, counts.most);
    const float width = paint.width_of(all, set);
    const auto guesses = guesses_of(counts), rest = rest_of(counts);
    const float beside = page.body.width - width - page.unit * 5;
    const bool is_beside = paint.width_of(guesses, page.body_set()) <= beside;
    const float height = set.line() + page.label().line() + (is_beside || guesses.empty() ? 0 : page.body_set().line());
    float y = page.body.bottom() + page.unit - height;
    const float top = y;
    paint.words(page.body.x, y, all, set);
    if (is_beside)
        paint.words(page.body.x + width + page.unit * 5, y + (set.line() - page.body_set().line()) / 2, guesses,
                    page.body_set());
    y += set.line();
    if (!is_beside && !guesses.empty()) {
        paint.words(page.body.x, y, paint.fitted(guesses, page.body_set(), page.body.width), page.body_set());
        y += page.body_set().line();
    }
    paint.words(page.body.x, y, paint.fitted(rest, page.label(), page.body.width), page.label());
    return top - page.unit;
}

// --- a row ---

void ring(Painter& paint, ImVec2 centre, float radius, ImU32 colour) {
    paint.dot(centre, radius, colour);
    paint.dot(centre, radius * .62f, paint.colours.paper);
}

// Of nobody to of all; full where it was named so often, a ring where the leader guessed it.
void draw_track(Painter& paint, const Page& page, const AlignCounts& counts, const AlignCounts::Row& row, float x,
                float y, float width) {
    const float radius = page.unit * .95f, thin = std::max(1.f, page.unit * .14f);
    const auto at = [&](int number, int of) {
        const float share = static_cast<float>(number) / static_cast<float>(std::max(1, of));
        return x + radius + std::clamp(share, 0.f, 1.f) * (width - 2 * radius);
    };
    paint.rule(x, y, width, paint.colours.quiet, thin);
    const float named = at(row.recalled, counts.sheets);
    if (row.guess) {
        const float guessed = at(*row.guess, counts.guess_of), from = std::min(guessed, named);
        paint.rule(from, y - thin, std::max(guessed, named) - from, paint.colours.accent, thin * 3);
        ring(paint, {guessed, y}, radius * (guessed == named ? 1.6f : 1.15f), paint.colours.ink);
    }
    paint.dot({named, y}, radius, paint.colours.accent);
}

void draw_row(Painter& paint, const Page& page, const AlignCounts& counts, const AlignCounts::Row& row,
              const Paragraph& words, const Columns& columns, float y) {
    const auto set = page.body_set(), figure = page.body_set(Weight::bold);
    paint.words(page.body.x, y, words, page.small());
    draw_track(paint, page, counts, row, columns.track_x, y + set.line() / 2, columns.track);
    const float right = page.body.right();
    paint.words_right(right, y, fmt::format("{} of {}", row.recalled, counts.sheets), figure);
    const auto understood = paint.fitted(fmt::format("{} understood", row.understood), page.label(), columns.figures);
    paint.words_right(right, y + figure.line(), understood, page.label());
}

// --- the head of the columns ---

float draw_legend(Painter& paint, const Page& page, const Columns& columns, float y) {
    const auto set = page.label();
    const float radius = page.unit * .95f, middle = y + set.line() / 2;
    float x = page.body.x;
    const auto add = [&](const char* words, bool is_ring) {
        if (is_ring)
            ring(paint, {x + radius, middle}, radius * 1.15f, paint.colours.ink);
        else
            paint.dot({x + radius, middle}, radius, paint.colours.accent);
        x += radius * 2 + page.unit * 1.2f;
        paint.words(x, y, words, set);
        x += paint.width_of(words, set) + page.unit * 4;
    };
    add("named it", false);
    if (x + paint.width_of("the leader's guess", set) + page.unit * 6 <
        columns.track_x + columns.track + columns.figures)
        add("the leader's guess", true);
    return y + set.line() + page.unit * 1.5f;
}

struct TableLine { // a row of the table, or a phantom
    const AlignCounts::Row* row = nullptr;
    Chunk chunk;
    float height = 0;
    bool is_heading = false;
};

std::vector<TableLine> lines_of(Painter& paint, const Page& page, const AlignCounts& counts, const Columns& columns,
                                float room) {
    std::vector<TableLine> lines;
    const float gap = page.unit * 1.6f, figures = page.body_set().line() + page.label().line();
    for (const auto& row : counts.rows) {
        TableLine line{&row, {}, 0, false};
        line.chunk.words = paint.wrap(row.words, page.small(), columns.words, 3);
        line.height = std::max(line.chunk.words.height, figures) + gap;
        lines.push_back(std::move(line));
    }
    for (std::size_t i = 0; i < counts.phantoms.size(); ++i)
        for (auto& chunk : chunks_of(paint, page, i, "“" + counts.phantoms[i] + "”", {}, page.small(), page.body.width,
                                     room - page.small().line() - gap)) {
            const bool is_heading = i == 0 && chunk.is_first;
            const float height = chunk.height + gap + (is_heading ? page.small().line() + gap : 0);
            lines.push_back({nullptr, std::move(chunk), height, is_heading});
        }
    return lines;
}

void draw_phantom(Painter& paint, const Page& page, const TableLine& line, float y) {
    if (line.is_heading) {
        auto label = page.small(Weight::semibold);
        label.colour = paint.colours.accent_words;
        paint.words(page.body.x, y, paint.fitted("Phantoms: believed, and never meant", label, page.body.width), label);
        y += label.line() + page.unit * 1.6f;
    }
    draw_chunk(paint, page, line.chunk, page.small(), page.body.x, y);
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const AlignCounts& counts, int wanted) {
    const auto columns = columns_of(page);
    const float foot = draw_foot(paint, page, counts);
    float y = draw_legend(paint, page, columns, page.body.y - page.unit);
    const float room = foot - page.unit - y;
    const auto lines = lines_of(paint, page, counts, columns, room);
    std::vector<float> heights;
    for (const auto& line : lines) heights.push_back(line.height);
    const auto shown = page_of_rows(heights, room, wanted);
    for (auto i = shown.first; i < shown.last; ++i) {
        if (lines[i].row)
            draw_row(paint, page, counts, *lines[i].row, lines[i].chunk.words, columns, y);
        else
            draw_phantom(paint, page, lines[i], y);
        y += heights[i];
    }
    return shown.drawn;
}

} // namespace avow::screen
