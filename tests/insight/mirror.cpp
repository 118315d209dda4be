// The phrasing mirror: its grammar on small texts, and the figures of assets/mirror on sentences of both kinds.
#include "insight/mirror.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

using namespace avow;
using namespace avow::insight;
using Catch::Matchers::Message;

namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("no file " + path.string());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

const fs::path assets = fs::path(AVOW_SOURCE_DIR) / "assets/mirror";
const fs::path unseen = fs::path(AVOW_SOURCE_DIR) / "tests/insight/mirror";

const Mirror& real_mirror() {
    static const auto text = [](const char* name) { return read(assets / name); };
    static const Mirror mirror(text("signs.txt"), "signs.txt", {text("one-sided.txt"), text("mutual.txt")});
    return mirror;
}

std::vector<std::string> lines_of(const fs::path& file) {
    std::istringstream in(read(file));
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && !line.starts_with('#')) lines.push_back(line);
    return lines;
}

struct Figure {
    std::size_t marked = 0;
    std::size_t of = 0;
    std::string wrong; // a line each: the sentences that should have been, or should not
};

Figure figure_of(const fs::path& file, bool should_be_marked) {
    Figure figure;
    for (const auto& line : lines_of(file)) {
        const bool is_marked = !real_mirror().look(line).empty();
        figure.marked += is_marked ? 1 : 0;
        ++figure.of;
        if (is_marked != should_be_marked) figure.wrong += "\n  " + line;
    }
    return figure;
}

// The words under each mark.
std::vector<std::string> words_marked(const Mirror& mirror, std::string_view text) {
    std::vector<std::string> words;
    for (const auto& mark : mirror.look(text)) words.emplace_back(text.substr(mark.begin, mark.end - mark.begin));
    return words;
}

using Words = std::vector<std::string>;

constexpr std::string_view small = R"(
list upper # a note
    board, head office

mark speaks of the leader's own need
    asks: What would this bring them?
    my number, I need?, grumbl*, <start> sell <end>, you don't

mark speaks of a need further up
    asks: What is in it for them?
    <upper> wants, by friday?, sure thing!

fair asks
    I need your help, what ... you <question>, so that you, (very|really) kindly meant
)";

Mirror with(const std::string& line) { return Mirror("mark speaks of nobody\n    asks: Why?\n    " + line + "\n"); }

} // namespace

TEST_CASE("a mark says which words, whose need and what to ask") {
    CHECK(Mirror(small).look("This is my number.") ==
          std::vector{Mark{8, 17, "speaks of the leader's own need", "What would this bring them?"}});
}

TEST_CASE("a mark's place is in bytes of the text, whatever stands before it") {
    const Mirror mirror(small);
    CHECK(words_marked(mirror, "Zürich – “naïve” 😀 MY  Number!") == Words{"MY  Number"});
    CHECK(words_marked(mirror, "You don’t, you don't, you DO NOT") == Words{"You don’t", "you don't", "you DO NOT"});
    CHECK(words_marked(mirror, "my nu\u0301mber") == Words{"my nu\u0301mber"});
    CHECK(words_marked(mirror, "my \xFF number, my number\xC3") == Words{"my \xFF number", "my number"});
}

TEST_CASE("a list stands for its phrases, and a beginning for its words") {
    CHECK(words_marked(Mirror(small), "Head office wants it.") == Words{"Head office wants"});
    CHECK(words_marked(Mirror(small), "No grumbling, please.") == Words{"grumbling"});
    CHECK(Mirror(small).look("The office wants it.").empty());
}

TEST_CASE("a start and an end hold a sign to the sentence") {
    CHECK(words_marked(Mirror(small), "Well. Sell! Well.") == Words{"Sell"});
    CHECK(Mirror(small).look("Sell it.").empty());
    CHECK(Mirror(small).look("We sell.").empty());
}

TEST_CASE("one hint is silent, hints of two needs are a mark") {
    CHECK(Mirror(small).look("I need it.").empty());
    CHECK(Mirror(small).look("I need it and I need it.").empty());
    CHECK(words_marked(Mirror(small), "I need it by Friday.") == Words{"I need", "by Friday"});
}

