// The test card: a page for a room before the people come. A frame at the very edge tells whether the projector cuts
// something off, three lines of type which last row can read, and the looks side by side which of them the lamp carries.
#include "screen/surface.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace avow::screen {

namespace {

struct Row {
    float x = 0, width = 0, y = 0;
};

void draw_edges(Painter& paint, Rect area) {
    const float line = std::max(2.f, area.height / 360);
    paint.frame({area.x + line / 2, area.y + line / 2, area.width - line, area.height - line}, paint.colours.accent,
                line);
    const float by = area.height * .025f;
    paint.dashed_frame(area.inset(by), paint.colours.quiet, std::max(1.f, line / 2));
}

// Each at the floor for its last row, and said so by itself.
void draw_sizes(Painter& paint, Row& row, float height) {
    using enum storage::FarthestSeat;
    for (const auto& [seat, away] : {std::pair{four, "Four"}, {six, "Six"}, {eight, "Eight"}}) {
        const float share = share::small * reach_of(seat);
        const Setting set{Weight::regular, height * share, paint.colours.ink, share::leading};
        const auto words = fmt::format("{} picture heights away, this line can be read: {:.1f}%.", away, 100 * share);
        paint.words(row.x, row.y, paint.fitted(words, set, row.width), set);
        row.y += set.line() * 1.12f;
    }
}

void draw_marks(Painter& paint, Row& row, float height) {
    constexpr int marks = 9;
    const float step = row.width / marks, em = height * share::body;
    const Setting set{Weight::semibold, em, paint.colours.ink, share::leading};
    for (int mark = 0; mark < marks; ++mark) {
        const float x = row.x + step * static_cast<float>(mark);
        paint.mark(mark, {x + em * .6f, row.y + set.line() / 2}, em * .95f);
        paint.words(x + em * 1.35f, row.y, mark_letter(mark), set);
    }
    row.y += set.line() * 1.3f;
}

void draw_looks(Painter& paint, const Row& row, float height, float bottom) {
    constexpr std::array looks = {std::pair{desk::Look::light, "Light"}, std::pair{desk::Look::dark, "Dark"},
                                  std::pair{desk::Look::high_contrast, "High contrast"}};
    const float gap = height * .02f, width = (row.width - 2 * gap) / 3;
    float x = row.x;
    for (const auto& [look, name] : looks) {
        const auto& colours = colours_of(look);
        const Rect ground{x, row.y, width, bottom - row.y};
        paint.fill(ground, colours.paper, gap / 2);
        paint.frame(ground, paint.colours.quiet, std::max(1.f, height / 700), gap / 2);
        float y = ground.y + gap;
        for (const auto& [words, colour] :
             {std::pair{name, colours.ink}, {"a label", colours.quiet}, {"what is next", colours.accent_words}}) {
            const Setting set{Weight::regular, height * share::small, colour, share::leading};
            if (y + set.line() < ground.bottom()) paint.words(x + gap, y, words, set);
            y += set.line();
        }
        x += width + gap;
    }
}

} // namespace

void draw_test_card(Painter& paint, Rect area, std::string_view screen) {
    const float margin = area.height * .065f;
    draw_edges(paint, area);
    Row row{area.x + margin, area.width - 2 * margin, area.y + margin};
    const Setting title{Weight::semibold, area.height * share::title, paint.colours.ink, 1.2f};
    paint.words(row.x, row.y, paint.fitted(screen, title, row.width), title);
    row.y += title.line();
    const Setting label{Weight::regular, area.height * share::small, paint.colours.quiet, share::leading};
    const auto hint = "The frame is the edge of the picture: all four sides are to be seen.";
    paint.words(row.x, row.y, paint.fitted(hint, label, row.width), label);
    row.y += label.line() * 1.5f;
    draw_sizes(paint, row, area.height);
    row.y += area.height * .02f;
    draw_marks(paint, row, area.height);
    draw_looks(paint, row, area.height, area.bottom() - margin);
}

} // namespace avow::screen
