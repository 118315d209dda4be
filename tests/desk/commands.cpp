// The command table: what must hold of every row, and of every state a desk can come into.
#include "desk/commands.hpp"

#include "desk/given.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace avow;
using namespace avow::desk;

namespace {

// A key as a keyboard has it: modifiers in one order, then a letter, a digit or a name.
bool is_key(std::string_view written) {
    if (written == "?" || written == "+" || written == ".") return true;
    for (const std::string_view modifier : {"Ctrl+", "Shift+", "Alt+"})
        if (written.starts_with(modifier)) written.remove_prefix(modifier.size());
    static const std::set<std::string_view> named = {
        "PageDown",  "PageUp", "Return", "Escape",         "Tab",   "Up",   "Down", "Left", "Right", "Equal",
        "Backspace", "Minus",  "Delete", "KeypadSubtract", "Space", "Home", "End"};
    if (named.contains(written)) return true;
    if (written.size() == 1)
        return (written[0] >= 'A' && written[0] <= 'Z') || (written[0] >= '0' && written[0] <= '9');
    if (!written.starts_with("F") || written.size() > 3) return false;
    const int number = std::stoi(std::string(written.substr(1)));
    return number >= 1 && number <= 12;
}

// Keys that more than one row answers to now; the first in the table would win, and the other could not be reached.
std::string contested_keys(const Desk& desk) {
    std::map<std::string_view, std::string_view> owner;
    std::string contested;
    for (const auto& row : commands()) {
        if (!row.is_offered(desk)) continue;
        for (const auto key : row.keys)
            if (const auto [known, is_new] = owner.emplace(key, row.id); !is_new)
                contested += std::string(key) + ": " + std::string(known->second) + ", " + std::string(row.id) + "; ";
    }
    return contested;
}

std::string state_of(const Desk& desk) {
    if (!desk.is_open()) return "library";
    return std::string(title_of(desk.session().stage)) + ", showing " + std::to_string(static_cast<int>(desk.showing)) +
           ", panel " + std::to_string(static_cast<int>(desk.panel)) + ", asked " +
           std::to_string(static_cast<int>(desk.entry.purpose)) + (desk.proposed() ? ", proposed" : "") +
           (desk.place.is_open ? ", opened" : "") + (desk.is_blanked ? ", blanked" : "");
}

// A person who does anything at all that is offered, and types anything.
class Anybody {
public:
    Anybody(Given& given, unsigned seed) : given_(given), chance_(seed) {}

