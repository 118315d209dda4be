#include "themes/similarity.hpp"
#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

#include <stdexcept>

using namespace avow::themes;

namespace {

std::string error_of(std::string_view text) {
    try {
        knowledge_from(text);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "";
}

std::vector<std::string> concepts_in(std::string_view text, const Knowledge& knowledge) {
    const auto words = words_of(text, Stemmer(knowledge.language));
    std::vector<std::string> names;
    for (const auto& mention : mentions_in(words, knowledge)) {
        for (const auto& sense : *mention.senses) names.push_back(knowledge.concept_names[sense.concept_index]);
    }
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a lexicon is read into concepts, hints and weights") {
    const auto knowledge = knowledge_from("# a note\n"
                                          "weight 0.25\n"
                                          "    the, of\n"
                                          "calling back   # a note\n"
                                          "    call back, ring?\n");
    CHECK(knowledge.concept_names == Names{"calling back"});
    CHECK(knowledge.weights.at("the") == 0.25);
    CHECK(knowledge.senses.at("call back") == std::vector<Sense>{{0, 1.0}});
    CHECK(knowledge.senses.at("ring").front().grade < 1);
    CHECK(knowledge.longest_phrase == 2);
}

TEST_CASE("a phrase is found with its endings, around other words, and before its single words") {
    const auto knowledge = knowledge_from("calling back\n  call back\nshouting\n  call\n");
    CHECK(concepts_in("We called them back", knowledge) == Names{"calling back"});
    CHECK(concepts_in("We call the dogs home", knowledge) == Names{"shouting"});
}

TEST_CASE("a lexicon that can't be understood is refused with the line") {
    CHECK(error_of("  words, first\n").find("line 1") != std::string::npos);
    CHECK(error_of("purpose haste\n  fast\n  of: no such concept\n").find("line 3") != std::string::npos);
    CHECK(error_of("weight heavy\n").find("line 1") != std::string::npos);
    CHECK(error_of("weight 1.5\n").find("line 1") != std::string::npos);
    CHECK(error_of("one\n  a, ?\n").find("line 2") != std::string::npos);
}

TEST_CASE("a text adds to the concepts of another, the general one is read first, and a slip is told with its file") {
    const auto knowledge = knowledge_from({{"a trade.txt", "calling back\n    ring back\n"},
                                           {"general.txt", "language english\ncalling back\n    call back\n"}});
    CHECK(knowledge.concept_names == Names{"calling back"});
    CHECK(concepts_in("I called them back", knowledge) == Names{"calling back"});
    CHECK(concepts_in("I rang and ring back", knowledge) == Names{"calling back"});
    try {
        knowledge_from({{"general.txt", "one\n  a\n"}, {"trade.txt", "\n  words, first\n"}});
        FAIL("it was not refused");
    } catch (const std::runtime_error& error) {
        CHECK(std::string(error.what()).starts_with("trade.txt, line 2: "));
    }
}

TEST_CASE("a word points to the concepts it stands under, the less the more of them there are") {
    const auto knowledge =
        knowledge_from("safety\n  harness, the ladder\nmoney\n  invoice, the till\ntime\n  the clock\n");
    REQUIRE(knowledge.company.at("har").size() == 1);
    CHECK(knowledge.company.at("har").front().concept_index == 0);
    CHECK(knowledge.company.at("har").front().grade > knowledge.company.at("the").front().grade);
    CHECK(knowledge.company.at("the").size() == 3);
}

TEST_CASE("a purpose has words of its own and the concepts that serve it, first or second") {
    const auto knowledge =
        knowledge_from("van stock\n  spare parts\npurpose coming prepared\n  in advance\n  of: van stock\n"
                       "purpose saving money\n  cheap\n  also: van stock\n");
    CHECK(knowledge.purpose_names == Names{"coming prepared", "saving money"});
    CHECK(knowledge.concept_names == Names{"van stock", "coming prepared", "saving money"});
    REQUIRE(knowledge.purposes_of[0].size() == 2);
    CHECK(knowledge.purposes_of[0][0].grade > knowledge.purposes_of[0][1].grade);
    CHECK(knowledge.purposes_of[1] == std::vector<Sense>{{0, 1.0}});
}

TEST_CASE("statements without a word in common are near each other when they serve one purpose") {
    const auto& knowledge = work_knowledge();
    Reader reader(knowledge);
    const auto prepared = reader.read("The van is stocked with spare parts the evening before");
    const auto also = reader.read("I read the patient notes before the ward round");
    const auto other = reader.read("Nobody climbs without a harness");
    CHECK(similarity(prepared, also) > similarity(prepared, other));
}

TEST_CASE("an empty lexicon is the knowledge of nothing") {
    CHECK(knowledge_from("") == Knowledge{});
    CHECK(knowledge_from("# only notes\n\n") == Knowledge{});
}

TEST_CASE("the lexicon that ships can be read and is broad") {
    CHECK(work_knowledge().concept_names.size() >= 700);
    CHECK(work_knowledge().senses.size() >= 20'000);
    CHECK(work_knowledge().purpose_names.size() >= 50);
    CHECK(concepts_in("We hand the job over", work_knowledge()) == Names{"handing over"});
}

TEST_CASE("languages: a room is known by its words of grammar, and its endings are taken off", "[themes]") {
    auto knowledge = work_knowledge();
    for (const auto* name : {"german", "french", "spanish", "italian", "dutch", "portuguese"}) {
        std::ifstream file(std::string(AVOW_SOURCE_DIR "/assets/languages/") + name + ".txt");
        const std::string text((std::istreambuf_iterator<char>(file)), {});
        knowledge.languages.push_back(knowledge_from({{name, text}}));
    }
    const auto spoken = [&](const std::vector<std::string_view>& texts) {
        return of_language_in(texts, knowledge).language;
    };
    CHECK(spoken({"Ich rufe jeden Kunden noch am selben Tag zurück", "Die Werkstatt wird abends gefegt"}) == "german");
    CHECK(spoken({"Je rappelle chaque client le jour même", "Je range l'atelier avant de partir"}) == "french");
    CHECK(spoken({"Llamo a cada cliente el mismo día", "Barro el taller antes de irme"}) == "spanish");
    CHECK(spoken({"Richiamo ogni cliente lo stesso giorno", "La sera pulisco il banco prima di andare"}) == "italian");
    CHECK(spoken({"Ik bel elke klant dezelfde dag terug", "De werkplaats wordt elke avond geveegd"}) == "dutch");
    CHECK(spoken({"Ligo a cada cliente no mesmo dia", "Varro a oficina antes de sair de casa"}) == "portuguese");
    CHECK(spoken({"I ring every customer back the same day", "die casting stays on my list"}) == "english");
    CHECK(spoken({"Forklift brakes Mondays", "Müller GmbH"}) == "english");
    CHECK(spoken({}) == "english");

    const std::vector<Statement> said = {{"a", "Ich rufe Kunden noch am selben Tag zurück", std::nullopt},
                                         {"b", "Jeder Kunde wird von mir am selben Tag zurückgerufen", std::nullopt},
                                         {"c", "Die Werkstatt fege ich jeden Abend", std::nullopt},
                                         {"d", "Am Abend ist die Werkstatt gefegt", std::nullopt}};
    auto keys = keys_by_id(said, propose(said, knowledge));
    CHECK_FALSE(keys["a"].empty());
    CHECK(keys["a"] == keys["b"]);
    CHECK_FALSE(keys["c"].empty());
    CHECK(keys["c"] == keys["d"]);
    CHECK(keys["a"] != keys["c"]);
}
