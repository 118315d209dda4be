// themes: what the engine would propose for a session, in words; or the engine alone, lines in and lines out.
#include "cli/reading.hpp"
#include "cli/talk.hpp"
#include "cli/theme_words.hpp"
#include "cli/verbs.hpp"
#include "storage/theme_lines.hpp"
#include "themes/themes.hpp"

#include <memory>

namespace avow::cli {

namespace {

struct ThemesWish {
    std::string file;
    bool explain = false;
    std::string in;
    std::string out;
    std::string prev;
};

Status propose_for_session(const ThemesWish& wish, Console& console) {
    const auto session = read_session(console, path_of(wish.file)).history.now();
    std::string said;
    const auto knowledge = read_knowledge(console, said);
    deliver(console, {}, themes_in_words(session, knowledge, wish.explain), Wrapping::text);
    say(console, said);
    return Status::done;
}

Status misread(Console& console, const std::string& file, const storage::LineFlaw& flaw) {
    return refuse(console, Status::misused, shown(path_of(file)) + ", " + sentence_of(flaw) + ". Nothing was written.");
}

std::vector<themes::Statement> statements_of(const std::vector<storage::StatementLine>& lines) {
    std::vector<themes::Statement> statements;
    for (const auto& line : lines) statements.push_back({line.id, line.text, line.theme});
    return statements;
}

std::vector<themes::Placement> placements_of(const std::vector<storage::ThemeLine>& lines) {
    std::vector<themes::Placement> placements;
    for (const auto& line : lines) placements.push_back({line.id, line.theme, line.label});
    return placements;
}

std::vector<storage::ThemeLine> lines_of(const themes::Proposal& proposal,
                                         const std::vector<themes::Statement>& statements) {
    std::vector<storage::ThemeLine> lines;
    for (const auto& placement : themes::placements_of(proposal, statements))
        lines.push_back({placement.id, placement.theme, placement.label, false, std::nullopt});
    for (const auto& theme : proposal.themes)
        for (const auto member : theme.sure) lines[member].is_sure = true;
    for (std::size_t at = 0; at < lines.size(); ++at)
        if (const auto second = proposal.reasons[at].second_theme)
            lines[at].second_theme = proposal.themes[*second].key;
    return lines;
}

Status propose_for_lines(const ThemesWish& wish, Console& console) {
    const Destination target{path_of(wish.out)};
    if (const auto reason = why_not_there(console, target, {path_of(wish.in)}))
        return refuse(console, Status::refused, *reason);
    const auto read = storage::read_statement_lines(read_text(console, path_of(wish.in)));
    if (const auto* flaw = std::get_if<storage::LineFlaw>(&read)) return misread(console, wish.in, *flaw);
    std::vector<themes::Placement> previous;
    if (!wish.prev.empty()) {
        const auto before = storage::read_theme_lines(read_text(console, path_of(wish.prev)));
        if (const auto* flaw = std::get_if<storage::LineFlaw>(&before)) return misread(console, wish.prev, *flaw);
        previous = placements_of(std::get<0>(before));
    }
    std::string said;
    const auto knowledge = read_knowledge(console, said);
    const auto statements = statements_of(std::get<0>(read));
    const auto lines = lines_of(themes::propose(statements, knowledge, previous), statements);
    deliver(console, target, storage::write_theme_lines(lines), Wrapping::json);
    say(console, said);
    return Status::done;
}

Status propose(const ThemesWish& wish, Console& console) {
    const bool is_engine_alone = !wish.in.empty() || !wish.out.empty() || !wish.prev.empty();
    if (is_engine_alone != wish.file.empty())
        return refuse(console, Status::misused, "Say either a session FILE, or --in IN.jsonl with --out OUT.jsonl.");
    if (!is_engine_alone) return propose_for_session(wish, console);
    if (wish.in.empty() || wish.out.empty() || wish.explain)
        return refuse(console, Status::misused,
                      "The engine alone takes --in IN.jsonl and --out OUT.jsonl, and --prev PREV.jsonl at will.");
    return propose_for_lines(wish, console);
}

} // namespace

void add_themes_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("themes", "Say which themes would be proposed, and why");
    const auto wish = std::make_shared<ThemesWish>();
    verb->add_option("FILE", wish->file, "A session file")->type_name("");
    verb->add_flag("--explain", wish->explain, "With the reasons");
    verb->add_option("--in", wish->in, "The engine alone: a line is {\"id\",\"text\"} and, placed by hand, \"theme\"")
        ->type_name("IN.jsonl");
    verb->add_option(
            "--out", wish->out,
            "A line is {\"id\",\"theme\",\"label\"}, \"sure\" where it is, in the order of the lines in; - is standard "
            "output")
        ->type_name("OUT.jsonl");
    verb->add_option("--prev", wish->prev, "The last output: what is on the wall is not shuffled")
        ->type_name("PREV.jsonl");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return propose(*wish, console); }; });
}

} // namespace avow::cli