    void do_something() {
        auto& desk = given_.desk;
        given_.world.pass_ms(1'000);
        attend_rehearsal(desk);
        if (below(4) == 0) return enter_something();
        std::vector<const Command*> offered;
        for (const auto& row : commands())
            if (row.is_offered(desk) && !row.why_not(desk) && row.id != "app.quit" && row.id != "session.close" &&
                row.id != "rehearsal.leave")
                offered.push_back(&row);
        const auto* row = offered[below(offered.size())];
        last = row->id;
        row->run(desk, row->keys.empty() ? 0 : below(row->keys.size()));
        desk.pages = below(3) == 0 ? 2 : 1; // as a page may be drawn
    }

    std::string last;

private:
    std::size_t below(std::size_t count) { return chance_() % count; }

    void enter_something() {
        auto& desk = given_.desk;
        static const std::vector<std::string> words = {"I call back the same day",
                                                       "friday",
                                                       "no such day",
                                                       "",
                                                       "Ana: the list",
                                                       "bo ",
                                                       "Quiet mornings",
                                                       "I update one article a month",
                                                       "the call list",
                                                       std::string(4'001, 'x')};
        last = "typing";
        if (!desk.is_open() || desk.entry.purpose == Purpose::nothing) return;
        typed(desk, words[below(words.size())]);
        if (below(3) > 0) finish_entry(desk);
    }

    Given& given_;
    std::minstd_rand chance_;
};

} // namespace

TEST_CASE("every command has an id of its own, words, a menu, and what it does") {
    std::set<std::string_view> ids, words;
    for (const auto& row : commands()) {
        INFO(row.id);
        CHECK(ids.insert(row.id).second);
        CHECK(words.insert(row.words).second);
        CHECK_FALSE(row.words.empty());
        CHECK_FALSE(row.menu.empty());
        CHECK(row.is_offered);
        CHECK(row.why_not);
        CHECK(row.run);
        CHECK(command(row.id) == &row);
    }
    CHECK(command("no.such") == nullptr);
}

TEST_CASE("every key of the table is one that a keyboard has, and no row names one twice") {
    for (const auto& row : commands()) {
        std::set<std::string_view> keys;
        for (const auto key : row.keys) {
            INFO(row.id << ": " << key);
            CHECK(is_key(key));
            CHECK(keys.insert(key).second);
        }
    }
}

TEST_CASE("the keys that never change do what the contract says") {
    const std::map<std::string_view, std::string_view> contract = {
        {"Ctrl+Z", "edit.undo"},           {"Ctrl+Shift+Z", "edit.redo"}, {"Ctrl+PageDown", "stage.next"},
        {"Ctrl+PageUp", "stage.previous"}, {"Ctrl+K", "view.palette"},    {"F1", "view.keys"},
        {"F11", "view.full_screen"},       {"Escape", "edit.leave"}};
    for (const auto& [key, id] : contract) {
        INFO(key);
        CHECK(std::ranges::find(command(id)->keys, key) != command(id)->keys.end());
    }
}

TEST_CASE("commands of one menu stand together, so that a menu is made by reading down the table") {
    std::set<std::string_view> met;
    std::string_view menu;
    for (const auto& row : commands())
        if (row.menu != menu) {
            INFO(row.id << " in " << row.menu);
            CHECK(met.insert(row.menu).second);
            menu = row.menu;
        }
}

TEST_CASE("the manual has every command with its words, its keys and its help") {
    const auto manual = manual_of_commands();
    for (const auto& row : commands()) {
        INFO(row.id);
        CHECK(manual.find("| " + std::string(row.words) + " | " + written_keys(row) + " | " + std::string(row.help) +
                          " |") != std::string::npos);
    }
}

TEST_CASE("keys are written as people write them") {
    CHECK(written("Ctrl+PageDown") == "Ctrl PgDn");
    CHECK(written("Ctrl+Shift+Z") == "Ctrl Shift Z");
    CHECK(written("Escape") == "Esc");
    CHECK(written("Ctrl+Equal") == "Ctrl =");
    CHECK(written("Up") == "↑");
    CHECK(written_keys(*command("themes.place")) == "1–9");
    CHECK(written_keys(*command("themes.second")) == "Shift 1–9");
    CHECK(written_keys(*command("edit.redo")) == "Ctrl Shift Z, Ctrl Y");
}

TEST_CASE("a command is found by the beginnings of its words, the nearest first, and only where it is offered") {
    GivenPeople given({"Ana"});
    const auto first = [&](const char* typed) {
        const auto found = commands_for(given.desk, typed);
        return found.empty() ? std::string_view{} : found.front()->id;
    };
    CHECK(first("undo") == "edit.undo");
    CHECK(first("UND") == "edit.undo");
    CHECK(first("next st") == "stage.next");
    CHECK(first("blank") == "view.blank");
    CHECK(first("roster") == "people.roster");
    CHECK(first("ndo").empty());
    CHECK(first("split").empty()); // not here
    CHECK(commands_for(given.desk, "").size() ==
          static_cast<std::size_t>(
              std::ranges::count_if(commands(), [&](const auto& row) { return row.is_offered(given.desk); })));
    go_to(given.desk, Stage::themes);
    CHECK(first("split") == "themes.split");
}

TEST_CASE("in any state a desk comes into, a key means one thing, hints can be done, and the session is whole") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        Given given;
        if (seed % 3 == 0)
            given.desk.look_at(History(session_of({})));
        else if (seed % 3 == 1)
            start_rehearsal(given.desk, {.speed = 4, .seed = seed});
        else
            given.desk.look_at(sample_history());
        Anybody anybody(given, seed);
        for (int i = 0; i < 250; ++i) {
            anybody.do_something();
            INFO("seed " << seed << ", after " << i << " things, the last " << anybody.last << "; "
                         << state_of(given.desk));
            REQUIRE(contested_keys(given.desk) == "");
            REQUIRE(breach_of(given.desk.session()) == std::nullopt);
            for (const auto& hint : hints(given.desk)) {
                REQUIRE_FALSE(hint.keys.empty());
                REQUIRE_FALSE(hint.words.empty());
                REQUIRE_FALSE(hint.command->why_not(given.desk));
            }
        }
        // However it went, every step can be taken back.
        leave_replay(given.desk);
        while (given.desk.proposed()) given.desk.undo();
        while (given.desk.history().undoable()) given.desk.undo();
        auto origin = given.desk.history().origin(); // but for where the room has gone
        origin.stage = given.desk.session().stage;
        origin.stage_since = given.desk.session().stage_since;
        CHECK(given.desk.session() == origin);
    }
}

TEST_CASE("what is offered in an empty library is little, and all of it can be done or says why not") {
    Given given;
    CHECK(contested_keys(given.desk) == "");
    for (const auto& row : commands())
        if (row.is_offered(given.desk))
            if (const auto refusal = row.why_not(given.desk)) CHECK_FALSE(refusal->sentence.empty());
    CHECK(command("session.new")->is_offered(given.desk));
    CHECK_FALSE(command("stage.next")->is_offered(given.desk));
}
