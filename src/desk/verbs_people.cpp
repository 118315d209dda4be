// Everybody of the sessions folder, gathered in the background for the panel that lists them.
#include "desk/folder_contents.hpp"
#include "desk/verbs.hpp"
#include "insight/traced.hpp"

namespace avow::desk {

namespace {

// A sync program's second copy is nobody's newest session: what is answered must not go into it.
void leave_out_copies(FolderContents& contents) {
    std::vector<std::string> names;
    for (const auto& file : contents.files) names.push_back(file.filename().string());
    for (std::size_t at = names.size(); at-- > 0;) {
        if (!storage::is_conflict_name(names[at], names)) continue;
        contents.files.erase(contents.files.begin() + static_cast<std::ptrdiff_t>(at));
        contents.sessions.erase(contents.sessions.begin() + static_cast<std::ptrdiff_t>(at));
    }
}

FolderPeople people_in(FolderContents contents, Date today) {
    leave_out_copies(contents);
    FolderPeople people;
    for (const auto& one : insight::everybody(contents.sessions, contents.joins)) {
        const auto& newest = *one.sessions.back();
        const auto& file = contents.files[static_cast<std::size_t>(&newest - contents.sessions.data())];
        const auto agenda = insight::agenda_of(one, today);
        people.push_back(
            {agenda.person, newest.team, file, one.as.back()->id, agenda.last_in_room, agenda.open.size()});
    }
    return people;
}

} // namespace

void list_people(Desk& desk) {
    constexpr int unseen_wait_ms = 200; // what is read within this shows no progress
    const auto& world = desk.world();
    desk.people.clear();
    desk.palette_words.clear();
    desk.palette_row = 0;
    desk.panel = Panel::people;
    desk.people_reading = std::make_unique<Background<FolderPeople>>(
        [&disk = world.storage.disk, places = world.storage.places, folder = world.sessions_folder,
         today = desk.today()](Watch& watch) { return people_in(contents_of(disk, places, folder, watch), today); },
        world.storage.wake);
    desk.people_reading->wait_ms(unseen_wait_ms);
    attend_people(desk);
}

void attend_people(Desk& desk) {
    if (!desk.people_reading) return;
    if (desk.panel != Panel::people) return desk.people_reading.reset(); // nobody waits any more
    if (!desk.people_reading->is_over()) return;
    auto trouble = desk.people_reading->trouble();
    if (auto people = desk.people_reading->take()) desk.people = std::move(*people);
    desk.people_reading.reset();
    if (!desk.people.empty()) return;
    desk.panel = Panel::none;
    desk.say(Tone::refused, trouble.empty() ? "There is nobody in the sessions of this folder yet" : trouble);
}

} // namespace avow::desk
