// What lies open before the facilitator, still without a screen: the session and its history, where the room is, what is
// being typed, what the engine proposes, and what there is to say. Everything a key or a click can do is a function here
// or in desk/verbs.hpp; the command table (desk/commands.hpp) gives them their words and keys.
#pragma once

#include "desk/aligning.hpp"
#include "desk/asking.hpp"
#include "desk/background.hpp"
#include "desk/errands.hpp"
#include "desk/eventually.hpp"
#include "desk/notice.hpp"
#include "desk/one_on_one.hpp"
#include "desk/proposed.hpp"
#include "desk/reasons.hpp"
#include "desk/rehearsal_words.hpp"
#include "desk/screens.hpp"
#include "desk/voice.hpp"
#include "insight/mirror.hpp"
#include "session/history.hpp"
#include "slide/slide.hpp"
#include "storage/library.hpp"
#include "storage/search.hpp"
#include "storage/session_store.hpp"
#include "themes/themes.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace avow::storage {
class FolderWatch;
}

namespace avow::report {
enum class Audience;
struct Document;
} // namespace avow::report

namespace avow::desk {

class Finding;
class LibraryReading;

// All that the desk is given of the world outside; main builds it, tests build a still one.
struct World {
    storage::Surroundings storage; // disk, places, clock, new ids, and what wakes the screen
    std::filesystem::path sessions_folder;
    std::function<int(Moment)> minutes_east;         // of UTC, on this machine's wall clock
    std::function<History()> make_demo;              // the filled sample workshop
    Eventually<themes::Knowledge> knowledge;         // read while the window comes up
    std::function<RehearsalWords()> rehearsal_words; // throws with a sentence where they can't be read
    std::function<std::unique_ptr<Voice>(std::function<void()> wake)> make_voice = {}; // none: nothing is read aloud
    std::filesystem::path home = {};         // of whoever uses it; empty: unknown
    Eventually<insight::Mirror> mirror = {}; // of the leader's phrasing, likewise; a silent one marks nothing
};

// Which of its faces the one window shows.
enum class Showing { library, audience, board, review, one_on_one, timings };

// What is open over the page, if anything. One at a time; Escape closes it.
enum class Panel {
    none,
    palette,
    keys,
    roster,
    pasted,
    open_file,
    copy_file,
    history,
    find,
    people,
    brief,
    strengths,
    contract
};

// What the one entry field is for. `nothing` hides it, and letters and digits are then keys.
enum class Purpose {
    nothing,
    statement,
    wording,
    due,
    evidence,
    measure,
    if_then,
    first_step,
    strength,
    help,
    theme_title,
    new_theme,
    parked_item,
    next_date,
    merge_into,
    said_by,
    kept, // answers at Open: the field takes the reason, and of `changed` the new wording
    part,
    missed,
    changed,
    next_promise, // at Open, of a meeting for the account alone
    proposal,     // of another wording, on a person's page
    point,        // to talk about, on a person's page; private
    passphrase,   // that the points are locked under
    new_passphrase,
    passphrase_again,
    poll_question, // that the room is asked
    poll_answer,   // that is corrected: a name and the new one; shown to nobody
    leader,        // from here on what is typed for Align (desk/align_entry.cpp has its labels)
    misalignment,
    ask,
    ask_answer,
    leader_promise,
    recall, // a line of a paper; where the strip is before the room, shown to nobody
    team_guess,
    match_with,
    objection,
    objection_answer,
    objection_who,
    objection_amount
};

struct EntryField {
    Purpose purpose = Purpose::nothing;
    std::string text;
    bool is_resumed = false;      // half typed before: typing goes on after it
    std::uint64_t generation = 0; // raised whenever somebody else than the person typing changed the text
};

// A detail of a card, or a field of the form, with what was typed into it and is not said yet.
struct HalfTyped {
    std::string field; // "evidence", "form: Goal"
    AccountabilityId item;
    std::string text;

    bool operator==(const HalfTyped&) const = default;
};

// What a promise is to be tested by, as it is being written down: it counts once it is whole.
struct HalfContract {
    AccountabilityId item;
    std::string metric, baseline, target, date, next_step;

