#include "cli/cli.hpp"
#include "cli/talk.hpp"

#include <array>

namespace avow::cli {

namespace {

bool holds_lexicon(storage::Disk& disk, const std::filesystem::path& folder) {
    return !folder.empty() && storage::is_there(disk, folder / "lexicon" / themes::first_lexicon);
}

// The value of XDG_DOCUMENTS_DIR="$HOME/Documents": an absolute path, or one below $HOME. Empty where there is none.
std::filesystem::path documents_in(std::string_view user_dirs, const std::filesystem::path& home) {
    constexpr std::string_view key = "XDG_DOCUMENTS_DIR=\"";
    constexpr std::string_view home_sign = "$HOME/";
    const auto at = user_dirs.find(key);
    if (at == std::string_view::npos || (at > 0 && user_dirs[at - 1] != '\n')) return {};
    auto value = user_dirs.substr(at + key.size());
    value = value.substr(0, value.find('"'));
    if (value.starts_with(home_sign)) return home / path_of(std::string(value.substr(home_sign.size())));
    return value.starts_with('/') ? path_of(std::string(value)) : std::filesystem::path();
}

} // namespace

std::filesystem::path assets_folder(storage::Disk& disk, const std::filesystem::path& program,
                                    const std::filesystem::path& named, const std::filesystem::path& built_from) {
    if (!named.empty()) return named;
    const auto here = program.parent_path();
    for (const auto& folder : std::array{here.parent_path() / "share" / "avow", built_from})
        if (holds_lexicon(disk, folder)) return folder;
    // A program inside the build tree of a checkout.
    for (auto above = here; !above.empty(); above = above.parent_path()) {
        if (holds_lexicon(disk, above / "assets")) return above / "assets";
        if (above == above.root_path()) break;
    }
    return {};
}

std::filesystem::path made_file(storage::Disk& disk, std::string_view name, const std::filesystem::path& program,
                                const std::filesystem::path& assets) {
    const auto here = program.parent_path();
    for (const auto& folder : std::array{assets, here, here.parent_path()})
        if (!folder.empty() && storage::is_there(disk, folder / name)) return folder / name;
    return {};
}

std::filesystem::path vectors_file(storage::Disk& disk, const std::filesystem::path& program,
                                   const std::filesystem::path& named, const std::filesystem::path& assets) {
    if (!named.empty()) return named == "none" ? std::filesystem::path() : named;
    return made_file(disk, "word-vectors.bin", program, assets);
}

std::filesystem::path usual_sessions_folder(const std::filesystem::path& named, const std::filesystem::path& home,
                                            std::string_view user_dirs) {
    if (!named.empty()) return named;
    const auto documents = documents_in(user_dirs, home);
    return (documents.empty() ? home / "Documents" : documents) / "Avow";
}

} // namespace avow::cli
