#include "screen/painter.hpp"

#include "screen/imgui_hooks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>
#include <utility>

namespace avow::screen {

namespace {

constexpr std::size_t most_bytes_per_em = 64; // the thinnest letters, the longest to write
const char* const ellipsis = "\xE2\x80\xA6";

// The start of the character before `at`.
std::size_t character_before(std::string_view text, std::size_t at) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    return at;
}

std::string_view without_spaces_at_end(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    return text;
}

// A cut line, of the rest of a text: a word is left out rather than cut through, unless little else would be left.
std::string without_half_a_word(const std::string& line, std::string_view rest) {
    const auto kept = line.size() - std::string_view(ellipsis).size();
    const auto space = line.rfind(' ', kept);
    const bool is_at_end_of_word = kept >= rest.size() || rest[kept] == ' ';
    if (is_at_end_of_word || space == std::string::npos || space < kept / 2) return line;
    return line.substr(0, space + 1) + ellipsis;
}

// The stop at which a line from that one ends that has so much room: the last at which it may, else the last that fits.
// Spaces at its end need no room.
std::size_t end_of_line(const std::vector<MeasuredText::Stop>& stops, std::size_t from, float room) {
    std::size_t may_end = from, fits = from + 1;
    float width = 0;
    for (std::size_t to = from + 1; to < stops.size(); ++to) {
        const auto& last = stops[to - 1];
        if (last.is_new_line && to - 1 > from) return to - 1;
        if (!last.is_space) width = stops[to].before - stops[from].before;
        if (width > room + 1e-4f) return may_end > from ? may_end : fits;
        fits = to;
        if (stops[to].may_break) may_end = to;
    }
    return stops.size() - 1;
}

std::vector<ImVec2> polygon(ImVec2 centre, float radius, int corners, float turn) {
    std::vector<ImVec2> points;
    for (int i = 0; i < corners; ++i) {
        const float angle = turn + 2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(corners);
        points.emplace_back(centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle));
    }
    return points;
}

std::vector<ImVec2> star(ImVec2 centre, float radius) {
    std::vector<ImVec2> points;
    for (int i = 0; i < 10; ++i) {
        const float angle = -std::numbers::pi_v<float> / 2 + std::numbers::pi_v<float> * static_cast<float>(i) / 5;
        const float reach = i % 2 ? radius * .45f : radius;
        points.emplace_back(centre.x + reach * std::cos(angle), centre.y + reach * std::sin(angle));
    }
    return points;
}

} // namespace

Paragraph Paragraph::part(std::size_t first, std::size_t last, float line) const {
    Paragraph some = *this;
    some.lines.assign(lines.begin() + static_cast<std::ptrdiff_t>(first),
                      lines.begin() + static_cast<std::ptrdiff_t>(last));
    some.height = static_cast<float>(last - first) * line;
    return some;
}

std::vector<Paragraph> Paragraph::pieces(std::size_t most_lines, float line) const {
    std::vector<Paragraph> all;
    for (std::size_t first = 0; first < lines.size(); first += most_lines)
        all.push_back(part(first, std::min(lines.size(), first + most_lines), line));
    return all;
}

// --- words -------------------------------------------------------------------------------------------------------

float Painter::width_of(std::string_view text, const Setting& set) const {
    return text.empty() ? 0 : type_.line(text, set.weight).width * type_.drawn_em(set.em);
}

std::string Painter::fitted(std::string_view text, const Setting& set, float width) const {
    if (text.empty() || width_of(text, set) <= width) return std::string(text);
    const float room = (width - width_of(ellipsis, set)) / type_.drawn_em(set.em);
    const auto& stops = type_.measured(text, set.weight).stops;
    const auto beyond = std::ranges::upper_bound(stops, room, {}, &MeasuredText::Stop::before);
    // The sum of the letters is a hair off the line they make: the next one is tried too.
    std::vector<std::size_t> ends; // copied: measuring asks for other texts
    for (auto at = beyond == stops.end() ? beyond - 1 : beyond;; --at) {
        ends.push_back(at->at);
        if (at == stops.begin() || at->before < room - 1) break;
    }
    if (ends.back() != 0) ends.push_back(0);
    std::string cut;
    for (const auto end : ends) {
        cut = std::string(without_spaces_at_end(text.substr(0, end))) + ellipsis;
        if (width_of(cut, set) <= width) break;
    }
    return cut;
}