    bool operator==(const HalfContract&) const = default;
};

class HistoryList;
class Replay;
class Reviewing;
class Rehearsal;
struct RehearsalTimings;

class Desk {
public:
    explicit Desk(World);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    // --- what lies open ---
    bool is_open() const { return store_ != nullptr; }
    const Session& session() const { return history_.now(); }
    const History& history() const { return history_; }
    storage::Keeping keeping() const;
    std::filesystem::path file() const;
    storage::UnknownFields unknown() const;           // of a newer Avow, for a copy
    std::filesystem::path path_for_documents() const; // beside the file and named like it, or like the team; no ending
    bool is_demo() const { return is_demo_; }
    std::string why_kept_nowhere() const; // a sentence, for a demo or a rehearsal; empty: it is kept
    const World& world() const { return world_; }
    Moment now() const { return world_.storage.clock(); }
    Moment stage_now() const; // the same on the clock of the stage, which stood still while the session was closed
    Moment ends_at() const;   // as insight::projected_end has it
    Date today() const;
    std::string wall_clock(Moment) const; // "14:56:02", local

    // The session as the room sees it now: with the proposal, if one lies on the wall.
    const Session& shown() const { return proposed_ ? proposed_->preview : session(); }
    const std::optional<Proposed>& proposed() const { return proposed_; }
    slide::Slide slide() const;
    slide::TeamSoFar team_so_far() const; // over the folder's sessions

    // --- state that views read and verbs change; none of it is kept in the file ---
    Showing showing = Showing::library;
    Panel panel = Panel::none;
    slide::Place place;                      // speaker, focus, tile; `typing` and `now` are filled in by slide()
    int page = 0;                            // of the slide, when it takes more than one
    int pages = 1;                           // as last drawn
    bool is_page_kept = false;               // by the card in hand, which lies on this one alone; as last drawn
    int tens = 0;                            // typed as points before the number of a theme: "." and 2 is theme 12
    bool is_telling_why = false;             // at Themes: of the card in hand
    Declined declined;                       // of the questions of fewer and more themes
    struct Walk {                            // over doubtful cards, at Themes
        std::vector<AccountabilityId> cards; // that came into hand, in this order; none comes twice
        std::size_t at = 0;                  // of them
        bool is_on = false;                  // after a card is placed the next doubtful one is in hand
        bool operator==(const Walk&) const = default;
    } walk;
    Aligning aligning; // at Align
    bool is_round_on = true;
    bool is_scoreboard = false;         // at Open, in place of the person who answers
    std::optional<Asking> asking;       // while the room is asked
    std::optional<Asking> half_asked;   // left before the last answer; asking the same goes on with it
    std::optional<PollId> poll_shown;   // while the room looks at what it answered
    std::optional<Moment> turn_since;   // at Open of a meeting for the account alone: since when they have the turn
    std::string passphrase;             // of the points, from its first use to the end of the program
    std::optional<OneOnOne> one_on_one; // while a person's page is shown
    std::unique_ptr<Replay> replay;     // while the meeting is replayed (desk/replay.hpp): then nothing can be changed
    struct Left {                       // for the replay, to come back to
        Showing showing = Showing::audience;
        int page = 0;
    } left_for_replay;
    FolderPeople people;                                      // of the folder, once they have been asked for
    std::unique_ptr<Background<FolderPeople>> people_reading; // while they are gathered
    std::unique_ptr<Rehearsal> rehearsal;                     // while one lies open (desk/rehearsal.hpp)
    std::unique_ptr<RehearsalTimings> timings;                // of the one that ended, while they are shown
    bool is_blanked = false;
    report::Audience brief_for{}; // that the case is read by, while it lies open
    HalfContract contract_typed;  // of the card in hand, while its panel is open
    Screens screens;              // where the room looks (desk/screens.hpp)
    storage::Settings settings;   // what this machine remembers
    bool wants_to_quit = false;
    bool wants_menu = false;                 // by key; the screen opens it
    std::unique_ptr<Voice> voice;            // once something was read aloud (desk/verbs_aloud.cpp)
    std::optional<std::string> to_clipboard; // words to be copied; the screen takes them
    Errands errands;                         // what is being written and nobody waits for
    std::size_t library_row = 0;
    std::string palette_words; // typed into the panel that is open
    int palette_row = 0;
    std::string roster_text;
    std::string pasted_text; // into the field of the read-round: lines that are not statements yet
    std::string path_typed;
    std::string copy_typed; // where a copy of the session is to go
    EntryField entry;
    struct Swallowed {
        std::string typed;
        std::optional<ParticipantId> speaker;
    };
    std::optional<ParticipantId> interrupted; // whose turn it was when somebody spoke out of turn; it comes back
    std::optional<Swallowed> swallowed;       // the prefix that just switched the speaker, should it have been a word
    std::string half_typed;                   // a statement put aside while the field asks for something else
    // Details half typed when the room went elsewhere, and fields of a form when the program died; the latest first.
    std::vector<HalfTyped> asides;

