// export and import: a session as a document, and the way back from JSON.
#include "cli/documents.hpp"
#include "cli/options.hpp"
#include "cli/reading.hpp"
#include "cli/saving.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "cli/words.hpp"
#include "report/flat.hpp"
#include "report/phrases.hpp"
#include "report/stage_document.hpp"
#include "session/text.hpp"
#include "storage/json.hpp"
#include "storage/library.hpp"

#include <algorithm>
#include <memory>

namespace avow::cli {

namespace {

struct ExportWish {
    std::string file;
    const Format* format = nullptr;
    std::string person;
    std::string theme;
    std::optional<Stage> stage;
    std::string out;
    bool is_private = false;
    report::Paper paper = report::Paper::a4;
    std::optional<report::Code> code;
    std::optional<report::OneOnOnes> one_on_ones;
};

// A line each: "md      Markdown".
std::string formats_in_words() {
    constexpr std::size_t width = 8;
    std::string list = "One of";
    for (const auto& format : formats())
        list += "\n" + std::string(format.word) + std::string(width - format.word.size(), ' ') +
                std::string(format.meaning);
    return list;
}

const Format* format_in(const std::string& words) {
    std::vector<std::string> names;
    for (const auto& format : formats()) names.emplace_back(format.word);
    return &formats()[choice_in("--as", words, names)];
}

// The part that is asked for, or why there is none such.
std::variant<report::Part, std::string> part_in(const Session& session, const ExportWish& wish) {
    report::Part part;
    part.stage = wish.stage;
    if (!wish.person.empty()) {
        auto person = person_in(session, wish.person);
        if (const auto* sentence = std::get_if<std::string>(&person)) return *sentence;
        part.person = std::get<ParticipantId>(person);
    }
    if (!wish.theme.empty()) {
        auto theme = theme_in(session, wish.theme);
        if (const auto* sentence = std::get_if<std::string>(&theme)) return *sentence;
        part.theme = std::get<ThemeId>(theme);
    }
    return part;
}

// Why a stage's part can't be told so; part of it by who or what only where it tells of single accountabilities.
std::optional<std::string> stage_misuse_in(const ExportWish& wish) {
    if (!wish.stage) return std::nullopt;
    const auto stage = std::string(name_of(*wish.stage));
    if (!report::has_part(*wish.stage))
        return "--stage " + stage + ": nothing is kept of it that could go out. What there is: " +
               with_commas(report::stages_with_a_part()) + ".";
    if (!wish.format->takes_stage)
        return "--stage goes with --as md, html, pdf, csv or xlsx; --as " + std::string(wish.format->word) +
               " knows no stages.";
    const bool is_table = wish.format->word == "csv" || wish.format->word == "xlsx";
    if (*wish.stage == Stage::goal && (is_table || !wish.person.empty() || !wish.theme.empty()))
        return "--stage goal is the room's goal alone: it is no table, and has no part of a person or a theme.";
    if (*wish.stage == Stage::open && !wish.theme.empty())
        return "--stage open and --theme don't go together: what was carried lies in no theme of this session.";
    return std::nullopt;
}

// Why the words of the call don't go together.
std::optional<std::string> misuse_in(const ExportWish& wish) {
    if (wish.is_private && wish.format->word != "json")
        return "--private goes with --as json only: no other format holds what is private.";
    if (wish.one_on_ones && wish.format->word != calendar_format)
        return "--one-on-ones goes with --as ics only: they are entries of a calendar.";
    if (wish.code && wish.format->word != strips_format)
        return "--code goes with --as strips only: nothing else has codes.";
    if (wish.format->wrapping == Wrapping::bytes && wish.out.empty())
        return "--as " + std::string(wish.format->word) +
               " is no text for a terminal: -o says where to (-o - is standard output).";
    if (wish.format->word == flat_format && !(wish.person.empty() && wish.theme.empty()))
        return "--as ndjson takes whole sessions; a person or a theme is a question for the database.";
    return stage_misuse_in(wish);
}

bool is_folder(Console& console, const std::filesystem::path& path) {
    storage::FileStatus status;
    return console.disk.status(path, status) == 0 && status.kind == storage::FileKind::folder;
}

// One file after the other by name, so that the same folder gives the same bytes. What can't be read hides nothing else.
Status export_folder(const ExportWish& wish, Console& console) {
    const auto folder = path_of(wish.file);
    auto listed = storage::list_sessions(console.disk, folder);
    std::ranges::sort(listed, {}, &storage::Listed::path);
    const auto target = destination(console, wish.out, "sessions", wish.format->ending);
    std::string lines;
    for (const auto& one : listed) {
        if (const auto reason = why_not_there(console, target, {one.path}))
            return refuse(console, Status::refused, *reason);
        if (one.is_conflict_copy) {
            say(console, shown(one.path) + " is a second copy that a sync program made; it is left out.");
            continue;
        }
        try {
            lines += report::flat_lines(read_session(console, one.path).history.now(), {});
        } catch (const storage::FormatError& error) {
            say(console, without_full_stop(error.what()) + "; it is left out.");
        }
    }
    deliver(console, target, lines, wish.format->wrapping);
    return Status::done;
}

Status export_session(const ExportWish& wish, Console& console) {
    if (const auto reason = misuse_in(wish)) return refuse(console, Status::misused, *reason);
    if (wish.format->word == flat_format && is_folder(console, path_of(wish.file))) return export_folder(wish, console);
    const auto file = path_of(wish.file);
    const auto session = read_session(console, file).history.now();
    const auto part = part_in(session, wish);
    if (const auto* sentence = std::get_if<std::string>(&part)) return refuse(console, Status::refused, *sentence);
    const auto stage = wish.stage ? " " + std::string(name_of(*wish.stage)) : "";
    const auto called = session.team + " " + iso(session.date) + stage;
    const auto target = destination(console, wish.out, called, wish.format->ending);
    if (const auto reason = why_not_there(console, target, {file})) return refuse(console, Status::refused, *reason);
    const auto made = wish.format->make(session, {std::get<report::Part>(part), wish.is_private, wish.paper,
                                                  wish.code.value_or(report::Code::text), wish.one_on_ones});
    if (const auto* refusal = std::get_if<Refusal>(&made)) return refuse(console, Status::refused, refusal->sentence);
    deliver(console, target, std::get<std::string>(made), wish.format->wrapping);
    return Status::done;
}

struct ImportWish {
    std::string json;
    std::string out;
};

Status import_session(const ImportWish& wish, Console& console) {
    const auto from = path_of(wish.json);
    const auto to = path_of(wish.out);
    if (const auto reason = why_not_there(console, {to}, {from})) return refuse(console, Status::refused, *reason);
    const auto text = read_text(console, from);
    const auto imported = [&] {
        try {
            return storage::from_json(text);
        } catch (const storage::FormatError& error) {
            throw storage::FormatError(shown(from) + ": " + without_full_stop(error.what()) +
                                       ". Nothing was written, and it is as it was.");
        }
    }();
    save_session(console, to, History(imported.session));
    if (!imported.left_out.empty())
        say(console, "left out, because nobody here knows it: " + some_of(imported.left_out, 20));
    say(console, "imported " + report::headline(imported.session) + " into " + shown(to));
    return Status::done;
}

void add_options_of_a_format(CLI::App& verb, const std::shared_ptr<ExportWish>& wish) {
    verb.add_option_function<std::string>(
            "--one-on-ones",
            [wish](const std::string& words) { wish->one_on_ones = one_on_ones_in("--one-on-ones", words); },
            "Talks from then on, one after the other by seat: 2026-12-04T09:00/30m (ics only)")
        ->type_name("WHEN");
    verb.add_option_function<std::string>(
            "--code",
            [wish](const std::string& words) {
                wish->code = report::Code(choice_in("--code", words, {"text", "calendar"}));
            },
            "What codes hold: text (unless said otherwise), or calendar entries of what has a date (strips only)")
        ->type_name("CODE");
}

void add_export(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("export", "Write a session, or a part of it, as a document");
    const auto wish = std::make_shared<ExportWish>();
    verb->add_option("FILE", wish->file, "A session file")->required()->type_name("");
    verb->add_option_function<std::string>(
            "--as", [wish](const std::string& words) { wish->format = format_in(words); }, formats_in_words())
        ->required()
        ->type_name("FORMAT");
    verb->add_option("--person", wish->person, "Only what this person said")->type_name("NAME");
    verb->add_option("--theme", wish->theme, "Only what is in this theme")->type_name("TITLE");
    verb->add_option("-o", wish->out, "Where to; a folder gets a file named after the session")->type_name("OUT");
    verb->add_option_function<std::string>(
            "--stage", [wish](const std::string& words) { wish->stage = stage_in("--stage", words); },
            "Only what was made at this stage: " + with_commas(report::stages_with_a_part()))
        ->type_name("STAGE");
    add_paper(*verb, wish->paper, "a4 or letter, for what is printed");
    verb->add_flag("--private", wish->is_private, "With what is private (JSON only)");
    add_options_of_a_format(*verb, wish);
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return export_session(*wish, console); }; });
}

void add_import(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("import", "Make a session file of exported JSON");
    const auto wish = std::make_shared<ImportWish>();
    verb->add_option("JSON", wish->json, "What export --as json wrote; - is standard input")->required()->type_name("");
    verb->add_option("-o", wish->out, "The session file to write")->required()->type_name("FILE");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return import_session(*wish, console); }; });
}

} // namespace

void add_export_verbs(CLI::App& app, Console& console, Deed& deed) {
    add_export(app, console, deed);
    add_import(app, console, deed);
}

} // namespace avow::cli
