// What the facilitator does at each stage, in the words of the room: each verb reads the desk, makes the edits, and moves
// on to where the room is next. Keys, the palette and clicks all end here.
#pragma once

#include "desk/desk.hpp"
#include "desk/wishes.hpp"

namespace avow::desk {

// --- stages ---
std::vector<Stage> stages_of(const Session&); // those of the run sheet, and always the one the session is at
std::optional<Stage> stage_after(const Session&);
std::optional<Stage> stage_before(const Session&);
void go_to(Desk&, Stage);
void add_minutes(Desk&, int minutes);
void take_minutes_from_later(Desk&); // two, from the stage that can best spare them

bool is_at(const Desk&, Stage); // the room is what is shown, and it is at that stage

// --- the entry field ---
void typed(Desk&, std::string text); // each change by the person typing; at Capture, "pr " may switch the speaker
void give_back_prefix(Desk&);        // Backspace right after that: it was a word, and the turn stays where it was
void finish_entry(Desk&);            // Return: does what the field is for, with what it holds
void leave_entry(Desk&);             // Escape: puts a detail aside unchanged; a half-typed statement stays
// The label before the field and the echo behind it: "By", "Friday 4 December".
bool asks_for_secret(const Desk&); // what is typed is shown to nobody
std::string label_of_entry(const Desk&);
std::string echo_of_entry(const Desk&);

// --- Prepare ---
struct RosterPreview {
    std::vector<std::string> names;      // that would be welcomed
    std::vector<std::string> duplicates; // in the paste twice, or in the room already
};
RosterPreview preview_of_roster(const Session&, std::string_view pasted);
void welcome_all(Desk&, const std::vector<std::string>& names);

void name_leader(Desk&, const ParticipantId&); // again: nobody leads
bool finish_leader(Desk&, const std::string& words);
void write_expectation(Desk&, const std::optional<ExpectationId>&, const std::string& words); // none: a new one
void guess_expectation(Desk&, const std::optional<ExpectationId>&, const std::string& words); // how many will name it
std::optional<Refusal> why_not_seal(const Desk&);
void seal_expectations(Desk&);
std::vector<std::string> seal_in_words(const Desk&); // when, by which fingerprint, and what there is to know of it

// --- Capture ---
void say_statement(Desk&, std::string_view words);
// Lines pasted into the field: offered as statements, of whom each line names ("Ana: I call back") or whose turn it is.
struct PastedStatement {
    std::optional<ParticipantId> owner; // none: nobody has the turn
    std::string words;

