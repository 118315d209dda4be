// review: what came of what was said, from a folder of sessions. Reads only; nothing in the folder is changed.
#include "cli/read_folder.hpp"
#include "cli/reading.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "cli/words.hpp"
#include "report/phrases.hpp"
#include "report/review_words.hpp"
#include "session/text.hpp"

#include <algorithm>
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

std::string names_of(const std::vector<insight::Team>& teams) {
    std::string names;
    for (const auto& team : teams) names += (names.empty() ? "" : ", ") + report::team_name(team);
    return names;
}

// The one team that is asked about, by its whole name, else by a unique beginning; or what teams there are.
std::variant<std::size_t, std::string> team_in(const std::vector<insight::Team>& teams, const std::string& words) {
    std::vector<std::size_t> begun;
    for (std::size_t at = 0; at < teams.size(); ++at) {
        const auto is_called = [&](const std::string& name) { return folded(name) == folded(words); };
        if (is_called(teams[at].name) || std::ranges::any_of(teams[at].former_names, is_called)) return at;
        if (begins_with_folded(teams[at].name, words)) begun.push_back(at);
    }
    if (begun.size() == 1) return begun.front();
    return (begun.empty() ? "There is no team \"" : "There are several teams \"") + words +
           "\" here. Those that are: " + names_of(teams) + ".";
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
    auto past = insight::past_of(std::move(read.sessions));
    if (!wish.team.empty()) {
        const auto teams = insight::teams_of(past);
        const auto team = team_in(teams, wish.team);
        if (const auto* sentence = std::get_if<std::string>(&team)) return refuse(console, Status::refused, *sentence);
        past = insight::only(past, teams[std::get<std::size_t>(team)]);
    }
    const auto review =
        insight::review_of(std::move(past), wish.date.value_or(console.today), knowledge_if_readable(console));
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
    verb->add_option_function<std::string>(
            "--as",
            [wish](const std::string& words) {
                wish->format = Format(choice_in("--as", words, {"md", "html", "json"}));
            },
            "md (Markdown, unless said otherwise), html or json")
        ->type_name("FORMAT");
    verb->add_option("--team", wish->team, "Only this team; its words are then told")->type_name("TEAM");
    verb->add_flag("--raw", wish->is_raw, "What people said too, where there are several teams");
    verb->add_option_function<std::string>(
            "--date", [wish](const std::string& words) { wish->date = date_in("--date", words); },
            "The day that ages are counted to; else today")
        ->type_name("YYYY-MM-DD");
    verb->add_option("-o", wish->out, "Where to; a folder gets a file named review")->type_name("OUT");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return review(*wish, console); }; });
}

} // namespace avow::cli
