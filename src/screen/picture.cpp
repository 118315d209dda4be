// Pictures without a window: a framebuffer of our own, the very views of the window.
#include "desk/verbs.hpp"
#include "screen/app.hpp"
#include "screen/canvas.hpp"
#include "screen/screen.hpp"
#include "screen/sight.hpp"
#include "screen/surfaceless.hpp"

#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <png.h>

#include <stdexcept>
#include <vector>

namespace avow::screen {

namespace {

// A context of Dear ImGui that draws by OpenGL, taken down in the right order whatever happens.
struct Drawing {
    Drawing() : context(ImGui::CreateContext()) {
        ImGui::SetCurrentContext(context);
        recover_from_slips();
        if (!ImGui_ImplOpenGL3_Init("#version 330")) no_picture("its shaders are refused");
    }
    ~Drawing() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext(context);
    }
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;

    ImGuiContext* context;
};

void append(png_structp png, png_bytep bytes, size_t count) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), count);
}

// 8-bit RGB, rows from the top; `pixels` come from the bottom, as OpenGL has them.
std::string png_of(const std::vector<unsigned char>& pixels, int width, int height) {
    std::string bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        throw std::runtime_error("The picture can't be written as PNG.");
    }
    png_set_write_fn(png, &bytes, append, nullptr);
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8, PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    for (int y = height - 1; y >= 0; --y)
        png_write_row(png, &pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) * 3]);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

// The desk as it would stand at the stage: what the facilitator would see on arriving there.
void arrive(desk::Desk& desk, const desk::ShotWish& wish) {
    desk.look_at(wish.history);
    desk.settings.look = wish.look;
    desk.settings.farthest_seat = wish.farthest_seat;
    desk.settings.without_motion = true;
    desk.settings.desk_text = wish.desk_text;
    if (desk.session().stage != wish.stage)
        desk::go_to(desk, wish.stage);
    else if (wish.stage == Stage::themes && desk.session().themes.empty())
        desk::propose_themes(desk);
    if (wish.stage == Stage::align && wish.step) desk::go_to_step(desk, *wish.step);
    if (wish.counts) desk::step_match(desk, static_cast<int>(limit::recall_sheets * limit::recalls));
    desk.page = wish.page - 1;
    desk.showing = wish.surface == desk::Surface::desk ? desk::Showing::board : desk::Showing::audience;
    desk.hush();
}

} // namespace

void shot(desk::World world, const desk::ShotWish& wish) {
    // A picture of one file is always the same: its clock stands where the stage began.
    world.storage.clock = [since = wish.history.now().stage_since] { return since; };
    auto& disk = world.storage.disk;
    desk::Desk desk(std::move(world));
    arrive(desk, wish);

    const Surfaceless surfaceless;
    const Drawing drawing;
    Canvas canvas(&Surfaceless::function, Canvas::On::picture);
    App app(desk);
    const ImVec2 size{static_cast<float>(wish.width), static_cast<float>(wish.height)};
    // Scripts are found and pages counted as they are drawn, so the picture is the last of a few frames.
    for (int frame = 0; frame < 5; ++frame) {
        auto& io = ImGui::GetIO();
        io.DisplaySize = size;
        io.DeltaTime = 1.f / 60;
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        ImGui_ImplOpenGL3_NewFrame();
        ImGui::NewFrame();
        app.draw_picture(size, wish.surface == desk::Surface::audience);
        ImGui::Render();
        canvas.paint(*ImGui::GetDrawData(), app.paper());
        app.run_wishes();
    }
    auto pixels = canvas.pixels();
    see_with(wish.sight, pixels);
    storage::replace_file(disk, wish.out, png_of(pixels, wish.width, wish.height));
}

} // namespace avow::screen
