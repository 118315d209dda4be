#include "cli/documents.hpp"

#include "report/csv.hpp"
#include "report/flat.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "report/pdf.hpp"
#include "report/phrases.hpp"
#include "report/workbook.hpp"
#include "storage/json.hpp"

#include <fmt/format.h>

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
    return report::pdf_of_strips(session, asked.part, asked.paper, asked.code);
}

Made flat_lines_of(const Session& session, const Asked& asked) { return report::flat_lines(session, asked.part); }

// Why talks with all who are invited don't find room in their day.
std::optional<Refusal> too_long(const Session& session, const Asked& asked) {
    constexpr int midnight = 24 * 60;
    if (!asked.one_on_ones) return std::nullopt;
    const auto& talks = *asked.one_on_ones;
    const auto people = report::invited(session, asked.part).size();
    if (talks.begins_at + static_cast<int>(people) * talks.minutes <= midnight) return std::nullopt;
    return Refusal{fmt::format("{} of {} minutes from {:02}:{:02} on do not end before midnight. Begin earlier, make "
                               "them shorter, or plan a person at a time (--person).",
                               counted(people, "one-on-one", "one-on-ones"), talks.minutes, talks.begins_at / 60,
                               talks.begins_at % 60)};
}

Made calendar_of(const Session& session, const Asked& asked) {
    if (auto refusal = too_long(session, asked)) return *std::move(refusal);
    if (auto calendar = report::calendar(session, asked.part, asked.one_on_ones)) return *std::move(calendar);
    return Refusal{"Nothing here has a date yet, so there is nothing for a calendar. Due dates are set at Commit, the "
                   "next session's date at Close."};
}

} // namespace

std::span<const Format> formats() {
    static constexpr std::array table = {
        Format{"json", "all there is, and the way back", ".json", Wrapping::json, json_of},
        Format{"md", "Markdown", ".md", Wrapping::text, markdown_of, true},
        Format{"html", "a page that prints", ".html", Wrapping::text, html_of, true},
        Format{"pdf", "pages to print", ".pdf", Wrapping::bytes, pdf_of, true},
        Format{"csv", "a table", ".csv", Wrapping::text, csv_of, true},
        Format{"xlsx", "a workbook", ".xlsx", Wrapping::bytes, workbook_of, true},
        Format{calendar_format, "dates for a calendar", ".ics", Wrapping::text, calendar_of},
        Format{strips_format, "a PDF of strips to hand out, each with a code of its words", " strips.pdf",
               Wrapping::bytes, strips_of},
        Format{flat_format, "flat lines for a database; FILE may be a folder of sessions", ".ndjson", Wrapping::json,
               flat_lines_of},
    };
    return table;
}

} // namespace avow::cli
