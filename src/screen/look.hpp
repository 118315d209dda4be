// Colours, measures and faces: how everything looks, in one place. Sizes on the audience surface are shares of its height,
// on the desk multiples of one ordinary text size.
#pragma once

#include "desk/wishes.hpp"

#include <imgui.h>

#include <array>
#include <cstdint>

namespace avow::screen {

struct Colours {
    ImU32 paper; // the page
    ImU32 card;  // what lies on it
    ImU32 ink;   // words
    ImU32 quiet; // labels; still at 7.4:1 on paper, card and strip
    ImU32 hairline;
    ImU32 accent;       // lines and the caret: never words
    ImU32 accent_words; // the stage's name, and what is next
    ImU32 strip;        // the facilitator's own ground
    ImU32 field;        // where words are typed
    ImU32 selected;     // the row or card in hand
    ImU32 trouble;      // words of a notice that stays
    ImU32 shadow;       // at its darkest
    ImU32 placeholder;  // what a field would like to hold; on the desk only
    ImU32 marked;       // under words that are marked in a field
    float hairlines;    // how many times as thick as usual
    bool is_dark;
};

const Colours& colours_of(desk::Look);

// Okabe-Ito's colours, for the mark of a theme: 0 is the first theme's. Never used for words.
ImU32 mark_colour(int mark, const Colours&);

// The light of a channel of sRGB, 0 to 255: 0 to 1, as WCAG 2.1 has it.
double linear(ImU32 channel);

// The contrast of two opaque colours, 1 to 21, after WCAG 2.1 (relative luminance of sRGB).
double contrast(ImU32, ImU32);

// Shares of the height of the audience surface. An em, not a line: Inter's line is 1.21 em.
namespace share {
inline constexpr float display = .090f;
inline constexpr float title = .065f;
inline constexpr float body = .050f;
inline constexpr float small = .040f;   // the floor for a farthest seat of six picture heights
inline constexpr float margin = .050f;  // of the width
inline constexpr float leading = 1.25f; // lines are this many ems apart
} // namespace share

// What all sizes on the audience surface are multiplied by, so that the smallest is the floor for that last row: 2.7, 4.0 or
// 5.3% of the height.
float reach_of(storage::FarthestSeat);

// Dear ImGui's own style, for the widgets of the desk: measures for one pixel size of ordinary text.
void apply_style(ImGuiStyle&, const Colours&, float text_px);

} // namespace avow::screen