    // --- opening and closing; a sentence in notices when it can't ---
    bool open(const std::filesystem::path&);
    void start(Session);                                   // a new session, in a new file in the sessions folder
    void start_from(const std::filesystem::path&);         // roster, goal, plan, what is parked and open come along
    void start_account_from(const std::filesystem::path&); // a meeting for the account alone, at Open at once
    void start_demo();
    void look_at(History); // in memory only, for a picture
    void close();          // back to the library; keeps everything first
    const std::vector<storage::Listed>& library() const { return library_; }
    // Finding what was said in the sessions folder; a sentence in notices when it can't.
    void begin_finding();             // opens the panel; a thread brings the index up to date until it is closed
    void look_for(std::string words); // into `hits`, the newest first
    void open_found(std::size_t row); // its session, with that card in hand
    std::vector<storage::Hit> hits;   // of look_for, as far as has been read
    bool is_reading() const;
    storage::Progress reading() const;    // of so many sessions; all is 0 when there is nothing to tell
    std::unique_ptr<Reviewing> reviewing; // while the folder is reviewed (desk/reviewing.hpp)
    void look_at_library();               // reads the folder again; a large one on a thread, until attend() has it
    bool is_listing() const { return library_reading_ != nullptr; }
    storage::Progress listing() const; // of so many sessions; all is 0 when there is nothing to tell
    bool has_whole_library() const { return library_is_whole_; } // else it is what was known so far
    std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) const; // session files, by name

    // --- every change goes through here ---
    bool act(const Edit&);                                        // one gesture of one edit
    bool act(const std::vector<Edit>&, const std::string& label); // one gesture of several
    void undo();
    bool was_done_since(std::size_t entries) const; // what undo would take back, after so many entries of the log
    void redo();
    // So many undos or redos as it takes until nothing that undo reaches stands at that entry of the log or after it, or
    // until that step holds; how many it took. Each is a step of the log like any other.
    std::size_t undo_since(std::size_t entry);
    std::size_t redo_until(const StepId&);
    HistoryList& history_list() const; // what was done, in rows
    void after_change();               // brings what is in hand and what is asked for in line with what is there now
    void save_now();
    void take_over();

    // --- the entry field ---
    void type(std::string text); // what the field holds now; the draft is kept
    void ask_for(Purpose, std::string text = {});
    bool put_aside();     // what is half typed into a detail, when the room goes elsewhere; whether anything was
    void take_up_aside(); // the latest that belongs here: back into its field, on its card
    bool take_up_aside(const AccountabilityId&, Purpose); // that one, if there is any
    // What a field of the form holds while it is typed in; an empty name: none is. Kept as a draft.
    void type_in_form(const std::string& field, std::string text);

    // --- proposals ---
    const std::vector<themes::Statement>& earlier() const; // what the team said in sessions before, read once
    void forget_earlier();                                 // for good, on this machine; throws DiskError
    Learned learned() const; // from the steps that refuse a theme, and from those sessions
    // On the wall. What hands do then stays, and the proposal lies there for the rest (laid_on).
    void propose(Proposed);
    void drop_proposal();
    void put_proposal_down(); // the same, but undo brings it back as long as nothing else has been done
    bool can_bring_back() const;

    // Why each card lies where it is shown; in the order of the accountabilities.
    const std::vector<Lying>& reasons() const;
    std::string why_in_words() const; // of the card in hand, while it is asked for; else empty
    // At Themes, of a card of shown() that a proposal put into a theme: the engine would not vouch for it.
    bool is_guess(const Accountability&) const;
    // Those of shown() that say nearly the same as one of shown(), wherever they lie. Offered are those that lie with it
    // and are not read from one card yet.
    std::vector<const Accountability*> nearly_the_same(const Accountability&) const;
    std::vector<const Accountability*> offered_as_one(const Accountability&) const;

