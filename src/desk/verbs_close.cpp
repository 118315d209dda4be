// What goes out at the end, beside the session file.
#include "desk/verbs.hpp"
#include "report/csv.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "report/pdf.hpp"
#include "storage/json.hpp"

#include <fmt/format.h>

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
    desk.errands->run(write, Tone::trouble);
}

void copy_as_markdown(Desk& desk) {
    if (desk.rehearsal) return desk.say(Tone::refused, desk.why_kept_nowhere()); // pasted, it would be taken for said
    desk.to_clipboard = report::markdown(desk.session(), {});
    desk.say(Tone::done, "The session is on the clipboard, as Markdown");
}

} // namespace avow::desk
