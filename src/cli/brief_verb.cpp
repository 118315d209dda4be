// brief: the case for working this way, on one page, out of one session's own data.
#include "cli/options.hpp"
#include "cli/reading.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "report/brief.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "report/pdf.hpp"

#include <memory>

namespace avow::cli {

namespace {

enum class Format { markdown, html, pdf };

struct BriefWish {
    std::string file;
    report::Audience audience = report::Audience::leader;
    Format format = Format::markdown;
    report::Paper paper = report::Paper::a4;
    std::string out;
};

std::string_view ending_of(Format format) {
    switch (format) {
    case Format::markdown: return ".md";
    case Format::html: return ".html";
    case Format::pdf: return ".pdf";
    }
    return "";
}

// All three set the same page, so that they tell one story.
std::string brief_as(const BriefWish& wish, const History& history) {
    const auto document = report::brief_on_a_page(report::brief_facts_of(history), wish.audience, wish.paper);
    switch (wish.format) {
    case Format::markdown: return report::markdown(document);
    case Format::html: return report::html(document);
    case Format::pdf: return report::pdf(document, wish.paper, report::last_moment(history.now()));
    }
    return {};
}

Status brief(const BriefWish& wish, Console& console) {
    if (wish.format == Format::pdf && wish.out.empty())
        return refuse(console, Status::misused,
                      "A PDF is no text for a terminal: -o names the file, -o - sends it on.");
    const auto file = path_of(wish.file);
    const auto history = read_session(console, file).history;
    const auto& session = history.now();
    const auto called = (session.team.empty() ? "Session" : session.team) + " brief " + iso(session.date);
    const auto target = destination(console, wish.out, called, ending_of(wish.format));
    if (const auto reason = why_not_there(console, target, {file})) return refuse(console, Status::refused, *reason);
    deliver(console, target, brief_as(wish, history), wish.format == Format::pdf ? Wrapping::bytes : Wrapping::text);
    return Status::done;
}

} // namespace

void add_brief_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("brief", "Write the case for working this way, on one page");
    const auto wish = std::make_shared<BriefWish>();
    verb->add_option("FILE", wish->file, "A session file")->required()->type_name("");
    add_choice(*verb, "--audience", wish->audience, {"leader", "manager", "team"},
               "Who reads it: leader (one further up; unless given), manager or team")
        ->type_name("WHO");
    add_choice(*verb, "--as", wish->format, {"md", "html", "pdf"}, "md (Markdown, unless given), html or pdf")
        ->type_name("FORMAT");
    add_paper(*verb, wish->paper, "a4 (unless given) or letter; the page it has to fit");
    verb->add_option("-o", wish->out, "Where to; a folder gets a file named after the team")->type_name("OUT");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return brief(*wish, console); }; });
}

} // namespace avow::cli
