#include "cli/documents.hpp"

#include "report/calendar.hpp"
#include "report/csv.hpp"
#include "report/flat.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "report/pdf.hpp"
#include "report/strips.hpp"
#include "report/workbook.hpp"
#include "storage/json.hpp"

#include <array>

namespace avow::cli {

namespace {

using Made = std::variant<std::string, Refusal>;

Made json_of(const Session& session, const Asked& asked) {
    return storage::to_json(report::cut_to(asked.part, session),
                            asked.is_private ? storage::Privacy::with_private : storage::Privacy::shared);
}

Made markdown_of(const Session& session, const Asked& asked) { return report::markdown(session, asked.part); }
Made html_of(const Session& session, const Asked& asked) {
    return report::html(report::document_of(session, asked.part));
}
Made csv_of(const Session& session, const Asked& asked) { return report::csv(session, asked.part); }

Made pdf_of(const Session& session, const Asked& asked) {
    return report::pdf(report::document_of(session, asked.part), asked.paper, report::last_moment(session));
}

Made workbook_of(const Session& session, const Asked& asked) { return report::workbook(session, asked.part); }

Made strips_of(const Session& session, const Asked& asked) {
    if (report::strips_of(session, asked.part).empty())
        return Refusal{"Nothing was said here yet, so there is nothing to take away."};
    return report::pdf_of_strips(session, asked.part, asked.paper);
}

Made flat_lines_of(const Session& session, const Asked& asked) { return report::flat_lines(session, asked.part); }

Made calendar_of(const Session& session, const Asked& asked) {
    if (auto calendar = report::calendar(session, asked.part)) return *std::move(calendar);
    return Refusal{"Nothing here has a date yet, so there is nothing for a calendar. Due dates are set at Commit, the "
                   "next session's date at Close."};
}

} // namespace

std::span<const Format> formats() {
    static constexpr std::array table = {
        Format{"json", "all there is, and the way back", ".json", Wrapping::json, json_of},
        Format{"md", "Markdown", ".md", Wrapping::text, markdown_of},
        Format{"html", "a page that prints", ".html", Wrapping::text, html_of},
        Format{"pdf", "pages to print", ".pdf", Wrapping::bytes, pdf_of},
        Format{"csv", "a table", ".csv", Wrapping::text, csv_of},
        Format{"xlsx", "a workbook", ".xlsx", Wrapping::bytes, workbook_of},
        Format{"ics", "dates for a calendar", ".ics", Wrapping::text, calendar_of},
        Format{"strips", "a PDF of strips to hand out, each with a code of its words", " strips.pdf", Wrapping::bytes,
               strips_of},
        Format{flat_format, "flat lines for a database; FILE may be a folder of sessions", ".ndjson", Wrapping::json,
               flat_lines_of},
    };
    return table;
}

} // namespace avow::cli
