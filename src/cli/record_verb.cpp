// record: a transcript becomes a session file.
#include "cli/options.hpp"
#include "cli/reading.hpp"
#include "cli/recording.hpp"
#include "cli/saving.hpp"
#include "cli/talk.hpp"
#include "cli/transcript.hpp"
#include "cli/verbs.hpp"
#include "insight/coverage.hpp"
#include "report/phrases.hpp"
#include "session/text.hpp"

#include <memory>

namespace avow::cli {

namespace {

struct RecordWish {
    std::string from = "-";
    std::string team;
    std::string goal;
    std::optional<Date> date;
    std::string speaker;
    std::string out;
};

void say_mended(Console& console, const std::vector<std::size_t>& lines) {
    if (lines.empty()) return;
    std::vector<std::string> numbers;
    for (const auto line : lines) numbers.push_back(std::to_string(line));
    say(console, "bytes that are no UTF-8 text stand as \xEF\xBF\xBD on " +
                     std::string(lines.size() == 1 ? "line " : "lines ") + some_of(numbers, 10));
}

std::string names_of(const Session& session) {
    std::string names;
    for (const auto& person : session.participants)
        names += (names.empty() ? "" : ", ") + insight::whole_name(session, person);
    return names;
}

Status record(const RecordWish& wish, Console& console) {
    const auto from = path_of(wish.from);
    if (is_same_file(console, from, path_of(wish.out)))
        return refuse(console, Status::refused,
                      shown(path_of(wish.out)) + " is the transcript itself. Nothing was written; name another file.");
    const auto transcript = transcript_of(read_text(console, from), wish.speaker);
    Occasion occasion{clean_line(wish.team), {}, wish.date.value_or(console.today)};
    occasion.goal.text = clean_line(wish.goal);
    const auto answer = recorded(transcript, occasion);
    if (const auto* refusal = std::get_if<Refusal>(&answer))
        return refuse(console, Status::refused, refusal->sentence + " Nothing was written.");
    const auto& history = std::get<Recorder>(answer).history();
    save_session(console, path_of(wish.out), history);
    say_mended(console, transcript.mended_lines);
    const auto& session = history.now();
    say(console, "recorded " + counted(session.accountabilities.size(), "statement") + " of " +
                     counted(session.participants.size(), "person", "people") +
                     (session.participants.empty() ? "" : " (" + names_of(session) + ")") + " in " +
                     shown(path_of(wish.out)));
    return Status::done;
}

} // namespace

void add_record_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("record", "Turn a transcript into a session file");
    const auto wish = std::make_shared<RecordWish>();
    verb->add_option("--from", wish->from, "The transcript; - is standard input, which is the default");
    verb->add_option("--team", wish->team, "Whose session it is")->required();
    verb->add_option("--goal", wish->goal, "What the session is for")->required();
    add_date(*verb, wish->date, "The day it was held; today unless given");
    verb->add_option("--speaker", wish->speaker, "Who speaks until a line names somebody")->type_name("NAME");
    verb->add_option("-o", wish->out, "The session file to write")->required()->type_name("OUT");
    verb->footer(
        "A line is a statement: `Name: words`. A line without a name belongs to the last speaker; a blank line or\n"
        "one that begins with # is skipped. The same transcript, team, goal and date give the same file.");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return record(*wish, console); }; });
}

} // namespace avow::cli
