// export and import: a session as a document, and the way back from JSON.
#include "cli/reading.hpp"
#include "cli/saving.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "cli/words.hpp"
#include "report/csv.hpp"
#include "report/markdown.hpp"
#include "report/phrases.hpp"

#include <memory>

namespace avow::cli {

namespace {

enum class Format { json, markdown, csv };

struct ExportWish {
    std::string file;
    Format format = Format::json;
    std::string person;
    std::string theme;
    std::string out;
    bool is_private = false;
};

std::string_view ending_of(Format format) {
    switch (format) {
    case Format::json: return ".json";
    case Format::markdown: return ".md";
    case Format::csv: return ".csv";
    }
    return "";
}

std::string document_of(const Session& session, const report::Part& part, const ExportWish& wish) {
    switch (wish.format) {
    case Format::json:
        return storage::to_json(report::cut_to(part, session),
                                wish.is_private ? storage::Privacy::with_private : storage::Privacy::shared);
    case Format::markdown: return report::markdown(session, part);
    case Format::csv: return report::csv(session, part);
    }
    return "";
}

// The part that is asked for, or why there is none such.
std::variant<report::Part, std::string> part_in(const Session& session, const ExportWish& wish) {
    report::Part part;
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

Status export_session(const ExportWish& wish, Console& console) {
    if (wish.is_private && wish.format != Format::json)
        return refuse(console, Status::misused,
                      "--private goes with --as json only: no other format holds what is private.");
    const auto file = path_of(wish.file);
    const auto session = read_session(console, file).history.now();
    const auto part = part_in(session, wish);
    if (const auto* sentence = std::get_if<std::string>(&part)) return refuse(console, Status::refused, *sentence);
    const auto target = destination(console, wish.out, session.team + " " + iso(session.date), ending_of(wish.format));
    if (const auto reason = why_not_there(console, target, {file})) return refuse(console, Status::refused, *reason);
    deliver(console, target, document_of(session, std::get<report::Part>(part), wish),
            wish.format == Format::json ? Wrapping::json : Wrapping::text);
    return Status::done;
}

struct ImportWish {
    std::string json;
    std::string out;
};

std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

Status import_session(const ImportWish& wish, Console& console) {
    const auto from = path_of(wish.json);
    const auto to = path_of(wish.out);
    if (const auto reason = why_not_there(console, {to}, {from})) return refuse(console, Status::refused, *reason);
    const auto text = read_text(console, from);
    const auto imported = [&] {
        try {
            return storage::from_json(text);
        } catch (const storage::FormatError& error) {
            std::string reason = error.what();
            if (reason.ends_with('.')) reason.pop_back();
            throw storage::FormatError(shown(from) + ": " + reason + ". Nothing was written, and it is as it was.");
        }
    }();
    save_session(console, to, History(imported.session));
    if (!imported.left_out.empty())
        say(console, "left out, because nobody here knows it: " + joined(imported.left_out));
    say(console, "imported " + report::headline(imported.session) + " into " + shown(to));
    return Status::done;
}

void add_export(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("export", "Write a session, or a part of it, as a document");
    const auto wish = std::make_shared<ExportWish>();
    verb->add_option("FILE", wish->file, "A session file")->required()->type_name("");
    verb->add_option_function<std::string>(
            "--as",
            [wish](const std::string& words) {
                wish->format = Format(choice_in("--as", words, {"json", "md", "csv"}));
            },
            "json, md (Markdown) or csv")
        ->required()
        ->type_name("FORMAT");
    verb->add_option("--person", wish->person, "Only what this person said")->type_name("NAME");
    verb->add_option("--theme", wish->theme, "Only what is in this theme")->type_name("TITLE");
    verb->add_option("-o", wish->out, "Where to; a folder gets a file named after the session")->type_name("OUT");
    verb->add_flag("--private", wish->is_private, "With what is private (JSON only)");
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