TEST_CASE("what is fair in the sentence or beside it outweighs") {
    const Mirror mirror(small);
    CHECK(mirror.look("It's my number, so that you know.").empty());
    CHECK(mirror.look("It's my number. What would you need?").empty());
    CHECK_FALSE(mirror.look("It's my number. Well. What would you need?").empty());
    CHECK(mirror.look("I need your help by Friday.").empty());
    CHECK_FALSE(mirror.look("My number, a sure thing, so that you know.").empty());
    CHECK_FALSE(mirror.look("It's my number, never so that you know.").empty());
}

TEST_CASE("a slip in the signs is told with its line") {
    const auto refusal = [](std::string_view text, const std::string& said) {
        CHECK_THROWS_MATCHES(Mirror(text), std::runtime_error, Message(said));
    };
    refusal("", "signs.txt, line 0: there is no sign: a section, and words below it, give one.");
    refusal("\xFF", "signs.txt is no text in UTF-8.");
    refusal("    my number", "signs.txt, line 1: words stand here before any section or list.");
    refusal("# note\nmy number",
            "signs.txt, line 2: “my number” begins with none of mark, order, fair and list; lines of words "
            "are indented.");
    refusal("mark", "signs.txt, line 1: “mark” needs words behind it.");
    refusal("mark a\n    one\nfair b", "signs.txt, line 3: “a” above proposes no question: a line “asks: …” gives it.");
    refusal("mark a\n    asks: b\n    asks: c", "signs.txt, line 3: a section asks one question.");
    refusal("fair a\n    asks: b", "signs.txt, line 2: what is fair asks nothing.");
    refusal("list a b", "signs.txt, line 1: a list's name is one word.");
    refusal("list a\n    b\nlist a", "signs.txt, line 3: the list “a” is there already.");
    refusal("list a\nfair b", "signs.txt, line 2: the list above is empty.");
    refusal("list a\n    b|c", "signs.txt, line 2: “b|c” can't stand in a list, which holds words alone.");
    refusal("fair a\n    <b> c", "signs.txt, line 2: there is no list “b” above.");
    refusal("fair a\n    b ... ... c ... d", "signs.txt, line 2: “b ... ... c ... d” has more than 2 gaps.");
    refusal("fair a\n    ... b", "signs.txt, line 2: “... b” begins or ends with a gap.");
    refusal("fair a\n    (b)", "signs.txt, line 2: “(b)” holds no word that must be there.");
    refusal("fair a\n    b|", "signs.txt, line 2: a word is missing beside |.");
    refusal("fair a\n    a b c d e f g h i j k l m",
            "signs.txt, line 2: “a b c d e f g h i j k l m” is longer than 12 words.");
}

TEST_CASE("a text without a word, or of no known signs, is never marked") {
    for (const auto* text : {"", " ", "?!", "\xFF\xFE", "…", "12,5 %"}) CHECK(real_mirror().look(text).empty());
    CHECK(Mirror().look("Sell more, or else.").empty());
}

TEST_CASE("other languages are passed over in silence") {
    for (const auto* text :
         {"Ich brauche eure Zahlen bis Freitag, sonst gibt es Ärger.", "Wir müssen mehr verkaufen, die Chefs warten.",
          "Il faut que vous vendiez plus, sinon on cherchera quelqu'un d'autre.", "J'ai besoin de mon chiffre.",
          "Tenéis que vender más, o buscaré a otros.", "Dovete vendere di più entro venerdì.",
          "Jullie moeten meer verkopen, anders zoek ik een ander.", "Vocês têm de vender mais até sexta-feira.",
          "Musicie sprzedawać więcej.", "Вы должны продавать больше.", "يجب أن تبيعوا أكثر.", "もっと売ってください。",
          "你们必须卖得更多。"}) {
        INFO(text);
        CHECK(real_mirror().look(text).empty());
    }
}

TEST_CASE("a plain goal is passed over in silence") {
    for (const auto* text :
         {"Nine of ten guests of the night train would take it again",
          "Complaints down from forty a month to ten by June", "Sales of 1.2 million by December",
          "Customers hear from us within a day", "from six of ten", "nine of ten",
          "First-contact resolution from 62% to 75% by the end of June", "Half of our complaints are about late trains",
          "Every pupil reads aloud a page by the end of year two", "A quiet night shift"}) {
        INFO(text);
        CHECK(real_mirror().look(text).empty());
    }
}

