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
    try {
        auto path = desk.path_for_documents();
        auto& disk = desk.world().storage.disk;
        storage::replace_file(disk, path.replace_extension(".json"),
                              storage::to_json(desk.session(), storage::Privacy::shared));
        storage::replace_file(disk, path.replace_extension(".md"), report::markdown(desk.session(), {}));
        const auto document = report::document_of(desk.session(), {});
        storage::replace_file(disk, path.replace_extension(".html"), report::html(document));
        storage::replace_file(disk, path.replace_extension(".pdf"),
                              report::pdf(document, report::Paper::a4, report::last_moment(desk.session())));
        storage::replace_file(disk, path.replace_extension(".csv"), report::csv(desk.session(), {}));
        desk.say(Tone::done, fmt::format("Exported to “{}”: {}, .pdf, .html, .md and .json",
                                         path.parent_path().filename().string(), path.filename().string()));
    } catch (const std::exception& error) {
        desk.say(Tone::trouble, error.what());
    }
}

void copy_as_markdown(Desk& desk) {
    if (desk.rehearsal) return desk.say(Tone::refused, desk.why_kept_nowhere()); // pasted, it would be taken for said
    desk.to_clipboard = report::markdown(desk.session(), {});
    desk.say(Tone::done, "The session is on the clipboard, as Markdown");
}

} // namespace avow::desk