    bool operator==(const PastedStatement&) const = default;
};
std::vector<PastedStatement> pasted_statements(const Desk&);
std::optional<Refusal> why_not_say_pasted(const std::vector<PastedStatement>&);
void say_pasted(Desk&);                   // each a statement, all one step of undo
void take_pasted_as_one_statement(Desk&); // into the field
void give_turn(Desk&, const ParticipantId&);
void give_turn_to_next(Desk&);
void give_turn_to_previous(Desk&);
void pass_turn(Desk&);
void note_attendance(Desk&, Attendance); // of the speaker; again: they are here after all
void correct_last(Desk&);                // the last statement back into the field, to be said again
void take_back_statement(Desk&);         // the card in hand, else the last one

// --- Open ---
void answer(Desk&, Outcome);         // of the card in hand; kept goes on at once, the others ask first
void ask_for_answer(Desk&, Outcome); // with its reason, also for what was kept
bool note_answer(Desk&, Outcome);    // of the card in hand, with what the field holds; false: refused
void finish_answer(Desk&);           // with what the field holds, and on to the next that waits
void take_up_account(Desk&);         // the first that waits comes into hand
void ask_for_next_promise(Desk&);    // of whose promise is in hand
void finish_next_promise(Desk&);     // says it, and asks on; of nothing: the turn goes on
void step_account(Desk&, int step);
void step_account_person(Desk&, int step);

// --- a person's page ---
void list_people(Desk&);                          // of the sessions folder, in the panel
void attend_people(Desk&);                        // takes in what was read meanwhile
std::vector<Session> other_sessions(const Desk&); // of the team, from the folder of the one that lies open
void open_person(Desk&, std::size_t row);
void open_one_on_one(Desk&); // of the card's owner, else the speaker, in the session that lies open
void leave_one_on_one(Desk&);
void leave_one_on_one(Desk&, Showing);
void look_at_person_anew(Desk&); // after a change
void take_promise(Desk&, const AccountabilityId&);
void step_promise(Desk&, int step);
void step_person(Desk&, int step);
void answer_on_page(Desk&, Outcome, bool asks_why = false);
void go_on_after_answer(Desk&);
void ask_on_page(Desk&, Purpose);
void lend_on_page(Desk&);
void read_points(Desk&); // of the page that is shown
void add_point(Desk&, const std::string& words);
void tick_point(Desk&, std::size_t place); // of those in sight; again: it waits still
bool give_passphrase(Desk&);               // what the field holds; each answers whether the field may be left
bool lock_points(Desk&);                   // under it, typed for the second time
void undo_on_page(Desk&);                  // no further back than the page came up
void export_page(Desk&);
void copy_page(Desk&);

// --- Align ---
slide::AlignPlace align_place(const Desk&);
void keep_align_in_line(Desk&); // after a change
void go_to_step(Desk&, slide::AlignStep);
void walk_path(Desk&, int by);
void step_align_row(Desk&, int by);
std::optional<slide::AlignRow> align_row_in_hand(const Desk&);
const Ask* ask_in_hand(const Desk&);
const Objection* objection_in_hand(const Desk&);
void take_back_row(Desk&);
void ask_other(Desk&, AskKind); // types it, for the side whose turn it is
void switch_side(Desk&);
void answer_row(Desk&); // an ask or an objection
void say_who_answers(Desk&);
void say_worth(Desk&, AnswerKind);
std::optional<Refusal> why_not_paper(const Desk&);
void begin_paper(Desk&);
void finish_recall(Desk&, const std::string& words); // of nothing: the paper is in, and the next one begun
void take_back_line(Desk&);
void leave_paper(Desk&);
std::optional<Refusal> why_not_hand_in(const Desk&);
void hand_in(Desk&);
void take_back_papers(Desk&);
void forget_papers(Desk&);
void bring_back_papers(Desk&, const std::vector<RecallSheet>&);
void find_papers(Desk&);                            // that were not handed in when the program ended
bool finish_guess(Desk&, const std::string& words); // each answers whether the field may be left
bool finish_match(Desk&, const std::string& words);
const Recall* recall_in_hand(const Desk&);
std::optional<Refusal> why_not_open_seal(const Desk&);
void open_seal(Desk&);
void step_match(Desk&, int by);
void take_match(Desk&);
bool match_with(Desk&, int number); // of an expectation, from 1; 0: a phantom
void match_or_judge(Desk&, int digit);
void take_back_match(Desk&);
std::string match_in_words(const Desk&); // what a digit would say; empty where none is asked for
bool is_of_align(Purpose);
void finish_align(Desk&);
std::string label_of_align(const Desk&);
std::string echo_of_align(const Desk&);

// --- Themes ---
std::size_t tile_count(const Desk&); // themes and the tile of single voices
std::optional<ThemeId> theme_in_hand(const Desk&);
std::size_t tile_in_column(std::size_t column, std::size_t tiles); // of the board: the single voices are read first
std::vector<const Accountability*> items_of_tile(const Session&, std::size_t tile);
std::vector<const Accountability*> cards_of_tile(const Session&, std::size_t tile); // what another shows has none
void propose_themes(Desk&);
void take_proposal(Desk&);
void refuse_proposal(Desk&);
void forget_earlier(Desk&);       // what the team's sessions before taught
void refuse_theme_in_hand(Desk&); // of what is proposed, this one alone
void make_finer(Desk&);           // proposes to split the loosest theme; again: takes that, and proposes the next
void make_coarser(Desk&);         // the same with merging the two most alike
void move_card(Desk&, const AccountabilityId&, const std::optional<ThemeId>&); // by key: the next card is in hand then
bool drop_card(Desk&, const AccountabilityId&, const std::optional<ThemeId>&); // by mouse: it stays in hand
bool has_card_to_place(const Desk&);                                           // else a digit takes a theme in hand
std::string keys_of_theme(int mark);             // what is pressed for it: "1" for A, ".0" for J, ".1" for K
void move_card_in_hand(Desk&, std::size_t mark); // digit: 0 is the theme marked A, whatever else is on the wall
void also_in_theme(Desk&, std::size_t mark);     // the card in hand gets that second theme; again: it is taken away
void set_card_apart(Desk&);                      // a single voice
void show_as_one(Desk&); // the card in hand with what says nearly the same beside it; again: apart
void merge_themes(Desk&, const ThemeId& from, const ThemeId& into);
void merge_theme_in_hand(Desk&); // asks into which
void split_theme_in_hand(Desk&);
void rename_theme_in_hand(Desk&);
void make_theme_of_card(Desk&);                   // asks for its title
bool make_theme(Desk&, const std::string& title); // with the card in hand
void step_focus(Desk&, int dx, int dy);
void take_doubtful_card(Desk&);              // the one least sure of its theme; again: that one is right, and the next
void take_doubtful_card_before(Desk&);       // back to the one looked at before
void go_on_by_doubt(Desk&);                  // to the next, where there is one
bool is_walking(const Desk&);                // a doubtful card is in hand
std::string doubt_in_words(const Desk&);     // "2 of 9 doubtful. Space: B, Calling back"; else empty
std::string next_best_in_words(const Desk&); // of the card in hand: "B, Calling back" or "apart"; empty where none is
void move_to_next_best(Desk&);
void open_tile(Desk&);
void close_tile(Desk&);

// --- Commit ---
const Accountability* card_in_hand(const Desk&);
void step_item(Desk&, int step);
void confirm_read_back(Desk&);              // and on to the next
std::string first_step_prompt(const Desk&); // of a card in hand that ends far away; empty: it begins soon enough
void ask_for_detail(Desk&, Purpose);
void lend_card(Desk&); // colleagues may read how it is done; again: they may not

// --- asking the room, at any stage ---
bool is_polling(const Desk&); // the room is asked, or looks at what it answered
const Poll* poll_in_sight(const Desk&);
std::optional<Refusal> why_not_ask(const Desk&, PollKind);
void ask_room(Desk&, PollKind);    // or goes on where that was left
void give_digit(Desk&, int digit); // of the next person; of a count, its next figure
void give_no_answer(Desk&);
void finish_count(Desk&);
void take_answer_back(Desk&);
void change_budget(Desk&, int by);
bool finish_question(Desk&, const std::string& words);
bool finish_correction(Desk&, std::string_view words); // "an 4"
void leave_poll(Desk&);
void show_polls(Desk&); // the last; again: the one before
std::optional<slide::AskedRoom> asked_room(const Desk&);

// --- what a promise is tested by (desk/verbs_contract.cpp) ---
void open_contract(Desk&);         // of the card in hand
void open_contract_on_page(Desk&); // of the promise in hand, on a person's page
void set_contract(Desk&);          // as it was typed; a refusal leaves it open
void clear_contract(Desk&);
void note_reading(Desk&, std::string_view value); // of its metric, today

// --- what a person is good at, and their plans (desk/verbs_strengths.cpp) ---
const Participant* person_of_page(const Desk&); // whose page is shown; null: none is
void note_strength(Desk&, std::string_view);
void note_assessment(Desk&, Assessment); // or what was added to it
void write_plan(Desk&, PlanHalf, std::string_view);
std::string strength_prompt(const Desk&); // at Capture, for whoever speaks; empty: nothing is known of them

// --- the case for it (desk/verbs_brief.cpp) ---
void ask_of_reader(Desk&, std::string_view);
void write_brief(Desk&);                  // PDF, HTML and Markdown beside the session
std::string asking_in_words(const Desk&); // who or what is next, for the facilitator

// --- what was done, and the meeting again ---
// To the value just after that entry of the log, or just before it, by undoing and never by forgetting; to a step that was
// undone by redoing up to it. Says what it did.
void go_back_to(Desk&, std::size_t entry, bool to_before);
std::optional<Refusal> why_not_go_back(const Desk&);
std::optional<Refusal> why_not_replay(const Desk&);
void begin_replay(Desk&);
void leave_replay(Desk&);
inline constexpr const char* changes_nothing =
    "The meeting is being replayed, and nothing of it can be changed. Esc leaves the replay";
// --- a rehearsal ---
void start_rehearsal(Desk&, const RehearsalWish& = {});
void attend_rehearsal(Desk&);     // lets the people hear what was done since, and speak
void next_rehearsal_speed(Desk&); // 1, 2, 4 times, and round
void pause_rehearsal(Desk&);      // or lets them go on
void end_rehearsal(Desk&);        // with the timings
void copy_timings(Desk&);
void leave_timings(Desk&);
// --- reading aloud ---
std::string words_in_hand(const Desk&); // as they would be read; empty: nothing is in hand. Nothing private is in them
std::string news_in_words(const Desk&); // what the strip tells
void read_aloud(Desk&, std::string words); // while something is read, ends that
bool is_reading_aloud(const Desk&);

// --- Close ---
void export_to_folder(Desk&);                      // JSON, Markdown, HTML, PDF and CSV beside the session file
void begin_copy(Desk&);                            // asks where to
void copy_session(Desk&, const std::string& path); // never over anything
void copy_as_markdown(Desk&);

} // namespace avow::desk
