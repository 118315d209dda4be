// The font files of this machine, opened as they are needed, and which of them sets what. Nothing here knows Dear ImGui.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

struct FT_LibraryRec_;
struct FT_FaceRec_;
struct hb_font_t;

namespace avow::screen {

enum class Weight { regular, semibold, bold, italic };

// Which families to set in. Pictures that are compared ask for the one that is the same everywhere.
enum class Family { inter, dejavu };

struct FontFile {
    std::string path;
    int index = 0;
    std::string family;

    bool operator==(const FontFile&) const = default;
};

std::optional<FontFile> file_of(const char* family, Weight);           // of just that family
std::optional<FontFile> file_with(char32_t, Weight = Weight::regular); // with outlines of that character

// One font, open: its outlines, and the rules by which its letters join.
class Face {
public:
    Face(FT_LibraryRec_*, const FontFile&); // throws std::runtime_error with a sentence
    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    FT_FaceRec_* outlines = nullptr;
    hb_font_t* rules = nullptr;
    float units_per_em = 1000;
    float ascender = 1, descender = -.2f; // in ems
    mutable long set_to = 0;              // the size its outlines were last asked in, in 64ths of a pixel

    bool has(char32_t) const;
};

class Faces {
public:
    // Throws std::runtime_error with a sentence when this machine has no font at all.
    explicit Faces(Family);
    ~Faces();

    // The face of what a reader takes for one character: all of it comes from one. `script` is a tag of ISO 15924.
    int face_for(std::u32string_view cluster, std::uint32_t script, Weight);
    int emoji_face(std::u32string_view cluster); // in colour; -1: this machine has none that knows it
    const Face& operator[](int number) const { return *faces_[static_cast<std::size_t>(number)]; }
    int plain(Weight weight) const { return plain_[static_cast<int>(weight)]; }

private:
    int open(const std::optional<FontFile>&); // -1: there is none
    int face_of_script(std::uint32_t script, char32_t, Weight);
    int face_with(char32_t, Weight);

    FT_LibraryRec_* library_ = nullptr;
    std::vector<std::unique_ptr<Face>> faces_;
    std::vector<FontFile> files_;        // of each face
    int plain_[4] = {}, behind_[4] = {}; // behind: DejaVu Sans
    std::optional<int> emoji_;
    std::map<std::pair<std::uint32_t, Weight>, int> of_scripts_;
    std::map<std::pair<char32_t, Weight>, int> with_; // looked up already; -1: nobody has it
};

} // namespace avow::screen
