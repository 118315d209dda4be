// notes: a coach's private points for one person, carried until they are ticked.
#include "cli/reading.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"
#include "session/text.hpp"
#include "storage/private_notes.hpp"

#include <fmt/format.h>

#include <memory>

namespace avow::cli {

namespace {

struct NotesWish {
    std::string person;
    std::vector<std::string> added;
    std::vector<std::size_t> ticked; // by their numbers in the list
};

// Those that are not ticked: what the numbers count.
std::vector<std::size_t> carried(const std::vector<storage::PrivateNote>& notes) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < notes.size(); ++i)
        if (!notes[i].ticked_on) places.push_back(i);
    return places;
}

Status list(Console& console, const std::vector<storage::PrivateNote>& notes) {
    std::string text;
    std::size_t number = 0;
    for (const auto place : carried(notes))
        text += fmt::format("{}. {} (since {})\n", ++number, report::on_one_line(notes[place].words),
                            spoken_with_year(notes[place].since));
    deliver(console, {}, text.empty() ? "Nothing is noted.\n" : text, Wrapping::text);
    return Status::done;
}

Status notes(const NotesWish& wish, Console& console) {
    if (folded(clean_line(wish.person)).empty()) return refuse(console, Status::misused, "--for wants a name.");
    if (console.places.state.empty())
        return refuse(console, Status::refused, "This machine has no folder for what is private. Nothing was written.");
    auto all = storage::private_notes(console.disk, console.places, wish.person);
    const auto places = carried(all);
    for (const auto number : wish.ticked) {
        if (number < 1 || number > places.size())
            return refuse(console, Status::refused,
                          fmt::format("{} is none of them: {} noted. Nothing was written.", number,
                                      report::counted(places.size(), "point is", "points are")));
        all[places[number - 1]].ticked_on = console.today;
    }
    for (const auto& words : wish.added) {
        if (clean_line(words).empty() || count_characters(words) > limit::statement_characters)
            return refuse(
                console, Status::refused,
                fmt::format("A point holds 1 to {} characters. Nothing was written.", limit::statement_characters));
        all.push_back({console.today, std::nullopt, clean_line(words)});
    }
    if (!wish.ticked.empty() || !wish.added.empty())
        storage::keep_private_notes(console.disk, console.places, wish.person, all);
    return list(console, all);
}

} // namespace

void add_notes_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("notes", "Keep private points for a one-on-one, on this computer alone");
    const auto wish = std::make_shared<NotesWish>();
    verb->add_option("--for", wish->person, "About whom")->required()->type_name("NAME");
    verb->add_option("--add", wish->added, "Note a point; once for each")->allow_extra_args(false)->type_name("WORDS");
    verb->add_option("--tick", wish->ticked, "It was talked about; by its number in the list")
        ->allow_extra_args(false)
        ->type_name("N");
    verb->footer("They lie in the state folder, readable by you alone, and are part of no export and no agenda.");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return notes(*wish, console); }; });
}

} // namespace avow::cli
