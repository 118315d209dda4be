// find: every place where something was said, in a folder of sessions. The index it asks is a cache; the files are the truth.
#include "cli/read_folder.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "report/plain_text.hpp"
#include "storage/json_scan.hpp"
#include "storage/search.hpp"

#include <chrono>
#include <memory>
#include <ostream>

namespace avow::cli {

namespace {

struct FindWish {
    std::string folder;
    std::vector<std::string> words;
    std::size_t most = storage::all_hits;
};

std::string in_one(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
}

// "2026-11-02  Service desk  Ana Pires, said: I call back ...  [Calling back]  service-desk.avow"
std::string line_of(const storage::Hit& hit) {
    std::string line = iso(hit.date) + "  " + report::on_one_line(hit.team) + "  ";
    line += hit.who.empty() ? hit.kind : report::on_one_line(hit.who) + ", " + hit.kind;
    line += ": " + report::on_one_line(hit.words);
    if (!hit.theme.empty()) line += "  [" + report::on_one_line(hit.theme) + "]";
    return line + "  " + shown(hit.file.filename()) + "\n";
}

// What it is about is told on a terminal alone, and not before it has taken so long that a person would wonder. Ctrl+C
// leaves what was read, and the next call goes on from there.
void bring_up_to_date(storage::Search& search, Console& console) {
    using Clock = std::chrono::steady_clock;
    auto told = Clock::now();
    std::size_t width = 0;
    search.refresh([&](storage::Progress progress) {
        if (!console.is_terminal || Clock::now() - told < std::chrono::milliseconds(300)) return true;
        const auto sentence = sentence_of(progress);
        console.err << '\r' << sentence << std::flush;
        width = sentence.size();
        told = Clock::now();
        return true;
    });
    if (width > 0) console.err << '\r' << std::string(width, ' ') << '\r' << std::flush;
}

Status find_words(const FindWish& wish, Console& console) {
    const auto folder = path_of(wish.folder);
    if (!holds_sessions(console, folder))
        return refuse(console, Status::refused, "There are no sessions in " + shown(folder) + ".");
    const auto words = in_one(wish.words);
    if (words.find_first_not_of(" \t\r\n") == std::string::npos)
        return refuse(console, Status::misused, "Say which words to look for: avow find DIR WORDS.");
    storage::Search search(console.disk, console.places, folder);
    bring_up_to_date(search, console);
    for (const auto& file : search.unlisted())
        say(console, shown(file.file.filename()) + " could not be searched: " + file.why);
    const auto hits = search.find(words, wish.most);
    if (hits.empty())
        return refuse(console, Status::refused,
                      "Nobody said \"" + storage::shown(words) + "\" in " + shown(folder) + ".");
    std::string text;
    for (const auto& hit : hits) text += line_of(hit);
    deliver(console, {}, text, Wrapping::text);
    return Status::done;
}

} // namespace

void add_find_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("find", "Say where something was said, the newest first");
    const auto wish = std::make_shared<FindWish>();
    verb->add_option("DIR", wish->folder, "A folder of sessions")->required()->type_name("");
    verb->add_option("WORDS", wish->words, "All of them must be there; the last may be the beginning of one")
        ->required()
        ->type_name("");
    verb->add_option("--most", wish->most, "At most so many places")->type_name("N")->check(CLI::PositiveNumber);
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return find_words(*wish, console); }; });
}

} // namespace avow::cli
