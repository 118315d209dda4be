#include "report/pdf.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace avow::report {

namespace {

constexpr double edge = 62; // of the paper, left and right
constexpr double top_edge = 64;
constexpr double foot_edge = 74; // under the last line; the page's number stands in it
constexpr double margin = 92;    // the column of speakers and labels
constexpr double gutter = 16;
constexpr int least_percent = 76; // that type is set smaller to, in steps
constexpr int percent_step = 4;

// Sizes of type, and the white before it.
struct Measures {
    double title, goal, before_goal, heading, before_heading, entry, before_entry, note, line, before_line,
        before_closing;
};
constexpr Measures of_pages = {28, 17, 26, 16, 34, 12.5, 15, 10.5, 11.5, 10, 28};
constexpr Measures of_one_page = {24, 15, 18, 13, 19, 11.5, 7, 10.5, 11, 4, 16};

// A line of the margin and, beside it on the same baseline, the words it is about; or words over the whole width.
struct Row {
    std::optional<Setting> beside;
    Setting words;
    double space = 0; // before it, where it does not begin a page
    bool is_wide = false;
};

using Group = std::vector<Row>; // stays on a page if a page can hold it

// Some lines of a setting, at their place.
struct Placed {
    Setting setting;
    std::size_t first = 0;
    std::size_t count = 0;
    double left = 0;
    double top = 0;
};
using Page = std::vector<Placed>;

class Typesetter {
public:
    Typesetter(const Press& press, Paper paper, const Measures& measures, double scale)
        : press_(press), size_(size_of(paper)), measures_(measures), scale_(scale) {}

    std::vector<Group> groups_of(const Document& document) const {
        std::vector<Group> groups = {head_of(document)};
        for (const auto& section : document.sections) add_section(groups, section);
        if (!document.closing.empty()) // never alone on a page
            groups.back().push_back(beside("", document.closing, {measures_.note}, measures_.before_closing));
        return groups;
    }

    std::vector<Page> pages_of(const std::vector<Group>& groups) const {
        std::vector<Page> pages(1);
        double y = top_edge;
        for (const auto& group : groups) {
            const double height = height_of(group);
            if (y + height > bottom() && height <= bottom() - top_edge) begin_page(pages, y);
            for (const auto& row : group) place(pages, y, row);
        }
        return pages;
    }

    void draw_foot(Press& press, const Document& document, std::size_t number, std::size_t count) const {
        const Face face{8.5, Weight::regular, Ink::quiet, Role::furniture};
        const double y = size_.height - foot_edge + 34;
        const std::string who = document.is_of_one_person ? document.title + ", " + document.team : document.team;
        const auto name = press.set(who + ", " + spoken_with_year(document.date), face, width() - 60);
        press.draw(name, 0, 1, edge, y);
        const auto page = press.set(std::to_string(number) + " of " + std::to_string(count), face, 60);
        press.draw(page, size_.width - edge - page.width(), y);
    }

private:
    double width() const { return size_.width - 2 * edge; }
    double bottom() const { return size_.height - foot_edge; }
    double words_left() const { return edge + margin + gutter; }

    Setting set(const std::string& words, Face face, double width) const {
        face.size *= scale_;
        return press_.set(words, face, width);
    }

    Row wide(const std::string& words, const Face& face, double space) const {
        return {std::nullopt, set(words, face, width()), space * gap_scale(), true};
    }

    Row beside(const std::string& label, const std::string& words, const Face& face, double space,
               Face label_face = {9.5, Weight::regular, Ink::quiet}) const {
        std::optional<Setting> in_margin;
        if (!label.empty()) in_margin = set(label, label_face, margin);
        return {in_margin, set(words, face, width() - margin - gutter), space * gap_scale(), false};
    }

    void add_notes(Group& group, const std::vector<Note>& notes) const {
        double space = 5;
        for (const auto& note : notes) {
            group.push_back(beside(note.label, note.words, {measures_.note}, space));
            if (!note.aside.empty()) group.push_back(beside("", note.aside, {9, Weight::regular, Ink::quiet}, 0));
            space = 2;
        }
    }

    Group head_of(const Document& document) const {
        Group group = {wide(document.title, {measures_.title, Weight::bold, Ink::full, Role::title, 1.2}, 0),
                       wide(document.under, {10.5, Weight::regular, Ink::quiet}, 4)};
        if (document.goal.empty()) return group;
        group.push_back(wide("The goal", {10, Weight::bold, Ink::accent, Role::heading}, measures_.before_goal));
        group.push_back(wide(document.goal, {measures_.goal, Weight::regular, Ink::full, Role::text, 1.3}, 2));
        add_notes(group, document.goal_notes);
        return group;
    }

