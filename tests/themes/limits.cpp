#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow::themes;

namespace {

// Sentences drawn from a small stock, the same each time.
std::vector<Statement> many(std::size_t count, std::size_t length) {
    const auto stock = workshop();
    std::mt19937 dice(7);
    std::vector<Statement> said;
    for (std::size_t at = 0; at < count; ++at) {
        std::string text;
        do {
            text += stock[dice() % stock.size()].text + " " + std::to_string(dice() % 90) + ". ";
        } while (text.size() < length);
        said.push_back({"s" + std::to_string(at), text, std::nullopt});
    }
    return said;
}

} // namespace

TEST_CASE("five thousand statements are grouped") {
    const auto said = many(5000, 0);
    const auto proposal = propose(said, work_knowledge());
    CHECK(is_whole(proposal, said.size()));
    CHECK(has_good_labels(proposal));
}

TEST_CASE("statements of four thousand characters are grouped") {
    const auto said = many(60, 4000);
    const auto proposal = propose(said, work_knowledge());
    CHECK(is_whole(proposal, said.size()));
    CHECK(has_good_labels(proposal));
}

TEST_CASE("scripts the lexicon does not know are grouped by what their letters share") {
    const std::vector<Statement> said = {
        {"a",
         "\u042f \u043f\u0435\u0440\u0435\u0437\u0432\u043e\u043d\u044e \u043a\u043b\u0438\u0435\u043d\u0442\u0443",
         {}},
        {"b",
         "\u041a\u043b\u0438\u0435\u043d\u0442\u0443 \u044f \u043f\u0435\u0440\u0435\u0437\u0432\u043e\u043d\u044e "
         "\u0441\u0440\u0430\u0437\u0443",
         {}},
        {"c", "\u6211\u4f1a\u56de\u7535\u8bdd\u7ed9\u5ba2\u6237", {}},
        {"d", "\u7ed9\u5ba2\u6237\u56de\u7535\u8bdd", {}},
        {"e", "\U0001F680\U0001F680", {}},
    };
    const auto proposal = propose(said, work_knowledge());
    REQUIRE(is_whole(proposal, said.size()));
    CHECK(has_good_labels(proposal));
    const auto keys = keys_by_id(said, proposal);
    CHECK(keys.at("a") == keys.at("b"));
    CHECK(keys.at("c") == keys.at("d"));
    CHECK(keys.at("a") != keys.at("c"));
}

TEST_CASE("ids and texts given twice are kept apart") {
    const std::vector<Statement> said = {
        {"a", "I ring back", {}}, {"a", "I ring back", {}}, {"a", "Tune the piano", {}}};
    const auto proposal = propose(said, work_knowledge());
    CHECK(is_whole(proposal, said.size()));
}

TEST_CASE("a theme's key that a new theme would take is not given twice") {
    auto said = workshop();
    said[13].theme = "theme-s00";
    const auto proposal = propose(said, work_knowledge());
    std::set<std::string> keys;
    for (const auto& theme : proposal.themes) CHECK(keys.insert(theme.key).second);
}
