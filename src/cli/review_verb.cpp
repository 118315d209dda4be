// review: what came of what was said, from a folder of sessions. Reads only; nothing in the folder is changed.
#include "cli/folder_joins.hpp"
#include "cli/options.hpp"
#include "cli/read_folder.hpp"
#include "cli/reading.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "report/phrases.hpp"

#include <memory>
#include <optional>
#include <variant>

namespace avow::cli {

namespace {

enum class Format { markdown, html, json };

struct ReviewWish {
    std::string folder;
    Format format = Format::markdown;
    std::string team;
    bool is_raw = false;
    std::optional<Date> date;
    std::string out;
};

std::string_view ending_of(Format format) {
    return format == Format::html ? ".html" : format == Format::json ? ".json" : ".md";
}

std::string document_of(const report::Told& told, Format format) {
    switch (format) {
    case Format::markdown: return report::review_markdown(told);
    case Format::html: return report::review_html(told);
    case Format::json: return report::review_json(told);
    }
    return "";
}

Status review(const ReviewWish& wish, Console& console) {
    const auto folder = path_of(wish.folder);
    const auto files = session_files_in(console, folder);
    if (!holds_sessions(console, folder))
        return refuse(console, Status::refused, "There are no sessions in " + shown(folder) + ".");
    const auto target = destination(console, wish.out, "review", ending_of(wish.format));
    if (const auto reason = why_not_there(console, target, files)) return refuse(console, Status::refused, *reason);
    auto read = read_folder(console, folder, files);
    auto past = insight::held(insight::past_of(std::move(read.sessions)));
    const auto joins = joins_in(console, folder);
    if (!wish.team.empty()) {
        const auto teams = insight::teams_of(past, joins);
        const auto team = team_in(teams, wish.team);
        if (const auto* sentence = std::get_if<std::string>(&team)) return refuse(console, Status::refused, *sentence);
        past = insight::only(past, teams[std::get<std::size_t>(team)]);
    }
    const auto review =
        insight::review_of(std::move(past), wish.date.value_or(console.today), knowledge_if_readable(console), joins);
    const report::Told told{review, wish.is_raw || review.teams.size() <= 1, std::move(read.unread)};
    deliver(console, target, document_of(told, wish.format),
            wish.format == Format::json ? Wrapping::json : Wrapping::text);
    return review.past.sessions.empty() ? Status::unreadable : Status::done;
}

} // namespace

void add_review_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("review", "Say what came of it all: open, kept, recurring, reworded, owed");
    const auto wish = std::make_shared<ReviewWish>();
    verb->add_option("DIR", wish->folder, "A folder of sessions")->required()->type_name("");
    add_choice(*verb, "--as", wish->format, {"md", "html", "json"},
               "md (Markdown, unless said otherwise), html or json")
        ->type_name("FORMAT");
    verb->add_option("--team", wish->team, "Only this team; its words are then told")->type_name("TEAM");
    verb->add_flag("--raw", wish->is_raw, "What people said too, where there are several teams");
    add_date(*verb, wish->date, "The day that ages are counted to; else today");
    verb->add_option("-o", wish->out, "Where to; a folder gets a file named review")->type_name("OUT");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return review(*wish, console); }; });
}

} // namespace avow::cli