std::string Painter::fitted_name(std::string_view name, const Setting& set, float width) const {
    constexpr std::size_t longest_end = sizeof "(seat 15)" - 1;
    const auto end = name.ends_with(')') ? name.rfind(" (") : name.rfind(' ');
    if (end == std::string_view::npos || name.size() - end - 1 > longest_end) return fitted(name, set, width);
    const float needed = width_of(name.substr(end), set);
    if (width_of(name, set) <= width || needed > width / 2) return fitted(name, set, width);
    return fitted(name.substr(0, end), set, width - needed) + std::string(name.substr(end));
}

// A page breaks the same words into the same lines in every frame; they are remembered.
Paragraph Painter::wrap(std::string_view text, const Setting& set, float width, std::size_t most_lines) const {
    const float measures[] = {set.em, set.leading, width, static_cast<float>(set.weight)};
    std::string name(sizeof measures + sizeof most_lines, '\0');
    std::memcpy(name.data(), measures, sizeof measures);
    std::memcpy(name.data() + sizeof measures, &most_lines, sizeof most_lines);
    name.append(text);
    auto& known = type_.paragraphs();
    if (const auto* paragraph = known.find(name)) return *paragraph;
    return known.add(name, broken(text, set, width, most_lines), 2 * name.size() + sizeof(Paragraph));
}

Paragraph Painter::broken(std::string_view text, const Setting& set, float width, std::size_t most_lines) const {
    Paragraph paragraph;
    paragraph.room = width;
    if (text.empty()) return paragraph;
    const auto& measured = type_.measured(text, set.weight);
    const float em = type_.drawn_em(set.em), room = std::max(width, set.em) / em;
    const auto& stops = measured.stops;
    paragraph.is_right_to_left = measured.is_right_to_left;
    const auto direction = measured.is_right_to_left ? Direction::right_to_left : Direction::left_to_right;
    const auto width_of_line = [&](std::string_view line) {
        return line.empty() ? 0 : type_.line(line, set.weight, direction).width * em;
    };
    for (std::size_t from = 0; from + 1 < stops.size();) {
        auto to = end_of_line(stops, from, room);
        const auto piece = [&] { return text.substr(stops[from].at, stops[to].at - stops[from].at); };
        if (paragraph.lines.size() + 1 == most_lines && to + 1 < stops.size()) {
            paragraph.lines.push_back(last_line(text.substr(stops[from].at), set, width));
            paragraph.is_cut = !text.ends_with(paragraph.lines.back());
            paragraph.width = std::max(paragraph.width, width_of_line(paragraph.lines.back()));
            break;
        }
        // Letters at a cut through a word may take another form, and more room, than within it.
        while (!stops[to].may_break && to > from + 1 && width_of_line(piece()) > width) --to;
        paragraph.lines.emplace_back(without_spaces_at_end(piece()));
        paragraph.width = std::max(paragraph.width, width_of_line(paragraph.lines.back()));
        for (from = to; from + 1 < stops.size() && stops[from].is_space;) ++from;
    }
    paragraph.height = static_cast<float>(paragraph.lines.size()) * set.line();
    return paragraph;
}

// It takes what would follow, so that the ellipsis stands where words were cut; of thousands of characters only as many as
// a line could ever hold are measured.
std::string Painter::last_line(std::string_view rest, const Setting& set, float width) const {
    const auto most = static_cast<std::size_t>(std::max(1.f, width / set.em)) * most_bytes_per_em;
    const bool is_more = rest.size() > most;
    if (is_more) rest = rest.substr(0, character_before(rest, most));
    auto line = fitted(rest, set, width);
    if (is_more && !line.ends_with(ellipsis)) line += ellipsis;
    return line == rest ? line : without_half_a_word(line, rest);
}

void Painter::words(float x, float y, std::string_view text, const Setting& set) {
    set_line(x, y, text, set, Direction::automatic);
}

void Painter::sentence(float x, float y, std::string_view text, const Setting& set) {
    set_line(x, y, text, set, Direction::left_to_right);
}

