#include "session/text.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace avow;
using namespace std::string_literals;

TEST_CASE("a clean line is what was typed, on one line and trimmed") {
    CHECK(clean_line("I call them back") == "I call them back");
    CHECK(clean_line("  I call  them back \t") == "I call  them back");
    CHECK(clean_line("I call\nthem\r\nback") == "I call them back");
    CHECK(clean_line("I call \t\n  them") == "I call them");
    CHECK(clean_line("\n\n").empty());
    CHECK(clean_line("").empty());
    CHECK(clean_line("=HYPERLINK(\"x\") <b>*bold*</b>") == "=HYPERLINK(\"x\") <b>*bold*</b>");
    CHECK(clean_line("\u00A0Ana\u2003") == "Ana");
    CHECK(clean_line("one\u2028two\u0085three") == "one two three");
    CHECK(clean_line("10\u00A0%") == "10\u00A0%");
}

TEST_CASE("a clean line shows what can't be kept as a replacement character") {
    CHECK(clean_line("a\xFFz") == "a\uFFFDz");
    CHECK(clean_line("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD"); // a lone surrogate
    CHECK(clean_line("\xC0\xAF") == "\uFFFD\uFFFD");           // an overlong slash
    CHECK(clean_line("caf\xC3") == "caf\uFFFD");
    CHECK(clean_line("a\0b"s) == "a\uFFFDb");
    CHECK(clean_line("\x1B[31mAna") == "\uFFFD[31mAna");
    CHECK(clean_line("\u009B31m") == "\uFFFD31m");
}

TEST_CASE("a clean line is in NFC, keeps joiners, and loses what would turn the words around it") {
    CHECK(clean_line("Jose\u0301") == "José");
    CHECK(clean_line("\uFEFFAna") == "Ana");
    CHECK(clean_line("\u202EnaA\u202C") == "naA");
    CHECK(clean_line("👩\u200D🔧") == "👩\u200D🔧");
    CHECK(clean_line("می\u200Cروم") == "می\u200Cروم");
}

TEST_CASE("cleaning a clean line changes nothing") {
    const std::string bytes =
        "aZ \t\n\r\x01\x1B\xC3\xA9\xCC\x81\xE2\x80\xA8\xFF\xED\xA0\x80\xEF\xBB\xBF\xF0\x9F\x91\xA9";
    std::uint64_t state = 7;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (int length = 0; length < 12; ++length) {
            state = state * 6'364'136'223'846'793'005u + 1'442'695'040'888'963'407u;
            text += bytes[(state >> 33) % bytes.size()];
        }
        const std::string once = clean_line(text);
        REQUIRE(is_utf8(once));
        REQUIRE_FALSE(has_controls(once));
        REQUIRE(clean_line(once) == once);
    }
}

TEST_CASE("UTF-8 is strict") {
    CHECK(is_utf8(""));
    CHECK(is_utf8("Zoë 👩"));
    CHECK(is_utf8("\xF4\x8F\xBF\xBF"));
    CHECK_FALSE(is_utf8("\xF4\x90\x80\x80"));
    CHECK_FALSE(is_utf8("\xC0\x80"));
    CHECK_FALSE(is_utf8("\xE0\x80\x80"));
    CHECK_FALSE(is_utf8("\xF0\x80\x80\x80"));
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));
    CHECK_FALSE(is_utf8("\x80"));
    CHECK_FALSE(is_utf8("\xC3"));
}

TEST_CASE("characters are counted as code points, bad bytes as one each") {
    CHECK(count_characters("") == 0);
    CHECK(count_characters("Ana") == 3);
    CHECK(count_characters("Zoë") == 3);
    CHECK(count_characters("👩\u200D🔧") == 3);
    CHECK(count_characters("a\xFF\xFEz") == 4);
}

TEST_CASE("the first characters never part a letter from its marks, unless that is all there is") {
    CHECK(first_characters("Ana Nowak", 3) == "Ana");
    CHECK(first_characters("Ana", 3) == "Ana");
    CHECK(first_characters("Ana", 9) == "Ana");
    CHECK(first_characters("Ana", 0).empty());
    CHECK(first_characters("Zoë", 2) == "Zo");
    CHECK(first_characters("ae\u0308b", 2) == "a");
    CHECK(first_characters("ae\u0308b", 3) == "ae\u0308");
    CHECK(first_characters("x👩\u200D🔧", 3) == "x");
    CHECK(first_characters("👩\u200D🔧", 2) == "👩\u200D");
    CHECK(first_characters("a\xFF\xFE", 2) == "a\xFF");
}

TEST_CASE("folded text is the same for case, accents, strokes and compatibility forms") {
    CHECK(folded("ANA") == "ana");
    CHECK(folded("José") == "jose");
    CHECK(folded("Jose\u0301") == "jose");
    CHECK(folded("Straße") == "strasse");
    CHECK(folded("Łukasz Sørensen Đorđe Ægir") == "lukasz sorensen dorde aegir");
    CHECK(folded("İpek ışık") == "ipek isik");
    CHECK(folded("Ａｎａ ﬁnds") == "ana finds");
    CHECK(folded("Ἀθηνᾶ") == "αθηνα");
    CHECK(folded("co\u00ADoperate") == "cooperate");
    CHECK(folded("a\xFF") == "a\uFFFD");
    CHECK(folded("").empty());
}

TEST_CASE("folding keeps the vowel signs that are letters to their readers") {
    CHECK(folded("काम") != folded("कम"));
    CHECK(folded("กิน") != folded("กน"));
    CHECK(folded("가나") == "가나");
    CHECK(folded("が") != folded("か"));
}

TEST_CASE("beginnings are compared folded") {
    CHECK(begins_with_folded("Ångström", "ang"));
    CHECK(begins_with_folded("Ana", ""));
    CHECK_FALSE(begins_with_folded("Ana", "anab"));
}

TEST_CASE("two titles are the same but for case when only capitals differ") {
    CHECK(same_but_for_case("Quick Answers", "quick answers"));
    CHECK(same_but_for_case("BÜRO", "büro"));
    CHECK_FALSE(same_but_for_case("Büro", "Buro"));
    CHECK_FALSE(same_but_for_case("a", "ab"));
}

TEST_CASE("names stand with commas, or the first few of them") {
    CHECK(with_commas({"Ana", "Bo", "Chloé"}) == "Ana, Bo, Chloé");
    CHECK(with_commas({"Ana", "Bo", "Chloé"}, 2) == "Ana, Bo");
    CHECK(with_commas({}).empty());
}

TEST_CASE("a seat shows the first name and two initials") {
    CHECK(first_name("Ana Nowak") == "Ana");
    CHECK(first_name("Ana") == "Ana");
    CHECK(first_name("Dr. Ana Nowak") == "Ana");
    CHECK(first_name("Dr") == "Dr");
    CHECK(first_name("").empty());
    CHECK(initials("Ana Nowak") == "AN");
    CHECK(initials("Ana María López") == "AL");
    CHECK(initials("ana nowak") == "AN");
    CHECK(initials("Ana") == "A");
    CHECK(initials("Ana Nowak (Ops)") == "AN");
    CHECK(initials("Prof. Zoë Ünal") == "ZÜ");
    CHECK(initials("Speaker 2") == "S2");
    CHECK(initials("نور علي") == "نع");
    CHECK(initials("🦊") == "🦊");
    CHECK(initials("").empty());
}
