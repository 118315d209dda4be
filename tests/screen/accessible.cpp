// What is promised to whoever has no mouse, or does not see the page: everything that can be acted on has a name of its own,
// every command is within reach of the keyboard, and whatever has the keyboard is in sight and marked.
#include "desk/commands.hpp"
#include "desk/reviewing.hpp"
#include "screen/given_room.hpp"
#include "screen/look.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>
#include <imgui_internal.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace avow;
using namespace avow::screen;

namespace {

// Fifteen people, sixty long statements in six themes, each committed to.
Session full_session(Stage stage) {
    auto session =
        session_of({"Ana Pires", "Bo Lind", "Cem Arslan", "Dora Weiss", "Emil Berg", "Fay Wong", "Gus Otto", "Hila Bar",
                    "Ian Ross", "Jana Novak", "Kofi Mensah", "Lou Petit", "Mia Horvat", "Noor Aziz", "Ole Dahl"});
    session.id = {"full"};
    session.team = "Service desk, north and south";
    session.goal.text = "Nine of ten cases are solved in one go, by every one of us, before the year is over";
    session.goal.why_us = "Because nobody should have to ring twice for one thing";
    session.goal.why_you = "So that the evenings end when they should";
    session.plan = usual_plan();
    session.stage = stage;
    for (int i = 0; i < 6; ++i)
        session.themes.push_back({{fmt::format("t{}", i)}, fmt::format("What is number {} of all", i), false, i, {}});
    for (std::size_t i = 0; i < 60; ++i) {
        Accountability item;
        item.id = {fmt::format("a{}", i)};
        item.owner = session.participants[i % 15].id;
        item.statement =
            fmt::format("I am accountable for case {} from the first call to the last, and I write down in "
                        "plain words what was asked, what was done and what is still to do, each day",
                        i);
        item.due = Date{2026, 12, 4};
        item.evidence = "the list on the wall is empty on Fridays";
        if (i % 7 < 6) item.theme = session.themes[i % 7].id;
        session.accountabilities.push_back(item);
        if (i % 4 != 0) continue;
        item.id = {fmt::format("c{}", i)};
        item.lineage = Lineage{{"before"}, {2026, 11, 7}, 1};
        item.theme.reset();
        session.carried.push_back(item);
    }
    return session;
}

struct Scene {
    std::string name;
    std::function<void(GivenRoom&)> begin;
};

Scene at_stage(Stage stage, const std::vector<std::string>& keys, const std::string& more = "") {
    std::string name(title_of(stage));
    for (const auto& key : keys) name += " " + key;
    return {name + more, [stage, keys](GivenRoom& given) {
                given.desk.start(full_session(stage));
                given.room.frames(4);
                for (const auto& key : keys) given.room.key(key);
            }};
}

Scene roster_half_pasted() {
    return {"roster", [](GivenRoom& given) {
                given.desk.start(full_session(Stage::goal));
                given.room.frames(4);
                given.room.key("Ctrl+R");
                given.room.type("Pia Quist");
            }};
}

std::vector<Scene> scenes() {
    std::vector<Scene> all;
    for (const auto stage : all_stages) {
        all.push_back(at_stage(stage, {}));
        all.push_back(at_stage(stage, {"F2"}));
        all.push_back(at_stage(stage, {"F7"}));
    }
    for (const auto* key : {"Ctrl+K", "F1", "Ctrl+R", "Ctrl+O", "Ctrl+H"}) {
        all.push_back(at_stage(Stage::goal, {key}));
        all.push_back(at_stage(Stage::prepare, {key}));
    }
    all.push_back(at_stage(Stage::themes, {"Right", "Return"}));
    all.push_back(at_stage(Stage::themes, {"Right", "Return", "Down", "W"}));
    all.push_back(at_stage(Stage::themes, {"Right", "Right", "M"}));
    all.push_back(at_stage(Stage::themes, {"Right", "R"}));
    all.push_back(at_stage(Stage::commit, {"E"}));
    all.push_back(at_stage(Stage::goal, {"Ctrl+1", "4", "5"}));
    auto fingers = std::vector<std::string>{"Ctrl+1"};
    for (int i = 0; i < 15; ++i) fingers.push_back("4");
    all.push_back(at_stage(Stage::goal, fingers));
    all.push_back(at_stage(Stage::themes, {"Ctrl+3", "3", "Return"}));
    all.push_back({"library", [](GivenRoom& given) {
                       given.world.put_all_of(AVOW_SOURCE_DIR "/sessions/five-months");
                       given.desk.look_at_library();
                       given.room.frames(3);
                   }});
    for (const auto* key : {"P", "F", "V", "F1", "Ctrl+K"})
        all.push_back({std::string("library ") + key, [key](GivenRoom& given) {
                           given.world.put_all_of(AVOW_SOURCE_DIR "/sessions/five-months");
                           given.desk.look_at_library();
                           given.room.frames(3);
                           given.room.key(key);
                           if (given.desk.reviewing) given.desk.reviewing->wait_ms(20'000);
                           if (given.desk.people_reading) given.desk.people_reading->wait_ms(20'000);
                           given.room.frames(4);
                       }});
    all.push_back({"review of what is open", [](GivenRoom& given) {
                       given.world.put_all_of(AVOW_SOURCE_DIR "/sessions/five-months");
                       given.desk.look_at_library();
                       given.room.frames(3);
                       given.room.key("V");
                       given.desk.reviewing->wait_ms(20'000);
                       given.room.frames(4);
                       given.room.key("2");
                   }});
    for (const auto stage : {Stage::themes, Stage::prepare}) all.push_back(at_stage(stage, {"F10", "Down"}));
    return all;
}

// Dear ImGui begins a window for its own slips in every frame, and hides it.
bool is_in_sight(ImGuiID id) {
    const auto* window = ImGui::FindWindowByID(id);
    return window && window->Active && !window->Hidden;
}

bool can_be_acted_on(const Item& item) {
    return item.id != 0 && !item.visible.is_empty() && !(item.flags & ImGuiItemFlags_Disabled) &&
           !ImGui::FindWindowByID(item.id) && is_in_sight(item.window);
}

bool is_child(const Item& item) {
    return std::ranges::any_of(ImGui::GetCurrentContext()->Windows,
                               [&](const ImGuiWindow* window) { return window->ChildId == item.id; });
}

// What is wrong with the names of a page, a line each; empty: nothing.
std::string trouble_with_names(const Room& room) {
    std::string trouble;
    std::map<std::pair<ImGuiID, std::string>, ImGuiID> seen;
    for (const auto& item : room.recorder().items()) {
        if (!can_be_acted_on(item) || room.recorder().find(item.id) != &item) continue; // a field of lines comes twice
        const std::string name(item.words());
        if (name.empty()) {
            trouble += fmt::format("nameless: “{}” at {:.0f}, {:.0f}\n", item.label, item.rect.min.x, item.rect.min.y);
            continue;
        }
        const auto [first, is_new] = seen.emplace(std::pair(item.window, name), item.id);
        if (!is_new && first->second != item.id) trouble += fmt::format("twice: “{}”\n", name);
    }
    return trouble;
}

// --- what has the keyboard ---------------------------------------------------------------------------------------

const Item* in_focus(const Room& room) {
    const auto& context = *ImGui::GetCurrentContext();
    const auto id = context.ActiveId ? context.ActiveId : context.NavCursorVisible ? context.NavId : 0;
    return id ? room.recorder().find(id) : nullptr;
}

ImU32 of_style(ImGuiCol colour) { return ImGui::GetColorU32(ImGui::GetStyle().Colors[colour]); }

// Something of that colour is drawn in the rectangle or just around it.
bool is_marked(const Box& box, ImU32 colour) {
    constexpr float around = 8;
    for (const auto* list : ImGui::GetDrawData()->CmdLists)
        for (const auto& corner : list->VtxBuffer)
            if ((corner.col & ~IM_COL32_A_MASK) == (colour & ~IM_COL32_A_MASK) &&
                corner.col >> IM_COL32_A_SHIFT > 127 && corner.pos.x >= box.min.x - around &&
                corner.pos.x <= box.max.x + around && corner.pos.y >= box.min.y - around &&
                corner.pos.y <= box.max.y + around)
                return true;
    return false;
}

std::string trouble_with_focus(const Room& room) {
    const auto* item = in_focus(room);
    if (!item) return "nothing has the keyboard\n";
    const std::string name(item->words());
    std::string trouble;
    const float hidden = (item->rect.max.y - item->rect.min.y) - (item->visible.max.y - item->visible.min.y);
    if (item->visible.is_empty() || hidden > (item->rect.max.y - item->rect.min.y) * .3f)
        trouble += fmt::format("out of sight: “{}”\n", name);
    const bool is_typed_in = ImGui::GetActiveID() == item->id;
    const auto mark = of_style(is_typed_in ? ImGuiCol_InputTextCursor : ImGuiCol_NavCursor);
    if (!is_marked(item->visible, mark)) trouble += fmt::format("not marked: “{}”\n", name);
    for (const auto ground : {ImGuiCol_WindowBg, ImGuiCol_FrameBg, ImGuiCol_MenuBarBg, ImGuiCol_PopupBg})
        if (contrast(mark, of_style(ground)) < 3) trouble += "the mark is too pale\n";
    return trouble;
}

std::string focused_name(const Room& room) {
    const auto* item = in_focus(room);
    return item ? std::string(item->words()) : std::string();
}

} // namespace

TEST_CASE("all that can be acted on has a name of its own, on every page and panel") {
    for (const auto& scene : scenes()) {
        GivenRoom given;
        scene.begin(given);
        INFO(scene.name);
        CHECK(trouble_with_names(given.room) == "");
    }
}

TEST_CASE("every command that is offered is reached by Ctrl+K, whatever page is shown") {
    for (const auto& scene : scenes()) {
        GivenRoom given;
        scene.begin(given);
        if (given.desk.panel != desk::Panel::none || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) continue;
        INFO(scene.name);
        std::vector<const desk::Command*> offered;
        for (const auto& row : desk::commands())
            if (row.is_offered(given.desk)) offered.push_back(&row);
        given.room.key("Ctrl+K");
        REQUIRE(given.room.focused() == "Find a command field");
        for (const auto* row : offered) {
            if (!row->keys.empty() || !row->is_offered(given.desk)) continue; // a key of its own
            given.room.key("Ctrl+A");
            given.room.type(row->words);
            INFO(row->words);
            CHECK(given.room.has(row->words));
        }
    }
}

TEST_CASE("the Tab key goes round forms and panels, never gets stuck, and what has the keyboard is seen") {
    for (const auto look : {desk::Look::light, desk::Look::dark, desk::Look::high_contrast})
        for (const auto& scene : {at_stage(Stage::prepare, {}), roster_half_pasted(), at_stage(Stage::goal, {"Ctrl+O"}),
                                  at_stage(Stage::goal, {"Ctrl+K"})}) {
            GivenRoom given;
            given.desk.settings.look = look;
            scene.begin(given);
            INFO(scene.name << " in look " << static_cast<int>(look));
            given.room.key("Tab");
            std::vector<std::string> stops;
            const auto first = focused_name(given.room);
            for (int pressed = 0; pressed < 300; ++pressed) {
                INFO("after " << (stops.empty() ? "nothing" : stops.back()));
                CHECK(trouble_with_focus(given.room) == "");
                stops.push_back(focused_name(given.room));
                given.room.key("Tab");
                if (focused_name(given.room) == first) break;
            }
            CHECK(focused_name(given.room) == first); // round, and not lost
            // Everything that can be acted on was on the way, but what a mouse alone needs.
            if (given.desk.panel == desk::Panel::none)
                for (const auto& item : given.room.recorder().items()) {
                    if (!can_be_acted_on(item) || item.flags & ImGuiItemFlags_NoNav) continue;
                    if (item.status & ImGuiItemStatusFlags_Openable || is_child(item)) continue; // the menu: F10
                    INFO("never reached: " << item.words());
                    CHECK(std::ranges::find(stops, item.words()) != stops.end());
                }
        }
}

TEST_CASE("a field of the page shows its caret, and a card or a theme in hand is marked") {
    GivenRoom given(full_session(Stage::capture));
    given.room.type("I ");
    CHECK(trouble_with_focus(given.room) == "");
    given.desk.start(full_session(Stage::themes));
    given.room.frames(4);
    for (const auto look : {desk::Look::light, desk::Look::dark, desk::Look::high_contrast}) {
        given.desk.settings.look = look;
        given.room.key("1");
        const auto& items = given.room.recorder().items();
        const auto tile = std::ranges::find(items, std::string_view("Theme A"), &Item::words);
        REQUIRE(tile != items.end());
        CHECK(is_marked(tile->rect, colours_of(look).accent));
        CHECK(contrast(colours_of(look).accent, colours_of(look).paper) >= 3);
    }
}

TEST_CASE("F10 opens the menu on every page, the arrows walk it, and Escape gives the keyboard back") {
    for (const auto& scene :
         {at_stage(Stage::capture, {}), at_stage(Stage::themes, {"F2"}), at_stage(Stage::prepare, {}),
          at_stage(Stage::commit, {}), Scene{"library", [](GivenRoom&) {}}}) {
        GivenRoom given;
        scene.begin(given);
        INFO(scene.name);
        given.room.key("F10");
        CHECK(trouble_with_focus(given.room) == "");
        const auto first = focused_name(given.room);
        const auto* row = desk::command("session.open");
        CHECK(given.room.has(row->words));
        std::set<std::string> seen{first};
        given.room.key("Down");
        CHECK(trouble_with_focus(given.room) == "");
        CHECK(focused_name(given.room) != first);
        for (int menus = 0; menus < 20; ++menus) {
            given.room.key("Right");
            CHECK(trouble_with_focus(given.room) == "");
            seen.insert(focused_name(given.room));
        }
        const auto in_view = std::ranges::find_if(desk::commands(), [&](const desk::Command& one) {
            return one.menu == "View" && one.is_offered(given.desk) && !one.why_not(given.desk);
        });
        CHECK(seen.contains(std::string(in_view->words)));
        given.room.key("Escape");
        CHECK_FALSE(ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel));
        CHECK_FALSE(given.room.has(row->words));
    }
}

TEST_CASE("a command is run from the menu without the mouse, and what was half typed waits") {
    GivenRoom given(full_session(Stage::capture));
    given.room.type("I keep half");
    given.room.key("F10");
    given.room.key("Right");
    CHECK(given.room.has("What was done"));
    for (int pressed = 0; pressed < 10 && focused_name(given.room) != "What was done"; ++pressed)
        given.room.key("Down");
    REQUIRE(focused_name(given.room) == "What was done");
    given.room.key("Return");
    CHECK(given.desk.panel == desk::Panel::history);
    given.room.key("Escape");
    CHECK(given.room.focused() == "Entry");
    given.room.type(" of it");
    CHECK(given.desk.entry.text == "I keep half of it");
}
