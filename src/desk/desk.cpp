#include "desk/desk.hpp"

#include "desk/finding.hpp"
#include "desk/history_rows.hpp"
#include "desk/library_reading.hpp"
#include "desk/meant.hpp"
#include "desk/rehearsal.hpp"
#include "desk/rehearsal_timings.hpp"
#include "desk/replay.hpp"
#include "desk/reviewing.hpp"
#include "desk/verbs.hpp"
#include "desk/wall.hpp"
#include "insight/account.hpp"
#include "insight/coverage.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace avow::desk {

namespace {

constexpr std::int64_t notice_ms = 6'000;
constexpr std::int64_t shortest_break_ms = 10 * 60'000; // a program that died is back sooner
constexpr const char* nameless = "Session";

// While a meeting is replayed nothing of it is changed, and whoever tries is told.
bool is_replaying(Desk& desk) {
    if (desk.replay) desk.say(Tone::refused, changes_nothing);
    return desk.replay != nullptr;
}

std::string file_stem(const Session& session) {
    return name_for_file(session.team.empty() ? nameless : session.team, session.date);
}

// Whether the file was begun before its team had a name.
bool has_passing_name(const std::filesystem::path& path, const Session& session) {
    const auto stem = path.stem().string();
    return !session.team.empty() && stem.starts_with(nameless) && !stem.starts_with(file_stem(session));
}

// How long nothing was done before it was opened, where that is a break.
std::int64_t break_before(const History& history, Moment opened) {
    if (history.log().empty()) return 0;
    const auto last = time_of(history.log().back());
    const auto closed = opened.unix_ms - last.unix_ms;
    return closed < shortest_break_ms ? 0 : closed;
}

} // namespace

std::string name_for_file(std::string_view words, Date date) {
    std::string stem;
    for (const char letter : words) {
        const bool is_plain =
            (static_cast<unsigned char>(letter) >= 0x80) || std::isalnum(static_cast<unsigned char>(letter));
        stem += is_plain ? letter : (stem.empty() || stem.back() == ' ' ? '\0' : ' ');
        if (!stem.empty() && stem.back() == '\0') stem.pop_back();
    }
    while (!stem.empty() && stem.back() == ' ') stem.pop_back();
    if (stem.empty()) stem = nameless;
    return first_characters(stem, 60) + " " + iso(date);
}

Desk::Desk(World world) : errands(world.storage.wake), world_(std::move(world)) { look_at_library(); }

Desk::~Desk() = default;

storage::Keeping Desk::keeping() const { return store_ ? store_->keeping() : storage::Keeping{}; }

storage::UnknownFields Desk::unknown() const { return store_ ? store_->unknown() : storage::UnknownFields{}; }

std::filesystem::path Desk::file() const { return store_ ? store_->path() : std::filesystem::path{}; }

std::filesystem::path Desk::path_for_documents() const {
    const auto path = file();
    if (path.empty()) return world_.sessions_folder / file_stem(session()); // only looked at, it lies in no file
    return path.parent_path() / (has_passing_name(path, session()) ? file_stem(session()) : path.stem().string());
}

Date Desk::today() const {
    const auto now = world_.storage.clock();
    const std::int64_t local = now.unix_ms + std::int64_t{world_.minutes_east(now)} * 60'000;
    return plus_days(Date{1970, 1, 1}, static_cast<int>(local / 86'400'000));
}

