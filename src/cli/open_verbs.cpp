// The verbs that open a window: none, open, demo, replay, rehearse.
#include "cli/demo.hpp"
#include "cli/reading.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "cli/words.hpp"

#include <array>
#include <cstdint>
#include <exception>
#include <memory>

namespace avow::cli {

namespace {

struct OpenWords {
    std::string sessions;
    std::string file;
    std::optional<Stage> stage;
    std::optional<std::pair<int, int>> size;
    bool without_display = false;
    std::string people; // of a rehearsal: a file of their words
    desk::RehearsalWish rehearsal;
};

desk::RehearsalWords words_of_rehearsal(Console& console, const std::string& people) {
    if (people.empty() && console.assets.empty())
        throw storage::FormatError(
            "The people of the rehearsal were not found. Say where the assets lie with AVOW_ASSETS=FOLDER.");
    const auto file = people.empty() ? console.assets / "rehearsal.txt" : path_of(people);
    return desk::rehearsal_words_of(read_text(console, file), people.empty() ? "rehearsal.txt" : shown(file));
}

desk::OpenWish wish_of(const OpenWords& words, Console& console) {
    desk::OpenWish wish;
    wish.icons = console.assets / "icon";
    wish.file = path_of(words.file);
    wish.sessions_folder = words.sessions.empty() ? console.sessions_folder : path_of(words.sessions);
    wish.stage = words.stage;
    wish.size = words.size;
    wish.knowledge =
        desk::Eventually<themes::Knowledge>::made_by([&console] { return knowledge_if_readable(console); });
    wish.make_demo = [&console] { return demo_history(console); };
    wish.mirror = desk::Eventually<insight::Mirror>::made_by([&console] { return mirror_if_readable(console); });
    wish.rehearsal_words = [&console, people = words.people] { return words_of_rehearsal(console, people); };
    return wish;
}

Status open_window(const desk::OpenWish& wish, Console& console) {
    if (!console.hooks.has_display())
        return refuse(
            console, Status::refused,
            "There is no display, so no window can be opened. Try avow demo --without-display, avow show FILE or "
            "avow shot FILE --stage capture -o PICTURE.png.");
    return Status(console.hooks.open_window(wish));
}

// A desktop's entry is one command for both: started from the menu it brings no file.
Status open_file(const OpenWords& words, Console& console) {
    if (words.file.empty()) return open_window(wish_of(words, console), console);
    // Refused here, in words, before a window comes up; but who double-clicked reads them in the window alone.
    if (console.is_terminal || !console.hooks.has_display()) read_session_silently(console, path_of(words.file));
    return open_window(wish_of(words, console), console);
}

Status replay_file(const OpenWords& words, Console& console) {
    if (read_session_silently(console, path_of(words.file)).history.log().empty())
        return refuse(console, Status::refused, "Nothing was done in that session, so there is nothing to replay.");
    auto wish = wish_of(words, console);
    wish.replay = true;
    return open_window(wish, console);
}

Status open_demo(const OpenWords& words, Console& console) {
    if (words.without_display || !console.hooks.has_display()) return demo_without_display(console);
    auto wish = wish_of(words, console);
    wish.demo = true;
    return open_window(wish, console);
}

Status rehearse(const OpenWords& words, Console& console) {
    auto wish = wish_of(words, console);
    wish.rehearsal_words(); // refused here, in words, before a window comes up
    wish.rehearsal = words.rehearsal;
    return open_window(wish, console);
}

void add_size(CLI::App& verb, const std::shared_ptr<OpenWords>& words) {
    verb.add_option_function<std::string>(
            "--windowed", [words](const std::string& word) { words->size = size_in("--windowed", word); },
            "In a window of this size in pixels")
        ->type_name("WxH");
}

} // namespace

void add_open_verbs(CLI::App& app, Console& console, Deed& deed) {
    const auto words = std::make_shared<OpenWords>();
    deed = [words, &console] { return open_window(wish_of(*words, console), console); }; // unless a verb says else
    app.add_option("--sessions", words->sessions, "The sessions folder; else AVOW_SESSIONS, else your documents")
        ->type_name("DIR");

    auto* open = app.add_subcommand("open", "Open a session, at a stage");
    open->fallthrough();
    auto* file = open->add_option("FILE", words->file, "A session file; without one the library")->type_name("");
    open->add_option_function<std::string>(
            "--stage", [words](const std::string& word) { words->stage = stage_in("--stage", word); },
            "prepare, open, goal, align, write, capture, themes, commit or close")
        ->needs(file)
        ->type_name("STAGE");
    add_size(*open, words);
    open->callback([words, &console, &deed] { deed = [words, &console] { return open_file(*words, console); }; });

    auto* replay =
        app.add_subcommand("replay", "Show a meeting again as it went, 20 times as fast; nothing is changed");
    replay->fallthrough();
    replay->add_option("FILE", words->file, "A session file")->required()->type_name("");
    add_size(*replay, words);
    replay->callback([words, &console, &deed] { deed = [words, &console] { return replay_file(*words, console); }; });

    auto* demo = app.add_subcommand("demo", "Open a filled sample workshop; what is done to it is saved nowhere");
    demo->fallthrough();
    add_size(*demo, words);
    demo->add_flag("--without-display", words->without_display,
                   "No window: print themes and a summary, and draw every stage into ./avow-demo");
    demo->callback([words, &console, &deed] { deed = [words, &console] { return open_demo(*words, console); }; });

    auto* rehearsal = app.add_subcommand(
        "rehearse", "Practise with simulated people who speak while you type; kept nowhere, ends with your timings");
    rehearsal->fallthrough();
    rehearsal
        ->add_option_function<std::string>(
            "--speed",
            [words](const std::string& word) {
                constexpr std::array speeds = {1, 2, 4};
                words->rehearsal.speed = speeds.at(choice_in("--speed", word, {"1", "2", "4"}));
            },
            "How many times the pace of people: 1 (default), 2 or 4; Ctrl+F9 changes it")
        ->type_name("TIMES");
    rehearsal->add_option("--people", words->people, "Who they are and what they say, as assets/rehearsal.txt has it")
        ->type_name("FILE");
    rehearsal
        ->add_option_function<std::uint64_t>(
            "--seed", [words](std::uint64_t seed) { words->rehearsal.seed = seed; },
            "The same number, the same chances; else another rehearsal each time")
        ->type_name("NUMBER");
    add_size(*rehearsal, words);
    rehearsal->callback([words, &console, &deed] { deed = [words, &console] { return rehearse(*words, console); }; });
}

} // namespace avow::cli
