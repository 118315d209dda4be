// The faces words are set in. Inter where it is installed, DejaVu Sans behind it, and for every other script whatever this
// machine has, looked up the first time a character is met that no face so far can draw.
#pragma once

#include <imgui.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace avow::screen {

enum class Weight { regular, semibold, bold, italic };

// Which families to set in. Pictures that are compared ask for the one that is the same everywhere.
enum class Family { inter, dejavu };

class Type {
public:
    // Adds its faces to the atlas of the current context; throws std::runtime_error with a sentence when this machine has
    // no font at all.
    explicit Type(Family = Family::inter);

    ImFont* face(Weight weight) const { return faces_[static_cast<int>(weight)]; }
    // Dear ImGui measures a face from ascender to descender; a page is set in ems. Pixels of an em to ImGui's size.
    float size_for_em(float em_px) const { return em_px * line_per_em_; }

    // Notes the characters of a text that no face can draw; adopt() then finds faces for them. Called for all that is
    // drawn; quick for what is Latin, Greek or Cyrillic.
    void cover(std::string_view text);
    bool adopt(); // between frames; true when something was added and the page should be drawn again

private:
    void add(const std::string& path, int index, float line); // line: ascender to descender, in ems

    ImFont* faces_[4] = {};
    float line_per_em_ = 1.2f;
    std::set<ImWchar> met_; // looked at already
    std::vector<ImWchar> wanted_;
    std::set<std::string> added_;
    int sources_ = 0;
};

} // namespace avow::screen
