// shot: what the screen would show at a stage, as a picture.
#include "cli/options.hpp"
#include "cli/reading.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "cli/words.hpp"

#include <memory>

namespace avow::cli {

namespace {

struct ShotWords {
    std::string file;
    desk::ShotWish wish;
    std::string out;
};

Status shot(ShotWords& words, Console& console) {
    const auto file = path_of(words.file);
    words.wish.history = read_session(console, file).history;
    const auto target = destination(console, words.out, name_of(words.wish.stage), ".png");
    if (const auto reason = why_not_there(console, target, {file})) return refuse(console, Status::refused, *reason);
    words.wish.out = target.path;
    if (words.wish.stage == Stage::themes) words.wish.knowledge = knowledge_if_readable(console);
    console.hooks.shot(words.wish);
    return Status::done;
}

} // namespace

void add_shot_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("shot", "Draw what the screen would show, as a PNG; needs no display");
    const auto words = std::make_shared<ShotWords>();
    verb->add_option("FILE", words->file, "A session file")->required()->type_name("");
    const auto read_stage = [words](const std::string& word) { words->wish.stage = stage_in("--stage", word); };
    verb->add_option_function<std::string>("--stage", read_stage,
                                           "prepare, open, goal, align, write, capture, themes, commit or close")
        ->required()
        ->type_name("STAGE");
    const auto read_step = [words](const std::string& word) {
        const auto step =
            choice_in("--step", word, {"misalignments", "asks", "promises", "recall", "match", "objections", "counts"});
        words->wish.counts = step > static_cast<std::size_t>(slide::AlignStep::objections);
        words->wish.step = words->wish.counts ? slide::AlignStep::match : slide::AlignStep(step);
    };
    verb->add_option_function<std::string>(
            "--step", read_step, "Of Align: misalignments (default), asks, promises, recall, match, objections, counts")
        ->type_name("STEP");
    verb->add_option("--page", words->wish.page, "Where the room's page takes several: 1 (default), 2 ...")
        ->check(CLI::Range(1, 999))
        ->type_name("N");
    add_choice(*verb, "--surface", words->wish.surface, {"audience", "desk"}, "audience (default) or desk")
        ->type_name("SURFACE");
    const auto read_size = [words](const std::string& word) {
        std::tie(words->wish.width, words->wish.height) = size_in("--size", word);
    };
    verb->add_option_function<std::string>("--size", read_size, "In pixels; 1920x1080 unless given")->type_name("WxH");
    add_choice(*verb, "--look", words->wish.look, {"light", "dark", "high-contrast"},
               "light (default), dark or high-contrast")
        ->type_name("LOOK");
    add_choice(*verb, "--farthest-seat", words->wish.farthest_seat, {"4", "6", "8"},
               "Of the last row, in picture heights: 4, 6 (default) or 8")
        ->type_name("HEIGHTS");
    add_choice(*verb, "--sight", words->wish.sight,
               {"usual", "protanopia", "deuteranopia", "tritanopia", "achromatopsia"},
               "As it is seen with protanopia, deuteranopia, tritanopia or achromatopsia")
        ->type_name("SIGHT");
    verb->add_option("--text", words->wish.desk_text, "Size of text on the desk, in per cent: 100 (default) to 400")
        ->check(CLI::Range(storage::least_desk_text, storage::most_desk_text))
        ->type_name("PERCENT");
    verb->add_option("-o", words->out, "The picture to write")->required()->type_name("OUT.png");
    verb->callback([words, &console, &deed] { deed = [words, &console] { return shot(*words, console); }; });
}

} // namespace avow::cli
