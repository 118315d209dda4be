// people: who, which team and which theme is taken for one across a folder of sessions; and a person's word against it.
#include "cli/folder_joins.hpp"
#include "cli/naming.hpp"
#include "cli/read_folder.hpp"
#include "cli/reading.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "insight/review.hpp"
#include "insight/settled.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"
#include "report/review_words.hpp"
#include "session/text.hpp"
#include "storage/joins_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace avow::cli {

namespace {

using namespace insight;

struct PeopleWish {
    std::string folder;
    std::string team;
    struct Said {
        Join::Kind kind = Join::Kind::person;
        bool is_same = true;
        std::vector<std::string> two;
    };
    std::vector<Said> said;
    std::vector<std::size_t> forgotten; // by their numbers in the list
};

std::string before_in_words(const std::vector<std::string>& former) {
    std::string words;
    for (const auto& name : former) words += (words.empty() ? ", before: " : ", ") + report::on_one_line(name);
    return words;
}

std::string person_line(const Review& review, std::size_t at, const std::vector<std::size_t>& in) {
    const auto first = review.past.sessions[in.front()].date, last = review.past.sessions[in.back()].date;
    return fmt::format("    {}{}; {}, {}\n", report::on_one_line(report::person_in(review, at)),
                       before_in_words(review.people[at].former_names), counted(in.size(), "session"),
                       first == last ? iso(first) : iso(first) + " to " + iso(last));
}

std::string people_of_team(const Review& review, const Team& team) {
    std::string text;
    for (std::size_t at = 0; at < review.people.size(); ++at) {
        std::vector<std::size_t> in;
        for (const auto& presence : review.people[at].in)
            if (std::ranges::find(team.sessions, presence.session) != team.sessions.end() &&
                (in.empty() || in.back() != presence.session))
                in.push_back(presence.session);
        if (!in.empty()) text += person_line(review, at, in);
    }
    return text.empty() ? "" : "  People\n" + text;
}

std::string themes_of_team(const Review& review, std::size_t team) {
    std::string text;
    for (const auto* thread : report::themes_in(review, team)) {
        if (!recurs(*thread)) continue;
        const auto sureness = report::sureness_in_words(*thread);
        text += fmt::format("    {}{}; {}; {}\n", report::on_one_line(thread->title),
                            before_in_words(thread->former_titles), report::running_in_words(*thread),
                            sureness.empty() ? "of one title" : sureness);
    }
    return text.empty() ? "" : "  Themes that come again\n" + text;
}

std::string joins_in_words(const Joins& joins) {
    std::string text;
    for (std::size_t at = 0; at < joins.size(); ++at)
        text += fmt::format("  {}. {}\n", at + 1, report::on_one_line(in_words(joins[at])));
    return text.empty() ? "" : "Said by hand, the newest last\n" + text;
}

Status list(Console& console, const PeopleWish& wish, const Past& past, const Joins& joins) {
    const auto review = review_of(past, console.today, knowledge_if_readable(console), joins);
    std::optional<std::size_t> only;
    if (!wish.team.empty()) {
        const auto found = team_in(review.teams, wish.team);
        if (const auto* sentence = std::get_if<std::string>(&found)) return refuse(console, Status::refused, *sentence);
        only = std::get<std::size_t>(found);
    }
    std::string text;
    for (std::size_t at = 0; at < review.teams.size(); ++at) {
        if (only.value_or(at) != at) continue;
        const auto& team = review.teams[at];
        text += fmt::format("{}{}; {}\n", report::on_one_line(report::team_name(team)),
                            before_in_words(team.former_names), report::span_in_words(review, team));
        text += people_of_team(review, team) + themes_of_team(review, at) + "\n";
    }
    deliver(console, {}, text + joins_in_words(joins), Wrapping::text);
    return Status::done;
}

// What is said by this call, or why it can't be.
std::variant<Joins, std::string> joins_of(const PeopleWish& wish, const Past& past, const Joins& before) {
    Joins anew;
    for (const auto& said : wish.said) {
        auto join = join_in({said.kind, said.is_same, said.two, wish.team}, past, before);
        if (auto* sentence = std::get_if<std::string>(&join)) return std::move(*sentence);
        anew.push_back(std::get<Join>(std::move(join)));
    }
    return anew;
}

Status change(Console& console, const PeopleWish& wish, const Past& past) {
    const auto folder = path_of(wish.folder);
    const auto before = storage::read_joins(console.disk, folder); // unlike for a list, a damaged one ends it here
    const auto anew = joins_of(wish, past, before);
    if (const auto* sentence = std::get_if<std::string>(&anew)) return refuse(console, Status::refused, *sentence);
    auto taken_back = said_of_same(before, std::get<Joins>(anew));
    for (const auto& join : taken_back)
        if (std::ranges::find(std::get<Joins>(anew), join) == std::get<Joins>(anew).end())
            say(console, "No longer holds: " + in_words(join) + ".");
    for (const auto number : wish.forgotten) {
        if (number < 1 || number > before.size())
            return refuse(console, Status::refused,
                          fmt::format("{} is none of them: {} said by hand. Nothing was changed.", number,
                                      counted(before.size(), "thing is", "things are")));
        taken_back.push_back(before[number - 1]);
    }
    storage::change_joins(console.disk, folder, taken_back, std::get<Joins>(anew));
    return Status::done;
}

Status people(const PeopleWish& wish, Console& console) {
    const auto folder = path_of(wish.folder);
    if (!holds_sessions(console, folder))
        return refuse(console, Status::refused, "There are no sessions in " + shown(folder) + ".");
    auto read = read_folder(console, folder, session_files_in(console, folder));
    for (const auto& one : read.unread) say(console, one.file + " could not be read: " + one.why);
    if (read.sessions.empty()) return Status::unreadable;
    const auto past = past_of(std::move(read.sessions));
    if (!wish.said.empty() || !wish.forgotten.empty())
        if (const auto status = change(console, wish, past); status != Status::done) return status;
    return list(console, wish, past, joins_in(console, folder));
}

void add_said(CLI::App& verb, const std::string& option, Join::Kind kind, bool is_same, const std::string& help,
              const std::shared_ptr<PeopleWish>& wish) {
    verb.add_option_function<std::vector<std::string>>(
            option,
            [wish, kind, is_same](const std::vector<std::string>& two) {
                wish->said.push_back({kind, is_same, two});
            },
            help)
        ->expected(2)
        ->type_name("A B");
}

} // namespace