    // --- notices ---
    void say(Tone, std::string sentence);
    const std::optional<Notice>& notice() const { return notice_; }
    void hush() { notice_.reset(); }
    // Once a frame, before drawing: takes in what the writer thread has to say and lets old notices go.
    void attend();

    // Of a wording of the leader's, for the desk only (insight/mirror.hpp).
    const std::vector<insight::Mark>& mirrored(const std::string& words, insight::MirrorText) const;
    // The case for it, for whom it is set now; laid out anew after a change.
    const report::Document& brief() const;

    // The statement most like what is being typed, for the desk only; nothing when none is near.
    std::optional<slide::Said> similar_to_typing() const;
    // The expectation that a recall seems to mean; nothing when it is like none.
    std::optional<ExpectationId> expectation_meant_by(const std::string& recall) const;

    template <class Thing>
    Id<Thing> fresh() const {
        return Id<Thing>{world_.storage.new_id()};
    }

private:
    void lay_open(storage::SessionStore::Opened);
    void start_from(const Session& last, std::vector<PlannedStage> plan);
    void bring_along(const std::vector<Accountability>&);
    std::optional<Session> as_typed() const;
    storage::Draft draft() const;
    void take_up(std::vector<HalfTyped>::iterator, Purpose);
    void bring_back(const storage::Draft&);
    void look_at_wall_anew();
    void bring_back_proposal();
    void hush_old_news();
    void find_hits();
    void attend_finding();
    void attend_library();
    void attend_library_reading();
    void take_library(std::vector<storage::Listed>, bool is_whole);
    void name_file_after_team(const std::filesystem::path&, const Session&);
    std::filesystem::path new_file_for(const Session&) const;

    World world_;
    std::unique_ptr<storage::SessionStore> store_;
    History history_;
    bool is_demo_ = false;
    HalfTyped in_form_; // while it is typed
    Moment opened_at_;
    std::int64_t closed_for_ms_ = 0; // before that, where it was long enough to be a break and no restart
    struct Made {
        Proposed whole;     // as it was made
        std::size_t at = 0; // how long the log then was
    };
    struct PutDown {
        Made made;
        std::size_t at = 0;
    };
    bool is_since(std::size_t entries, const Step*) const; // was done after so many entries of the log
    std::optional<Made> made_;
    std::optional<Made> spent_;        // nothing of it was left; undoing what took it lays it on the wall again
    std::optional<Proposed> proposed_; // what of it is left
    std::optional<PutDown> put_down_;
    std::optional<Notice> notice_;
    std::vector<storage::Listed> library_;
    bool library_is_whole_ = false;
    std::optional<SessionId> closed_;                 // a moment ago, to be in hand
    std::unique_ptr<LibraryReading> library_reading_; // while a large folder is listed
    std::unique_ptr<storage::FolderWatch> watch_;     // while the library is shown
    std::unique_ptr<Finding> finding_;                // while what was said is being found
    struct Brief;
    mutable std::shared_ptr<const Brief> brief_;
    mutable std::map<std::pair<insight::MirrorText, std::string>, std::vector<insight::Mark>>
        seen_in_mirror_;                               // of the few texts of a form
    mutable std::optional<std::vector<Session>> past_; // of the team, for the scoreboard; read once
    struct Earlier {
        std::string team; // whose it is: a session gets its team's name while it lies open
        std::vector<themes::Statement> said;
    };
    mutable std::optional<Earlier> earlier_;
    mutable std::unique_ptr<themes::Prepared> prepared_; // for similar_to_typing; made anew after a change
    mutable std::unique_ptr<themes::Prepared> expected_; // for expectation_meant_by; likewise
    mutable std::optional<std::vector<Lying>> reasons_;  // of what is shown; made anew after a change
    struct Alike {
        std::vector<std::string> said;
        std::vector<std::vector<std::size_t>> others; // of each, those that say nearly the same
    };
    mutable std::unique_ptr<HistoryList> history_list_;
    mutable std::optional<Alike> alike_; // made anew when something else has been said
};

// A file's name made of somebody's words: what every file system takes, and the day. No ending.
std::string name_for_file(std::string_view words, Date);

} // namespace avow::desk
