#include "report/strips.hpp"

#include "report/calendar.hpp"
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

using Items = std::vector<const Accountability*>;

// One strip of these: all that is on it is in its code too, or, for a calendar, all that has a date.
Strip strip_of(const Session& session, const std::string& name, const Items& items, Code code) {
    Strip strip{name, {}, head_of(session, name)};
    for (const auto* item : items) {
        strip.promises.push_back(promise_of(*item));
        strip.payload += line_of(strip.promises.back());
    }
    auto days = code == Code::calendar ? calendar_days(session, items) : std::string();
    if (days.empty()) return strip;
    strip.payload = std::move(days);
    strip.code = Code::calendar;
    return strip;
}

void add_strips(std::vector<Strip>& strips, const Session& session, const std::string& name, const Items& items,
                Code code) {
    Items on_it;
    Strip strip;
    for (const auto* item : items) {
        on_it.push_back(item);
        auto fuller = strip_of(session, name, on_it, code);
        if (on_it.size() > 1 && fuller.payload.size() > easy_bytes) {
            strips.push_back(std::move(strip));
            on_it = {item};
            fuller = strip_of(session, name, on_it, code);
        }
        strip = std::move(fuller);
    }
    if (!on_it.empty()) strips.push_back(std::move(strip));
}

// A strip, set: what is drawn where, from its own upper edge.
struct SetStrip {
    struct Words {
        Setting setting;
        double top = 0;
    };
    std::vector<Words> words;
    std::optional<QrCode> code;
    std::optional<Setting> caption; // under the code
    double height = 0;
};

const char* caption_of(Code code) {
    return code == Code::calendar ? "What has a date, for a calendar" : "The same words, as text";
}

void draw_code(Press& press, const SetStrip& strip, double left, double top) {
    press.squares(strip.code->square, strip.code->side, left, top, code_side);
    press.draw(*strip.caption, left, top + code_side + 5);
}

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
        if (session.next_date) add(made, next_meeting(*session.next_date), {9, Weight::regular, Ink::quiet}, 10);
        made.code = qr_code(strip.payload);
        made.caption = press_.set(caption_of(strip.code), {7.5, Weight::regular, Ink::quiet}, code_side);
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
    if (strip.code) draw_code(press, strip, size.width - edge - code_side, top + padding);
}

// Lines of a strip that is taller than a page, over as many pages as it takes.
double draw_over_pages(Press& press, const SetStrip& strip, Size size, double top) {
    if (strip.code) draw_code(press, strip, size.width - edge - code_side, top + padding);
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

std::vector<Strip> strips_of(const Session& session, const Part& part, Code code) {
    std::vector<Strip> strips;
    for (const auto& person : session.participants)
        add_strips(strips, session, on_one_line(name_of(session, person.id)),
                   holding(part, insight::said_by(session, person.id)), code);
    for (auto& strip : strips)
        if (strip.payload.size() > most_bytes) strip.payload.clear();
    return strips;
}

std::string pdf_of_strips(const Session& session, const Part& part, Paper paper, Code code) {
    const auto size = size_of(paper);
    const double page_top = edge / 2;
    const std::string team = session.team.empty() ? "A session" : on_one_line(session.team);
    Press press(paper, team + ", " + spoken_with_year(session.date) + ", strips", team, last_moment(session));
    double y = page_top;
    for (const auto& strip : strips_of(session, part, code)) {
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
