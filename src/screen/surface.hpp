// The audience surface: draws a slide, and nothing but a slide, into a rectangle of any size. Sizes are shares of the
// rectangle's height, so a miniature is the page itself, small.
#pragma once

#include "screen/painter.hpp"
#include "slide/slide.hpp"

namespace avow::screen {

// Where things lie on a page of this size; the twelve columns, the rows and the sizes of type.
struct Page {
    Rect whole;
    Rect body;       // between ribbon and seat row
    float unit = 0;  // a quarter of a small line: all spacing is a multiple
    float reach = 1; // sizes for this last row, in those of six picture heights
    float apart = 1; // how much further apart lines stand than Latin's do
    const Colours* colours = nullptr;

    float em(float of_height) const { return whole.height * of_height * reach; }
    Setting display(Weight weight = Weight::bold) const {
        return {weight, em(share::display), colours->ink, 1.1f * apart};
    }
    Setting title(Weight weight = Weight::semibold) const {
        return {weight, em(share::title), colours->ink, 1.2f * apart};
    }
    Setting body_set(Weight weight = Weight::regular) const {
        return {weight, em(share::body), colours->ink, share::leading * apart};
    }
    Setting small(Weight weight = Weight::regular) const {
        return {weight, em(share::small), colours->ink, share::leading * apart};
    }
    Setting label() const { return {Weight::regular, em(share::small), colours->quiet, share::leading * apart}; }
    float column(int first) const { return body.x + body.width * static_cast<float>(first) / 12; } // 0 to 12
};

struct DrawnPage {
    int number = 0; // 0 based; `wanted` clamped to what there is
    int count = 1;
    bool is_kept = false;      // what is in hand lies on this one alone, so no other is turned to
    struct Spot {              // where something lies that can be pointed at
        std::size_t index = 0; // of the tile, the statement or the seat
        Rect rect;
    };
    std::vector<Spot> items = {};
    std::vector<Spot> seats = {};
};

// Draws page `wanted` of the slide, on paper that lies there already: the window is cleared to it, which costs a software
// renderer far less than a rectangle of the same size. The same slide, size, look, reach and fonts give the same picture.
DrawnPage draw_slide(Painter&, const slide::Slide&, Rect, int wanted, float reach);

// To set a projector up: where the picture ends, which words a last row can read, what the colours become.
void draw_test_card(Painter&, Rect, std::string_view screen);

// One function a content, each in a file named after its stage; each answers how many pages it takes.
DrawnPage draw_content(Painter&, const Page&, const slide::Welcome&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::Account&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::Answers&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::Scoreboard&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::GoalCard&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::Writing&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::Round&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::Wall&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::OpenTheme&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::ReadBack&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::Closing&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::AskedRoom&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::AlignList&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::AlignAsks&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::Recalling&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::Unsealed&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::Matching&, int wanted);
DrawnPage draw_content(Painter&, const Page&, const slide::AlignCounts&, int wanted);

// "12:40", "-0:30" once the time is over.
std::string clock_face(const slide::Clock&);

// Rows over pages, none of them cut; where there are no rows, one page without any.
struct RowPages {
    std::vector<std::size_t> firsts{0}; // the first row of each page
    std::size_t rows = 0;

    int count() const { return static_cast<int>(firsts.size()); }
    std::size_t first(int page) const { return firsts[static_cast<std::size_t>(page)]; }
    std::size_t end(int page) const { return page + 1 < count() ? first(page + 1) : rows; }
    int page_with(std::size_t row) const;
};
RowPages row_pages(const std::vector<float>& heights, float room, std::size_t most_rows = Painter::any_number);

// Broken into as few lines as ever, and these about equally long: a headline without a word alone on its last line.
Paragraph balanced(Painter&, std::string_view, const Setting&, float width);

// A theme's shape, letter and title on one line or several, with the keys that mean it behind the letter where there are
// any; returns the height taken.
float draw_theme_title(Painter&, const slide::ThemeSign&, const Setting&, float x, float y, float width,
                       std::size_t most_lines, const std::string& keys = {});
float theme_title_height(Painter&, const slide::ThemeSign&, const Setting&, float width, std::size_t most_lines,
                         const std::string& keys = {});

} // namespace avow::screen
