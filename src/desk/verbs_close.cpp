// What goes out: beside the session file at the end, and a copy of it wherever one is wanted.
#include "desk/verbs.hpp"
#include "report/csv.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "report/pdf.hpp"
#include "storage/json.hpp"
#include "storage/session_file.hpp"

#include <fmt/format.h>

#include <cerrno>

namespace avow::desk {

void export_to_folder(Desk& desk) {
    if (const auto why = desk.why_kept_nowhere(); !why.empty()) return desk.say(Tone::refused, why);
    const auto write = [&disk = desk.world().storage.disk, session = desk.session(), path = desk.path_for_documents()] {
        const auto beside = [&](const char* ending) { return std::filesystem::path(path).replace_extension(ending); };
        storage::replace_file(disk, beside(".json"), storage::to_json(session, storage::Privacy::shared));
        storage::replace_file(disk, beside(".md"), report::markdown(session, {}));
        const auto document = report::document_of(session, {});
        storage::replace_file(disk, beside(".html"), report::html(document));
        storage::replace_file(disk, beside(".pdf"),
                              report::pdf(document, report::Paper::a4, report::last_moment(session)));
        storage::replace_file(disk, beside(".csv"), report::csv(session, {}));
        return fmt::format("Exported to “{}”: {}, .pdf, .html, .md and .json", path.parent_path().filename().string(),
                           beside(".csv").filename().string());
    };
    desk.errands.run(write, Tone::trouble);
}

void begin_copy(Desk& desk) {
    const auto file = desk.file();
    const auto last = std::filesystem::path(desk.copy_typed).parent_path();
    const auto folder = !last.empty() ? last : desk.world().home.empty() ? file.parent_path() : desk.world().home;
    auto at = desk.wall_clock(desk.now()).substr(0, 5);
    at[2] = '.'; // no colon in a file's name
    desk.copy_typed = (folder / fmt::format("{}, {}.avow", file.stem().string(), at)).string();
    desk.panel = Panel::copy_file;
}

void copy_session(Desk& desk, const std::string& typed) {
    const bool is_below_home = typed.starts_with("~/") && !desk.world().home.empty();
    auto path = is_below_home ? desk.world().home / typed.substr(2) : std::filesystem::path(typed);
    if (!path.is_absolute())
        return desk.say(Tone::refused, "Type the whole path, from the first folder on; nothing was copied");
    if (!path.has_filename()) path /= desk.file().filename();
    if (path.extension() != ".avow") path += ".avow";
    desk.copy_typed = path.string();
    desk.panel = Panel::none;
    const auto write = [&disk = desk.world().storage.disk, history = desk.history(), unknown = desk.unknown(), path] {
        if (storage::is_there(disk, path)) throw storage::refused("write", path, EEXIST);
        storage::write_session(disk, path, history, unknown);
        return fmt::format("A copy as of now is kept as “{}” in “{}”; the meeting goes on in its own file",
                           path.filename().string(), path.parent_path().string());
    };
    desk.errands.run(write, Tone::trouble);
}

void copy_as_markdown(Desk& desk) {
    if (desk.rehearsal) return desk.say(Tone::refused, desk.why_kept_nowhere()); // pasted, it would be taken for said
    desk.to_clipboard = report::markdown(desk.session(), {});
    desk.say(Tone::done, "The session is on the clipboard, as Markdown");
}

} // namespace avow::desk
