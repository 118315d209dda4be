#include "screen/app.hpp"

#include "desk/rehearsal.hpp"
#include "desk/replay.hpp"
#include "desk/verbs.hpp"
#include "screen/surface.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <tuple>
#include <utility>

namespace avow::screen {

namespace {

using desk::Showing;

const Colours& colours_of_desk(const desk::Desk& desk) { return colours_of(desk.settings.look); }

constexpr ImGuiWindowFlags page_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNavFocus;

bool is_form(const desk::Desk& desk) {
    return desk.showing == Showing::board && desk.session().stage == Stage::prepare;
}

// What decides where the next key goes, and what it means there.
auto keyboard_of(const desk::Desk& desk) {
    return std::tuple(desk.is_open(), desk.history().log().size(), desk.showing, desk.panel, desk.entry.purpose,
                      desk.entry.generation, desk.place.speaker, desk.place.focus, desk.place.tile, desk.place.is_open,
                      desk.is_blanked, desk.proposed().has_value(), desk.replay != nullptr, desk.wants_menu);
}

// The test card is the room's, and where there is one window it is all of it.
bool has_test_card_alone(const desk::Desk& desk) { return desk.screens.is_test_card && !desk.screens.is_apart; }

// The room's page is not in this window.
bool is_desk_alone(const desk::Desk& desk) { return desk.showing != Showing::audience || desk.screens.is_apart; }

// Also over the room's page, while it is walked by key.
bool has_menu(const desk::Desk& desk) {
    if (has_test_card_alone(desk)) return false;
    return is_desk_alone(desk) || desk.wants_menu || has_menu_open();
}

float height_of_strip(const desk::Desk& desk, float text) { return std::round(text * (desk.replay ? 5.f : 3.1f)); }

// The menu where there is one, the view that is shown, and the strip at its foot.
void draw_page(Frame& frame, ImVec2 size) {
    if (has_test_card_alone(frame.desk)) return audience_view(frame, {0, 0, size.x, size.y});
    float top = 0;
    if (has_menu(frame.desk) && ImGui::BeginMenuBar()) {
        menu_view(frame);
        ImGui::EndMenuBar();
        top = ImGui::GetFrameHeight();
    }
    const float strip = height_of_strip(frame.desk, frame.text), band = height_of_rehearsal(frame.desk, frame.text);
    const Rect page{0, top, size.x, size.y - top - strip - band};
    if (frame.desk.showing == Showing::timings)
        timings_view(frame, page);
    else if (frame.desk.showing == Showing::review)
        review_view(frame, page);
    else if (!frame.desk.is_open() || frame.desk.showing == Showing::library)
        library_view(frame, page);
    else if (frame.desk.showing == Showing::one_on_one)
        person_view(frame, page);
    else if (is_form(frame.desk))
        prepare_view(frame, page);
    else if (frame.desk.showing == Showing::board)
        board_view(frame, page);
    else if (frame.desk.screens.is_apart)
        room_view(frame, page);
    else
        audience_view(frame, page);
    if (band > 0) rehearsal_view(frame, {0, page.bottom(), size.x, band});
    const Rect foot{0, size.y - strip, size.x, strip};
    frame.desk.replay ? replay_strip(frame, foot) : strip_view(frame, foot);
}

// Where the keyboard stood may have gone, as the entry field does: then Tab goes to the first there is, and not nowhere.
void let_go_of_what_is_gone() {
    auto& context = *ImGui::GetCurrentContext();
    if (context.NavId != 0 && !context.NavIdIsAlive && context.ActiveId == 0) context.NavCursorVisible = false;
}

// Ordinary text for a window of this height: 14 pixels of a 96 dpi screen at the machine's scale, larger on larger windows,
// because the facilitator's strip is read standing, and never so large that a small window has no room for it.
float text_px(float height, float scale) {
    return std::round(std::max(std::min(14 * scale, height / 26), height / 62));
}

} // namespace

void recover_from_slips() {
    auto& io = ImGui::GetIO();
    io.ConfigErrorRecovery = true;
    ImGui::GetCurrentContext()->ErrorCallback = [](ImGuiContext*, void*, const char* slip) {
        std::fprintf(stderr, "avow: %s\n", slip);
    };
    io.ConfigErrorRecoveryEnableAssert = io.ConfigErrorRecoveryEnableDebugLog = io.ConfigErrorRecoveryEnableTooltip =
        false;
}

App::App(desk::Desk& desk, Family family) : desk_(desk), type_(family) {
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigNavEscapeClearFocusItem = false; // after Escape the Tab key goes on from where it was
    io.ConfigInputTextCursorBlink = false;    // a projected caret that blinks is the only thing people look at
}

void App::begin(ImVec2 size, float scale) {
    desk_.attend();
    motion_.rest();
    text_ = text_px(size.y, scale);
    // Where the room's page and the strip share a window, larger words on the one would make the other smaller.
    if (is_desk_alone(desk_)) text_ = std::round(text_ * static_cast<float>(desk_.settings.desk_text) / 100);
    fields_.dress(type_, colours_of_desk(desk_));
    apply_style(ImGui::GetStyle(), colours_of_desk(desk_), type_.size_for_em(text_));
    auto& io = ImGui::GetIO();
    io.FontDefault = type_.plain();
    // Forms, panels and menus are walked with Tab and arrows; on the pages the arrows are the page's own.
    const bool is_walked =
        (desk_.is_open() && is_form(desk_)) || desk_.panel != desk::Panel::none || desk_.wants_menu || has_menu_open();
    io.ConfigFlags = is_walked ? io.ConfigFlags | ImGuiConfigFlags_NavEnableKeyboard
                               : io.ConfigFlags & ~ImGuiConfigFlags_NavEnableKeyboard;
    ImGui::PushFont(type_.plain(), type_.size_for_em(text_));
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
}

bool App::build_once(ImVec2 size, float scale, const std::function<void()>& begin_frame,
                     const std::function<void()>& end_frame) {
    begin_frame();
    ImGui::NewFrame();
    draw(size, scale);
    ImGui::Render();
    end_frame();
    return run_wishes();
}

void App::build(ImVec2 size, float scale, const std::function<void()>& begin_frame,
                const std::function<void()>& end_frame) {
    constexpr int most_passes = 200;    // a wish that wishes again must not hold the window
    constexpr int frames_to_settle = 2; // until a field that has just come has the keyboard
    auto& waiting = ImGui::GetCurrentContext()->InputEventsQueue;
    for (int pass = 0; pass < most_passes; ++pass) {
        const auto before = keyboard_of(desk_);
        const bool has_changed = build_once(size, scale, begin_frame, end_frame);
        const bool has_moved_on = fields_.take_has_moved_on();
        if (has_moved_on || (has_changed && keyboard_of(desk_) != before)) {
            // A key changed the page. What was typed after it is meant for the page as it is now: it waits until the
            // keyboard is where it belongs, or the first letters of a fast typist would fall between two pages.
            ImVector<ImGuiInputEvent> held;
            held.swap(waiting);
            for (int frame = 0; frame < frames_to_settle; ++frame) build_once(size, scale, begin_frame, end_frame);
            held.swap(waiting);
        } else if (!has_changed && waiting.empty()) {
            return;
        }
    }
}

bool App::build_audience(ImVec2 size, const std::function<void()>& begin_frame,
                         const std::function<void()>& end_frame) {
    constexpr int most_passes = 8; // scripts are found and pages counted as they are drawn
    bool has_changed = false;
    for (int pass = 0; pass < most_passes; ++pass) {
        begin_frame();
        ImGui::NewFrame();
        draw_picture(size, true);
        ImGui::Render();
        end_frame();
        if (!run_wishes()) break;
        has_changed = true;
    }
    return has_changed;
}

void App::draw(ImVec2 size, float scale) {
    begin(size, scale);
    if (!desk_.screens.is_apart) {
        desk_.screens.picture_width = static_cast<int>(size.x);
        desk_.screens.picture_height =
            static_cast<int>(size.y - height_of_strip(desk_, text_) - height_of_rehearsal(desk_, text_));
    }
    Wishes pressed;
    if (!had_menu_ || has_menu_open()) dispatch_keys(desk_, pressed);
    count_keys_of_rehearsal(desk_, pressed);
    ImGui::Begin("Avow", nullptr, page_flags | (has_menu(desk_) ? ImGuiWindowFlags_MenuBar : 0));
    ImGui::PopStyleVar(2);
    Painter paint(ImGui::GetWindowDrawList(), colours_of_desk(desk_), type_, words_log);
    paint.motion = &motion_;
    Frame frame{desk_, wishes_, paint, fields_, type_, text_, false};
    draw_page(frame, size);
    ImGui::End();
    draw_panels(frame, {0, 0, size.x, size.y});
    had_menu_ = has_menu_open();
    let_go_of_what_is_gone();
    // What a field was left with comes first: the command may take the field away, or the session.
    for (auto& wish : pressed.take()) wishes_.add(std::move(wish));
    ImGui::PopFont();
}

void App::draw_panels(Frame& frame, Rect whole) {
    switch (desk_.panel) {
    case desk::Panel::none: return;
    case desk::Panel::palette: return palette_view(frame, whole);
    case desk::Panel::keys: return keys_view(frame, whole);
    case desk::Panel::roster: return roster_view(frame, whole);
    case desk::Panel::pasted: return pasted_view(frame, whole);
    case desk::Panel::open_file: return open_view(frame, whole);
    case desk::Panel::copy_file: return copy_view(frame, whole);
    case desk::Panel::history: return history_view(frame, whole);
    case desk::Panel::find: return find_view(frame, whole);
    case desk::Panel::people: return people_view(frame, whole);
    case desk::Panel::brief: return brief_view(frame, whole);
    case desk::Panel::contract: return contract_view(frame, whole);
    case desk::Panel::strengths: return strengths_view(frame, whole);
    }
}

void App::draw_picture(ImVec2 size, bool is_audience_alone) {
    begin(size, 1);
    ImGui::Begin("Avow", nullptr, page_flags | (is_audience_alone ? 0 : ImGuiWindowFlags_MenuBar));
    ImGui::PopStyleVar(2);
    Painter paint(ImGui::GetWindowDrawList(), colours_of_desk(desk_), type_, words_log);
    paint.motion = &motion_;
    Frame frame{desk_, wishes_, paint, fields_, type_, text_, true};
    if (is_audience_alone) {
        audience_view(frame, {0, 0, size.x, size.y});
    } else {
        draw_page(frame, size);
    }
    ImGui::End();
    ImGui::PopFont();
}

ImU32 App::paper() const { return colours_of_desk(desk_).paper; }

bool App::run_wishes() {
    bool has_changed = type_.adopt();
    for (const auto& wish : wishes_.take()) {
        wish(desk_);
        has_changed = true;
    }
    if (const auto words = std::exchange(desk_.to_clipboard, std::nullopt)) ImGui::SetClipboardText(words->c_str());
    return has_changed;
}

std::optional<double> App::seconds_until_clock() const {
    if (!desk_.is_open()) return desk_.notice() ? std::optional(1.0) : std::nullopt;
    if (desk_.replay) {
        const auto change = desk_.replay->seconds_until_change();
        return change || !desk_.notice() ? change : std::optional(1.0);
    }
    const auto now = desk_.now();
    const bool has_clock = minutes_of(desk_.session(), desk_.session().stage) > 0;
    const bool has_board = desk_.showing == Showing::board; // the projected end, to the minute
    if (has_clock && !desk_.is_blanked && (desk_.showing == Showing::audience || desk_.screens.is_apart))
        return 1.0 -
               static_cast<double>(((now.unix_ms - desk_.session().stage_since.unix_ms) % 1000 + 1000) % 1000) / 1000;
    if (desk_.notice() && desk_.notice()->tone != desk::Tone::trouble) return 1.0;
    if (has_board) return 60.0 - static_cast<double>(now.unix_ms / 1000 % 60);
    return std::nullopt;
}

std::optional<double> App::seconds_until_change() const {
    if (motion_.is_moving()) return 0;
    const auto clock = seconds_until_clock();
    const auto people = desk_.rehearsal ? desk_.rehearsal->seconds_until_change() : std::nullopt;
    return clock && people ? std::min(*clock, *people) : people ? people : clock;
}

} // namespace avow::screen
