// notes: a coach's private points for one person, carried until they are ticked; under a passphrase where it is wanted.
#include "cli/passphrase.hpp"
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
    bool locks = false;
    bool unlocks = false;
};

std::string about(const NotesWish& wish) { return "The notes about " + clean_line(wish.person); }

Status list(Console& console, const std::vector<storage::PrivateNote>& notes) {
    std::string text;
    std::size_t number = 0;
    for (const auto place : storage::carried(notes))
        text += fmt::format("{}. {} (since {})\n", ++number, report::on_one_line(notes[place].words),
                            spoken_with_year(notes[place].since));
    deliver(console, {}, text.empty() ? "Nothing is noted.\n" : text, Wrapping::text);
    return Status::done;
}

// Why the new points and ticks can't be; nothing where they now are in `notes`.
std::optional<std::string> change(std::vector<storage::PrivateNote>& notes, const NotesWish& wish, Date today) {
    const auto count = storage::carried(notes).size();
    if (const auto number = storage::tick(notes, wish.ticked, today))
        return fmt::format("{} is none of them: {} noted. Nothing was written.", *number,
                           counted(count, "point is", "points are"));
    for (const auto& words : wish.added) {
        if (clean_line(words).empty() || count_characters(words) > limit::statement_characters)
            return fmt::format("A point holds 1 to {} characters. Nothing was written.", limit::statement_characters);
        notes.push_back({today, std::nullopt, clean_line(words)});
    }
    return std::nullopt;
}

std::optional<std::string> why_not(const NotesWish& wish, bool is_locked) {
    if (wish.locks && is_locked)
        return about(wish) + " are locked already. Nothing was changed; for another passphrase, unlock them first.";
    if (wish.unlocks && !is_locked) return about(wish) + " are not locked. Nothing was changed.";
    return std::nullopt;
}

// The one that opens what is locked. Says so where there is none.
bool ask_for_old(Console& console, const NotesWish& wish, Passphrase& passphrase) {
    passphrase.ask(console, "Passphrase: ");
    if (!passphrase.words().empty()) return true;
    say(console, about(wish) + " are locked, and no passphrase was given: type it when asked, or send it as the first "
                               "line of standard input. Nothing was changed.");
    return false;
}

bool ask_for_new(Console& console, Passphrase& passphrase) {
    say(console,
        "There is no way back to a forgotten passphrase: without it nobody can read these notes, nor can Avow.");
    passphrase.ask(console, "New passphrase: ");
    if (passphrase.words().empty()) {
        say(console, "A passphrase can't be empty. Nothing was changed.");
        return false;
    }
    if (!console.is_terminal) return true; // what a script sends has no slip of the finger
    Passphrase again;
    again.ask(console, "The same once more: ");
    if (again.words() == passphrase.words()) return true;
    say(console, "The two are not the same. Nothing was changed.");
    return false;
}

Status change_and_list(const NotesWish& wish, Console& console, bool is_locked, const Passphrase& passphrase) {
    auto all = storage::private_notes(console.disk, console.places, wish.person, is_locked ? passphrase.words() : "");
    if (const auto reason = change(all, wish, console.today)) return refuse(console, Status::refused, *reason);
    if (wish.locks || !wish.ticked.empty() || !wish.added.empty())
        storage::keep_private_notes(console.disk, console.places, wish.person, all, passphrase.words());
    if (!wish.locks) return list(console, all);
    say(console, about(wish) + " are locked.");
    return Status::done;
}

Status unlock(const NotesWish& wish, Console& console, const Passphrase& passphrase) {
    storage::unlock_private_notes(console.disk, console.places, wish.person, passphrase.words());
    say(console, about(wish) + " are unlocked: plain text again, readable by you alone.");
    return Status::done;
}

Status notes(const NotesWish& wish, Console& console) {
    if (folded(clean_line(wish.person)).empty()) return refuse(console, Status::misused, "--for wants a name.");
    if (console.places.state.empty())
        return refuse(console, Status::refused, "This machine has no folder for what is private. Nothing was written.");
    const bool is_locked = storage::has_locked_notes(console.disk, console.places, wish.person);
    if (const auto reason = why_not(wish, is_locked)) return refuse(console, Status::refused, *reason);
    Passphrase passphrase;
    if (is_locked && !ask_for_old(console, wish, passphrase)) return Status::refused;
    if (wish.locks && !ask_for_new(console, passphrase)) return Status::refused;
    try {
        return wish.unlocks ? unlock(wish, console, passphrase) : change_and_list(wish, console, is_locked, passphrase);
    } catch (const storage::SealedNotes& error) {
        return refuse(console, Status::refused, error.what());
    }
}

} // namespace

void add_notes_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("notes", "Keep private points for a one-on-one, on this computer alone");
    const auto wish = std::make_shared<NotesWish>();
    verb->add_option("--for", wish->person, "About whom")->required()->type_name("NAME");
    auto* add = verb->add_option("--add", wish->added, "Note a point; once for each");
    add->allow_extra_args(false)->type_name("WORDS");
    auto* tick = verb->add_option("--tick", wish->ticked, "It was talked about; by its number in the list");
    tick->allow_extra_args(false)->type_name("N");
    auto* lock = verb->add_flag("--lock", wish->locks, "Put them under a passphrase, which is asked for");
    verb->add_flag("--unlock", wish->unlocks, "Make them plain text again")->excludes(lock, add, tick);
    verb->footer(
        "They lie in the state folder, readable by you alone, and are part of no export and no agenda.\n"
        "A passphrase is asked for on a terminal; else it is the first line of standard input. The name of the\n"
        "person stays readable in the name of the file.");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return notes(*wish, console); }; });
}

} // namespace avow::cli