    Group group_of(const Entry& entry) const {
        Group group = {beside(entry.speaker, entry.words,
                              {measures_.entry, Weight::regular, Ink::full, Role::text, 1.4}, measures_.before_entry,
                              {10.5, Weight::medium, Ink::full})};
        add_notes(group, entry.notes);
        return group;
    }

    // A heading never ends a page: it stays with the first thing under it.
    void add_section(std::vector<Group>& groups, const Section& section) const {
        const std::string heading = (section.mark.empty() ? "" : section.mark + "   ") + section.heading;
        Group group = {
            wide(heading, {measures_.heading, Weight::bold, Ink::full, Role::heading, 1.25}, measures_.before_heading)};
        if (!section.aside.empty()) group.push_back(wide(section.aside, {10, Weight::regular, Ink::quiet}, 1));
        for (const auto& entry : section.entries) {
            for (auto& row : group_of(entry)) group.push_back(std::move(row));
            groups.push_back(std::exchange(group, {}));
        }
        for (const auto& line : section.lines) {
            group.push_back(beside("", line, {measures_.line}, group.empty() ? 3 : measures_.before_line));
            groups.push_back(std::exchange(group, {}));
        }
    }

    static double height_of(const Group& group) {
        double height = 0;
        for (const auto& row : group)
            height += row.space + std::max(row.words.height(), row.beside ? row.beside->height() : 0);
        return height;
    }

    static void begin_page(std::vector<Page>& pages, double& y) {
        if (pages.back().empty()) return;
        pages.emplace_back();
        y = top_edge;
    }

    void place(std::vector<Page>& pages, double& y, const Row& row) const {
        y += pages.back().empty() ? 0 : row.space;
        const double line = row.words.line_height();
        if (y + line > bottom()) begin_page(pages, y);
        const double begun_at = y;
        if (row.beside) {
            const double drop = (line - row.beside->line_height()) / 2; // so that both baselines are nearly one
            pages.back().push_back({*row.beside, 0, row.beside->lines(), edge, y + drop});
        }
        for (std::size_t first = 0; first < row.words.lines();) {
            if (first > 0) begin_page(pages, y);
            const auto room = static_cast<std::size_t>(std::max(1.0, (bottom() - y) / line));
            const auto count = std::min(room, row.words.lines() - first);
            pages.back().push_back({row.words, first, count, row.is_wide ? edge : words_left(), y});
            first += count;
            y += static_cast<double>(count) * line;
        }
        if (row.beside && y > begun_at) y = std::max(y, begun_at + row.beside->height());
    }

    // White gives way sooner than type does.
    double gap_scale() const { return scale_ * scale_ * scale_; }

    const Press& press_;
    Size size_;
    const Measures& measures_;
    double scale_;
};

const Measures& measures_of(const Document& document) { return document.is_one_page ? of_one_page : of_pages; }

// One person's document, and what is meant to be a page, is set a little smaller where that brings it onto one.
auto pages_of(const Press& press, const Document& document, Paper paper) {
    const auto set_to = [&](int percent) {
        const Typesetter typesetter(press, paper, measures_of(document), percent / 100.);
        return typesetter.pages_of(typesetter.groups_of(document));
    };
    auto pages = set_to(100);
    const bool may_shrink = document.is_of_one_person || document.is_one_page;
    for (int percent = 100 - percent_step; may_shrink && pages.size() == 2 && percent >= least_percent;
         percent -= percent_step)
        if (auto tried = set_to(percent); tried.size() == 1) pages = std::move(tried);
    return pages;
}

} // namespace

std::size_t page_count(const Document& document, Paper paper) {
    return pages_of(Press(paper, "", "", {}), document, paper).size();
}

std::string pdf(const Document& document, Paper paper, Moment made_at) {
    Press press(paper, document.title + ", " + spoken_with_year(document.date), document.team, made_at);
    const Typesetter typesetter(press, paper, measures_of(document), 1);
    const auto pages = pages_of(press, document, paper);
    for (std::size_t number = 0; number < pages.size(); ++number) {
        for (const auto& placed : pages[number])
            press.draw(placed.setting, placed.first, placed.count, placed.left, placed.top);
        typesetter.draw_foot(press, document, number + 1, pages.size());
        press.end_page();
    }
    return press.finished();
}

} // namespace avow::report
