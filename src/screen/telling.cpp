#include "screen/telling.hpp"

#include "desk/verbs.hpp"
#include "screen/glfw_window.hpp"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <utility>

namespace avow::screen {

void Telling::attend() {
    if (!reader_) return;
    if (!reader_->is_there())
        recorder_.reset();
    else if (!recorder_)
        recorder_.emplace(*ImGui::GetCurrentContext());
    auto& io = ImGui::GetIO();
    while (const auto where = reader_->take_press()) {
        io.AddMousePosEvent(where->x, where->y);
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    }
}

void Telling::tell(const desk::Desk& desk, const GlfwWindow& window, const std::string& title) const {
    if (!recorder_) return;
    AccessiblePage page;
    int x = 0, y = 0;
    glfwGetWindowPos(window.handle(), &x, &y);
    page.title = title;
    page.at = {static_cast<float>(x), static_cast<float>(y)};
    page.size = window.size();
    page.is_active = glfwGetWindowAttrib(window.handle(), GLFW_FOCUSED) == GLFW_TRUE;
    page.parts = parts_of(*recorder_);
    page.news = desk::news_in_words(desk);
    if (page.news.empty()) page.news = desk::asking_in_words(desk);
    page.in_hand = words_to_announce(desk);
    if (!page.news.empty()) {
        Part news;
        news.key = 1; // where no line can stand
        news.role = Role::news;
        news.name = page.news;
        news.size = {1, 1};
        page.parts.push_back(std::move(news));
    }
    reader_->show(std::move(page));
}

} // namespace avow::screen
