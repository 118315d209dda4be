// check: what a file holds and what is wrong with it; with --repair, a clean copy. The file itself is never touched.
#include "cli/reading.hpp"
#include "cli/saving.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"

#include <algorithm>
#include <memory>

namespace avow::cli {

namespace {

struct CheckWish {
    std::string file;
    bool is_repair = false;
    std::string out;
};

std::string history_in_words(const History& history) {
    const auto steps =
        std::ranges::count_if(history.log(), [](const auto& e) { return std::holds_alternative<Step>(e); });
    return counted(history.log().size(), "entry", "entries") + " of history: " + counted(steps, "step") +
           ", of which " + std::to_string(history.past().size()) + " hold";
}

std::string contents_in_words(const storage::Reading& reading, std::uint64_t bytes) {
    const auto& session = reading.history.now();
    std::string text =
        "An Avow session" +
        std::string(reading.read_only ? " of a newer version (this Avow reads up to " : " (format version ") +
        std::to_string(storage::format_version) + ")\n";
    text += "  team: " + report::on_one_line(session.team) + "\n";
    text += "  date: " + iso(session.date) + "; stage: " + std::string(name_of(session.stage)) + "\n";
    text += "  " + counted(session.participants.size(), "participant") + ", " +
            counted(session.accountabilities.size(), "statement") + ", " + counted(session.themes.size(), "theme") +
            "\n";
    text += "  " + history_in_words(reading.history) + "\n";
    text += "  " + counted(bytes, "byte") + "\n";
    return text;
}

std::vector<std::string> faults_of(const storage::Reading& reading) {
    auto faults = reading.remarks;
    // Those of the file itself are among its remarks; a journal's come in addition.
    for (const auto& sentence : storage::passed_over_in_words(reading.history))
        if (std::ranges::find(faults, sentence) == faults.end()) faults.push_back(sentence);
    if (const auto breach = breach_of(reading.history.now())) faults.push_back(*breach);
    return faults;
}

Status check(const CheckWish& wish, Console& console) {
    const auto file = path_of(wish.file);
    if (wish.is_repair == wish.out.empty())
        return refuse(console, Status::misused, "--repair and -o OUT go together: the clean copy is written to OUT.");
    if (const auto reason = why_not_there(console, {path_of(wish.out)}, {file}))
        return refuse(console, Status::refused, *reason);
    const auto reading = read_session_silently(console, file);
    const auto status = storage::status_of(console.disk, file);
    std::string text = contents_in_words(reading, status ? status->bytes : 0);
    const auto faults = faults_of(reading);
    for (const auto& fault : faults) text += "- " + report::on_one_line(fault) + "\n";
    if (faults.empty()) text += "Nothing is wrong with it.\n";
    deliver(console, {}, text, Wrapping::text);
    if (!wish.is_repair) return Status::done;
    if (reading.read_only)
        return refuse(console, Status::refused,
                      "A newer Avow made this file, and this one must not write it. Nothing was written.");
    save_session(console, path_of(wish.out), reading.history, reading.unknown);
    say(console, "a clean copy is in " + shown(path_of(wish.out)) + "; " + shown(file) + " is as it was");
    return Status::done;
}

} // namespace

void add_check_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("check", "Say what a session file holds and what is wrong with it");
    const auto wish = std::make_shared<CheckWish>();
    verb->add_option("FILE", wish->file, "A session file")->required()->type_name("");
    verb->add_flag("--repair", wish->is_repair, "Write what can be read as a clean copy to OUT");
    verb->add_option("-o", wish->out, "Where the clean copy goes")->type_name("OUT");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return check(*wish, console); }; });
}

} // namespace avow::cli
