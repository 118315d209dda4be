// What opens over the page: finding a command, the keys, pasting a roster, taking in a list, opening a file, saving a copy of one.
#include "desk/commands.hpp"
#include "desk/verbs.hpp"
#include "insight/coverage.hpp"
#include "screen/frame.hpp"
#include "screen/imgui_hooks.hpp"
#include "session/text.hpp"

#include <fmt/format.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace avow::screen {

namespace {

using desk::Desk;

void run_and_close(Frame& frame, const desk::Command* row) {
    frame.wishes.add([row](Desk& d) {
        d.panel = desk::Panel::none;
        if (const auto refusal = row->why_not(d))
            d.say(desk::Tone::refused, refusal->sentence);
        else
            desk::run(*row, d);
    });
}

void label(Frame& frame, std::string_view text, const Setting& set) {
    const auto at = ImGui::GetCursorScreenPos();
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    const auto lines = paint.wrap(text, set, ImGui::GetContentRegionAvail().x);
    paint.words(at.x, at.y, lines, set);
    ImGui::Dummy({lines.width, lines.height});
}

// The keyboard's cursor stands on something of this panel: it is not to be called back to the field.
bool is_walked() {
    const auto& context = *ImGui::GetCurrentContext();
    return !ImGui::IsWindowAppearing() && context.NavCursorVisible && context.NavId != 0 && context.NavWindow &&
           context.NavWindow->RootWindow == ImGui::GetCurrentWindow()->RootWindow;
}

// What has nothing to stand on is moved by the arrows and by whole pages.
void scroll_by_keys(float line) {
    const float page = ImGui::GetWindowHeight() - line;
    const auto by = [](ImGuiKey down, ImGuiKey up, float step) {
        if (ImGui::IsKeyPressed(down)) ImGui::SetScrollY(ImGui::GetScrollY() + step);
        if (ImGui::IsKeyPressed(up)) ImGui::SetScrollY(ImGui::GetScrollY() - step);
    };
    by(ImGuiKey_DownArrow, ImGuiKey_UpArrow, line);
    by(ImGuiKey_PageDown, ImGuiKey_PageUp, page);
}

} // namespace

bool spot(std::string_view name, Rect rect) {
    if (rect.width < 1 || rect.height < 1) return false;
    // Laid over what is drawn already, so it takes no room of its own and moves no cursor.
    const ImRect box({rect.x, rect.y}, {rect.right(), rect.bottom()});
    const ImGuiID id = ImGui::GetCurrentWindow()->GetID(name.data(), name.data() + name.size());
    if (!ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_NoNav)) return false;
    bool is_hovered = false, is_held = false;
    const bool is_clicked = ImGui::ButtonBehavior(box, id, &is_hovered, &is_held);
    accessible_name(name);
    if (is_hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return is_clicked;
}

bool begin_panel(Frame& frame, const char* name, Rect whole, float width_ems, float height_share) {
    const float width = std::min(frame.text * width_ems, whole.width * .94f), height = whole.height * height_share;
    ImGui::SetNextWindowPos({whole.x + (whole.width - width) / 2, whole.y + whole.height * .07f});
    ImGui::SetNextWindowSize({width, height});
    // Once and not in each frame: that would call the keyboard back from a list inside it.
    const auto* focused = ImGui::GetCurrentContext()->NavWindow;
    if (!focused || std::string_view(focused->RootWindow->Name) != name) ImGui::SetNextWindowFocus();
    const bool is_open =
        ImGui::Begin(name, nullptr,
                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoCollapse);
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    paint.frame({ImGui::GetWindowPos().x, ImGui::GetWindowPos().y, width, height}, frame.paint.colours.quiet, 1,
                frame.text * .5f);
    auto heading = frame.strong();
    heading.em *= 1.25f;
    label(frame, name, heading);
    return is_open;
}

void end_panel() { ImGui::End(); }

