// Painting only what changed must look like painting everything: told by what lies over each of many places of the page.
#include "screen/changes.hpp"

#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <cstring>

using namespace avow;
using namespace avow::screen;

namespace {

constexpr ImU32 paper = IM_COL32_WHITE;
constexpr int apart = 5; // pixels between the places that are looked at

bool has(const std::vector<Rect>& rects, ImVec2 place) {
    return std::ranges::any_of(rects, [&](const Rect& rect) {
        return place.x >= rect.x && place.x < rect.right() && place.y >= rect.y && place.y < rect.bottom();
    });
}

float area(const std::vector<Rect>& rects) {
    float area = 0;
    for (const auto& rect : rects) area += rect.width * rect.height;
    return area;
}

float cross(ImVec2 a, ImVec2 b, ImVec2 p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); }

bool covers(const ImDrawVert* corner, ImVec2 p) {
    const float a = cross(corner[0].pos, corner[1].pos, p), b = cross(corner[1].pos, corner[2].pos, p),
                c = cross(corner[2].pos, corner[0].pos, p);
    return (a >= 0 && b >= 0 && c >= 0) || (a <= 0 && b <= 0 && c <= 0);
}

// What is drawn over one place, from below: the corners of each triangle and the texture, byte by byte.
using Over = std::string;

struct Page {
    std::vector<Over> places;
    int columns = 0;

    explicit Page(const ImDrawData& data) : columns(static_cast<int>(data.DisplaySize.x) / apart) {
        places.resize(static_cast<std::size_t>(columns * (static_cast<int>(data.DisplaySize.y) / apart)));
        for (const auto* list : data.CmdLists)
            for (const auto& command : list->CmdBuffer)
                for (unsigned i = 0; i < command.ElemCount; i += 3) lay(*list, command, command.IdxOffset + i);
    }
    ImVec2 place(std::size_t index) const {
        const auto at = static_cast<int>(index);
        return {static_cast<float>(at % columns * apart) + .5f, static_cast<float>(at / columns * apart) + .5f};
    }

private:
    void lay(const ImDrawList& list, const ImDrawCmd& command, unsigned first) {
        ImDrawVert corner[3];
        float left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
        for (unsigned i = 0; i < 3; ++i) {
            corner[i] =
                list.VtxBuffer[static_cast<int>(list.IdxBuffer[static_cast<int>(first + i)] + command.VtxOffset)];
            left = std::min(left, corner[i].pos.x), right = std::max(right, corner[i].pos.x);
            top = std::min(top, corner[i].pos.y), bottom = std::max(bottom, corner[i].pos.y);
        }
        left = std::max(left, std::floor(command.ClipRect.x)), right = std::min(right, std::ceil(command.ClipRect.z));
        top = std::max(top, std::floor(command.ClipRect.y)), bottom = std::min(bottom, std::ceil(command.ClipRect.w));
        const auto index_from = [](float pixel) {
            return std::max(0, static_cast<int>(std::ceil((pixel - .5f) / apart)));
        };
        for (int y = index_from(top); static_cast<float>(y * apart) + .5f < bottom; ++y)
            for (int x = index_from(left); x < columns && static_cast<float>(x * apart) + .5f < right; ++x) {
                const auto index = static_cast<std::size_t>(y * columns + x);
                if (index >= places.size() || !covers(corner, place(index))) continue;
                char bytes[sizeof corner];
                std::memcpy(bytes, corner, sizeof bytes);
                places[index].append(bytes, sizeof bytes).append(std::to_string(command.TexRef._TexData->UniqueID));
            }
    }
};

// Each page must differ from the last one only where `changes` says, and be there what it is when painted whole.
void check(const Page& before, const Page& now, const std::vector<Rect>& changed, ImDrawData& data) {
    std::size_t missed = 0, wrong = 0;
    for (std::size_t i = 0; i < now.places.size(); ++i)
        missed += now.places[i] != before.places[i] && !has(changed, now.place(i));
    keep_only(data, changed);
    const Page kept(data);
    for (std::size_t i = 0; i < now.places.size(); ++i)
        wrong += kept.places[i] != (has(changed, now.place(i)) ? now.places[i] : Over());
    CHECK(missed == 0);
    CHECK(wrong == 0);
}

} // namespace

TEST_CASE("what a page changes is found, whatever is done, and painting that alone gives the whole page") {
    GivenRoom given(sample_at(Stage::capture));
    Changes changes;
    changes.since_last(*ImGui::GetDrawData(), paper);
    Page before(*ImGui::GetDrawData());
    const auto step = [&](std::string_view what) {
        INFO(what);
        auto& data = *ImGui::GetDrawData();
        const Page now(data);
        check(before, now, changes.since_last(data, paper), data);
        before = now;
    };
    for (const auto* letters : {"I", " c", "all them back within an hour"}) given.room.type(letters), step(letters);
    for (const auto* key : {"Return", "N", "Ctrl+K", "Escape", "Ctrl+PageDown", "1", "Escape", "F2", "Down", "M", "F2",
                            "Ctrl+PageDown", "PageDown", "B", "B", "Ctrl+Z", "?", "Escape", "Ctrl+PageDown"})
        given.room.key(key), step(key);
    given.room.wait_ms(1000);
    step("a second");
}

TEST_CASE("a letter repaints its line and not the wall; nothing new repaints nothing") {
    GivenRoom given(sample_at(Stage::capture));
    given.room.type("I call");
    Changes changes;
    changes.since_last(*ImGui::GetDrawData(), paper);
    CHECK(changes.since_last(*ImGui::GetDrawData(), paper).empty());
    given.room.type("s");
    const auto changed = changes.since_last(*ImGui::GetDrawData(), paper);
    REQUIRE_FALSE(changed.empty());
    CHECK(area(changed) < .2f * given.room.size.x * given.room.size.y);

    changes.forget();
    CHECK(area(changes.since_last(*ImGui::GetDrawData(), paper)) >= given.room.size.x * given.room.size.y);
    CHECK(area(changes.since_last(*ImGui::GetDrawData(), IM_COL32_BLACK)) >= given.room.size.x * given.room.size.y);
}
