#include "cli/saving.hpp"

#include "cli/reading.hpp"
#include "cli/talk.hpp"

namespace avow::cli {

namespace {

std::filesystem::path free_name_beside(Console& console, const std::filesystem::path& path) {
    for (int number = 1;; ++number) {
        auto name = path.stem();
        name += number == 1 ? " (before)" : " (before " + std::to_string(number) + ")";
        name += path.extension();
        auto beside = path.parent_path() / name;
        if (!storage::is_there(console.disk, beside)) return beside;
    }
}

bool holds_something_else(Console& console, const std::filesystem::path& path, const std::string& image) {
    const auto status = storage::status_of(console.disk, path);
    if (!status || status->kind != storage::FileKind::file || status->bytes == 0) return false;
    return status->bytes != image.size() || read_text(console, path) != image;
}

} // namespace

void save_session(Console& console, const std::filesystem::path& path, const History& history,
                  const storage::UnknownFields& unknown) {
    if (holds_something_else(console, path, storage::image_of(history, unknown))) {
        const auto beside = free_name_beside(console, path);
        storage::replace_file(console.disk, beside, read_text(console, path));
        say(console, "what was in " + shown(path) + " is kept as " + shown(beside));
    }
    storage::write_session(console.disk, path, history, unknown);
}

} // namespace avow::cli
