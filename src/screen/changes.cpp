#include "screen/changes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace avow::screen {

namespace {

constexpr float square = 32; // pixels: a line of ordinary text spans one or two

struct Corners {
    ImVec2 min, max;

    bool is_empty() const { return min.x >= max.x || min.y >= max.y; }
};

Corners within(const Corners& a, const Corners& b) {
    return {{std::max(a.min.x, b.min.x), std::max(a.min.y, b.min.y)},
            {std::min(a.max.x, b.max.x), std::min(a.max.y, b.max.y)}};
}

// On whole pixels: the renderer cuts fractions off the width, so that a clip cut in two would lose a column between.
Corners clip_of(const ImDrawCmd& command) {
    const auto& clip = command.ClipRect;
    return {{std::floor(clip.x), std::floor(clip.y)}, {std::ceil(clip.z), std::ceil(clip.w)}};
}

using Triangle = std::array<ImDrawVert, 3>;

Triangle triangle_at(const ImDrawList& list, const ImDrawCmd& command, unsigned first) {
    const auto vertex = [&](unsigned index) {
        return list.VtxBuffer[static_cast<int>(list.IdxBuffer[static_cast<int>(index)] + command.VtxOffset)];
    };
    return {vertex(first), vertex(first + 1), vertex(first + 2)};
}

Corners corners_of(const Triangle& triangle) {
    const auto [left, right] = std::minmax({triangle[0].pos.x, triangle[1].pos.x, triangle[2].pos.x});
    const auto [top, bottom] = std::minmax({triangle[0].pos.y, triangle[1].pos.y, triangle[2].pos.y});
    return {{left, top}, {right, bottom}};
}

template <class Act>
void for_each_triangle(const ImDrawCmd& command, Act act) {
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) act(command.IdxOffset + i);
}

template <class Value>
std::uint64_t sum_of(const Value& value) {
    static_assert(std::has_unique_object_representations_v<Value> || std::is_same_v<Value, ImVec4> ||
                  std::is_same_v<Value, Triangle>); // floats, yes; padding, no
    return std::hash<std::string_view>{}({reinterpret_cast<const char*>(&value), sizeof value});
}

// Depends on the order: what is drawn last lies on top.
void add(std::uint64_t& sum, std::uint64_t more) { sum = (sum ^ more) * 0x9E3779B97F4A7C15u + (sum >> 29); }

// A texture that grows becomes another one; a glyph added to one changes nothing that was drawn from it before.
std::uint64_t sum_of_texture(const ImTextureRef& texture) {
    return texture._TexData ? static_cast<std::uint64_t>(texture._TexData->UniqueID) << 32 : texture._TexID;
}

struct Grid {
    int columns, rows;

    std::size_t size() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
    std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
    }
    // Column and row of a place, which may lie off the page.
    int column(float x) const { return std::clamp(static_cast<int>(std::floor(x / square)), 0, columns - 1); }
    int row(float y) const { return std::clamp(static_cast<int>(std::floor(y / square)), 0, rows - 1); }
};

void sum_up(std::vector<std::uint64_t>& sums, const Grid& grid, const ImDrawList& list, ImVec2 origin) {
    for (const auto& command : list.CmdBuffer) {
        const auto clip = clip_of(command);
        std::uint64_t ground = sum_of_texture(command.TexRef);
        add(ground, sum_of(command.ClipRect));
        for_each_triangle(command, [&](unsigned first) {
            const auto triangle = triangle_at(list, command, first);
            const auto seen = within(corners_of(triangle), clip);
            if (seen.is_empty()) return;
            std::uint64_t sum = ground;
            add(sum, sum_of(triangle));
            const int right = grid.column(seen.max.x - origin.x), bottom = grid.row(seen.max.y - origin.y);
            for (int row = grid.row(seen.min.y - origin.y); row <= bottom; ++row)
                for (int column = grid.column(seen.min.x - origin.x); column <= right; ++column)
                    add(sums[grid.index(column, row)], sum);
        });
    }
}

} // namespace

std::vector<Rect> Changes::since_last(const ImDrawData& page, ImU32 paper) {
    const Grid grid{std::max(1, static_cast<int>(std::ceil(page.DisplaySize.x / square))),
                    std::max(1, static_cast<int>(std::ceil(page.DisplaySize.y / square)))};
    std::uint64_t ground = paper;
    add(ground,
        sum_of(ImVec4{page.DisplaySize.x, page.DisplaySize.y, page.FramebufferScale.x, page.FramebufferScale.y}));
    std::vector<std::uint64_t> sums(grid.size(), ground);
    for (const auto* list : page.CmdLists) sum_up(sums, grid, *list, page.DisplayPos);

    const bool is_known = sums_.size() == sums.size() && page.FramebufferScale.x == std::floor(page.FramebufferScale.x);
    std::vector<Rect> changed; // for each run of rows with a change, what spans all of it
    bool is_run = false;
    for (int row = 0; row < grid.rows; ++row) {
        int first = grid.columns, last = -1;
        for (int column = 0; column < grid.columns; ++column)
            if (const auto at = grid.index(column, row); !is_known || sums[at] != sums_[at])
                first = std::min(first, column), last = column;
        if (last < 0) {
            is_run = false;
            continue;
        }
        if (!std::exchange(is_run, true))
            changed.push_back({page.DisplayPos.x + static_cast<float>(first) * square,
                               page.DisplayPos.y + static_cast<float>(row) * square, 0, 0});
        auto& run = changed.back();
        const float left = std::min(run.x, page.DisplayPos.x + static_cast<float>(first) * square);
        const float right = std::max(run.right(), page.DisplayPos.x + static_cast<float>(last + 1) * square);
        run = {left, run.y, right - left, run.height + square};
    }
    sums_ = std::move(sums);
    return changed;
}

void keep_only(ImDrawData& page, const std::vector<Rect>& rects) {
    page.TotalIdxCount = 0;
    for (auto* list : page.CmdLists) {
        ImVector<ImDrawCmd> commands;
        ImVector<ImDrawIdx> indices;
        indices.reserve(list->IdxBuffer.Size);
        for (const auto& command : list->CmdBuffer)
            for (const auto& rect : rects) {
                const auto clip = within(clip_of(command), {{rect.x, rect.y}, {rect.right(), rect.bottom()}});
                if (clip.is_empty()) continue;
                auto kept = command;
                kept.ClipRect = {clip.min.x, clip.min.y, clip.max.x, clip.max.y};
                kept.IdxOffset = static_cast<unsigned>(indices.Size);
                for_each_triangle(command, [&](unsigned first) {
                    if (within(corners_of(triangle_at(*list, command, first)), clip).is_empty()) return;
                    for (unsigned i = 0; i < 3; ++i) indices.push_back(list->IdxBuffer[static_cast<int>(first + i)]);
                });
                kept.ElemCount = static_cast<unsigned>(indices.Size) - kept.IdxOffset;
                if (kept.ElemCount > 0) commands.push_back(kept);
            }
        list->CmdBuffer.swap(commands);
        list->IdxBuffer.swap(indices);
        page.TotalIdxCount += list->IdxBuffer.Size;
    }
}

} // namespace avow::screen
