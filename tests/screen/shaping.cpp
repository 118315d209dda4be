// Letters as their script has them: joined, stacked, kerned, from right to left; and the words themselves untouched.
#include "screen/painter.hpp"
#include "support/screen/room.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

using namespace avow;
using namespace avow::screen;

namespace {

class Page {
public:
    explicit Page(Family family = Family::dejavu) : nowhere_({1280, 720}), type(family) {
        ImGui::NewFrame();
        recorder_.emplace(nowhere_.context());
    }
    ~Page() {
        ImGui::Render();
        nowhere_.answer_requests();
    }
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    Painter paint() { return {ImGui::GetForegroundDrawList(), colours_of(desk::Look::light), type, &drawn}; }
    const Recorder& recorder() const { return *recorder_; }

private:
    Nowhere nowhere_;
    std::optional<Recorder> recorder_;

public:
    Type type;
    std::vector<DrawnWords> drawn;
};

std::vector<ImWchar> codes(const ShapedLine& line) {
    std::vector<ImWchar> codes;
    for (const auto& glyph : line.glyphs) codes.push_back(glyph.code);
    return codes;
}

std::vector<ImWchar> codes(Page& page, std::string_view text) { return codes(page.type.line(text, Weight::regular)); }

float width(Page& page, std::string_view text) { return page.type.line(text, Weight::regular).width; }

std::vector<ImWchar> reversed(std::vector<ImWchar> list) {
    std::ranges::reverse(list);
    return list;
}

bool has_noto() { return file_of("Noto Sans Devanagari", Weight::regular).has_value(); }

constexpr Setting set{Weight::regular, 30, IM_COL32_BLACK};

} // namespace

TEST_CASE("Arabic letters join: within a word each has another form than alone, and the first stands at the right") {
    Page page;
    const auto word = codes(page, "بيت");
    REQUIRE(word.size() >= 3);
    std::set<ImWchar> alone;
    for (const auto* letter : {"ب", "ي", "ت"})
        for (const auto code : codes(page, letter)) alone.insert(code);
    CHECK(std::ranges::count_if(word, [&](ImWchar code) { return alone.contains(code); }) < 3);
    CHECK(page.type.line("بيت", Weight::regular).is_right_to_left);
    // Nothing joins across a zero width non-joiner.
    CHECK(codes(page, "ب\u200Cب") != codes(page, "بب"));
}

TEST_CASE("Hebrew runs from right to left, and numbers and Latin in it from left to right") {
    Page page;
    const auto shalom = codes(page, "שלום"), letters = [&] {
        std::vector<ImWchar> all;
        for (const auto* letter : {"ש", "ל", "ו", "ם"}) all.push_back(codes(page, letter).front());
        return all;
    }();
    CHECK(shalom == reversed(letters));
    // "ש 12": the digits keep their order, and stand left of the word.
    const auto mixed = codes(page, "ש 12");
    REQUIRE(mixed.size() == 4);
    CHECK(mixed[0] == codes(page, "1").front());
    CHECK(mixed[1] == codes(page, "2").front());
    CHECK(mixed[3] == codes(page, "ש").front());
    // A sentence that begins in Latin runs to the right, with the Hebrew turned within it.
    const auto latin_first = codes(page, "a של b");
    CHECK(latin_first.front() == codes(page, "a").front());
    CHECK(latin_first.back() == codes(page, "b").front());
    CHECK(latin_first[2] == codes(page, "ל").front());
}

TEST_CASE("Devanagari makes a conjunct of consonants, and sets the short i before its consonant") {
    if (!has_noto()) SKIP("no face with the rules of Devanagari");
    Page page;
    CHECK(codes(page, "क्ष").size() < 3);
    CHECK(width(page, "क्ष") < width(page, "क") + width(page, "ष"));
    const auto ki = codes(page, "कि");
    REQUIRE(ki.size() == 2);
    CHECK(ki.back() == codes(page, "क").front());
}

TEST_CASE("kerning: AV is narrower than A and V, in Inter and in DejaVu") {
    for (const auto family : {Family::inter, Family::dejavu}) {
        Page page(family);
        CHECK(width(page, "AV") < width(page, "A") + width(page, "V") - .01f);
        CHECK(width(page, "HH") == Catch::Approx(2 * width(page, "H")));
    }
}

TEST_CASE("an emoji of many parts is one picture; without a face in colour, no more than its parts") {
    Page page;
    const bool has_colour = file_of("Noto Color Emoji", Weight::regular).has_value();
    if (!has_colour) SKIP("no face with colour");
    for (const auto* one : {"👩‍👩‍👧‍👦", "👍🏽", "🇨🇭", "❤️", "🦊", "1️⃣"}) {
        INFO(one);
        const auto& line = page.type.line(one, Weight::regular);
        CHECK(line.glyphs.size() == 1);
        CHECK(line.width > .9f);
        CHECK(line.width < 1.6f);
        CHECK_FALSE(line.lacks_letters);
    }
    // A sign that is text stays text: our own marks among them.
    CHECK(codes(page, "✓") != codes(page, "✓\uFE0F"));
}

TEST_CASE("words are shown as they were said: no arrow is made of two signs, and a text is drawn as itself") {
    Page page(Family::inter);
    CHECK(codes(page, "->").size() == 2);
    CHECK(codes(page, "->").front() == codes(page, "-").front());
    auto paint = page.paint();
    const std::string said = "أرد على كل رسالة (12) today";
    paint.words(10, 10, said, set);
    REQUIRE(page.drawn.size() == 1);
    CHECK(page.drawn.front().text == said);
    REQUIRE(page.recorder().lines().size() == 1);
    CHECK(page.recorder().lines().front().words == said);
    CHECK(page.recorder().lines().front().letters.size() > 10);
}

