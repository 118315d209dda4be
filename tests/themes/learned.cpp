// What examples teach: the text people write them in, the file that is made of it, and what it does for a room.
#include "themes/learned.hpp"

#include "themes/similarity.hpp"
#include "workshop.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>

#include <algorithm>
#include <numeric>

namespace avow::themes {

using Catch::Matchers::Message;

namespace {

// Two purposes; "before" and the pair "look up" speak for the first, "till" for the second.
std::string made_file() {
    return std::string("avow purposes 1\n2\ncoming prepared\nmoney\navow word vectors 1\n3 2 examples\nblook "
                       "up\nwbefor\nwtill\n") +
           std::string("\x30\x00\x30\x00\x00\x30", 6);
}

} // namespace

TEST_CASE("examples: sentences stand under their purpose, notes aside", "[themes]") {
    const auto examples =
        examples_from("# a trade\npurpose coming prepared\n    I read the file # first\n\n\tVan packed\r\n"
                      "purpose being on time\n    there at eight\n",
                      "taxi.txt");
    CHECK(examples == std::vector<Example>{{"coming prepared", "I read the file"},
                                           {"coming prepared", "Van packed"},
                                           {"being on time", "there at eight"}});
}

TEST_CASE("examples: a sentence without a purpose is told by its line", "[themes]") {
    const auto told = Message("taxi.txt, line 2: a sentence stands under a line “purpose ...”, and is indented.");
    CHECK_THROWS_MATCHES(examples_from("\n    I read the file\n", "taxi.txt"), std::runtime_error, told);
    CHECK_THROWS_MATCHES(examples_from("purpose p\nI read the file\n", "taxi.txt"), std::runtime_error, told);
}

TEST_CASE("learned: what was said makes one purpose likelier, and nothing said none", "[themes]") {
    const auto learned = learned_from(made_file(), "purposes.bin");
    CHECK(learned.purposes == std::vector<std::string>{"coming prepared", "money"});
    const Stemmer stemmer("english");
    const auto likely = [&](std::string_view text) {
        const auto words = words_of(text, stemmer);
        return likelihoods(learned, evidence_of(words, std::vector<double>(words.size(), 1)));
    };
    CHECK(likely("look up their orders before")[0] > 0.8);
    CHECK(likely("count the till")[1] > 0.8);
    CHECK(likely("nothing known")[0] == Catch::Approx(0.5));
    const auto many = likely("look up the till before you go");
    CHECK(std::accumulate(many.begin(), many.end(), 0.0) == Catch::Approx(1));
}

TEST_CASE("learned: a torn file says so", "[themes]") {
    CHECK_THROWS_MATCHES(learned_from("PK", "purposes.bin"), std::runtime_error,
                         Message("purposes.bin: this is no file of purposes. Build it anew."));
    CHECK_THROWS_MATCHES(learned_from("avow purposes 1\n-3\n", "purposes.bin"), std::runtime_error,
                         Message("purposes.bin: the number of purposes is expected on line 2. Build it anew."));
    const auto whole = made_file();
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_THROWS_AS(learned_from(whole.substr(0, size), "purposes.bin"), std::runtime_error);
}

TEST_CASE("learned: two statements without a common word are alike where they serve one purpose", "[themes]") {
    Knowledge knowledge;
    knowledge.learned = learned_from(made_file(), "purposes.bin");
    Reader reader(knowledge);
    const auto read = [&](std::string_view text) {
        auto reading = reader.read_apart(text);
        reader.weigh(reading, few_words_shared);
        return reading;
    };
    const auto prepared = read("Orders come to me before");
    CHECK(similarity(prepared, read("look up each name")) > similarity(prepared, read("till counted")) + 0.1);
}

TEST_CASE("learned: a reason names the purpose bare and what people said in quotation marks", "[themes]") {
    Knowledge knowledge;
    knowledge.learned = learned_from(made_file(), "purposes.bin");
    const auto proposal = propose({{"a", "orders looked up before eight", "kept"},
                                   {"b", "orders known before", "kept"},
                                   {"c", "till counted", "other"}},
                                  knowledge);
    const auto& shared = proposal.reasons[0].shared;
    CHECK(std::ranges::count(shared, "coming prepared") == 1);
    CHECK(std::ranges::count(shared, "“orders”") == 1);
}

} // namespace avow::themes
