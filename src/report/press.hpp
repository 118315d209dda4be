// A PDF in the making: words set by Pango in any script, drawn by cairo. Lengths are points (72 to the inch), from the upper
// left corner of the page. Only press.cpp knows cairo and Pango.
#pragma once

#include "session/date.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace avow::report {

enum class Paper { a4, letter };

struct Size {
    double width = 0;
    double height = 0;
};

Size size_of(Paper);

enum class Ink { full, quiet, accent };
enum class Weight { regular, medium, bold };
// What it is to a screen reader; furniture of a page, such as its number, is not read out.
enum class Role { text, title, heading, furniture };

struct Face {
    double size = 12;
    Weight weight = Weight::regular;
    Ink ink = Ink::full;
    Role role = Role::text;
    double leading = 1.35; // from one baseline to the next, of the size
};

// Words broken into lines for a width.
class Setting {
public:
    struct Layout;
    Setting(std::shared_ptr<const Layout> layout) : layout_(std::move(layout)) {}

    std::size_t lines() const;
    double line_height() const;
    double height() const { return static_cast<double>(lines()) * line_height(); }
    double width() const; // of its widest line
    const Layout& layout() const { return *layout_; }

private:
    std::shared_ptr<const Layout> layout_;
};

class Press {
public:
    // The same title, author, moment and drawing give the same bytes with the same fonts.
    Press(Paper, const std::string& title, const std::string& author, Moment made_at);
    ~Press();
    Press(const Press&) = delete;
    Press& operator=(const Press&) = delete;

    Setting set(std::string_view words, const Face&, double width) const;

    // A run of its lines; `top` is the upper edge of the first one's share of the page.
    void draw(const Setting&, std::size_t first, std::size_t count, double left, double top);
    void draw(const Setting& setting, double left, double top) { draw(setting, 0, setting.lines(), left, top); }
    void cutting_line(double left, double right, double y);
    // Squares, row by row, true is black: as a picture of its own, for thousands of shapes on a page cost cairo seconds.
    void squares(const std::vector<bool>&, std::size_t side, double left, double top, double width);
    void end_page();
    std::string finished(); // the bytes; nothing can be drawn any more

private:
    struct Machine;
    std::unique_ptr<Machine> machine_;
};

} // namespace avow::report
