#include "cli/demo.hpp"

#include "cli/demo_align.hpp"
#include "cli/reading.hpp"
#include "cli/recording.hpp"
#include "cli/talk.hpp"
#include "cli/theme_words.hpp"
#include "desk/proposed.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"

#include <array>
#include <stdexcept>

namespace avow::cli {

namespace {

constexpr const char* folder_name = "avow-demo";

// What people answered at Commit, found by how their statement begins.
struct SaidAtCommit {
    std::string_view statement;
    int due_in_days;
    std::string_view evidence;
    std::string_view help;
    std::string_view agreed; // a clearer wording the owner said yes to, if there was one
    int confidence = 0;
};

constexpr std::array<SaidAtCommit, 6> said_at_commit = {{
    {"I sit next to a new colleague", 14, "two names and what each can do alone now",
     "Mara: two free hours in the rota", "", 8},
    {"keep the macro texts up to date", 7, "the list of macros with the day each was read", "",
     "I read all our macro texts once a month and correct what is wrong", 7},
    {"I call people back", 10, "the call-back list, empty at six every evening", "Ian: a reminder in the ticket tool",
     "", 9},
    {"I follow my open cases", 7, "", "Gus: who to ask at second level", "", 6},
    {"tell the customer what happens next", 21, "three tickets of the week, read together", "", "", 8},
    {"I write notes in the ticket", 7, "", "", "I end each ticket with what I did and what comes next", 0},
}};

void commit(Recorder& recorder, const SaidAtCommit& said) {
    const auto date = recorder.now().date;
    for (const auto& item : recorder.now().accountabilities) {
        if (!item.statement.starts_with(said.statement)) continue;
        std::vector<Edit> edits = {SetDueDate{item.id, plus_days(date, said.due_in_days)}};
        const auto note = [&](Detail detail, std::string_view text) {
            if (!text.empty()) edits.emplace_back(NoteDetail{item.id, detail, std::string(text)});
        };
        note(Detail::evidence, said.evidence);
        note(Detail::help, said.help);
        if (!said.agreed.empty())
            edits.emplace_back(
                AgreeWording{item.id, {std::string(said.agreed), date, item.owner.text, true, "clearer"}});
        if (said.confidence > 0) edits.emplace_back(RateConfidence{item.id, said.confidence});
        if (!said.evidence.empty()) edits.emplace_back(ConfirmReadBack{item.id, recorder.moment()});
        do_it(recorder, std::move(edits), "committed to “" + item.statement + "”");
        return;
    }
}

void take_proposed_themes(Recorder& recorder, const themes::Knowledge& knowledge) {
    do_it(recorder, {GoToStage{Stage::themes, recorder.moment()}});
    const auto proposed = desk::proposed_themes(recorder.now(), knowledge, [&] { return recorder.ids().next(); });
    if (proposed) do_it(recorder, proposed->edits, proposed->label);
}

Occasion demo_occasion(Date date) {
    Goal goal;
    goal.text = "Every customer has an answer the same day";
    goal.from = "two days";
    goal.to = "the same day";
    goal.by = plus_days(date, 90);
    goal.why_us = "Half of our calls are people asking about a case they have asked about before";
    goal.why_you = "A day without the same question five times over, and the phone quiet at six";
    return {"Customer service desk", goal, date};
}

// The person whose summary shows most: the one with the most committed items, the first of several.
const Participant* telling_person(const Session& session) {
    const Participant* best = nullptr;
    std::size_t most = 0;
    for (const auto& person : session.participants) {
        std::size_t count = 0;
        for (const auto* item : insight::said_by(session, person.id))
            count += 1 + (item->due ? 10 : 0) + item->wordings.size();
        if (count > most) best = &person;
        most = std::max(most, count);
    }
    return best;
}

// ./avow-demo, or one in the folder for temporary files where the present folder can't be written.
std::filesystem::path demo_folder(Console& console) {
    try {
        storage::make_folders(console.disk, folder_name);
        storage::replace_file(console.disk, std::filesystem::path(folder_name) / "README.txt",
                              "Made by `avow demo`. Everything in this folder may be deleted.\n");
        return folder_name;
    } catch (const storage::DiskError&) {
        const auto folder = std::filesystem::temp_directory_path() / folder_name;
        storage::make_folders(console.disk, folder);
        return folder;
    }
}

Status draw_stages(Console& console, const History& history, const std::filesystem::path& folder) {
    int number = 0;
    for (const auto stage : all_stages) {
        desk::ShotWish wish;
        wish.history = history;
        wish.stage = stage;
        wish.out = folder / (std::to_string(++number) + "-" + std::string(name_of(stage)) + ".png");
        console.hooks.shot(wish);
        say(console, "drew " + shown(wish.out));
    }
    return Status::done;
}

History history_of(std::string_view transcript, const themes::Knowledge& knowledge, Date date) {
    auto answer = recorded(transcript_of(transcript, ""), demo_occasion(date), align);
    if (const auto* refusal = std::get_if<Refusal>(&answer))
        throw std::runtime_error("The sample workshop can't be made: " + refusal->sentence);
    auto& recorder = std::get<Recorder>(answer);
    take_proposed_themes(recorder, knowledge);
    do_it(recorder, {GoToStage{Stage::commit, recorder.moment()}});
    for (const auto& said : said_at_commit) commit(recorder, said);
    tie_up(recorder);
    do_it(recorder, {SetNextDate{plus_days(date, 28)}});
    const auto& people = recorder.now().participants;
    const Parked parked{recorder.ids().next_of<ParkedTag>(), "A second screen for everybody on chat", people.front().id,
                        date};
    do_it(recorder, {ParkItem{parked}});
    do_it(recorder, {GoToStage{Stage::themes, recorder.moment()}});
    return recorder.history();
}

} // namespace

History demo_history(Console& console) {
    if (console.assets.empty())
        throw storage::FormatError(
            "The sample transcript was not found. Say where the assets lie with AVOW_ASSETS=FOLDER.");
    std::string said;
    const auto knowledge = read_knowledge(console, said);
    return history_of(read_text(console, console.assets / "demo-transcript.txt"), knowledge, console.today);
}

Status demo_without_display(Console& console) {
    say(console, "there is no display, so no window is opened; the sample workshop is done here in words and pictures");
    const auto history = demo_history(console);
    const auto folder = demo_folder(console);
    const auto file = folder / "customer-service-desk.avow";
    storage::write_session(console.disk, file, history); // over the demo of another day
    say(console, "recorded the sample workshop in " + shown(file) + ": " + report::headline(history.now()));
    std::string said;
    std::string text = themes_in_words(history.now(), read_knowledge(console, said), false);
    if (const auto* person = telling_person(history.now()))
        text += "\n----- for the one-on-one -----\n\n" + report::summary_for(history.now(), *person);
    deliver(console, {}, text, Wrapping::text);
    const auto status = draw_stages(console, history, folder);
    say(console, "the session and a picture of every stage are in " + shown(std::filesystem::absolute(folder)));
    return status;
}

} // namespace avow::cli
