// The recorder: what a test and a screen reader see of a frame. Without a window, by Dear ImGui alone.
#include "screen/imgui_hooks.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <imgui_internal.h>

#include <algorithm>
#include <functional>
#include <stdexcept>

using namespace avow::screen;
using Catch::Matchers::ContainsSubstring;

namespace {

// A context that draws into nothing: it answers each request for a texture and forgets it.
class Nothing {
public:
    Nothing() : context_(ImGui::CreateContext()) {
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {400, 300};
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    }
    ~Nothing() {
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
        ImGui::DestroyContext(context_);
    }
    Nothing(const Nothing&) = delete;
    Nothing& operator=(const Nothing&) = delete;

    ImGuiContext& context() { return *context_; }

    // A window "Board" of 400 by 300 pixels with what `draw` puts into it.
    void frame(const std::function<void()>& draw) {
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({400, 300});
        ImGui::Begin("Board", nullptr, ImGuiWindowFlags_NoDecoration);
        draw();
        ImGui::End();
        ImGui::Render();
        for (ImTextureData* texture : *ImGui::GetDrawData()->Textures)
            if (texture->Status != ImTextureStatus_OK) {
                texture->SetTexID(1);
                texture->SetStatus(ImTextureStatus_OK);
            }
    }

private:
    ImGuiContext* context_;
};

const Item* named(const Recorder& recorder, std::string_view words) {
    const auto found = std::find_if(recorder.items().begin(), recorder.items().end(),
                                    [&](const Item& item) { return item.words() == words; });
    return found == recorder.items().end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("a button is recorded with its words, its place and its window") {
    Nothing nothing;
    Recorder recorder(nothing.context());
    nothing.frame([] { ImGui::Button("Agree##7", {120, 30}); });

    const Item* button = named(recorder, "Agree");
    REQUIRE(button);
    CHECK(button->label == "Agree##7");
    CHECK(button->rect.max.x - button->rect.min.x == 120);
    CHECK(button->visible.contains(button->rect.centre()));
    const Item* board = named(recorder, "Board");
    REQUIRE(board);
    CHECK(button->window == board->id);
}

TEST_CASE("what a widget says about itself is recorded: ticked, disabled") {
    Nothing nothing;
    Recorder recorder(nothing.context());
    nothing.frame([] {
        bool is_present = true;
        ImGui::Checkbox("Present", &is_present);
        accessible_name("Mara is present");
        ImGui::BeginDisabled();
        ImGui::Button("Close");
        ImGui::EndDisabled();
    });

    const Item* present = named(recorder, "Mara is present");
    REQUIRE(present);
    CHECK((present->status & ImGuiItemStatusFlags_Checked) != 0);
    CHECK_FALSE(named(recorder, "Present"));
    const Item* close = named(recorder, "Close");
    REQUIRE(close);
    CHECK((close->flags & ImGuiItemFlags_Disabled) != 0);
}

TEST_CASE("an item scrolled out of sight has a name only if it was given one") {
    Nothing nothing;
    Recorder recorder(nothing.context());
    nothing.frame([] {
        ImGui::SetCursorPosY(5000);
        ImGui::Button("Unnamed");
        ImGui::Button("Card##1");
        accessible_name("We answer within a day");
    });

    CHECK_FALSE(named(recorder, "Unnamed"));
    const Item* card = named(recorder, "We answer within a day");
    REQUIRE(card);
    CHECK(card->visible.is_empty());
    CHECK_FALSE(card->rect.is_empty());
}

TEST_CASE("a thing drawn by hand becomes an item by being named") {
    Nothing nothing;
    Recorder recorder(nothing.context());
    nothing.frame([] {
        ImGui::Dummy({40, 40});
        accessible_name("Portrait of Mara");
    });

    const Item* portrait = named(recorder, "Portrait of Mara");
    REQUIRE(portrait);
    CHECK(portrait->id == 0);
    CHECK(portrait->rect.max.x - portrait->rect.min.x == 40);
}

TEST_CASE("a line of words drawn by hand is recorded where it stands, and how much of it is in sight") {
    Nothing nothing;
    Recorder recorder(nothing.context());
    nothing.frame([] {
        for (const float y : {20.F, 1000.F}) {
            auto& list = *ImGui::GetWindowDrawList();
            const int before = list.VtxBuffer.Size;
            list.AddText(ImGui::GetFont(), 20, {10, y}, IM_COL32_WHITE, "I call back");
            accessible_line(list, "I call back", {{10, y}, {110, y + 20}}, IM_COL32_BLACK, before);
        }
    });

    REQUIRE(recorder.lines().size() == 2);
    const Line& seen = recorder.lines().front();
    CHECK(seen.words == "I call back");
    CHECK(seen.visible.min.x == 10);
    CHECK(seen.visible.max.y == 40);
    CHECK(seen.letters.size() == 9); // a space leaves no ink
    CHECK(recorder.lines().back().visible.is_empty());
    nothing.frame([] {});
    CHECK(recorder.lines().empty());
}

TEST_CASE("a recorder holds one frame, and nothing once it is gone") {
    Nothing nothing;
    {
        Recorder recorder(nothing.context());
        nothing.frame([] { ImGui::Button("First"); });
        CHECK(named(recorder, "First"));
        nothing.frame([] { ImGui::Button("Second"); });
        CHECK_FALSE(named(recorder, "First"));
        CHECK(named(recorder, "Second"));
        CHECK_THROWS_AS(Recorder(nothing.context()), std::logic_error);
    }
    nothing.frame([] {
        ImGui::Button("Unseen");
        accessible_name("Nobody listens");
    });
    CHECK(nothing.context().TestEngine == nullptr);
}

TEST_CASE("an assert within Dear ImGui is thrown with its condition and place, in release too") {
    Nothing nothing;
    nothing.frame([] {});
    ImGui::GetIO().DeltaTime = -1;
    CHECK_THROWS_MATCHES(
        ImGui::NewFrame(), std::logic_error,
        Catch::Matchers::MessageMatches(ContainsSubstring("DeltaTime") && ContainsSubstring("imgui.cpp:")));
}
