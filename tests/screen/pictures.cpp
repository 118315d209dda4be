// Pictures, as the program draws them: each stage in each look as it was looked at and found good; and nothing in one that
// the room must not see. AVOW_UPDATE_PICTURES=1 takes what is drawn now as good: look at each before it is committed.
#include "desk/wishes.hpp"
#include "storage/disk.hpp"
#include "storage/session_file.hpp"
#include "support/sample.hpp"
#include "support/still_world.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>
#include <png.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <vector>

using namespace avow;
namespace fs = std::filesystem;

namespace {

const fs::path golden = fs::path(AVOW_SOURCE_DIR) / "tests/golden/pictures";
constexpr std::array stages = {Stage::open,    Stage::goal,   Stage::align,  Stage::write,
                               Stage::capture, Stage::themes, Stage::commit, Stage::close};
constexpr std::array looks = {"light", "dark", "high-contrast"};

struct Picture {
    int width = 0, height = 0;
    std::vector<unsigned char> rgb;
};

Picture read_picture(const fs::path& path) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    Picture picture;
    if (png_image_begin_read_from_file(&image, path.string().c_str()) == 0) return picture;
    image.format = PNG_FORMAT_RGB;
    picture.rgb.resize(PNG_IMAGE_SIZE(image));
    png_image_finish_read(&image, nullptr, picture.rgb.data(), 0, nullptr);
    picture.width = static_cast<int>(image.width);
    picture.height = static_cast<int>(image.height);
    return picture;
}

// The share of pixels that differ by more than a release's rounding of an edge.
double differing(const Picture& a, const Picture& b) {
    constexpr int rounding = 24;
    if (a.width != b.width || a.height != b.height || a.rgb.empty()) return 1;
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.rgb.size(); i += 3) {
        int most = 0;
        for (std::size_t j = i; j < i + 3; ++j) most = std::max(most, std::abs(a.rgb[j] - b.rgb[j]));
        count += most > rounding;
    }
    return static_cast<double>(count) / (static_cast<double>(a.rgb.size()) / 3);
}

// For the one call that follows, as the system's shell has it.
std::string with(std::string_view variable, fs::path value) {
    value.make_preferred();
#ifdef _WIN32
    return fmt::format("set \"{}={}\"&& ", variable, value.string());
#else
    return fmt::format("{}=\"{}\" ", variable, value.string());
#endif
}

// The program as a person runs it, with a state of its own and one family of letters. False where nothing can be drawn.
bool draw(const fs::path& session, const fs::path& folder, Stage stage, std::string_view more, const fs::path& out) {
    const auto command = with("FONTCONFIG_FILE", golden / "fonts.conf") + with("AVOW_STATE", folder / "state") +
                         fmt::format("\"{}\" shot \"{}\" --stage {} --size 640x360 {} -o \"{}\" 2>\"{}\"",
                                     fs::path(AVOW_PROGRAM).make_preferred().string(), session.string(), name_of(stage),
                                     more, out.string(), (folder / "said").string());
    return std::system(command.c_str()) == 0;
}

bool is_drawing_possible(const fs::path& session, const fs::path& folder) {
    if (fs::exists("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf") &&
        draw(session, folder, Stage::goal, "", folder / "first.png"))
        return true;
    WARN("no picture can be drawn here: " << words_of_file(folder / "said"));
    return false;
}

} // namespace

TEST_CASE("every stage looks in every look as it did when it was found good") {
    const fs::path sample = fs::path(AVOW_SOURCE_DIR) / "sessions/sample-customer-service.avow";
    const StillWorld world;
    fs::create_directories(world.folder());
    if (!is_drawing_possible(sample, world.folder())) SKIP();
    const bool is_update = std::getenv("AVOW_UPDATE_PICTURES") != nullptr;
    for (const auto stage : stages)
        for (const auto* look : looks) {
            const auto name = fmt::format("{}-{}.png", name_of(stage), look);
            INFO(name);
            const auto out = is_update ? golden / name : world.folder() / name;
            REQUIRE(draw(sample, world.folder(), stage, fmt::format("--look {}", look), out));
            CHECK(differing(read_picture(out), read_picture(golden / name)) < .002);
        }
}

TEST_CASE("a picture for the room is the same, pixel for pixel, whatever private words the session holds",
          "[privacy]") {
    const StillWorld world;
    fs::create_directories(world.folder());
    auto& disk = storage::real_disk();
    const auto plain = sample_session();
    const auto open = world.folder() / "plain.avow", secret = world.folder() / "secret.avow";
    storage::write_session(disk, open, History(plain));
    storage::write_session(disk, secret, History(with_private_words(plain, "SECRET")));
    if (!is_drawing_possible(open, world.folder())) SKIP();
    for (const auto stage : stages) {
        INFO(name_of(stage));
        const auto one = world.folder() / "one.png", other = world.folder() / "other.png";
        REQUIRE(draw(open, world.folder(), stage, "", one));
        REQUIRE(draw(secret, world.folder(), stage, "", other));
        CHECK(words_of_file(one) == words_of_file(other));
    }
}