void add_people_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("people", "Say who and what is taken for one across sessions, and correct it");
    const auto wish = std::make_shared<PeopleWish>();
    verb->add_option("DIR", wish->folder, "A folder of sessions")->required()->type_name("");
    verb->add_option("--team", wish->team, "Only this team; and whose people and themes are meant")->type_name("TEAM");
    add_said(*verb, "--same", Join::Kind::person, true, "Two names are one person", wish);
    add_said(*verb, "--apart", Join::Kind::person, false, "They are two people", wish);
    add_said(*verb, "--same-team", Join::Kind::team, true, "Two names are one team", wish);
    add_said(*verb, "--apart-team", Join::Kind::team, false, "They are two teams", wish);
    add_said(*verb, "--same-theme", Join::Kind::theme, true, "Two titles are one theme", wish);
    add_said(*verb, "--apart-theme", Join::Kind::theme, false, "They are two themes", wish);
    verb->add_option("--forget", wish->forgotten, "Take back what was said by hand; by its number in the list")
        ->allow_extra_args(false)
        ->type_name("N");
    verb->footer(
        "A name alone is everybody of that name in the team; NAME@2026-06-15 is the one of that day's session, and\n"
        "NAME@2026-06-15#3 who had seat 3 there. It is kept in avow-joins.json, in the folder.");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return people(*wish, console); }; });
}

} // namespace avow::cli
