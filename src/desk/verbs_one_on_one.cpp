// A person's page, between sessions: what they said and what came of it, answered and agreed in the newest session that
// seats them, so that the next one opens with it.
#include "desk/folder_contents.hpp"
#include "desk/meant.hpp"
#include "desk/verbs.hpp"
#include "insight/account.hpp"
#include "insight/traced.hpp"
#include "report/agenda.hpp"
#include "session/text.hpp"
#include "storage/joins_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace avow::desk {

namespace {

using insight::AgendaItem;

// The person in the sessions of the folder as they stand now, the open one among them.
insight::Agenda agenda_now(const Desk& desk, const OneOnOne& page) {
    auto sessions = page.others;
    sessions.push_back(desk.session());
    const auto found = insight::traced(sessions, page.person.text, desk.session().team, page.joins);
    if (const auto* traced = std::get_if<insight::Traced>(&found)) return insight::agenda_of(*traced, desk.today());
    return {};
}

void take_in_hand(Desk& desk, const AccountabilityId& id) { // of the page that is shown
    desk.one_on_one->item = id;
    desk.place.focus = find(desk.session(), id) ? std::optional(id) : std::nullopt;
}

void show_person(Desk& desk, const ParticipantId& person) {
    auto& page = *desk.one_on_one;
    page.person = person;
    page.agenda = agenda_now(desk, page);
    page.order.clear();
    page.points_before.clear();
    for (const auto& item : page.agenda.open) page.order.push_back(item.id);
    read_points(desk);
    take_in_hand(desk, page.order.empty() ? AccountabilityId{} : page.order.front());
    desk.ask_for(Purpose::nothing);
    desk.take_up_aside();
}

// The files of the team's other sessions, also from when it had another name: what they said there is carried by its own.
std::vector<std::filesystem::path> files_of_team(const Desk& desk, const std::vector<storage::Listed>& listed) {
    std::set<std::string> teams{folded(desk.session().team)};
    std::set<SessionId> met{desk.session().id};
    for (const auto& item : desk.session().carried) met.insert(item.lineage->session);
    for (const auto& one : listed)
        if (met.contains(one.session)) teams.insert(folded(one.team));
    std::vector<std::filesystem::path> files;
    for (const auto& one : listed)
        if (one.damage.empty() && !one.is_conflict_copy && !one.is_orphan && one.session != desk.session().id &&
            teams.contains(folded(one.team)))
            files.push_back(one.path);
    return files;
}

// Without a folder nobody is joined; a file of joins that can't be read is told of in the review.
Joins joins_of(const Desk& desk, const std::filesystem::path& folder) {
    try {
        return storage::read_joins(desk.world().storage.disk, folder);
    } catch (const std::exception&) {
        return {};
    }
}

void begin(Desk& desk, const ParticipantId& person, bool is_from_library) {
    desk.put_aside();
    desk.one_on_one.emplace();
    desk.one_on_one->is_from_library = is_from_library;
    desk.one_on_one->log_before = desk.history().log().size();
    desk.one_on_one->others = other_sessions(desk);
    if (!desk.is_demo() && !desk.file().empty()) desk.one_on_one->joins = joins_of(desk, desk.file().parent_path());
    desk.showing = Showing::one_on_one;
    desk.panel = Panel::none;
    show_person(desk, person);
    if (!is_from_library && !desk.screens.is_apart)
        desk.say(Tone::done, "Whoever sees this window sees this page. F8 gives the room a window of its own");
}

// What was said in an older session and never came along is brought into this one first: there it can be answered for.
bool bring_item_here(Desk& desk) {
    auto& page = *desk.one_on_one;
    if (page.item.empty()) {
        desk.say(Tone::refused, "Nothing is in hand");
        return false;
    }
    if (find(desk.session(), page.item)) {
        desk.place.focus = page.item;
        return true;
    }
    for (const auto& other : page.others)
        for (auto& item : insight::carried_from(other)) {
            if (item.id != page.item) continue;
            item.owner = page.person;
            if (!desk.act(CarryOver{item})) return false;
            desk.place.focus = page.item;
            return true;
        }
    desk.say(Tone::refused, "This was kept in an earlier session, and stays as it was answered there");
    return false;
}

bool is_answered_today(const Desk& desk, const AgendaItem& item) {
    const auto* last = insight::last_answer(item);
    return last && last->date >= counted_from(desk.session(), desk.today());
}

// The newest wording somebody proposed and nobody agreed to; null where there is none.
const Wording* proposed_wording(const Accountability& item) {
    return !item.wordings.empty() && !item.wordings.back().agreed ? &item.wordings.back() : nullptr;
}

std::filesystem::path page_path(const Desk& desk, const char* ending) {
    return desk.path_for_documents().parent_path() /
           (name_for_file(desk.one_on_one->agenda.person, desk.today()) + ending);
}

} // namespace

const AgendaItem* item_of(const OneOnOne& page, const AccountabilityId& id) {
    for (const auto* items : {&page.agenda.open, &page.agenda.closed})
        if (const auto found = std::ranges::find(*items, id, &AgendaItem::id); found != items->end()) return &*found;
    return nullptr;
}

std::vector<Session> other_sessions(const Desk& desk) {
    if (desk.is_demo() || desk.file().empty()) return {};
    const auto& world = desk.world().storage;
    const auto folder = desk.file().parent_path();
    const auto listed = folder == desk.world().sessions_folder && desk.has_whole_library()
                            ? desk.library()
                            : storage::list_sessions(world.disk, folder);
    return sessions_in(world.disk, world.places, files_of_team(desk, listed));
}