TEST_CASE("Thai, which has no spaces, breaks between words; Chinese between signs, and not before a full stop") {
    Page page;
    auto paint = page.paint();
    const std::string thai = "ฉันตอบทุกข้อความภายในวันเดียวกัน";
    // ฉัน ตอบ ทุก ข้อความ ภายใน วัน เดียว กัน, as a dictionary has them.
    const std::set<std::size_t> words = {0, 9, 18, 27, 48, 63, 72, 87, 96};
    for (float room = 130; room < 400; room += 31) {
        std::size_t at = 0;
        for (const auto& line : paint.wrap(thai, set, room).lines) {
            INFO(room << ": " << line);
            at += line.size();
            CHECK(words.contains(at));
        }
        CHECK(at == thai.size());
    }
    for (const auto& line : paint.wrap("我当天回复每一封邮件。我当天回复每一封邮件。", set, 100).lines)
        CHECK_FALSE(line.starts_with("。"));
}

TEST_CASE("no line ends within what a reader takes for one character") {
    Page page;
    auto paint = page.paint();
    const std::string family = "👩‍👩‍👧‍👦", e = "e\u0301\u0327";
    std::string families, accents;
    for (int i = 0; i < 20; ++i) families += family, accents += e;
    for (float room = 31; room < 200; room += 13) {
        for (const auto& line : paint.wrap(families, set, room).lines) CHECK(line.size() % family.size() == 0);
        for (const auto& line : paint.wrap(accents, set, room).lines) CHECK(line.size() % e.size() == 0);
        const auto cut = paint.fitted(accents, set, room);
        CHECK((cut.size() - 3) % e.size() == 0);
    }
}

TEST_CASE("lines of Arabic and Hebrew begin at the right edge of the room they have") {
    Page page;
    auto paint = page.paint();
    for (const auto* text :
         {"أرد على كل رسالة في نفس اليوم حتى لو لم يكن لدي جواب", "אני עונה לכל פנייה באותו יום, גם אם אין תשובה"}) {
        const auto lines = paint.wrap(text, set, 300);
        REQUIRE(lines.lines.size() > 1);
        page.drawn.clear();
        paint.words(100, 100, lines, set);
        for (const auto& line : page.drawn) {
            CHECK(std::abs(line.rect.right() - 400) <= 1);
            CHECK(line.rect.x >= 99);
        }
    }
}

TEST_CASE("an override in a name turns nothing round that stands beside it") {
    Page page;
    const auto plain = codes(page, "Ana 3 of 4");
    for (const auto* turning : {"\u202E", "\u202B", "\u2067", "\u2066"}) {
        const auto line = page.type.line("Ana" + std::string(turning) + " 3 of 4", Weight::regular);
        std::vector<ImWchar> ink;
        for (const auto code : codes(line))
            if (std::ranges::find(plain, code) != plain.end()) ink.push_back(code);
        // What is left of the sign itself leaves no ink and takes no room.
        CHECK(std::ranges::search(ink, codes(page, "3 of 4")).size() == 6);
        CHECK(line.width == Catch::Approx(width(page, "Ana 3 of 4")));
    }
}

TEST_CASE("hostile text is measured, broken and drawn like any other") {
    Page page;
    auto paint = page.paint();
    std::string everything;
    for (int byte = 1; byte < 256; ++byte) everything += static_cast<char>(byte);
    const std::vector<std::string> texts = {"\u0301",
                                            "\u0301\u0301\u0301",
                                            std::string("a") + std::string(200, '\xCC'),
                                            "\xF0\x9F",
                                            everything,
                                            std::string(4'000, 'W'),
                                            "\u200D\u200D\uFE0F",
                                            "\u202E\u202E\u2067",
                                            "\n\n",
                                            "a\nb\n",
                                            std::string("a\0b", 3),
                                            "🇨",
                                            "\u0E31\u0E31",
                                            "\u094D\u094D",
                                            "👩‍",
                                            "\t\r"};
    for (const auto& text : texts) {
        std::string zalgo = text;
        for (int i = 0; i < 50; ++i) zalgo += "\u0316\u0317";
        for (const auto& one : {text, zalgo}) {
            const auto lines = paint.wrap(one, set, 200);
            paint.words(10, 10, lines, set);
            paint.words(10, 10, one, set);
            CHECK(paint.wrap(one, set, 200, 2).lines.size() <= 2);
            CHECK(std::isfinite(paint.width_of(one, set)));
            CHECK(paint.width_of(paint.fitted(one, set, 120), set) <= 121);
        }
    }
}

TEST_CASE("thousands of texts at many sizes are set, and what is remembered of them stays bounded") {
    Nowhere nowhere({1280, 720});
    Type type(Family::dejavu);
    int most = 0;
    for (int i = 0; i < 400; ++i) {
        ImGui::NewFrame();
        Painter paint(ImGui::GetForegroundDrawList(), colours_of(desk::Look::light), type);
        for (int line = 0; line < 20; ++line) {
            std::string text = "Number " + std::to_string(i * 20 + line) + " said something else";
            paint.words(10, static_cast<float>(line * 30), text, {Weight::regular, 14 + static_cast<float>(i % 40), 0});
        }
        ImGui::Render();
        nowhere.answer_requests();
        type.adopt();
        most = std::max(most, ImGui::GetIO().Fonts->TexData->Width * ImGui::GetIO().Fonts->TexData->Height);
    }
    CHECK(most <= 2048 * 2048);
}
