#include "screen/icon.hpp"

#include <GLFW/glfw3.h>
#include <png.h>

#include <array>
#include <string>
#include <vector>

namespace avow::screen {

namespace {

struct Picture {
    int size = 0;                      // pixels either way; 0: it can't be read
    std::vector<unsigned char> pixels; // RGBA, rows from the top
};

Picture read_picture(const std::filesystem::path& path) {
    constexpr png_uint_32 largest = 1024;
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    Picture picture;
    if (png_image_begin_read_from_file(&image, path.string().c_str()) == 0) return picture;
    image.format = PNG_FORMAT_RGBA;
    if (image.width == image.height && image.width <= largest) {
        picture.pixels.resize(PNG_IMAGE_SIZE(image));
        if (png_image_finish_read(&image, nullptr, picture.pixels.data(), 0, nullptr) != 0)
            picture.size = static_cast<int>(image.width);
    }
    png_image_free(&image);
    return picture;
}

} // namespace

void show_icon(GLFWwindow* window, const std::filesystem::path& folder) {
    constexpr std::array sizes = {16, 32, 48, 128, 256};
    std::vector<Picture> pictures;
    std::vector<GLFWimage> images;
    for (const int size : sizes) pictures.push_back(read_picture(folder / ("avow-" + std::to_string(size) + ".png")));
    for (auto& picture : pictures)
        if (picture.size > 0) images.push_back({picture.size, picture.size, picture.pixels.data()});
    if (!images.empty()) glfwSetWindowIcon(window, static_cast<int>(images.size()), images.data());
}

} // namespace avow::screen