void open_person(Desk& desk, std::size_t row) {
    if (row >= desk.people.size()) return;
    const auto person = desk.people[row]; // its own: opening clears what lies here
    desk.panel = Panel::none;
    if (desk.open(person.newest) && find(desk.session(), person.id)) begin(desk, person.id, true);
}

void open_one_on_one(Desk& desk) {
    const auto* card = card_in_hand(desk);
    const auto& people = desk.session().participants;
    if (people.empty()) return desk.say(Tone::refused, "Nobody is here yet. Add people at Prepare");
    const auto speaker =
        card && desk.session().stage != Stage::capture ? card->owner : desk.place.speaker.value_or(people.front().id);
    begin(desk, speaker, false);
}

void leave_one_on_one(Desk& desk, Showing to) {
    if (!desk.one_on_one) return;
    desk.put_aside();
    desk.one_on_one.reset();
    desk.place.focus.reset();
    desk.showing = to;
    desk.ask_for(Purpose::nothing);
    desk.after_change();
}

void leave_one_on_one(Desk& desk) {
    const bool is_from_library = desk.one_on_one && desk.one_on_one->is_from_library;
    leave_one_on_one(desk, desk.session().stage == Stage::prepare ? Showing::board : Showing::audience);
    if (!is_from_library) return;
    desk.close();
    desk.panel = desk.people.empty() ? Panel::none : Panel::people; // where they were chosen from
}

void look_at_person_anew(Desk& desk) {
    if (!desk.one_on_one) return;
    auto& page = *desk.one_on_one;
    if (!find(desk.session(), page.person)) return leave_one_on_one(desk, Showing::audience);
    page.agenda = agenda_now(desk, page);
    for (const auto& item : page.agenda.open)
        if (std::ranges::find(page.order, item.id) == page.order.end()) page.order.push_back(item.id);
    std::erase_if(page.order, [&](const auto& id) { return !item_of(page, id); });
    if (!item_of(page, page.item)) page.item = page.order.empty() ? AccountabilityId{} : page.order.front();
}

void take_promise(Desk& desk, const AccountabilityId& id) {
    if (desk.one_on_one) take_in_hand(desk, id);
}

void step_promise(Desk& desk, int step) {
    auto& page = *desk.one_on_one;
    const auto at = std::ranges::find(page.order, page.item) - page.order.begin() + step;
    if (at >= 0 && at < static_cast<std::ptrdiff_t>(page.order.size()))
        take_in_hand(desk, page.order[static_cast<std::size_t>(at)]);
}

void step_person(Desk& desk, int step) {
    const auto& people = desk.session().participants;
    const auto at = std::ranges::find(people, desk.one_on_one->person, &Participant::id) - people.begin() + step;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(people.size())) return;
    desk.put_aside();
    show_person(desk, people[static_cast<std::size_t>(at)].id);
}

void answer_on_page(Desk& desk, Outcome outcome, bool asks_why) {
    if (!bring_item_here(desk)) return;
    if (outcome != Outcome::kept || asks_why) return ask_for_answer(desk, outcome);
    if (note_answer(desk, outcome)) go_on_after_answer(desk);
}

// The next that has no answer of today, going round.
void go_on_after_answer(Desk& desk) {
    auto& page = *desk.one_on_one;
    const auto at = std::ranges::find(page.order, page.item) - page.order.begin();
    const auto count = static_cast<std::ptrdiff_t>(page.order.size());
    for (std::ptrdiff_t step = 1; step <= count; ++step) {
        const auto& id = page.order[static_cast<std::size_t>((at + step) % count)];
        const auto* item = item_of(page, id);
        if (item && !is_answered_today(desk, *item)) return take_in_hand(desk, id);
    }
    const bool is_last = desk.session().participants.back().id == page.person;
    desk.say(Tone::done, fmt::format("That is all of {}'s{}", page.agenda.person,
                                     is_last ? "; they are the last" : ". Right goes to the next person"));
}

void ask_on_page(Desk& desk, Purpose purpose) {
    if (!bring_item_here(desk)) return;
    const auto* proposed = proposed_wording(*card_in_hand(desk));
    ask_for_detail(desk, purpose);
    if (purpose == Purpose::wording && proposed && !desk.entry.is_resumed) desk.ask_for(purpose, proposed->text);
}

void open_contract_on_page(Desk& desk) {
    if (bring_item_here(desk)) open_contract(desk);
}

void lend_on_page(Desk& desk) {
    if (bring_item_here(desk)) lend_card(desk);
}

void export_page(Desk& desk) {
    if (const auto why = desk.why_kept_nowhere(); !why.empty()) return desk.say(Tone::refused, why);
    const auto write = [&disk = desk.world().storage.disk, agenda = desk.one_on_one->agenda,
                        path = page_path(desk, ".pdf"), page = page_path(desk, ".html")] {
        storage::replace_file(disk, path, report::agenda_pdf(agenda, report::Paper::a4));
        storage::replace_file(disk, page, report::agenda_html(agenda));
        return fmt::format("In “{}”: {} and .html, a page to print", path.parent_path().filename().string(),
                           path.filename().string());
    };
    desk.errands.run(write, Tone::trouble);
}

void copy_page(Desk& desk) {
    if (desk.rehearsal) return desk.say(Tone::refused, desk.why_kept_nowhere());
    desk.to_clipboard = report::agenda_markdown(desk.one_on_one->agenda);
    desk.say(Tone::done, "The page is on the clipboard, as Markdown; your points are not");
}

} // namespace avow::desk
