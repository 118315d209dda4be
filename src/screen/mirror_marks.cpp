// What the phrasing mirror has to say of a text of the leader's, right below its field: the words, whose need they speak of,
// and a question. The desk alone shows it.
#include "screen/form.hpp"
#include "screen/frame.hpp"

#include <fmt/format.h>

namespace avow::screen {

void mirror_marks(Frame& frame, const std::string& text, insight::MirrorText kind) {
    const auto& marks = frame.desk.mirrored(text, kind);
    for (std::size_t i = 0; i < marks.size();) {
        const auto& first = marks[i];
        std::string words;
        for (; i < marks.size() && marks[i].whose == first.whose; ++i)
            words += fmt::format("{}“{}”", words.empty() ? "" : ", ",
                                 std::string_view(text).substr(marks[i].begin, marks[i].end - marks[i].begin));
        caption(frame, fmt::format("{} {}. {}", words, first.whose, first.question));
    }
    if (!marks.empty()) ImGui::Spacing();
}

} // namespace avow::screen