std::optional<std::size_t> draw_rows(Frame& frame, const std::vector<TwoLines>& rows, std::size_t in_hand,
                                     std::string_view when_empty) {
    std::optional<std::size_t> clicked;
    ImGui::BeginChild("Rows");
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    if (rows.empty()) {
        const auto at = ImGui::GetCursorScreenPos();
        paint.words(at.x, at.y + frame.text * .5f, when_empty, frame.quiet());
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ImGui::PushID(static_cast<int>(i)); // a row has no id of its own: one card may be found twice
        const auto at = ImGui::GetCursorScreenPos();
        const Rect rect{at.x, at.y, ImGui::GetContentRegionAvail().x, frame.text * 3.1f};
        if (i == in_hand) {
            paint.fill(rect, frame.paint.colours.selected, frame.text * .4f);
            ImGui::SetScrollFromPosY(at.y + rect.height / 2 - ImGui::GetWindowPos().y, .5f);
        }
        if (spot(rows[i].name, rect)) clicked = i;
        const float x = rect.x + frame.text * .7f, width = rect.width - frame.text * 2;
        paint.words(x, rect.y + frame.text * .25f, paint.fitted(rows[i].words, frame.strong(), width), frame.strong());
        paint.words(x, rect.y + frame.text * 1.6f, paint.fitted(rows[i].below, frame.fine(), width), frame.fine());
        ImGui::Dummy({1, rect.height});
        ImGui::PopID();
    }
    ImGui::EndChild();
    return clicked;
}

int row_in_hand(Frame& frame, int last) {
    int row = std::clamp(frame.desk.palette_row, 0, std::max(0, last));
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) row = std::clamp(row + 1, 0, std::max(0, last));
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) row = std::max(row - 1, 0);
    if (row != frame.desk.palette_row) frame.wishes.add([row](Desk& d) { d.palette_row = row; });
    return row;
}

void palette_view(Frame& frame, Rect whole) {
    begin_panel(frame, "Find a command", whole, 46, .62f);
    const auto line = frame.fields.line("##palette", frame.desk.palette_words, 0, !frame.is_still,
                                        {.hint = "its words: undo, theme, export …", .name = "Find a command field"});
    if (line.is_changed) frame.wishes.add([text = line.text](Desk& d) { d.palette_words = text, d.palette_row = 0; });
    const auto found = desk::commands_for(frame.desk, line.text);
    const auto last = static_cast<int>(found.size()) - 1;
    const int row = row_in_hand(frame, last);
    if (line.is_done && last >= 0) run_and_close(frame, found[static_cast<std::size_t>(row)]);
    if (found.empty()) label(frame, "No command here answers to that", frame.quiet());
    ImGui::BeginChild("Found");
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    for (int i = 0; i <= last; ++i) {
        const auto* command = found[static_cast<std::size_t>(i)];
        const auto refusal = command->why_not(frame.desk);
        const auto at = ImGui::GetCursorScreenPos();
        const Rect rect{at.x, at.y, ImGui::GetContentRegionAvail().x, frame.text * 2.9f};
        if (i == row)
            paint.fill(rect, frame.paint.colours.selected, frame.text * .4f),
                ImGui::SetScrollFromPosY(at.y + rect.height / 2 - ImGui::GetWindowPos().y, .5f);
        if (spot(command->words, rect)) run_and_close(frame, command);
        const float x = rect.x + frame.text * .7f;
        paint.words(x, rect.y + frame.text * .2f, command->words, refusal ? frame.quiet() : frame.strong());
        const auto keys = desk::written_keys(*command);
        const float keys_x = rect.right() - paint.width_of(keys, frame.fine()) - frame.text * 1.4f;
        if (!keys.empty()) paint.keycap(keys_x, rect.y + frame.text * .4f, keys, frame.text * .87f);
        paint.words(x, rect.y + frame.text * 1.5f,
                    paint.fitted(refusal ? refusal->sentence : std::string(command->help), frame.fine(),
                                 rect.width - frame.text * 2),
                    frame.fine());
        ImGui::Dummy({1, rect.height});
    }
    ImGui::EndChild();
    end_panel();
}

namespace {

// What belongs to the stage first, then what can be done anywhere.
std::vector<const desk::Command*> keys_of_here(const desk::Desk& desk) {
    std::vector<const desk::Command*> rows;
    for (const auto& row : desk::commands())
        if (row.is_offered(desk) && !row.keys.empty()) rows.push_back(&row);
    constexpr std::array anywhere = {std::string_view("Session"), std::string_view("Edit"), std::string_view("Stage"),
                                     std::string_view("Room"), std::string_view("View")};
    std::ranges::stable_partition(
        rows, [&](const auto* row) { return std::ranges::find(anywhere, row->menu) == anywhere.end(); });
    return rows;
}

} // namespace

