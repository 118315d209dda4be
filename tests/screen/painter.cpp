// Words broken into lines: whole characters, within their width, and where some are left out, it is shown.
#include "screen/painter.hpp"

#include "session/text.hpp"
#include "support/screen/room.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::screen;

namespace {

const std::string ellipsis = "\xE2\x80\xA6";

// A hand on a page of which nothing is kept.
class Hand {
public:
    Hand() : nowhere_({1280, 720}), type_(Family::dejavu) { ImGui::NewFrame(); }
    ~Hand() {
        ImGui::Render();
        nowhere_.answer_requests();
    }
    Hand(const Hand&) = delete;
    Hand& operator=(const Hand&) = delete;

    Painter paint() { return {ImGui::GetBackgroundDrawList(), colours_of(desk::Look::light), type_}; }

private:
    Nowhere nowhere_;
    Type type_;
};

const std::vector<std::string>& texts() {
    static const std::vector<std::string> texts = {
        "I call people back when I said I would call them back",
        "Александра Константиновна Преображенская: the quick brown fox jumps over the lazy dog",
        "Απαντώ σε κάθε πελάτη την ίδια μέρα, ακόμη κι αν δεν έχω λύση",
        "أرد على كل رسالة في نفس اليوم حتى لو لم يكن لدي جواب",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung",
        std::string(300, 'i'),
        "a",
        "",
        "two  spaces and a long-hyphenated-word-in-it, then an end"};
    return texts;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const auto& line : lines) all += line;
    return all;
}

std::string without_spaces(const std::string& text) {
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept), [](char letter) { return letter != ' '; });
    return kept;
}

constexpr Setting set{Weight::regular, 30, IM_COL32_BLACK};

} // namespace

TEST_CASE("all words stand on the lines they are broken into, none wider than the page") {
    Hand hand;
    auto paint = hand.paint();
    for (const auto& text : texts())
        for (float width = 40; width < 900; width += 37) {
            INFO(width << ": " << text);
            const auto paragraph = paint.wrap(text, set, width);
            std::string all;
            for (const auto& line : paragraph.lines) {
                CHECK(is_utf8(line));
                CHECK(paint.width_of(line, set) <= width + 1);
                all += line;
            }
            CHECK(without_spaces(all) == without_spaces(text));
            CHECK_FALSE(paragraph.is_cut);
            CHECK(paragraph.height == static_cast<float>(paragraph.lines.size()) * set.line());
        }
}

TEST_CASE("what is cut to some lines ends in an ellipsis within its width, and loses no half characters") {
    Hand hand;
    auto paint = hand.paint();
    for (const auto& text : texts())
        for (const std::size_t most : {1u, 2u, 3u})
            for (float width = 60; width < 900; width += 23) {
                INFO(most << " lines of " << width << ": " << text);
                const auto paragraph = paint.wrap(text, set, width, most);
                CHECK(paragraph.lines.size() <= most);
                if (paragraph.is_cut)
                    CHECK(paint.wrap(text, set, width).lines.size() > most);
                else
                    CHECK(without_spaces(joined(paragraph.lines)) == without_spaces(text));
                for (const auto& line : paragraph.lines) {
                    CHECK(is_utf8(line));
                    CHECK(paint.width_of(line, set) <= width + 1);
                }
                if (paragraph.is_cut) CHECK(paragraph.lines.back().ends_with(ellipsis));
            }
}

TEST_CASE("what is cut to some lines is cut between words, where more than half of the line is left so") {
    Hand hand;
    auto paint = hand.paint();
    const std::string text = "I read the product news every Monday morning";
    bool is_ever_cut = false;
    for (float width = 200; width < 700; width += 7) {
        const auto line = paint.wrap(text, set, width, 1).lines.back();
        INFO(line);
        if (line == text) continue;
        is_ever_cut = true;
        const auto kept = line.substr(0, line.find_last_not_of(" " + ellipsis) + 1);
        REQUIRE(text.starts_with(kept));
        CHECK(text[kept.size()] == ' ');
    }
    CHECK(is_ever_cut);
}

TEST_CASE("words fitted on one line are whole where there is room, and as long as they can be where there is not") {
    Hand hand;
    auto paint = hand.paint();
    for (const auto& text : texts())
        for (float width = 60; width < 900; width += 23) {
            INFO(width << ": " << text);
            const auto fitted = paint.fitted(text, set, width);
            CHECK(is_utf8(fitted));
            CHECK(paint.width_of(fitted, set) <= width);
            if (paint.width_of(text, set) <= width) {
                CHECK(fitted == text);
                continue;
            }
            REQUIRE(fitted.ends_with(ellipsis));
            const auto kept = count_characters(fitted) - 1;
            CHECK(text.starts_with(fitted.substr(0, fitted.size() - ellipsis.size())));
            // The next letter, after the spaces that were left out before the ellipsis, has no room.
            CHECK(paint.width_of(first_characters(text, kept + 3) + ellipsis, set) > width);
        }
}

TEST_CASE("a name that is cut keeps what tells it from its namesake's") {
    Hand hand;
    auto paint = hand.paint();
    for (const std::string end : {" 3", " K", " (seat 12)"})
        for (float width = 2.2f * paint.width_of(end, set); width < 300; width += 7) {
            const auto name = "Maximiliane-Charlotte" + end;
            const auto fitted = paint.fitted_name(name, set, width);
            INFO(width << ": " << fitted);
            CHECK(paint.width_of(fitted, set) <= width + 1);
            CHECK(fitted.ends_with(end));
            if (paint.width_of(name, set) <= width) CHECK(fitted == name);
        }
    const std::string long_name = "Maximiliane-Charlotte von Hohenstein-Württemberg"; // its end tells nobody apart
    CHECK(paint.fitted_name(long_name, set, 300) == paint.fitted(long_name, set, 300));
}