void Painter::set_line(float x, float y, std::string_view text, const Setting& set, Direction direction) {
    if (text.empty()) return;
    const auto& line = type_.line(text, set.weight, direction);
    const float size = type_.size_for_em(set.em), width = line.width * type_.drawn_em(set.em);
    // The ink stands in the middle of its leading, on whole pixels, so that every line is as sharp as the next.
    const ImVec2 at{std::round(x), std::round(y + (set.line() - size) / 2)};
    const int before = list_->VtxBuffer.Size;
    type_.draw(*list_, at, line, set.em, set.colour, sharpness);
    say({at.x, at.y, width, size}, text, set, before, line.lacks_letters);
}

// For whoever reads the page instead of seeing it: the words as they were said, whatever their letters look like.
void Painter::say(Rect rect, std::string_view text, const Setting& set, int first_vertex, bool lacks_letters) {
    if (log_) log_->push_back({rect, set.em, set.colour, std::string(text)});
    accessible_line(*list_, text, {{rect.x, rect.y}, {rect.right(), rect.bottom()}}, set.colour, first_vertex,
                    lacks_letters);
}

void Painter::words(float x, float y, const Paragraph& paragraph, const Setting& set, std::size_t first,
                    std::size_t count) {
    const auto last = std::min(paragraph.lines.size(), count == any_number ? count : first + count);
    const auto direction = paragraph.is_right_to_left ? Direction::right_to_left : Direction::left_to_right;
    for (auto i = first; i < last; ++i, y += set.line()) {
        const auto& line = paragraph.lines[i];
        set_line(paragraph.is_right_to_left ? x + paragraph.room - width_of(line, set) : x, y, line, set, direction);
    }
}

void Painter::goes_on(float x, float y, const Paragraph& paragraph, std::size_t line, const Setting& set) {
    const float reach = width_of(paragraph.lines[line] + " ", set), width = width_of(ellipsis, set);
    if (reach + width > paragraph.room + set.em) return;
    words(paragraph.is_right_to_left ? x + paragraph.room - reach - width : x + reach, y, ellipsis, set);
}

void Painter::words_right(float right, float y, std::string_view text, const Setting& set) {
    words(right - width_of(text, set), y, text, set);
}

float Painter::figures_right(float right, float y, std::string_view text, const Setting& set) {
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    const float cell = width_of("0", set), size = type_.size_for_em(set.em);
    float width = 0;
    for (const char letter : text)
        if (is_digit(letter)) width += cell;
    std::string others;
    std::ranges::copy_if(text, std::back_inserter(others), [&](char letter) { return !is_digit(letter); });
    width += width_of(others, set);
    const float top = std::round(y + (set.line() - size) / 2);
    float x = right - width;
    const int before = list_->VtxBuffer.Size;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = at + 1;
        if (!is_digit(text[at]))
            while (next < text.size() && !is_digit(text[next])) ++next;
        const auto piece = text.substr(at, next - at);
        const float room = is_digit(text[at]) ? cell : width_of(piece, set);
        type_.draw(*list_, {std::round(x + (room - width_of(piece, set)) / 2), top}, type_.line(piece, set.weight),
                   set.em, set.colour, sharpness);
        x += room;
        at = next;
    }
    const ImVec2 at{right - width, top};
    say({at.x, at.y, width, size}, text, set, before, false);
    return at.x;
}

// --- shapes ------------------------------------------------------------------------------------------------------

void Painter::fill(Rect r, ImU32 colour, float rounding) {
    list_->AddRectFilled({r.x, r.y}, {r.right(), r.bottom()}, colour, rounding);
}

// The one place that calls AddRect: its last two arguments changed places in Dear ImGui 1.92.8.
void Painter::frame(Rect r, ImU32 colour, float thickness, float rounding) {
    if (colour == colours.hairline) thickness = std::max(thickness * colours.hairlines, thinnest);
#if IMGUI_VERSION_NUM >= 19280
    list_->AddRect({r.x, r.y}, {r.right(), r.bottom()}, colour, rounding, thickness);
#else
    list_->AddRect({r.x, r.y}, {r.right(), r.bottom()}, colour, rounding, ImDrawFlags_None, thickness);
#endif
}