void keys_view(Frame& frame, Rect whole) {
    begin_panel(frame, "Keys", whole, 80, .92f);
    ImGui::BeginChild("All keys");
    scroll_by_keys(frame.text * 1.75f);
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    const float width = ImGui::GetContentRegionAvail().x, gap = frame.text * 2;
    const int columns = width > frame.text * 60 ? 3 : width > frame.text * 38 ? 2 : 1;
    const float column = (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const auto rows = keys_of_here(frame.desk);
    std::size_t headings = 0;
    std::string_view menu;
    for (const auto* row : rows) headings += std::exchange(menu, row->menu) != row->menu;
    const float line = frame.text * 1.65f;
    const float per_column =
        std::ceil(static_cast<float>(rows.size() + headings * 2) / static_cast<float>(columns)) * line;
    const auto at = ImGui::GetCursorScreenPos();
    float x = at.x, y = at.y, lowest = y;
    menu = {};
    for (const auto* row : rows) {
        if (row->menu != menu) {
            if (y - at.y > per_column - 3 * line && y > at.y) x += column + gap, y = at.y;
            menu = row->menu;
            y += y > at.y ? line * .6f : 0;
            paint.words(x, y, menu, frame.fine());
            y += line;
        }
        const auto keys = desk::written_keys(*row);
        const float key_width = std::min(column * .42f, paint.width_of(keys, frame.fine()) + frame.text * .8f);
        paint.keycap(x, y + frame.text * .09f, keys, frame.text * .87f);
        const float words_x = x + std::max(frame.text * 6.2f, key_width + frame.text * .6f);
        paint.words(words_x, y, paint.fitted(row->words, frame.plain(), x + column - words_x), frame.plain());
        y += line;
        lowest = std::max(lowest, y);
        if (y - at.y >= per_column && row != rows.back()) x += column + gap, y = at.y;
    }
    ImGui::Dummy({width, lowest - at.y});
    ImGui::EndChild();
    end_panel();
}

void roster_view(Frame& frame, Rect whole) {
    begin_panel(frame, "Paste a roster", whole, 52, .8f);
    label(frame, "One name a line. Bullets, numbers and empty lines are cleaned away; “Last, First” is turned round.",
          frame.quiet());
    std::string text = frame.desk.roster_text;
    if (!frame.is_still && !ImGui::IsAnyItemActive() && !is_walked()) ImGui::SetKeyboardFocusHere();
    if (frame.fields.area("##roster", text, 10, "Roster")) frame.wishes.add([text](Desk& d) { d.roster_text = text; });
    const auto preview = desk::preview_of_roster(frame.desk.session(), text);
    const auto welcome = [&frame](bool with_duplicates) {
        frame.wishes.add([with_duplicates](Desk& d) {
            auto found = desk::preview_of_roster(d.session(), d.roster_text);
            if (with_duplicates)
                found.names.insert(found.names.end(), found.duplicates.begin(), found.duplicates.end());
            desk::welcome_all(d, found.names);
            d.roster_text.clear();
            d.panel = desk::Panel::none;
        });
    };
    if (!preview.names.empty())
        label(frame, fmt::format("{} to welcome: {}", preview.names.size(), with_commas(preview.names)), frame.plain());
    if (!preview.duplicates.empty())
        label(
            frame,
            fmt::format("Here already or named twice: {}. Are there two of one name?", with_commas(preview.duplicates)),
            frame.quiet());
    ImGui::Spacing();
    ImGui::BeginDisabled(preview.names.empty());
    if (ImGui::Button(fmt::format("Welcome {}   Ctrl Return", preview.names.size()).c_str()) ||
        ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter))
        welcome(false);
    accessible_name("Welcome them");
    ImGui::EndDisabled();
    if (!preview.duplicates.empty()) {
        ImGui::SameLine();
        if (ImGui::Button(fmt::format("Welcome all {}", preview.names.size() + preview.duplicates.size()).c_str()))
            welcome(true);
        accessible_name("Welcome all of them");
    }
    end_panel();
}