std::string Desk::wall_clock(Moment at) const {
    const std::int64_t seconds = (at.unix_ms / 1000 + std::int64_t{world_.minutes_east(at)} * 60) % 86'400;
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

// --- opening and closing -----------------------------------------------------------------------------------------

bool Desk::open(const std::filesystem::path& path) {
    const auto settled = [&](const auto& one) { return storage::settled_path(world_.storage.disk, one); };
    try {
        if (store_ && settled(path) == settled(file())) { // it would be held by ourselves, and could only be read
            panel = Panel::none;
            if (showing == Showing::library) showing = Showing::audience;
            return say(Tone::done, file().filename().string() + " lies open already"), true;
        }
        lay_open(storage::SessionStore::open(world_.storage, path));
        return true;
    } catch (const std::exception& error) {
        say(Tone::trouble, error.what());
        return false;
    }
}

void Desk::start(Session session) {
    const auto path = new_file_for(session);
    try {
        lay_open(storage::SessionStore::create(world_.storage, path, History(std::move(session))));
    } catch (const std::exception& error) {
        say(Tone::trouble, error.what());
    }
}

// Nothing of the last session changes. What is still open comes along as a step of the new one, so that it stands in its
// log and undo takes it back.
void Desk::start_from(const Session& last, std::vector<PlannedStage> plan) {
    auto session = insight::begun_from(last);
    session.plan = std::move(plan);
    session.id = fresh<SessionTag>();
    session.date = today();
    start(std::move(session));
    bring_along(insight::carried_from(last));
}

// The Open stage is planned anew, by what there is to answer for.
void Desk::start_from(const std::filesystem::path& path) {
    try {
        const auto last = storage::read_session(world_.storage.disk, path, world_.storage.places).history.now();
        auto plan = insight::is_account_alone(last) ? usual_plan() : last.plan;
        std::erase_if(plan, [](const auto& planned) { return planned.stage == Stage::open; });
        start_from(last, std::move(plan));
    } catch (const std::exception& error) {
        say(Tone::trouble, error.what());
    }
}

void Desk::start_account_from(const std::filesystem::path& path) {
    try {
        const auto last = storage::read_session(world_.storage.disk, path, world_.storage.places).history.now();
        if (last.participants.empty()) return say(Tone::refused, "Nobody is in that session yet");
        const int minutes = insight::minutes_of_account_alone(last.participants.size());
        start_from(last, {{Stage::open, minutes}, {Stage::close, 2}});
        if (is_open()) go_to(*this, Stage::open);
    } catch (const std::exception& error) {
        say(Tone::trouble, error.what());
    }
}

void Desk::bring_along(const std::vector<Accountability>& carried) {
    if (!store_ || carried.empty()) return;
    std::vector<Edit> edits;
    std::set<ParticipantId> owners;
    for (const auto& item : carried) {
        edits.emplace_back(CarryOver{item});
        owners.insert(item.owner);
    }
    if (!insight::is_account_alone(session()))
        edits.emplace_back(PlanStage{Stage::open, insight::minutes_of_account(carried)});
    const auto what = counted(carried.size(), "open accountability", "open accountabilities") + " from " +
                      counted(owners.size(), "person", "people");
    if (act(edits, "brought along " + what))
        say(Tone::done, fmt::format("Brought along: {}. Open asks for them", what));
}

void Desk::start_demo() {
    try {
        lay_open(storage::SessionStore::in_memory(world_.make_demo()));
        is_demo_ = true;
        say(Tone::done, "This is the sample workshop. What is done to it is saved nowhere");
    } catch (const std::exception& error) {
        say(Tone::trouble, error.what());
    }
}

void Desk::look_at(History history) { lay_open(storage::SessionStore::in_memory(std::move(history))); }

void Desk::lay_open(storage::SessionStore::Opened opened) {
    close();
    store_ = std::move(opened.store);
    history_ = std::move(opened.history);
    opened_at_ = now();
    closed_for_ms_ = break_before(history_, opened_at_);
    is_demo_ = false;
    timings.reset();
    place = {};
    page = 0;
    panel = Panel::none;
    one_on_one.reset();
    is_scoreboard = false;
    asking.reset();
    half_asked.reset();
    poll_shown.reset();
    turn_since.reset();
    past_.reset();
    drop_proposal();
    prepared_.reset();
    earlier_.reset();
    walk = {};
    is_telling_why = false;
    showing = session().stage == Stage::prepare ? Showing::board : Showing::audience;
    if (opened.draft) {
        bring_back(*opened.draft);
        asking = std::exchange(half_asked, {});
        if (asking) showing = Showing::audience;
        for (const auto& other : opened.draft->beside) bring_back(other);
    }
    after_change();
    if (!asking) take_up_aside();
    find_papers(*this);
    if (!entry.text.empty() || asking)
        say(Tone::done, "What was half typed is back");
    else if (!half_typed.empty() || !asides.empty() || half_asked)
        say(Tone::done, "What was half typed is kept, and comes back where it was typed");
    for (const auto& remark : opened.remarks) say(Tone::done, remark);
}

void Desk::close() {
    replay.reset();
    if (!store_) return;
    const auto path = file();
    const Session closed = session();
    errands.finish();
    const std::string trouble = store_->close().notice;
    store_.reset();
    if (trouble.empty() && why_kept_nowhere().empty()) name_file_after_team(path, closed);
    history_ = History{};
    is_demo_ = false;
    rehearsal.reset();
    one_on_one.reset();
    entry = {};
    half_typed.clear();
    asides.clear();
    in_form_ = {};
    drop_proposal();
    showing = Showing::library;
    closed_ = closed.id;
    look_at_library();
    if (!trouble.empty()) say(Tone::trouble, trouble);
}

// A session is begun before its team has a name; its file gets the name once nobody holds it.
void Desk::name_file_after_team(const std::filesystem::path& path, const Session& session) {
    if (!has_passing_name(path, session) || !storage::is_there(world_.storage.disk, path)) return;
    // Refused, it stays under the name it has: nothing depends on it.
    (void)world_.storage.disk.rename(path, new_file_for(session));
}

std::vector<std::filesystem::path> Desk::files_in(const std::filesystem::path& folder) const {
    std::vector<std::filesystem::path> files;
    for (const auto& name : storage::names_in_folder(world_.storage.disk, folder))
        if (std::filesystem::path(name).extension() == ".avow") files.push_back(folder / name);
    return files;
}

std::filesystem::path Desk::new_file_for(const Session& session) const {
    const std::string stem = file_stem(session);
    auto path = world_.sessions_folder / (stem + ".avow");
    for (int number = 2; storage::is_there(world_.storage.disk, path); ++number)
        path = world_.sessions_folder / fmt::format("{} {}.avow", stem, number);
    return path;
}

// --- changes -----------------------------------------------------------------------------------------------------

bool Desk::act(const Edit& edit) { return act(std::vector<Edit>{edit}, sentence(session(), edit)); }

bool Desk::act(const std::vector<Edit>& edits, const std::string& label) {
    if (!store_) return false;
    if (is_replaying(*this)) return false;
    if (keeping().read_only) {
        say(Tone::refused,
            fmt::format("{} holds this session, so it can only be read here. Ctrl+K, “take over” changes that",
                        keeping().holder));
        return false;
    }
    if (const auto refusal = avow::why_not(session(), edits)) {
        say(Tone::refused, refusal->sentence);
        return false;
    }
    store_->append(history_.act({fresh<StepTag>(), label, now(), edits}));
    after_change();
    hush_old_news();
    return true;
}

void Desk::undo() {
    if (is_replaying(*this)) return;
    if (can_bring_back()) return bring_back_proposal();
    const auto* step = history_.undoable();
    if (proposed_ && !is_since(made_->at, step)) return drop_proposal();
    if (!step || !store_ || keeping().read_only) return say(Tone::refused, "There is nothing to undo");
    const Step undone = *step;
    if (spent_ && is_since(spent_->at, step)) made_ = spent_;
    store_->append(history_.undo(fresh<StepTag>(), now()));
    // The turn goes back to whoever spoke, so that the words can be said again at once.
    for (const auto& edit : undone.edits) {
        if (session().stage == Stage::commit || session().stage == Stage::themes || session().stage == Stage::open)
            std::visit(
                [&](const auto& e) {
                    if constexpr (requires { place.focus = e.id; }) place.focus = e.id;
                },
                edit); // and the eye to what changed
        if (const auto* said = std::get_if<SayStatement>(&edit))
            place.speaker = said->owner;
        else if (const auto* passed = std::get_if<PassTurn>(&edit))
            place.speaker = passed->id;
        else if (const auto* handed = std::get_if<HandInRecalls>(&edit))
            bring_back_papers(*this, handed->sheets);
    }
    after_change();
    if (session().stage == Stage::themes && place.is_open && place.focus)
        place.tile = tile_of(shown(), *place.focus); // it may have gone to another theme
    say(Tone::done, "Undid: " + undone.label);
}

void Desk::redo() {
    if (is_replaying(*this)) return;
    const auto* step = history_.redoable();
    if (!step || !store_ || keeping().read_only) return say(Tone::refused, "There is nothing to redo");
    const std::string label = step->label;
    store_->append(history_.redo(fresh<StepTag>(), now()));
    after_change();
    say(Tone::done, "Did again: " + label);
}

// What must follow every change, however it came: the room's place points at what is there, the entry field fits the
// stage, and what was computed from the old value is gone.
void Desk::after_change() {
    const auto& now_open = session();
    prepared_.reset();
    expected_.reset();
    keep_align_in_line(*this);
    look_at_wall_anew();
    if (place.focus && !find(now_open, *place.focus)) place.focus.reset();
    look_at_person_anew(*this);
    if (place.focus && is_at(*this, Stage::themes)) // what is read from another's card is in hand with that
        place.focus = insight::card_of(now_open, *find(now_open, *place.focus)).id;
    if (place.speaker && !find(now_open, *place.speaker)) place.speaker.reset();
    if (poll_shown && !poll_in_sight(*this)) poll_shown.reset();
    if (!place.speaker && now_open.stage == Stage::capture) { // the round goes on after whoever spoke last
        const auto last = now_open.accountabilities.empty() ? ParticipantId{} : now_open.accountabilities.back().owner;
        if (const auto* next = insight::next_in_round(now_open, last)) place.speaker = next->id;
    }
    if (is_at(*this, Stage::commit) && !place.focus) {
        const auto items = insight::by_person(now_open);
        if (!items.empty()) place.focus = items.front()->id;
    }
    const bool has_turn = place.speaker && insight::is_account_alone(now_open);
    if (is_at(*this, Stage::open) && !place.focus && !has_turn) take_up_account(*this);
    if (place.tile) place.tile = std::min(*place.tile, shown().themes.size());
    if (now_open.stage != Stage::themes) place.is_open = walk.is_on = false;
    std::erase_if(walk.cards, [&](const auto& card) { return !find(now_open, card); });
    walk.at = std::min(walk.at, walk.cards.size() - (walk.cards.empty() ? 0 : 1));
    const bool wants_statement = is_at(*this, Stage::capture);
    if (wants_statement && entry.purpose == Purpose::nothing) ask_for(Purpose::statement, half_typed);
    if (!wants_statement && entry.purpose == Purpose::statement) ask_for(Purpose::nothing);
}

void Desk::save_now() {
    if (!store_) return;
    if (const auto why = why_kept_nowhere(); !why.empty()) return say(Tone::refused, why);
    store_->save_soon();
    say(Tone::done, "Saving " + file().filename().string());
}

void Desk::take_over() {
    if (!store_) return;
    if (!keeping().read_only) return say(Tone::refused, "This session is yours already");
    store_->take_over(); // what the other side did arrives with take_merged
    say(Tone::done, "This session is yours now");
}

// --- notices -----------------------------------------------------------------------------------------------------

// What was said before is old news once something else is done or asked.
void Desk::hush_old_news() {
    if (notice_ && notice_->tone != Tone::trouble) notice_.reset();
}

void Desk::say(Tone tone, std::string sentence) { notice_ = Notice{tone, std::move(sentence), now()}; }

void Desk::attend() {
    attend_library();
    attend_finding();
    attend_people(*this);
    if (replay) replay->attend(now());
    attend_rehearsal(*this);
    if (voice)
        if (auto trouble = voice->take_trouble(); !trouble.empty()) say(Tone::refused, std::move(trouble));
    if (showing != Showing::review)
        reviewing.reset(); // a file was dropped on it, or opened over it
    else if (reviewing)
        reviewing->attend();
    for (auto& said : errands.take_said()) say(said.tone, std::move(said.sentence));
    if (store_)
        if (auto merged = store_->take_merged()) {
            history_ = std::move(*merged);
            drop_proposal();
            after_change();
            say(Tone::done, "The file was changed elsewhere; both sides are kept");
        }
    if (store_)
        for (auto& remark : store_->take_remarks()) say(Tone::done, std::move(remark));
    if (notice_ && notice_->tone != Tone::trouble && now().unix_ms - notice_->at.unix_ms > notice_ms) notice_.reset();
}

} // namespace avow::desk