void Painter::dashed_frame(Rect r, ImU32 colour, float thickness) {
    const float dash = thickness * 4, step = thickness * 7;
    for (int i = 0; static_cast<float>(i) * step < r.width; ++i) {
        const float x = r.x + static_cast<float>(i) * step, length = std::min(dash, r.right() - x);
        fill({x, r.y, length, thickness}, colour);
        fill({x, r.bottom() - thickness, length, thickness}, colour);
    }
    for (int i = 0; static_cast<float>(i) * step < r.height; ++i) {
        const float y = r.y + static_cast<float>(i) * step, length = std::min(dash, r.bottom() - y);
        fill({r.x, y, thickness, length}, colour);
        fill({r.right() - thickness, y, thickness, length}, colour);
    }
}

void Painter::rule(float x, float y, float width, ImU32 colour, float thickness) {
    if (colour == colours.hairline) thickness = std::max(thickness * colours.hairlines, thinnest);
    fill({std::round(x), std::round(y), std::round(width), std::max(1.f, std::round(thickness))}, colour);
}

void Painter::card(Rect r, float rounding) {
    // Three hairs of shadow, each wider and fainter, below the card: soft enough, and cheap without a graphics card,
    // because only the rim is painted twice.
    const float reach = std::max(1.f, rounding * .35f);
    for (int ring = 3; ring >= 1; --ring) {
        const float by = reach * static_cast<float>(ring) / 3;
        const auto alpha = (colours.shadow >> IM_COL32_A_SHIFT & 255) / static_cast<ImU32>(2 * ring + 1);
        const ImU32 shade = (colours.shadow & ~IM_COL32_A_MASK) | alpha << IM_COL32_A_SHIFT;
        frame({r.x - by / 2, r.y, r.width + by, r.height + by}, shade, by, rounding + by / 2);
    }
    fill(r, colours.card, rounding);
    frame(r, colours.hairline, std::max(1.f, rounding / 10), rounding);
}

void Painter::mark(int mark, ImVec2 centre, float size) {
    const ImU32 colour = mark_colour(mark, colours);
    const float r = size / 2, up = -std::numbers::pi_v<float> / 2;
    std::vector<ImVec2> outline;
    bool is_convex = true;
    switch (mark % 9) {
    case 0: outline = polygon(centre, r, 32, 0); break;
    case 1: outline = polygon({centre.x, centre.y + r * .15f}, r * 1.15f, 3, up); break;
    case 2: outline = polygon(centre, r * 1.2f, 4, std::numbers::pi_v<float> / 4); break;
    case 3: outline = polygon(centre, r * 1.15f, 4, up); break;
    case 4: outline = star(centre, r * 1.2f), is_convex = false; break;
    case 5: outline = polygon(centre, r * 1.05f, 6, up); break;
    case 6: outline = polygon({centre.x, centre.y - r * .15f}, r * 1.15f, 3, -up); break;
    case 7: {
        const float arm = r * .36f;
        fill({centre.x - r, centre.y - arm, size, 2 * arm}, colour);
        fill({centre.x - arm, centre.y - r, 2 * arm, size}, colour);
        return;
    }
    default: list_->AddCircle(centre, r * .8f, colour, 32, r * .42f); return;
    }
    if (is_convex)
        list_->AddConvexPolyFilled(outline.data(), static_cast<int>(outline.size()), colour);
    else
        list_->AddConcavePolyFilled(outline.data(), static_cast<int>(outline.size()), colour);
    // Yellow and sky blue are pale on paper: a rim of ink keeps their outline.
    if (contrast(colour, colours.card) < 3)
        for (std::size_t i = 0; i < outline.size(); ++i)
            list_->AddLine(outline[i], outline[(i + 1) % outline.size()], colours.ink, std::max(1.f, size / 14));
}

void Painter::dot(ImVec2 centre, float radius, ImU32 colour) { list_->AddCircleFilled(centre, radius, colour); }

float Painter::keycap(float x, float y, std::string_view keys, float em) {
    const Setting set{Weight::regular, em, colours.ink};
    const Rect cap{x, y - em * .08f, width_of(keys, set) + em * .8f, em * 1.45f};
    fill(cap, colours.field, em * .3f);
    frame(cap, colours.hairline, std::max(1.f, em / 16), em * .3f);
    words(x + em * .4f, y + (cap.height - em * .16f - set.line()) / 2, keys, set);
    return cap.right();
}

} // namespace avow::screen
