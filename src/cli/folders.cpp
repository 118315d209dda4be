#include "cli/cli.hpp"
#include "cli/talk.hpp"

#include <array>

namespace avow::cli {

namespace {

bool holds_lexicon(storage::Disk& disk, const std::filesystem::path& folder) {
    return !folder.empty() && storage::is_there(disk, folder / "lexicon" / themes::first_lexicon);
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

} // namespace avow::cli
