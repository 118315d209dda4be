// Word vectors: both formats, what is off in them told by line, and that a proposal is the better for them.
#include "themes/vectors.hpp"

#include "themes/similarity.hpp"
#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace avow::themes {

using Catch::Matchers::Message;

TEST_CASE("vectors: the common text format, with its counts or without", "[themes]") {
    for (const std::string counts : {"", "3 2\n"}) {
        const auto vectors = vectors_from(counts + "Ladders 3 4\nrope 1 0\nladder 9 9\n", "mine.txt", "english");
        CHECK(vectors.dimensions == 2);
        CHECK(vectors.stems == std::vector<std::string>{"ladder", "rope"});
        // The first word of a stem stands for it; .6 and .8 of a length of 254, cut at a byte.
        const auto ladder = vectors.of("ladder");
        REQUIRE(ladder.size() == 2);
        CHECK(int{ladder[0]} == 127);
        CHECK(int{ladder[1]} == 127);
        CHECK(int{vectors.of("rope")[1]} == 0);
        CHECK(vectors.of("bucket").empty());
    }
}

TEST_CASE("vectors: our own format comes back as it was written", "[themes]") {
    const std::string bytes = std::string("avow word vectors 1\n2 3 WordNet 3.0\nladder\nrope\n") + "\x01\xff\x7f" +
                              std::string("\x00\x81\x02", 3);
    const auto vectors = vectors_from(bytes, "word-vectors.bin", "english");
    CHECK(vectors.source == "WordNet 3.0");
    REQUIRE(vectors.of("rope").size() == 3);
    CHECK(int{vectors.of("rope")[1]} == -127);
    CHECK(int{vectors.of("ladder")[1]} == -1);
}

TEST_CASE("vectors: what is off is told with its line", "[themes]") {
    const auto of = [](const std::string& text) { return vectors_from(text, "mine.txt", "english"); };
    CHECK_THROWS_MATCHES(of("rope 1 2\nladder 1 x\n"), std::runtime_error,
                         Message("mine.txt, line 2: “x” is not a number."));
    CHECK_THROWS_MATCHES(of("rope 1 2\nladder 1\n"), std::runtime_error,
                         Message("mine.txt, line 2: there are 1 numbers, and 2 in the lines before."));
    CHECK_THROWS_MATCHES(of("rope\n"), std::runtime_error,
                         Message("mine.txt, line 1: a word and up to 1000 numbers are expected."));
    CHECK_THROWS_MATCHES(of("rope 1 nan\n"), std::runtime_error, Message("mine.txt, line 1: “nan” is not a number."));
    CHECK_THROWS_MATCHES(of("avow word vectors 1\n2 3 WordNet 3.0\nrope\nladder\n123456"), std::runtime_error,
                         Message("mine.txt, line 4: the words are out of order. Build the file anew."));
    CHECK_THROWS_MATCHES(of("avow word vectors 1\n1 3 WordNet 3.0\nrope\n12"), std::runtime_error,
                         Message("mine.txt, line 3: numbers are missing. Build the file anew."));
    CHECK_THROWS_MATCHES(of("avow word vectors 1\n99999999999 3\n"), std::runtime_error,
                         Message("mine.txt, line 2: two counts are expected, of words and of dimensions. Build the "
                                 "file anew."));
}

TEST_CASE("vectors: words that no lexicon joins are alike by them, where people share many words", "[themes]") {
    Knowledge knowing;
    knowing.vectors =
        vectors_from("canoe 1 0 0\nkayak 1 0.1 0\nrent 0 1 0\nhire 0.1 1 0\nfence 0 0 1\n", "mine.txt", "english");
    Reader reader(knowing);
    const auto read = [&](std::string_view text) {
        auto reading = reader.read_apart(text);
        reader.weigh(reading, many_words_shared);
        return reading;
    };
    CHECK(similarity(read("kayak hire"), read("rent the canoe")) > 0.2);
    CHECK(similarity(read("kayak hire"), read("the fence")) < 0.05);
    CHECK(similarity(reader.read("kayak hire"), reader.read("rent the canoe")) < 0.05);
}

} // namespace avow::themes
