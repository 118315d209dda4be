#include "cli/cli.hpp"

#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "cli/words.hpp"
#include "report/plain_text.hpp"
#include "storage/json.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <ostream>

namespace avow::cli {

namespace {

constexpr const char* description =
    "Avow writes down what people say they will be accountable for, in their own words.\n"
    "Without a verb it opens the app on the sessions folder.";
constexpr const char* footer =
    "A STAGE is one of prepare, open, goal, align, write, capture, themes, commit, close. Names match whole, else by "
    "a\n"
    "unique beginning, case aside.\n"
    "Exit status: 0 done; 1 refused, nothing changed; 2 the words of the call are off; 3 a file can't be read as a\n"
    "session, it is untouched; 4 the disk refused.\n"
    "Reports go to standard output unless -o names a file; messages go to standard error. 'avow VERB --help' says "
    "more.";

std::vector<std::string> verbs_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* verb : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(verb->get_name());
    return names;
}

// The first word that is no option, where a verb should stand.
std::optional<std::string> first_word(const std::vector<std::string>& words) {
    for (std::size_t place = 0; place < words.size(); ++place) {
        if (words[place] == "--sessions")
            ++place; // and its folder
        else if (!words[place].starts_with('-'))
            return words[place];
        else if (!words[place].starts_with("--sessions="))
            return std::nullopt;
    }
    return std::nullopt;
}

std::string unknown_verb(Console& console, const std::string& word, const std::vector<std::string>& verbs) {
    std::string sentence = "\"" + word + "\" is no verb of avow.";
    if (storage::is_there(console.disk, path_of(word)))
        sentence += " To open that file: avow open " + word;
    else if (const auto near = nearest(word, verbs))
        sentence += " Did you mean \"" + *near + "\"?";
    sentence += "\nUsage: avow [VERB] [OPTIONS]; verbs are";
    for (const auto& verb : verbs) sentence += " " + verb;
    return sentence + ". More: avow --help";
}

// What CLI11 found wrong, with the verb it was found in.
Status explain_misuse(Console& console, const CLI::App& app, const CLI::ParseError& error) {
    const auto chosen = app.get_subcommands();
    const std::string verb = chosen.empty() ? "avow" : "avow " + chosen.front()->get_name();
    return refuse(console, Status::misused,
                  std::string(error.what()) + "\nUsage: " + verb + " --help tells its words.");
}

// A file's fault as a whole sentence, which also says that the file is untouched.
std::string whole_sentence(std::string fault) {
    if (fault.ends_with('.')) return fault;
    return fault + (fault.ends_with("as it is") ? "." : ". It was left as it is.");
}

Status parse_and_do(const std::vector<std::string>& words, Console& console) {
    CLI::App app(description, "avow");
    app.set_version_flag("--version", "avow " + console.version);
    app.set_help_flag("-h,--help", "Print this and exit");
    app.require_subcommand(0, 1);
    app.allow_windows_style_options(false);
    Deed deed;
    add_open_verbs(app, console, deed);
    add_record_verb(app, console, deed);
    add_show_verb(app, console, deed);
    add_themes_verb(app, console, deed);
    add_align_verb(app, console, deed);
    add_check_in_verb(app, console, deed);
    add_agenda_verb(app, console, deed);
    add_brief_verb(app, console, deed);
    add_notes_verb(app, console, deed);
    add_export_verbs(app, console, deed);
    add_review_verb(app, console, deed);
    add_people_verb(app, console, deed);
    add_find_verb(app, console, deed);
    add_check_verb(app, console, deed);
    add_shot_verb(app, console, deed);
    app.footer(footer); // after the verbs, which would inherit it

    const auto verbs = verbs_of(app);
    const auto word = first_word(words);
    if (word && std::ranges::find(verbs, *word) == verbs.end())
        return refuse(console, Status::misused, unknown_verb(console, *word, verbs));
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend())); // CLI11 takes them from the back
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        console.out << (chosen.empty() ? app.help() : chosen.front()->help(app.get_name()));
        return Status::done;
    } catch (const CLI::CallForVersion& version) {
        console.out << version.what() << "\n";
        return Status::done;
    } catch (const CLI::ParseError& error) {
        return explain_misuse(console, app, error);
    }
    return deed ? deed() : Status::misused;
}

} // namespace

int run(const std::vector<std::string>& words, Console& console) {
    Status status = Status::done;
    try {
        status = parse_and_do(words, console);
    } catch (const storage::FormatError& error) {
        status = refuse(console, Status::unreadable, whole_sentence(error.what()));
    } catch (const storage::DiskError& error) {
        const std::string sentence = error.what();
        status = refuse(console, Status::no_disk, sentence.ends_with('.') ? sentence : sentence + ".");
    } catch (const std::exception& error) {
        status = refuse(console, Status::refused, error.what());
    }
    return static_cast<int>(status);
}

} // namespace avow::cli