void pasted_view(Frame& frame, Rect whole) {
    begin_panel(frame, "Take in a list", whole, 60, .66f);
    label(frame, "A statement a line. “Name: words” is said by that person; nothing is said before you take it.",
          frame.quiet());
    std::string text = frame.desk.pasted_text;
    if (!frame.is_still && !ImGui::IsAnyItemActive() && !is_walked()) ImGui::SetKeyboardFocusHere();
    if (frame.fields.area("##pasted", text, 12, "List")) frame.wishes.add([text](Desk& d) { d.pasted_text = text; });
    const auto statements = desk::pasted_statements(frame.desk);
    const auto refusal = desk::why_not_say_pasted(statements);
    std::map<ParticipantId, std::size_t> counts;
    for (const auto& statement : statements)
        if (statement.owner) ++counts[*statement.owner];
    std::string whose;
    for (const auto& person : frame.desk.session().participants)
        if (const auto count = counts.find(person.id); count != counts.end())
            whose += fmt::format("{}{} {}", whose.empty() ? "" : ", ",
                                 insight::short_name(frame.desk.session(), person.id), count->second);
    auto trouble = frame.plain();
    trouble.colour = frame.paint.colours.trouble;
    if (refusal)
        label(frame, refusal->sentence, trouble);
    else if (!statements.empty())
        label(frame, fmt::format("{} statements: {}", statements.size(), whose), frame.plain());
    ImGui::Spacing();
    ImGui::BeginDisabled(statements.empty() || refusal);
    if (ImGui::Button(fmt::format("Take {}   Ctrl Return", statements.size()).c_str()) ||
        (!refusal && ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter)))
        frame.wishes.add([](Desk& d) { desk::say_pasted(d); });
    accessible_name("Take them");
    ImGui::EndDisabled();
    if (statements.size() > 1) {
        ImGui::SameLine();
        if (ImGui::Button("As one statement")) frame.wishes.add([](Desk& d) { desk::take_pasted_as_one_statement(d); });
        accessible_name("Take as one statement");
    }
    end_panel();
}

void copy_view(Frame& frame, Rect whole) {
    begin_panel(frame, "Save a copy elsewhere", whole, 60, .2f);
    label(frame, "The whole session as it is now. The meeting goes on in its own file; nothing is ever written over.",
          frame.quiet());
    const auto line = frame.fields.line("##copy", frame.desk.copy_typed, 0, !frame.is_still && !is_walked(),
                                        {.hint = "folder/Team.avow", .name = "Path of the copy"});
    if (line.is_changed) frame.wishes.add([text = line.text](Desk& d) { d.copy_typed = text; });
    if (line.is_done) frame.wishes.add([path = line.text](Desk& d) { desk::copy_session(d, path); });
    end_panel();
}

void open_view(Frame& frame, Rect whole) {
    begin_panel(frame, "Open a file", whole, 52, .5f);
    label(frame, "The whole path of a session file; or drop the file on the window.", frame.quiet());
    const auto line = frame.fields.line("##path", frame.desk.path_typed, 0, !frame.is_still && !is_walked(),
                                        {.hint = "folder/Team.avow", .name = "Path"});
    if (line.is_changed) frame.wishes.add([text = line.text](Desk& d) { d.path_typed = text; });
    if (line.is_done)
        frame.wishes.add([path = line.text](Desk& d) {
            if (d.open(path)) d.path_typed.clear();
        });
    std::error_code none;
    const std::filesystem::path typed(line.text);
    const auto folder = std::filesystem::is_directory(typed, none) ? typed : typed.parent_path();
    ImGui::BeginChild("Files", {0, 0}, ImGuiChildFlags_NavFlattened);
    for (const auto& path : frame.desk.files_in(folder.empty() ? frame.desk.world().sessions_folder : folder)) {
        if (ImGui::Selectable(path.filename().string().c_str())) frame.wishes.add([path](Desk& d) { d.open(path); });
        accessible_name("File " + path.filename().string());
    }
    ImGui::EndChild();
    end_panel();
}

} // namespace avow::screen
