// agenda: a one-on-one's page for one person, or for everybody, out of one session or a folder of them.
#include "cli/folder_joins.hpp"
#include "cli/options.hpp"
#include "cli/read_folder.hpp"
#include "cli/reading.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "insight/past.hpp"
#include "insight/traced.hpp"
#include "report/agenda.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <memory>
#include <set>

namespace avow::cli {

namespace {

enum class Format { markdown, html, json, pdf };

struct AgendaWish {
    std::string where;
    std::string person;
    std::string team;
    Format format = Format::markdown;
    report::Paper paper = report::Paper::a4;
    std::optional<Date> date;
    bool for_all = false;
    std::string out;
};

std::string_view ending_of(Format format) {
    switch (format) {
    case Format::markdown: return ".md";
    case Format::html: return ".html";
    case Format::json: return ".json";
    case Format::pdf: return ".pdf";
    }
    return "";
}

std::string document_of(const insight::Agenda& agenda, const AgendaWish& wish) {
    switch (wish.format) {
    case Format::markdown: return report::agenda_markdown(agenda);
    case Format::html: return report::agenda_html(agenda);
    case Format::json: return report::agenda_json(agenda);
    case Format::pdf: return report::agenda_pdf(agenda, wish.paper);
    }
    return {};
}

Wrapping wrapping_of(Format format) {
    return format == Format::json ? Wrapping::json : format == Format::pdf ? Wrapping::bytes : Wrapping::text;
}

// Of a folder: what can't be read, and which session lay there twice, is said.
std::vector<Session> sessions_in(Console& console, const std::filesystem::path& folder) {
    auto read = read_folder(console, folder, session_files_in(console, folder));
    for (const auto& one : read.unread) say(console, one.why);
    if (read.sessions.empty() && !read.unread.empty())
        throw storage::FormatError("No session can be read in " + shown(folder) + ".");
    auto past = insight::past_of(std::move(read.sessions));
    for (const auto& sentence : past.left_out) say(console, sentence);
    return std::move(past.sessions);
}

std::vector<Session> sessions_at(Console& console, const std::filesystem::path& where) {
    const auto status = storage::status_of(console.disk, where);
    if (status && status->kind == storage::FileKind::folder) return sessions_in(console, where);
    return {read_session(console, where).history.now()};
}

// Who is one in a folder, where somebody said so; a single file has nobody to be joined with.
Joins joins_at(Console& console, const std::filesystem::path& where) {
    const auto status = storage::status_of(console.disk, where);
    return status && status->kind == storage::FileKind::folder ? joins_in(console, where) : Joins{};
}

Status agenda_for_one(Console& console, const AgendaWish& wish, const std::vector<Session>& sessions) {
    const auto found = insight::traced(sessions, wish.person, wish.team, joins_at(console, path_of(wish.where)));
    if (const auto* sentence = std::get_if<std::string>(&found)) return refuse(console, Status::refused, *sentence);
    const auto today = wish.date.value_or(console.today);
    const auto agenda = insight::agenda_of(std::get<insight::Traced>(found), today);
    const auto target = destination(console, wish.out, agenda.person + " " + iso(today), ending_of(wish.format));
    if (const auto reason = why_not_there(console, target, {path_of(wish.where)}))
        return refuse(console, Status::refused, *reason);
    deliver(console, target, document_of(agenda, wish), wrapping_of(wish.format));
    return Status::done;
}

// Two people of one name get two files: nothing is written over what this call has written.
Status agendas_for_all(Console& console, const AgendaWish& wish, const std::vector<Session>& sessions) {
    const auto folder = path_of(wish.out);
    storage::make_folders(console.disk, folder);
    const auto today = wish.date.value_or(console.today);
    std::set<std::string> used;
    for (const auto& one : insight::everybody(sessions, joins_at(console, path_of(wish.where)))) {
        const auto agenda = insight::agenda_of(one, today);
        if (!wish.team.empty() && folded(agenda.team) != folded(wish.team)) continue;
        const auto called = safe_file_name(agenda.person + " " + iso(today));
        auto name = called;
        for (int number = 2; !used.insert(folded(name)).second; ++number) name = fmt::format("{} {}", called, number);
        deliver(console, {folder / path_of(name + std::string(ending_of(wish.format)))}, document_of(agenda, wish),
                wrapping_of(wish.format));
    }
    say(console, counted(used.size(), "agenda") + " in " + shown(folder));
    return Status::done;
}

Status agenda(const AgendaWish& wish, Console& console) {
    if (wish.for_all == !wish.person.empty())
        return refuse(console, Status::misused, "Say for whom: --for NAME, or --all for everybody.");
    if (wish.for_all && (wish.out.empty() || wish.out == "-"))
        return refuse(console, Status::misused, "--all writes a file for each; -o names the folder.");
    if (wish.format == Format::pdf && wish.out.empty())
        return refuse(console, Status::misused,
                      "A PDF is no text for a terminal: -o names the file, -o - sends it on.");
    const auto sessions = sessions_at(console, path_of(wish.where));
    if (sessions.empty())
        return refuse(console, Status::refused, "There are no sessions in " + shown(path_of(wish.where)) + ".");
    return wish.for_all ? agendas_for_all(console, wish, sessions) : agenda_for_one(console, wish, sessions);
}

} // namespace

void add_agenda_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("agenda", "Write the agenda of a one-on-one");
    const auto wish = std::make_shared<AgendaWish>();
    verb->add_option("FILE_OR_DIR", wish->where, "A session file, or a folder of them")->required()->type_name("");
    verb->add_option("--for", wish->person, "Whose; by name, its beginning, or id")->type_name("NAME");
    verb->add_flag("--all", wish->for_all, "For everybody, a file each into the folder OUT");
    verb->add_option("--team", wish->team, "Only of this team's sessions")->type_name("TEAM");
    add_choice(*verb, "--as", wish->format, {"md", "html", "json", "pdf"},
               "md (Markdown, unless given), html, json or pdf")
        ->type_name("FORMAT");
    add_paper(*verb, wish->paper, "a4 (unless given) or letter, for pdf");
    add_date(*verb, wish->date, "The day of the one-on-one; today unless given");
    verb->add_option("-o", wish->out, "Where to; a folder gets a file named after the person")->type_name("OUT");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return agenda(*wish, console); }; });
}

} // namespace avow::cli
