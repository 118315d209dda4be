#include "report/strips.hpp"

#include "report/document.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"
#include "report/qr.hpp"

#include <algorithm>

namespace avow::report {

namespace {

// A telephone reads a code of this many bytes at once from a strip; one promise alone may take all that a code holds.
constexpr std::size_t easy_bytes = 420;
constexpr std::size_t most_bytes = 2900;

constexpr double edge = 51; // 18 mm
constexpr double padding = 20;
constexpr double code_side = 108;     // 38 mm
constexpr double caption_height = 15; // under a code
constexpr double gutter = 24;

Promise promise_of(const Accountability& item) {
    return {on_one_line(words_of(item)), item.due ? "by " + spoken_with_year(*item.due) : ""};
}

std::string line_of(const Promise& promise) {
    return promise.words + (promise.by.empty() ? "" : " (" + promise.by + ")") + "\n";
}

std::string head_of(const Session& session, const std::string& name) {
    const std::string team = session.team.empty() ? "" : ", " + on_one_line(session.team);
    return name + team + ", " + spoken_with_year(session.date) + "\n";
}

void add_strips(std::vector<Strip>& strips, const Session& session, const Part& part, const Participant& person) {
    const std::string name = on_one_line(name_of(session, person.id));
    const std::string head = head_of(session, name);
    Strip strip{name, {}, head};
    for (const auto* item : holding(part, insight::said_by(session, person.id))) {
        const auto promise = promise_of(*item);
        const std::string line = line_of(promise);
        if (!strip.promises.empty() && strip.payload.size() + line.size() > easy_bytes) {
            strips.push_back(strip);
            strip = {name, {}, head};
        }
        strip.promises.push_back(promise);
        strip.payload += line;
    }
    if (!strip.promises.empty()) strips.push_back(strip);
}

// In bars that run along a row: one path of all squares takes cairo much longer. Each reaches a little into the row
// below, so that no seam shows between two.
void draw_code(Press& press, const QrCode& code, double left, double top) {
    constexpr double overlap = 1.03;
    const double side = code_side / static_cast<double>(code.side);
    for (std::size_t row = 0; row < code.side; ++row)
        for (std::size_t column = 0; column < code.side;) {
            const std::size_t begin = column;
            while (column < code.side && code.is_dark(row, column)) ++column;
            if (column > begin)
                press.bar(left + static_cast<double>(begin) * side, top + static_cast<double>(row) * side,
                          static_cast<double>(column - begin) * side, side * overlap);
            else
                ++column;
        }
    const auto caption = press.set("The same words, as text", {7.5, Weight::regular, Ink::quiet}, code_side);
    press.draw(caption, left, top + code_side + 5);
}

// A strip, set: what is drawn where, from its own upper edge.
struct SetStrip {
    struct Words {
        Setting setting;
        double top = 0;
    };
    std::vector<Words> words;
    std::optional<QrCode> code;
    double height = 0;
};

class Setter {
public:
    Setter(const Press& press, Size size) : press_(press), width_(size.width - 2 * edge - code_side - gutter) {}

    SetStrip set(const Session& session, const Strip& strip) {
        SetStrip made;
        y_ = padding;
        add(made, strip.name, {15, Weight::bold, Ink::full, Role::heading, 1.25}, 0);
        const std::string team = session.team.empty() ? "" : on_one_line(session.team) + ", ";
        add(made, team + spoken_with_year(session.date), {9, Weight::regular, Ink::quiet}, 0);
        for (const auto& promise : strip.promises) {
            add(made, promise.words, {12, Weight::regular, Ink::full, Role::text, 1.38}, 9);
            if (!promise.by.empty()) add(made, promise.by, {9.5, Weight::medium, Ink::accent}, 1);
        }
        if (session.next_date)
            add(made, "We meet again on " + spoken_with_year(*session.next_date), {9, Weight::regular, Ink::quiet}, 10);
        made.code = qr_code(strip.payload);
        if (!made.code) add(made, "Too long for a code", {9, Weight::regular, Ink::quiet}, 10);
        made.height = std::max(y_, padding + code_side + caption_height) + padding;
        return made;
    }

private:
    void add(SetStrip& made, const std::string& words, const Face& face, double space) {
        const auto setting = press_.set(words, face, width_);
        made.words.push_back({setting, y_ + space});
        y_ += space + setting.height();
    }

    const Press& press_;
    double width_;
    double y_ = 0;
};

void draw(Press& press, const SetStrip& strip, Size size, double top) {
    for (const auto& words : strip.words) press.draw(words.setting, edge, top + words.top);
    if (strip.code) draw_code(press, *strip.code, size.width - edge - code_side, top + padding);
}

// Lines of a strip that is taller than a page, over as many pages as it takes.
double draw_over_pages(Press& press, const SetStrip& strip, Size size, double top) {
    if (strip.code) draw_code(press, *strip.code, size.width - edge - code_side, top + padding);
    double y = top + padding;
    for (const auto& words : strip.words)
        for (std::size_t line = 0; line < words.setting.lines(); ++line) {
            if (y + words.setting.line_height() > size.height - edge) {
                press.end_page();
                y = edge;
            }
            press.draw(words.setting, line, 1, edge, y);
            y += words.setting.line_height();
        }
    return y + padding;
}

} // namespace

std::vector<Strip> strips_of(const Session& session, const Part& part) {
    std::vector<Strip> strips;
    for (const auto& person : session.participants) add_strips(strips, session, part, person);
    for (auto& strip : strips)
        if (strip.payload.size() > most_bytes) strip.payload.clear();
    return strips;
}

std::string pdf_of_strips(const Session& session, const Part& part, Paper paper) {
    const auto size = size_of(paper);
    const double page_top = edge / 2;
    const std::string team = session.team.empty() ? "A session" : on_one_line(session.team);
    Press press(paper, team + ", " + spoken_with_year(session.date) + ", strips", team, last_moment(session));
    double y = page_top;
    for (const auto& strip : strips_of(session, part)) {
        const auto made = Setter(press, size).set(session, strip);
        if (y > page_top && y + made.height > size.height - page_top) {
            press.end_page();
            y = page_top;
        }
        if (y > page_top) press.cutting_line(0, size.width, y);
        if (made.height > size.height - 2 * page_top) {
            y = draw_over_pages(press, made, size, y);
        } else {
            draw(press, made, size, y);
            y += made.height;
        }
    }
    press.end_page();
    return press.finished();
}

} // namespace avow::report