TEST_CASE("the mirror says whose need it is") {
    const auto whose = [](std::string_view text) {
        const auto marks = real_mirror().look(text);
        return marks.empty() ? std::string() : marks.front().whose;
    };
    CHECK(whose("My bonus depends on it.") == "speaks of the leader's own need");
    CHECK(whose("The board expects twelve percent.") == "speaks of a need further up");
    CHECK(whose("Or else.") == "presses, and speaks of nobody's need");
    CHECK(whose("You people never listen.") == "blames those who do it");
    CHECK(whose("Work harder.") == "gives an order without a reason");
}

TEST_CASE("what the mirror was made on it tells apart") {
    const auto one_sided = figure_of(assets / "one-sided.txt", true);
    const auto mutual = figure_of(assets / "mutual.txt", false);
    INFO("found " << one_sided.marked << " of " << one_sided.of << ", not:" << one_sided.wrong);
    INFO("marked " << mutual.marked << " of " << mutual.of << " fair ones:" << mutual.wrong);
    CHECK(one_sided.marked * 100 >= one_sided.of * 95);
    CHECK(mutual.marked * 100 <= mutual.of * 6);
}

// Written by somebody who had not seen signs or lessons; neither may be changed for one of these sentences.
TEST_CASE("of unseen sentences the mirror finds nine in ten one-sided ones, and marks one in ten fair ones at most") {
    const auto one_sided = figure_of(unseen / "unseen_one_sided.txt", true);
    const auto mutual = figure_of(unseen / "unseen_mutual.txt", false);
    INFO("found " << one_sided.marked << " of " << one_sided.of); // which ones is not told, so that they stay unseen
    INFO("marked " << mutual.marked << " of " << mutual.of << " fair ones");
    CHECK(one_sided.of == 60);
    CHECK(mutual.of == 60);
    CHECK(one_sided.marked >= 54);
    CHECK(mutual.marked <= 6);
}

TEST_CASE("what no sign knows is marked where it sounds like lessons, at the words that speak most for it") {
    std::string one_sided, mutual;
    for (int i = 0; i < 8; ++i) {
        one_sided += "The ward is mine\nThat bay is mine # a note\n";
        mutual += "The bay is ours\nThat ward is ours\nAll of you decide what we change here together\n";
    }
    const Mirror mirror(small, "signs.txt", {one_sided, mutual});
    REQUIRE(words_marked(mirror, "That ward is mine.").size() == 1);
    CHECK(words_marked(mirror, "That ward is mine.").front().find("mine") != std::string::npos);
    CHECK(mirror.look("That ward is mine.").front().question ==
          "Whose need is it, and what would it bring those who do it?");
    CHECK(mirror.look("That ward is ours.").empty());
    CHECK(Mirror(small).look("That ward is mine.").empty());
    CHECK(words_marked(mirror, "The bay is mine, my number") == Words{"my number"}); // signs say whose need it is
    CHECK(mirror.look("Mine is a house by the sea in another land").empty());        // most of it was in no lesson
    CHECK(mirror.look("That ward is mine. All of you decide what we change here together.").empty()); // put right
}

TEST_CASE("what is expected is an order by its nature, and is marked for blame, threats and a need of one side alone") {
    const auto marks = [](std::string_view text) { return real_mirror().look(text, MirrorText::expectation).size(); };
    for (const auto* text : {"Greet every guest by name", "Set the table before the guests arrive",
                             "Answer every message on its day", "Clean the desk at noon"}) {
        INFO(text);
        CHECK(marks(text) == 0);
    }
    CHECK(marks("Clean up your desk or else") > 0);
    CHECK(marks("My bonus depends on it") > 0);
}

TEST_CASE("lessons of any bytes are read, and none are needed") {
    const Mirror mirror(small, "signs.txt", {"\xFF\xFE # x\n\n#\n", ""});
    CHECK(mirror.look("The ward is mine").empty());
    CHECK(words_marked(mirror, "my number") == Words{"my number"});
}

TEST_CASE("a sign's words may stand apart by five others") {
    CHECK_FALSE(with("one ... two").look("one a b c d e two").empty());
    CHECK(with("one ... two").look("one a b c d e f two").empty());
    CHECK(with("one ... two").look("one. two").empty());
}
