#include "desk/commands.hpp"

#include "desk/rehearsal.hpp"
#include "desk/rehearsal_timings.hpp"
#include "desk/replay.hpp"
#include "desk/reviewing.hpp"
#include "desk/verbs.hpp"
#include "desk/wants.hpp"
#include "desk/where.hpp"
#include "insight/account.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

using namespace where;
using namespace wants;
using enum WhileTyping;
using slide::AlignStep;

template <AlignStep step>
bool at_step(const Desk& desk) {
    return at_align(desk) && desk.aligning.step == step;
}

template <PollKind kind>
Answer wants_room(const Desk& desk) {
    return why_not_ask(desk, kind);
}
template <PollKind kind>
void ask(Desk& desk, std::size_t) {
    ask_room(desk, kind);
}

// --- what is done where a lambda would not fit a row ---
Session new_session(const Desk& desk) {
    Session session;
    session.id = desk.fresh<SessionTag>();
    session.date = desk.today();
    session.plan = usual_plan();
    return session;
}

// The theme a number means, with the points typed before it.
std::size_t mark_of(const Desk& desk, int digit) {
    return static_cast<std::size_t>(std::max(0, desk.tens * 10 + digit - 1));
}

void leave(Desk& desk) {
    if (is_reading_aloud(desk))
        desk.voice->stop();
    else if (desk.tens > 0)
        desk.tens = 0;
    else if (is_blank_here(desk))
        desk.is_blanked = false;
    else if (desk.panel != Panel::none)
        desk.panel = Panel::none, desk.pasted_text.clear();
    else if (desk.entry.purpose != Purpose::nothing && desk.entry.purpose != Purpose::statement)
        leave_entry(desk);
    else if (desk.one_on_one)
        leave_one_on_one(desk);
    else if (is_polling(desk))
        leave_poll(desk);
    else if (desk.place.is_open)
        close_tile(desk);
    else if (has_proposed_wall(desk) && desk.place.tile)
        desk.place.tile.reset();      // then Return takes the whole
    else if (has_proposed_wall(desk)) // too much to lose by the key that goes back
        desk.say(Tone::refused, "The themes are proposed: A takes them, X refuses them");
    else if (desk.proposed())
        refuse_proposal(desk);
}

void toggle(Desk& desk, Panel panel) {
    desk.panel = desk.panel == panel ? Panel::none : panel;
    desk.palette_words.clear();
    desk.palette_row = 0;
}

void step_row(Desk& desk, int step) {
    const auto last = static_cast<std::ptrdiff_t>(desk.library().size()) - 1;
    desk.library_row = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(
        static_cast<std::ptrdiff_t>(desk.library_row) + step, 0, std::max<std::ptrdiff_t>(last, 0)));
}

void step_page(Desk& desk, int step) { desk.page = std::clamp(desk.page + step, 0, std::max(desk.pages - 1, 0)); }

template <Stage stage>
void to_stage(Desk& desk, std::size_t) {
    if (desk.session().stage != stage)
        go_to(desk, stage);
    else
        desk.showing = Showing::audience;
}

// clang-format off
const std::vector<Command>& table() {
    static const std::vector<Command> rows = {
    // Session
    {"session.new", "Session", "New session", "An empty one, kept in the sessions folder from its first word on.", {"N", "Ctrl+N"}, is_text, "new", in_library, always_can, [](Desk& d, std::size_t) { d.start(new_session(d)); }},
    {"session.new_from_last", "Session", "New session from this one", "Takes roster, goal, minutes, agreements and parked items of the session in hand, and every promise that is still open: Open asks for them.", {"L", "Ctrl+Shift+N"}, is_text, "new from this one", in_library, wants_listed, [](Desk& d, std::size_t) { d.start_from(std::filesystem::path(d.library()[d.library_row].path)); }},
    {"session.account", "Session", "Weekly account from this one", "Each in turn, 90 seconds: what came of it, and the next promise; then the scoreboard. Roster, goal and all that is open come along.", {"W"}, is_text, "weekly account", in_library, wants_listed, [](Desk& d, std::size_t) { d.start_account_from(std::filesystem::path(d.library()[d.library_row].path)); }},
    {"library.open", "Session", "Open the session in hand", "Where it was left.", {"Return"}, is_text, "open", in_library, wants_listed, [](Desk& d, std::size_t) { d.open(std::filesystem::path(d.library()[d.library_row].path)); }},
    {"library.up", "Session", "Session above", "", {"Up"}, is_text, "", in_library, always_can, [](Desk& d, std::size_t) { step_row(d, -1); }},
    {"library.down", "Session", "Session below", "", {"Down"}, is_text, "", in_library, always_can, [](Desk& d, std::size_t) { step_row(d, 1); }},
    {"library.find", "Session", "Find what was said", "In all sessions of the folder, the newest first; Return opens the session with that card in hand.", {"F", "Ctrl+F"}, is_text, "search", in_library, always_can, [](Desk& d, std::size_t) { d.begin_finding(); }},
    {"library.review", "Session", "Review this folder", "What came of what was said in all its sessions: open, kept, recurring, reworded, owed.", {"V"}, is_text, "review", in_library, wants_listed, [](Desk& d, std::size_t) { begin_review(d); }},
    {"library.people", "Session", "People", "Everybody of the folder's sessions; Return opens a person's page for a one-on-one or a check-in.", {"P"}, is_text, "people", in_library, wants_listed, [](Desk& d, std::size_t) { list_people(d); }},
    {"session.open", "Session", "Open a file", "Any session file on this machine; a file can be dropped on the window as well.", {"Ctrl+O"}, always, "", anywhere, always_can, [](Desk& d, std::size_t) { toggle(d, Panel::open_file); }},
    {"session.demo", "Session", "Open the sample workshop", "Twelve people, filled in; what is done to it is saved nowhere.", {"S"}, is_text, "sample workshop", in_library, always_can, [](Desk& d, std::size_t) { d.start_demo(); }},
    {"session.rehearse", "Session", "Rehearse a workshop", "Twelve simulated people speak, you take in what they say; it is kept nowhere, and ends with your timings.", {"R"}, is_text, "rehearse", in_library, always_can, [](Desk& d, std::size_t) { start_rehearsal(d); }},
    {"session.save", "Session", "Save now", "Everything is kept as it is typed; this brings the session file up to date at once.", {"Ctrl+S"}, always, "", in_session, wants_file, [](Desk& d, std::size_t) { d.save_now(); }},
    {"session.copy_file", "Session", "Save a copy elsewhere", "The whole session as it is now, history and all, in another folder or on a stick; the meeting goes on in its own file.", {"Ctrl+Shift+S"}, always, "save a copy", in_room, wants_file, [](Desk& d, std::size_t) { begin_copy(d); }},
    {"session.brief", "Session", "The case for it", "One page out of this session's own words and figures: for a leader further up, a manager or the team; to print.", {"Ctrl+Shift+B"}, always, "", in_room, always_can, [](Desk& d, std::size_t) { toggle(d, Panel::brief); }},
    {"session.export", "Session", "Export", "Writes PDF, HTML, Markdown, CSV and JSON beside the session file; nothing moves on.", {"Ctrl+E"}, always, "export", in_room, wants_file, [](Desk& d, std::size_t) { export_to_folder(d); }},
    {"session.copy", "Session", "Copy as Markdown", "The whole session to the clipboard, to paste into a mail or a page; nothing private is in it.", {"Ctrl+Shift+C"}, always, "", in_room, always_can, [](Desk& d, std::size_t) { copy_as_markdown(d); }},
    {"session.take_over", "Session", "Take over this session", "From whoever holds it; both sides' words are kept.", {}, is_text, "", is_held, always_can, [](Desk& d, std::size_t) { d.take_over(); }},
    {"session.close", "Session", "Close the session", "Keeps everything and goes back to the library; a rehearsal ends with your timings.", {"Ctrl+W"}, always, "", in_session, always_can, [](Desk& d, std::size_t) { d.rehearsal ? end_rehearsal(d) : d.close(); }},
    {"app.quit", "Session", "Quit", "Keeps everything first.", {"Ctrl+Q"}, always, "", anywhere, always_can, [](Desk& d, std::size_t) { d.wants_to_quit = true; }},
    // Review
    {"review.up", "Review", "Row above", "", {"Up"}, is_text, "", has_review, always_can, [](Desk& d, std::size_t) { step_review_row(d, -1); }},
    {"review.down", "Review", "Row below", "", {"Down"}, is_text, "", has_review, always_can, [](Desk& d, std::size_t) { step_review_row(d, 1); }},
    {"review.open", "Review", "Open the row in hand", "The session it was said in, with that card in hand; of the overview its section.", {"Return"}, is_text, "open", has_review, always_can, [](Desk& d, std::size_t) { open_review_row(d); }},
    {"review.section", "Review", "Section 1 to 8", "Overview, open, not seen since, kept, themes, wording, owed, session to session.", {"1", "2", "3", "4", "5", "6", "7", "8"}, is_text, "section", has_review, always_can, [](Desk& d, std::size_t key) { show_review_section(d, key); }},
    {"review.next", "Review", "Next section", "", {"PageDown"}, is_text, "", has_review, always_can, [](Desk& d, std::size_t) { step_review_section(d, 1); }},
    {"review.previous", "Review", "Section before", "", {"PageUp"}, is_text, "", has_review, always_can, [](Desk& d, std::size_t) { step_review_section(d, -1); }},
    {"review.next_team", "Review", "Next team", "The words of one team at a time.", {"Right", "Tab"}, is_text, "team", has_review, always_can, [](Desk& d, std::size_t) { step_review_team(d, 1); }},
    {"review.previous_team", "Review", "Team before", "", {"Left", "Shift+Tab"}, is_text, "", has_review, always_can, [](Desk& d, std::size_t) { step_review_team(d, -1); }},
    {"review.confirm", "Review", "It is the same theme", "Confirms the likely match in hand; kept in avow-joins.json beside the sessions.", {"Y"}, is_text, "the same", at_review_themes, always_can, [](Desk& d, std::size_t) { say_of_theme(d, true); }},
    {"review.apart", "Review", "It is another theme", "Takes the likely match in hand apart; kept in avow-joins.json beside the sessions.", {"N"}, is_text, "not the same", at_review_themes, always_can, [](Desk& d, std::size_t) { say_of_theme(d, false); }},
    {"review.take_back", "Review", "Take back what was said of a theme", "The last of this page.", {"Ctrl+Z"}, is_text, "", has_review, always_can, [](Desk& d, std::size_t) { take_back_said(d); }},
    {"review.export", "Review", "Write the review", "Of the team that is shown, as HTML and Markdown beside the sessions.", {"Ctrl+E"}, always, "write", has_review, always_can, [](Desk& d, std::size_t) { export_review(d); }},
    // Rehearsal
    {"rehearsal.speed", "Rehearsal", "Pace of the people", "As people speak, then twice and four times as fast.", {"Ctrl+F9"}, always, "", in_rehearsal, always_can, [](Desk& d, std::size_t) { next_rehearsal_speed(d); }},
    {"rehearsal.pause", "Rehearsal", "Pause the people", "Nobody speaks, and no time counts; again: they go on.", {"Ctrl+F10"}, always, "", in_rehearsal, always_can, [](Desk& d, std::size_t) { pause_rehearsal(d); }},
    {"rehearsal.end", "Rehearsal", "End the rehearsal", "And show your timings. What was typed is gone with it.", {"F12"}, always, "", in_rehearsal, always_can, [](Desk& d, std::size_t) { end_rehearsal(d); }},
    {"rehearsal.copy", "Rehearsal", "Copy the timings", "As text, with all that was missed.", {"Ctrl+C", "Ctrl+Shift+C"}, always, "copy", at_timings, always_can, [](Desk& d, std::size_t) { copy_timings(d); }},
    {"rehearsal.again", "Rehearsal", "Rehearse once more", "Other chances, the same people.", {"R"}, is_text, "once more", at_timings, always_can, [](Desk& d, std::size_t) { start_rehearsal(d); }},
    {"rehearsal.leave", "Rehearsal", "Leave the timings", "Back to the library; they are kept nowhere.", {"Escape", "Ctrl+W"}, always, "library", at_timings, always_can, [](Desk& d, std::size_t) { leave_timings(d); }},
    // Edit
    {"edit.undo", "Edit", "Undo", "The last thing done, also after a restart; says what it was. The room stays at its stage.", {"Ctrl+Z"}, only_in_empty_field, "", in_session, wants_undoable, [](Desk& d, std::size_t) { d.one_on_one ? undo_on_page(d) : d.undo(); }},
    {"edit.redo", "Edit", "Redo", "What was last undone.", {"Ctrl+Shift+Z", "Ctrl+Y"}, only_in_empty_field, "", in_session, wants_redoable, [](Desk& d, std::size_t) { d.redo(); }},
    {"edit.history", "Edit", "What was done", "Every step in words, the newest first; words find, Return goes back to it, and redo forward again.", {"Ctrl+H"}, always, "", in_session, always_can, [](Desk& d, std::size_t) { toggle(d, Panel::history); }},
    {"edit.replay", "Edit", "Replay the meeting", "As it went, twenty times as fast, before everybody's eyes; nothing is changed by it.", {"Ctrl+Shift+H"}, always, "", in_room, why_not_replay, [](Desk& d, std::size_t) { begin_replay(d); }},
    {"edit.leave", "Edit", "Leave what is open", "A panel, a field, an opened theme, a question. Never closes the session.", {"Escape"}, always, "", can_leave, always_can, [](Desk& d, std::size_t) { leave(d); }},
    {"review.leave", "Edit", "Leave the review", "Back to the library; while the folder is read, without waiting.", {"Escape"}, always, "library", may_leave_review, always_can, [](Desk& d, std::size_t) { leave_review(d); }},
    // Replay
    {"replay.pause", "Replay", "Pause", "And on; at the end, from the beginning again.", {"Space"}, is_text, "pause, go on", in_replay, always_can, [](Desk& d, std::size_t) { d.replay->pause_or_go_on(); }},
    {"replay.next", "Replay", "One step on", "To what was done next; it stands still then.", {"Right"}, is_text, "step", in_replay, always_can, [](Desk& d, std::size_t) { d.replay->step(1); }},
    {"replay.previous", "Replay", "One step back", "To what was done before.", {"Left"}, is_text, "", in_replay, always_can, [](Desk& d, std::size_t) { d.replay->step(-1); }},
    {"replay.faster", "Replay", "Faster", "5, 20, 60 times as fast as it was.", {"Up"}, is_text, "faster", in_replay, always_can, [](Desk& d, std::size_t) { d.replay->change_speed(1); }},
    {"replay.slower", "Replay", "Slower", "Down to the pace of the meeting.", {"Down"}, is_text, "slower", in_replay, always_can, [](Desk& d, std::size_t) { d.replay->change_speed(-1); }},
    {"replay.beginning", "Replay", "To the beginning", "", {"Home"}, is_text, "", in_replay, always_can, [](Desk& d, std::size_t) { d.replay->go_to_entry(0); }},
    {"replay.end", "Replay", "To the end", "", {"End"}, is_text, "", in_replay, always_can, [](Desk& d, std::size_t) { d.replay->go_to_entry(d.replay->entry_count()); }},
    {"replay.leave", "Replay", "Leave the replay", "Back to the session as it is.", {"Escape", "Ctrl+W"}, always, "leave", may_leave_replay, always_can, [](Desk& d, std::size_t) { leave_replay(d); }},
    {"replay.refuse", "Replay", "Change anything", "Not during the replay, which says so.", {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Return", "Tab", "Backspace", "Ctrl+PageDown", "Ctrl+PageUp", "Ctrl+S"}, is_text, "", in_replay, never_can, [](Desk&, std::size_t) {}},
    // Stage
    {"stage.next", "Stage", "Next stage", "By the run sheet.", {"Ctrl+PageDown"}, always, "next", in_room, wants_next_stage, [](Desk& d, std::size_t) { go_to(d, *stage_after(d.session())); }},
    {"stage.previous", "Stage", "Previous stage", "By the run sheet.", {"Ctrl+PageUp"}, always, "", in_room, wants_stage_before, [](Desk& d, std::size_t) { go_to(d, *stage_before(d.session())); }},
    {"stage.prepare", "Stage", "Go to Prepare", "Team, date, people, goal, minutes.", {"Alt+1"}, always, "", in_room, always_can, to_stage<Stage::prepare>},
    {"stage.open", "Stage", "Go to Open", "The account of last time.", {"Alt+2"}, always, "", in_room, always_can, to_stage<Stage::open>},
    {"stage.goal", "Stage", "Go to Goal", "The goal alone, with both reasons.", {"Alt+3"}, always, "", in_room, always_can, to_stage<Stage::goal>},
    {"stage.align", "Stage", "Go to Align", "What each side asks, and what the team believes is expected.", {"Alt+4"}, always, "", in_room, always_can, to_stage<Stage::align>},
    {"stage.write", "Stage", "Go to Write", "Silent minutes on paper.", {"Alt+5"}, always, "", in_room, always_can, to_stage<Stage::write>},
    {"stage.capture", "Stage", "Go to Capture", "The read-round, word for word.", {"Alt+6"}, always, "", in_room, always_can, to_stage<Stage::capture>},
    {"stage.themes", "Stage", "Go to Themes", "What belongs together.", {"Alt+7"}, always, "", in_room, always_can, to_stage<Stage::themes>},
    {"stage.commit", "Stage", "Go to Commit", "One person at a time.", {"Alt+8"}, always, "", in_room, always_can, to_stage<Stage::commit>},
    {"stage.close", "Stage", "Go to Close", "One page with everybody on it.", {"Alt+9"}, always, "", in_room, always_can, to_stage<Stage::close>},
    {"stage.more_time", "Stage", "One minute more", "Of the minutes of the stage the room is in.", {"Ctrl+Equal"}, always, "", in_room, always_can, [](Desk& d, std::size_t) { add_minutes(d, 1); }},
    {"stage.take_time", "Stage", "Two minutes from a later stage", "From the longest one that can spare them; the end of the meeting stays where it was.", {"Ctrl+T"}, always, "", in_room, always_can, [](Desk& d, std::size_t) { take_minutes_from_later(d); }},
    {"stage.less_time", "Stage", "One minute less", "Of the minutes of the stage the room is in.", {"Ctrl+Minus"}, always, "", in_room, always_can, [](Desk& d, std::size_t) { add_minutes(d, -1); }},
    // Room
    {"room.fingers", "Room", "Ask for fingers", "Understanding, 0 to 5: one digit a person in seat order, hidden until the last; then dots, and how far the room agrees.", {"Ctrl+1"}, always, "fingers", in_room, wants_room<PollKind::fingers>, ask<PollKind::fingers>},
    {"room.confidence", "Room", "Ask for confidence", "1 to 10, of the goal; at Commit of the card in hand. One digit a person, 0 is 10; nobody sees whose.", {"Ctrl+2"}, always, "confidence", in_room, wants_room<PollKind::confidence>, ask<PollKind::confidence>},
    {"room.votes", "Room", "Ask for votes on themes", "So many for each; the count of each theme, then Return.", {"Ctrl+3"}, always, "votes", in_room, wants_room<PollKind::votes>, ask<PollKind::votes>},
    {"room.hands", "Room", "Ask for a show of hands", "A question in your words; then how many are for, against, abstaining, each with Return.", {"Ctrl+4"}, always, "", in_room, wants_room<PollKind::hands>, ask<PollKind::hands>},
    {"room.say_back", "Room", "Have the goal said back", "It leaves the page for a minute; then how many could say its metric, its number and its date, each with Return.", {"Ctrl+6"}, always, "say back", in_room, wants_room<PollKind::say_back>, ask<PollKind::say_back>},
    {"room.results", "Room", "Show what the room answered", "The last result; again: the one before.", {"Ctrl+5"}, always, "results", in_room, wants_poll, [](Desk& d, std::size_t) { show_polls(d); }},
    {"poll.digit", "Room", "Answer of the next person", "A digit, in the order of the seats; who is late or absent is passed over. Of votes and hands, the figures of a count.", {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, is_text, "answer", is_asking, always_can, [](Desk& d, std::size_t key) { give_digit(d, static_cast<int>(key)); }},
    {"poll.none", "Room", "No answer", "The next person gives none.", {"Space"}, is_text, "no answer", asks_each, always_can, [](Desk& d, std::size_t) { give_no_answer(d); }},
    {"poll.next", "Room", "Next choice", "Keeps the count; nothing typed is 0.", {"Return"}, is_text, "next", counts_room, always_can, [](Desk& d, std::size_t) { finish_count(d); }},
    {"poll.back", "Room", "One answer back", "To be entered again.", {"Backspace"}, is_text, "back", is_asking, always_can, [](Desk& d, std::size_t) { take_answer_back(d); }},
    {"poll.more", "Room", "One vote more for each", "The square root of the themes is suggested.", {"+"}, is_text, "votes each", counts_votes, always_can, [](Desk& d, std::size_t) { change_budget(d, 1); }},
    {"poll.fewer", "Room", "One vote less for each", "At least one.", {"Minus", "KeypadSubtract"}, is_text, "", counts_votes, always_can, [](Desk& d, std::size_t) { change_budget(d, -1); }},
    {"poll.question", "Room", "Word the question", "As the room will read it.", {"Q"}, is_text, "question", is_asking, always_can, [](Desk& d, std::size_t) { d.ask_for(Purpose::poll_question, d.asking->poll.question); }},
    {"poll.correct", "Room", "Correct an answer", "First letters of a name and the new answer; what is typed is shown to nobody. A step of its own.", {"C"}, is_text, "correct one", shows_answers, always_can, [](Desk& d, std::size_t) { d.ask_for(Purpose::poll_answer); }},
    {"poll.leave", "Room", "Back to the stage", "What the room answered stays in the session.", {"Return"}, is_text, "go on", shows_poll, always_can, [](Desk& d, std::size_t) { leave_poll(d); }},
    // Align
    {"align.leader", "Align", "Who leads", "Whose expectations are tested at Align; first letters of a name.", {"Ctrl+Shift+L"}, always, "", in_room, always_can, [](Desk& d, std::size_t) { d.ask_for(Purpose::leader); }},
    {"align.seal", "Align", "Seal the expectations", "The room is shown their fingerprint and the time; then nobody can change them unseen.", {"Ctrl+L"}, always, "", in_room, why_not_seal, [](Desk& d, std::size_t) { seal_expectations(d); }},
    {"align.take", "Align", "It means what is proposed", "The recall in hand means that expectation; where that is settled, on to the next.", {"Return"}, is_text, "take", at_match, always_can, [](Desk& d, std::size_t) { take_match(d); }},
    {"align.digit", "Align", "What it means, or how well it is understood", "The number of an expectation, 0 for a phantom; then 0, 1, 2 by the leader and 0, 1, 2 by a colleague.", {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, is_text, "means, understood", is_matching, always_can, [](Desk& d, std::size_t key) { match_or_judge(d, static_cast<int>(key)); }},
    {"align.number", "Align", "Means number …", "Where there are more than nine expectations.", {"M"}, is_text, "", is_matching, always_can, [](Desk& d, std::size_t) { d.ask_for(Purpose::match_with); }},
    {"align.take_back", "Align", "Take an answer back", "The last one of the recall in hand.", {"Backspace"}, is_text, "back", is_matching, always_can, [](Desk& d, std::size_t) { take_back_match(d); }},
    {"align.next_spot", "Align", "Next recall", "Without an answer; after the last come the counts.", {"Down", "Space"}, is_text, "next", at_match, always_can, [](Desk& d, std::size_t) { step_match(d, 1); }},
    {"align.spot_before", "Align", "Recall before", "Before the first stand the expectations.", {"Up"}, is_text, "", at_match, always_can, [](Desk& d, std::size_t) { step_match(d, -1); }},
    {"align.misalignment", "Align", "Where we may pull apart", "Line by line; an empty one ends it.", {"Return", "N"}, is_text, "type one", at_step<AlignStep::misalignments>, always_can, [](Desk& d, std::size_t) { d.ask_for(Purpose::misalignment); }},
    {"align.stop", "Align", "Ask to stop", "The side whose column is underlined asks the other.", {"S"}, is_text, "stop", at_step<AlignStep::asks>, always_can, [](Desk& d, std::size_t) { ask_other(d, AskKind::stop); }},
    {"align.start", "Align", "Ask to start", "The same.", {"T"}, is_text, "start", at_step<AlignStep::asks>, always_can, [](Desk& d, std::size_t) { ask_other(d, AskKind::start); }},
    {"align.continue", "Align", "Ask to continue", "The same.", {"C"}, is_text, "continue", at_step<AlignStep::asks>, always_can, [](Desk& d, std::size_t) { ask_other(d, AskKind::keep_on); }},
    {"align.side", "Align", "The other side asks", "The team asks the leader, or the leader the team.", {"Tab"}, is_text, "other side", at_step<AlignStep::asks>, always_can, [](Desk& d, std::size_t) { switch_side(d); }},
    {"align.answer", "Align", "Answer the line in hand", "What the other side says to an ask; of an objection the honest answer.", {"A"}, is_text, "answer", has_answers_to_give, wants_align_row, [](Desk& d, std::size_t) { answer_row(d); }},
    {"align.promise", "Align", "The leader promises", "A statement of the leader; with a request for help or an ask in hand it answers that one.", {"P"}, is_text, "leader promises", can_promise, wants_leader, [](Desk& d, std::size_t) { d.ask_for(Purpose::leader_promise); }},
    {"align.who_answers", "Align", "Who answers the objection", "A name, as it is to stand there.", {"W"}, is_text, "who", at_step<AlignStep::objections>, wants_align_row, [](Desk& d, std::size_t) { say_who_answers(d); }},
    {"align.saves", "Align", "It saves time", "And how much: of the objection in hand.", {"T"}, is_text, "saves time", at_step<AlignStep::objections>, wants_align_row, [](Desk& d, std::size_t) { say_worth(d, AnswerKind::saves_time); }},
    {"align.replaces", "Align", "It replaces something", "And what.", {"R"}, is_text, "replaces", at_step<AlignStep::objections>, wants_align_row, [](Desk& d, std::size_t) { say_worth(d, AnswerKind::replaces); }},
    {"align.raises", "Align", "It raises sales", "And by how much.", {"S"}, is_text, "raises sales", at_step<AlignStep::objections>, wants_align_row, [](Desk& d, std::size_t) { say_worth(d, AnswerKind::raises_sales); }},
    {"align.costs", "Align", "It costs something", "And how much.", {"C"}, is_text, "costs", at_step<AlignStep::objections>, wants_align_row, [](Desk& d, std::size_t) { say_worth(d, AnswerKind::costs); }},
    {"align.paper", "Align", "Enter papers", "What they think the leader wants, a line each; an empty line ends the paper and begins the next. Nobody sees what is typed, and nothing keeps its order.", {"R"}, is_text, "enter papers", at_step<AlignStep::recall>, why_not_paper, [](Desk& d, std::size_t) { begin_paper(d); }},
    {"align.line_back", "Align", "Line of the paper back", "Into the field, to be typed right; before the first, the paper before.", {"Backspace"}, only_in_empty_field, "line back", types_paper, always_can, [](Desk& d, std::size_t) { take_back_line(d); }},
    {"align.guess", "Align", "The team's guess", "How often all papers together will have named what the leader expects.", {"G"}, is_text, "team's guess", at_step<AlignStep::recall>, wants_closed, [](Desk& d, std::size_t) { d.ask_for(Purpose::team_guess); }},
    {"align.hand_in", "Align", "Hand the papers in", "All at once, in an order that tells nobody who wrote what.", {"H"}, is_text, "hand in", at_step<AlignStep::recall>, why_not_hand_in, [](Desk& d, std::size_t) { hand_in(d); }},
    {"align.papers_back", "Align", "Take the papers back", "To add one; until the seal is opened.", {"Delete"}, is_text, "", at_step<AlignStep::recall>, wants_papers, [](Desk& d, std::size_t) { take_back_papers(d); }},
    {"align.open", "Align", "Open the seal", "Before everybody; asks once. Ctrl+Z closes it again.", {"O"}, is_text, "open the seal", at_step<AlignStep::match>, why_not_open_seal, [](Desk& d, std::size_t) { open_seal(d); }},
    {"align.objection", "Align", "Raise an objection", "At any step; the sixth page has them with their answers.", {"Shift+O"}, is_text, "objection", at_align, always_can, [](Desk& d, std::size_t) { d.ask_for(Purpose::objection); }},
    {"align.down", "Align", "Line below", "", {"Down"}, is_text, "", has_align_rows, always_can, [](Desk& d, std::size_t) { step_align_row(d, 1); }},
    {"align.up", "Align", "Line above", "", {"Up"}, is_text, "", has_align_rows, always_can, [](Desk& d, std::size_t) { step_align_row(d, -1); }},
    {"align.delete", "Align", "Take the line in hand back", "A misalignment, an ask, an objection; Ctrl+Z brings it back.", {"Delete"}, is_text, "", has_align_rows, wants_align_row, [](Desk& d, std::size_t) { take_back_row(d); }},
    {"align.step", "Align", "Step 1 to 5, and the objections", "Misalignments, asks, the leader's promises, what they think, whether it matches; 6: what speaks against it.", {"1", "2", "3", "4", "5", "6"}, is_text, "step", walks_path, always_can, [](Desk& d, std::size_t key) { go_to_step(d, static_cast<AlignStep>(key)); }},
    {"align.next", "Align", "Next step", "Of the path; nothing forces it.", {"Right"}, is_text, "on", at_align, always_can, [](Desk& d, std::size_t) { walk_path(d, 1); }},
    {"align.previous", "Align", "Step before", "", {"Left"}, is_text, "", at_align, always_can, [](Desk& d, std::size_t) { walk_path(d, -1); }},
    // People
    {"people.roster", "People", "Paste a roster", "One name a line, as it comes out of a mail or a sheet.", {"Ctrl+R"}, always, "", in_room, always_can, [](Desk& d, std::size_t) { toggle(d, Panel::roster); }},
    {"capture.pass", "People", "Pass", "The speaker has nothing to add; the turn goes on.", {"Tab"}, always, "pass", at_capture, wants_speaker, [](Desk& d, std::size_t) { pass_turn(d); }},
    {"capture.back", "People", "Turn back", "To the person before.", {"Shift+Tab"}, always, "", at_capture, wants_speaker, [](Desk& d, std::size_t) { give_turn_to_previous(d); }},
    {"capture.late", "People", "Late", "The speaker is not here yet; again: is here.", {"F3"}, always, "late", at_capture, wants_speaker, [](Desk& d, std::size_t) { note_attendance(d, Attendance::late); }},
    {"capture.absent", "People", "Absent", "The speaker is not coming; again: is here.", {"F4"}, always, "absent", at_capture, wants_speaker, [](Desk& d, std::size_t) { note_attendance(d, Attendance::absent); }},
    {"capture.round", "People", "Round on or off", "Off: the turn stays with the speaker after a statement.", {"F5"}, always, "", at_capture, always_can, [](Desk& d, std::size_t) { d.is_round_on = !d.is_round_on; d.say(Tone::done, d.is_round_on ? "The turn moves on after each statement" : "The turn stays until you give it on"); }},
    {"capture.correct", "People", "Take the last statement back", "Its words come back into the field, to be typed right.", {"Up"}, only_in_empty_field, "correct", at_capture, wants_words, [](Desk& d, std::size_t) { correct_last(d); }},
    {"capture.give_back", "People", "It was a word", "Right after letters switched the speaker: they come back as words.", {"Backspace"}, only_in_empty_field, "it was a word", has_swallowed, always_can, [](Desk& d, std::size_t) { give_back_prefix(d); }},
    {"people.take_back", "People", "Take a statement back", "The last one, or the card in hand: it was not meant. What was agreed on it goes with it; Ctrl+Z brings both back.", {"Ctrl+Delete"}, always, "", has_words_said, always_can, [](Desk& d, std::size_t) { take_back_statement(d); }},
    {"people.said_by", "People", "Said by somebody else", "Gives the last statement, or the card in hand, to whom it belongs; the words stay as they are.", {"F6"}, always, "said by", has_words_said, always_can, [](Desk& d, std::size_t) { d.ask_for(Purpose::said_by); }},
    {"capture.paste", "People", "Take in a list", "Lines out of a mail or a chat, a statement each; “Name: words” is said by that person. Lines pasted into the field come here too.", {}, is_text, "", at_capture, always_can, [](Desk& d, std::size_t) { toggle(d, Panel::pasted); }},
    {"capture.park", "People", "Park an item", "Not now; it is carried with its age until somebody decides.", {"Ctrl+P"}, always, "", in_room, always_can, [](Desk& d, std::size_t) { d.ask_for(Purpose::parked_item); }},
    {"people.page", "People", "One-on-one page", "Of the card's owner, or the speaker: what they said and what came of it. For your eyes; the room does not see it.", {"F7"}, always, "", in_room, always_can, [](Desk& d, std::size_t) { open_one_on_one(d); }},
    // Themes
    {"themes.open", "Themes", "Open the theme in hand", "Its statements, page by page, also of one that is only proposed; again: back to the wall.", {"Return"}, is_text, "open", on_wall, always_can, [](Desk& d, std::size_t) { d.place.is_open ? close_tile(d) : open_tile(d); }},
    {"themes.answer", "Themes", "Yes to what is proposed", "While no proposed theme is in hand; a question to the room is answered so as well.", {"Return"}, is_text, "take", asks_room, always_can, [](Desk& d, std::size_t) { take_proposal(d); }},
    {"themes.take", "Themes", "Take what is proposed", "As one step; Ctrl+Z goes back.", {"A"}, is_text, "take all", has_proposal, always_can, [](Desk& d, std::size_t) { take_proposal(d); }},
    {"themes.refuse", "Themes", "Refuse what is proposed", "The wall stays as it was; Ctrl+Z brings the proposal back.", {"X"}, is_text, "refuse", has_proposal, always_can, [](Desk& d, std::size_t) { refuse_proposal(d); }},
    {"themes.refuse_one", "Themes", "Refuse the proposed theme in hand", "Its cards stand alone; the rest stays as it is proposed. A step like any other: Ctrl+Z takes it back.", {"Delete"}, is_text, "refuse this one", has_proposed_wall, wants_theme, [](Desk& d, std::size_t) { refuse_theme_in_hand(d); }},
    {"themes.propose", "Themes", "Propose themes", "For everything nobody placed by hand.", {"G"}, is_text, "propose", at_themes, wants_words, [](Desk& d, std::size_t) { propose_themes(d); }},
    {"themes.place", "Themes", "Put the card into theme 1 to 9", "The number stands on its tile: 1 is A, 2 is B. Without a card in hand: takes that theme in hand.", {"1", "2", "3", "4", "5", "6", "7", "8", "9"}, is_text, "into A, B …", at_themes, always_can, [](Desk& d, std::size_t key) { move_card_in_hand(d, mark_of(d, static_cast<int>(key) + 1)); }},
    {"themes.tens", "Themes", "A theme from 10 on", "A point and then a number, as on its tile: .0 is J, .1 is K; two points from 20 on. Also with Shift and after M.", {"."}, is_text, "then 0–9: theme 10 …", at_themes, wants_ten_themes, [](Desk& d, std::size_t) { ++d.tens; }},
    {"themes.round_ten", "Themes", "Theme 10, 20 …", "After a point.", {"0"}, is_text, "", has_point, always_can, [](Desk& d, std::size_t) { move_card_in_hand(d, mark_of(d, 0)); }},
    {"themes.second", "Themes", "Also into theme 1 to 9", "The card in hand then lies in both and counts once; again: takes it out.", {"Shift+1", "Shift+2", "Shift+3", "Shift+4", "Shift+5", "Shift+6", "Shift+7", "Shift+8", "Shift+9"}, is_text, "also in A, B …", at_themes, wants_card, [](Desk& d, std::size_t key) { also_in_theme(d, mark_of(d, static_cast<int>(key) + 1)); }},
    {"themes.second_round_ten", "Themes", "Also into theme 10, 20 …", "After a point.", {"Shift+0"}, is_text, "", has_point, wants_card, [](Desk& d, std::size_t) { also_in_theme(d, mark_of(d, 0)); }},
    {"themes.apart", "Themes", "Set the card apart", "As a single voice, kept as such.", {"0"}, is_text, "apart", has_no_point, wants_card, [](Desk& d, std::size_t) { set_card_apart(d); }},
    {"themes.as_one", "Themes", "Show as one", "The card in hand and what says nearly the same in its theme: one card with all names, every voice kept and counted; again: apart.", {"D"}, is_text, "", at_themes, wants_card, [](Desk& d, std::size_t) { show_as_one(d); }},
    {"themes.new", "Themes", "New theme", "With the card in hand, named in the room's words.", {"N"}, is_text, "new", at_themes, always_can, [](Desk& d, std::size_t) { make_theme_of_card(d); }},
    {"themes.rename", "Themes", "Rename the theme in hand", "In members' words; a name given by hand always wins.", {"R"}, is_text, "rename", at_themes, wants_theme, [](Desk& d, std::size_t) { rename_theme_in_hand(d); }},
    {"themes.merge", "Themes", "Merge the theme in hand", "Into another one, by its number.", {"M"}, is_text, "merge", at_themes, wants_theme, [](Desk& d, std::size_t) { merge_theme_in_hand(d); }},
    {"themes.split", "Themes", "Split the theme in hand", "Proposes the best two parts.", {"S"}, is_text, "split", at_themes, wants_theme, [](Desk& d, std::size_t) { split_theme_in_hand(d); }},
    {"themes.coarser", "Themes", "Coarser", "Asks whether to merge the two themes most alike; again: yes, and the next two. Esc is a no, and the next press asks about others.", {"Minus", "KeypadSubtract"}, is_text, "coarser", has_no_proposed_wall, wants_words, [](Desk& d, std::size_t) { make_coarser(d); }},
    {"themes.finer", "Themes", "Finer", "Asks whether to split the loosest theme; again: yes, and the next one. Esc is a no, and the next press asks about another.", {"+", "Equal"}, is_text, "finer", has_no_proposed_wall, wants_words, [](Desk& d, std::size_t) { make_finer(d); }},
    {"themes.forget", "Themes", "Forget what earlier sessions taught", "Proposals no longer follow the themes of this team's sessions before this one; the sessions stay as they are.", {}, is_text, "", at_themes, wants_earlier, [](Desk& d, std::size_t) { forget_earlier(d); }},
    {"themes.doubtful", "Themes", "Next doubtful card", "The card least sure of its theme comes into hand; again: it is right, and the next. After a number the next one comes by itself.", {"Tab"}, is_text, "doubtful", at_themes, wants_words, [](Desk& d, std::size_t) { take_doubtful_card(d); }},
    {"themes.doubtful_before", "Themes", "Doubtful card before", "Back to the one that was looked at before.", {"Shift+Tab"}, is_text, "", at_themes, wants_walk, [](Desk& d, std::size_t) { take_doubtful_card_before(d); }},
    {"themes.next_best", "Themes", "To its next best theme", "Where the card in hand would lie if not where it lies; the strip names it for a doubtful card.", {"Space"}, is_text, "", at_themes, wants_card, [](Desk& d, std::size_t) { move_to_next_best(d); }},
    {"themes.why", "Themes", "Why here", "Says why the card in hand lies in its theme, and why not in the next best; again: no more.", {"W"}, is_text, "why here", at_themes, wants_card, [](Desk& d, std::size_t) { d.is_telling_why = !d.is_telling_why; }},
    {"themes.up", "Themes", "Up", "", {"Up"}, is_text, "", at_themes, always_can, [](Desk& d, std::size_t) { step_focus(d, 0, -1); }},
    {"themes.down", "Themes", "Down", "", {"Down"}, is_text, "", at_themes, always_can, [](Desk& d, std::size_t) { step_focus(d, 0, 1); }},
    {"themes.left", "Themes", "Left", "", {"Left"}, is_text, "", at_themes, always_can, [](Desk& d, std::size_t) { step_focus(d, -1, 0); }},
    {"themes.right", "Themes", "Right", "", {"Right"}, is_text, "", at_themes, always_can, [](Desk& d, std::size_t) { step_focus(d, 1, 0); }},
    // Account
    {"account.kept", "Account", "Kept", "The promise in hand was kept; the next one comes into hand.", {"K"}, is_text, "kept", at_open, always_can, [](Desk& d, std::size_t) { answer(d, Outcome::kept); }},
    {"account.part", "Account", "Kept in part", "Asks what was in the way; Return alone goes on.", {"P"}, is_text, "part", at_open, always_can, [](Desk& d, std::size_t) { answer(d, Outcome::part); }},
    {"account.missed", "Account", "Missed", "Asks what was in the way; Return alone goes on.", {"M"}, is_text, "missed", at_open, always_can, [](Desk& d, std::size_t) { answer(d, Outcome::missed); }},
    {"account.changed", "Account", "Changed", "Asks for the wording that holds from now on; what was said stays beside it. Return is the owner's yes.", {"C"}, is_text, "changed", at_open, always_can, [](Desk& d, std::size_t) { answer(d, Outcome::changed); }},
    {"account.kept_because", "Account", "Kept, and what helped", "The same with a few words on how.", {"Shift+K"}, is_text, "", at_open, always_can, [](Desk& d, std::size_t) { ask_for_answer(d, Outcome::kept); }},
    {"account.next", "Account", "Promise after", "Without an answer.", {"Down", "Return"}, is_text, "", at_open, always_can, [](Desk& d, std::size_t) { step_account(d, 1); }},
    {"account.previous", "Account", "Promise before", "An answer can be given anew; the later one counts.", {"Up"}, is_text, "", at_open, always_can, [](Desk& d, std::size_t) { step_account(d, -1); }},
    {"account.next_person", "Account", "Next person", "", {"Right"}, is_text, "", at_open, always_can, [](Desk& d, std::size_t) { step_account_person(d, 1); }},
    {"account.previous_person", "Account", "Person before", "", {"Left"}, is_text, "", at_open, always_can, [](Desk& d, std::size_t) { step_account_person(d, -1); }},
    {"account.evidence", "Account", "Evidence from now on", "What there will be to see next time.", {"V"}, is_text, "evidence", at_open, always_can, [](Desk& d, std::size_t) { ask_for_detail(d, Purpose::evidence); }},
    {"account.due", "Account", "New date", "In words: friday, in two weeks, 4 december.", {"D"}, is_text, "date", at_open, always_can, [](Desk& d, std::size_t) { ask_for_detail(d, Purpose::due); }},
    {"account.next_promise", "Account", "Next promise", "Of whose turn it is, in their words; Return alone ends it. In a weekly account it is asked for by itself.", {"N"}, is_text, "", at_account, always_can, [](Desk& d, std::size_t) { ask_for_next_promise(d); }},
    {"account.scoreboard", "Account", "Scoreboard", "How the team has answered, day by day, and plan or luck; again: back to the account.", {"B"}, is_text, "scoreboard", at_account, always_can, [](Desk& d, std::size_t) { d.is_scoreboard = !d.is_scoreboard, d.page = 0; }},
    // Commit
    {"commit.confirm", "Commit", "Read aloud, confirmed", "And on to the next.", {"Return"}, is_text, "read aloud, confirmed", at_commit, wants_words, [](Desk& d, std::size_t) { confirm_read_back(d); }},
    {"commit.next", "Commit", "Next card", "", {"Right", "Down"}, is_text, "", at_commit, always_can, [](Desk& d, std::size_t) { step_item(d, 1); }},
    {"commit.previous", "Commit", "Card before", "", {"Left", "Up"}, is_text, "", at_commit, always_can, [](Desk& d, std::size_t) { step_item(d, -1); }},
    {"commit.wording", "Commit", "Agreed wording", "Beside what was said, which stays as it is. Return is the owner's yes.", {"E"}, is_text, "agreed wording", at_commit, wants_words, [](Desk& d, std::size_t) { ask_for_detail(d, Purpose::wording); }},
    {"commit.due", "Commit", "Due date", "In words: friday, in two weeks, 4 december.", {"D"}, is_text, "date", at_commit, wants_words, [](Desk& d, std::size_t) { ask_for_detail(d, Purpose::due); }},
    {"commit.first_step", "Commit", "First small step", "What can be done tomorrow.", {"F"}, is_text, "first step", at_commit, wants_words, [](Desk& d, std::size_t) { ask_for_detail(d, Purpose::first_step); }},
    {"commit.evidence", "Commit", "Evidence", "What there will be to see; the question next time.", {"V"}, is_text, "evidence", at_commit, wants_words, [](Desk& d, std::size_t) { ask_for_detail(d, Purpose::evidence); }},
    {"commit.help", "Commit", "Help", "Of whom, and what: “Marta: the contract dates”.", {"H"}, is_text, "help", at_commit, wants_words, [](Desk& d, std::size_t) { ask_for_detail(d, Purpose::help); }},
    {"commit.if_then", "Commit", "If-then", "Offered, never forced.", {"I"}, is_text, "if-then", at_commit, wants_words, [](Desk& d, std::size_t) { ask_for_detail(d, Purpose::if_then); }},
    {"commit.measure", "Commit", "Measure", "What is counted.", {"M"}, is_text, "", at_commit, wants_words, [](Desk& d, std::size_t) { ask_for_detail(d, Purpose::measure); }},
    {"commit.strength", "Commit", "Strength", "Which of their strengths this uses.", {"T"}, is_text, "", at_commit, wants_words, [](Desk& d, std::size_t) { ask_for_detail(d, Purpose::strength); }},
    {"commit.contract", "Commit", "Success contract", "What is measured, from where to where, by when, and what follows if it is met; then what was measured.", {"C"}, is_text, "contract", at_commit, wants_words, [](Desk& d, std::size_t) { open_contract(d); }},
    {"commit.lend", "Commit", "Lend it to colleagues", "The owner's yes to “may colleagues read how?”: in their one-on-ones, once it is kept. Again: they may not.", {"L"}, is_text, "lend", at_commit, wants_words, [](Desk& d, std::size_t) { lend_card(d); }},
    // Close
    {"close.next_date", "Commit", "When the room meets again", "In words.", {"D"}, is_text, "next date", at_close, always_can, [](Desk& d, std::size_t) { d.ask_for(Purpose::next_date); }},
    // One-on-one
    {"page.kept", "One-on-one", "They kept it", "The promise in hand was kept; the next one without an answer comes into hand.", {"K"}, is_text, "kept", at_page, wants_promise, [](Desk& d, std::size_t) { answer_on_page(d, Outcome::kept); }},
    {"page.part", "One-on-one", "They kept it in part", "Asks what was in the way; Return alone goes on.", {"P"}, is_text, "part", at_page, wants_promise, [](Desk& d, std::size_t) { answer_on_page(d, Outcome::part); }},
    {"page.missed", "One-on-one", "They missed it", "Asks what was in the way; Return alone goes on.", {"M"}, is_text, "missed", at_page, wants_promise, [](Desk& d, std::size_t) { answer_on_page(d, Outcome::missed); }},
    {"page.changed", "One-on-one", "It was changed", "Asks for the wording that holds from now on; what was said stays beside it. Return is the owner's yes.", {"C"}, is_text, "changed", at_page, wants_promise, [](Desk& d, std::size_t) { answer_on_page(d, Outcome::changed); }},
    {"page.kept_because", "One-on-one", "They kept it, and what helped", "The same with a few words on how.", {"Shift+K"}, is_text, "", at_page, wants_promise, [](Desk& d, std::size_t) { answer_on_page(d, Outcome::kept, true); }},
    {"page.wording", "One-on-one", "Agree on another wording", "Beside what was said, which stays as it is; what you proposed stands in the field. Return is the owner's yes.", {"E"}, is_text, "agreed wording", at_page, wants_promise, [](Desk& d, std::size_t) { ask_on_page(d, Purpose::wording); }},
    {"page.proposal", "One-on-one", "Propose a wording", "Yours, noted as such; it holds once the owner says yes to it: E and Return accept it.", {"Shift+E"}, is_text, "propose", at_page, wants_promise, [](Desk& d, std::size_t) { ask_on_page(d, Purpose::proposal); }},
    {"page.due", "One-on-one", "Another due date", "In words: friday, in two weeks, 4 december.", {"D"}, is_text, "date", at_page, wants_promise, [](Desk& d, std::size_t) { ask_on_page(d, Purpose::due); }},
    {"page.evidence", "One-on-one", "Evidence to look for", "What there will be to see; the question next time.", {"V"}, is_text, "evidence", at_page, wants_promise, [](Desk& d, std::size_t) { ask_on_page(d, Purpose::evidence); }},
    {"page.help", "One-on-one", "Help they ask for", "Of whom, and what: “Marta: the contract dates”.", {"H"}, is_text, "", at_page, wants_promise, [](Desk& d, std::size_t) { ask_on_page(d, Purpose::help); }},
    {"page.if_then", "One-on-one", "If-then of theirs", "Offered, never forced.", {"I"}, is_text, "", at_page, wants_promise, [](Desk& d, std::size_t) { ask_on_page(d, Purpose::if_then); }},
    {"page.first_step", "One-on-one", "First step of theirs", "What can be done tomorrow.", {"F"}, is_text, "", at_page, wants_promise, [](Desk& d, std::size_t) { ask_on_page(d, Purpose::first_step); }},
    {"page.lend", "One-on-one", "May colleagues read how", "The owner's yes to “may colleagues read how?”: in their one-on-ones, once it is kept. Again: they may not.", {"L"}, is_text, "", at_page, wants_promise, [](Desk& d, std::size_t) { lend_on_page(d); }},
    {"page.next", "One-on-one", "Promise below", "Without an answer.", {"Down", "Return"}, is_text, "", at_page, always_can, [](Desk& d, std::size_t) { step_promise(d, 1); }},
    {"page.previous", "One-on-one", "Promise above", "An answer can be given anew; the later one counts.", {"Up"}, is_text, "", at_page, always_can, [](Desk& d, std::size_t) { step_promise(d, -1); }},
    {"page.next_person", "One-on-one", "Page of the next person", "In seat order.", {"Right"}, is_text, "next person", at_page, always_can, [](Desk& d, std::size_t) { step_person(d, 1); }},
    {"page.previous_person", "One-on-one", "Page of the person before", "In seat order.", {"Left"}, is_text, "", at_page, always_can, [](Desk& d, std::size_t) { step_person(d, -1); }},
    {"page.strengths", "One-on-one", "Strengths and plans", "What they are good at, what a test said, what they plan at work; and in life, which is in no export.", {"S"}, is_text, "strengths", at_page, always_can, [](Desk& d, std::size_t) { toggle(d, Panel::strengths); }},
    {"page.contract", "One-on-one", "Contract of the promise", "What is measured, from where to where, by when, and what follows if it is met; then what was measured.", {"Shift+C"}, is_text, "", at_page, wants_promise, [](Desk& d, std::size_t) { open_contract_on_page(d); }},
    {"page.point", "One-on-one", "Note a point to talk about", "Yours alone: kept on this computer, in no session and in no export, and carried until it is ticked.", {"T"}, is_text, "point", at_page, wants_points, [](Desk& d, std::size_t) { d.ask_for(Purpose::point); }},
    {"page.tick", "One-on-one", "Tick point 1 to 9", "It was talked about; again: it was not.", {"1", "2", "3", "4", "5", "6", "7", "8", "9"}, is_text, "", at_page, wants_points, [](Desk& d, std::size_t key) { tick_point(d, key); }},
    {"page.unlock", "One-on-one", "Unlock your points", "By their passphrase, until the program ends.", {"U"}, is_text, "unlock points", has_locked_points, always_can, [](Desk& d, std::size_t) { d.ask_for(Purpose::passphrase); }},
    {"page.lock", "One-on-one", "Lock your points", "This person's, under a passphrase asked for twice; “avow notes --unlock” makes them plain again.", {"Shift+U"}, is_text, "", at_page, wants_points_noted, [](Desk& d, std::size_t) { d.ask_for(Purpose::new_passphrase); }},
    {"page.export", "One-on-one", "The page to print", "As PDF and HTML beside the session file; your points are not on it.", {"Ctrl+E"}, always, "print", on_page, wants_file, [](Desk& d, std::size_t) { export_page(d); }},
    {"page.copy", "One-on-one", "Copy the page as Markdown", "To paste into a mail or a note; your points are not on it.", {"Ctrl+Shift+C"}, always, "", on_page, always_can, [](Desk& d, std::size_t) { copy_page(d); }},
    {"page.leave", "One-on-one", "Leave the page", "Back to where it was opened from.", {"F7"}, always, "back", on_page, always_can, [](Desk& d, std::size_t) { leave_one_on_one(d); }},
    // View
    {"view.board", "View", "Board and back", "The facilitator's own desk; without a window of its own the room sees it too.", {"F2"}, always, "board", in_room, always_can, [](Desk& d, std::size_t) { d.showing = d.showing == Showing::board ? Showing::audience : Showing::board; }},
    {"view.next_page", "View", "Next page", "Of what the room sees.", {"PageDown"}, always, "page", has_pages, always_can, [](Desk& d, std::size_t) { step_page(d, 1); }},
    {"view.previous_page", "View", "Page before", "Of what the room sees.", {"PageUp"}, always, "", has_pages, always_can, [](Desk& d, std::size_t) { step_page(d, -1); }},
    {"view.blank", "View", "Blank the screen", "Nothing changes underneath; again, or Escape, brings it back.", {"Ctrl+B"}, always, "", has_room, always_can, [](Desk& d, std::size_t) { d.is_blanked = !d.is_blanked; }},
    {"view.look", "View", "Light, dark or high contrast", "Light reads better from the last row, also in the dark.", {"Ctrl+D"}, always, "", anywhere, always_can, [](Desk& d, std::size_t) { next_look(d); }},
    {"view.farthest_seat", "View", "Farthest seat", "Four, six or eight picture heights away; all that the room reads becomes as large as that needs.", {}, always, "", anywhere, always_can, [](Desk& d, std::size_t) { next_farthest_seat(d); }},
    {"view.motion", "View", "Motion", "What comes fades in and what moves slides, in under a fifth of a second. Again: nothing moves.", {}, always, "", anywhere, always_can, [](Desk& d, std::size_t) { toggle_motion(d); }},
    {"view.larger_text", "View", "Larger text on the desk", "Up to four times the usual size, in the board, the library, the pages for two and the forms. What the room reads is set by the farthest seat.", {"Ctrl+Shift+Equal"}, always, "", anywhere, always_can, [](Desk& d, std::size_t) { set_desk_text(d, TextSize::larger); }},
    {"view.smaller_text", "View", "Smaller text on the desk", "A step back.", {"Ctrl+Shift+Minus"}, always, "", anywhere, always_can, [](Desk& d, std::size_t) { set_desk_text(d, TextSize::smaller); }},
    {"view.usual_text", "View", "Usual text on the desk", "As on a new machine.", {"Ctrl+0"}, always, "", anywhere, always_can, [](Desk& d, std::size_t) { set_desk_text(d, TextSize::usual); }},
    {"view.audience", "View", "Window for the room", "What the room sees, alone, on the other monitor; this window keeps the desk. Again: closes it.", {"F8"}, always, "", anywhere, always_can, [](Desk& d, std::size_t) { toggle_audience(d); }},
    {"view.next_monitor", "View", "Next monitor for the room", "Its window goes there and fills it; the choice is remembered by the monitor's name.", {"Shift+F8"}, always, "", anywhere, always_can, [](Desk& d, std::size_t) { next_monitor(d); }},
    {"view.test_card", "View", "Test card", "To set a projector up: its edges, the sizes of type for three last rows, colours. Any key leaves it.", {}, always, "", in_room, always_can, [](Desk& d, std::size_t) { d.screens.is_test_card = true; }},
    {"view.full_screen", "View", "Full screen", "And back; remembered on this machine.", {"F11"}, always, "", anywhere, always_can, [](Desk& d, std::size_t) { d.settings.is_full_screen = !d.settings.is_full_screen; }},
    {"view.read_aloud", "View", "Read aloud", "The words of what is in hand, as they were said, by the voice of this machine; nothing private. Again, or Escape: ends it.", {"F9"}, always, "", anywhere, wants_in_hand, [](Desk& d, std::size_t) { read_aloud(d, words_in_hand(d)); }},
    {"view.read_news", "View", "Read the news aloud", "What the strip last told: what was done, or why not. Again, or Escape: ends it.", {"Shift+F9"}, always, "", anywhere, wants_news, [](Desk& d, std::size_t) { read_aloud(d, news_in_words(d)); }},
    {"view.menu", "View", "Menu", "Opens the first one; the arrows walk the menus, Return takes, Esc leaves.", {"F10"}, always, "", anywhere, always_can, [](Desk& d, std::size_t) { d.panel = Panel::none; d.wants_menu = true; }},
    {"view.palette", "View", "Find a command", "By its words.", {"Ctrl+K"}, always, "find", anywhere, always_can, [](Desk& d, std::size_t) { toggle(d, Panel::palette); }},
    {"view.keys", "View", "Keys", "All that can be done here.", {"F1", "?"}, is_text, "keys", anywhere, always_can, [](Desk& d, std::size_t) { toggle(d, Panel::keys); }},
    };
    return rows;
}
// clang-format on

// What the room can be asked anywhere is hinted where it is asked most.
bool belongs_here(const Desk& desk, const Command& row) {
    if (row.id == "room.fingers" || row.id == "room.say_back") return at(desk, Stage::goal);
    if (row.id == "room.confidence") return at_commit(desk);
    if (row.id == "room.votes") return at_themes(desk);
    if (row.id == "room.results") return at_close(desk);
    return true;
}

} // namespace

void run(const Command& command, Desk& desk, std::size_t key) {
    const int tens = desk.tens;
    command.run(desk, key);
    if (desk.tens == tens) desk.tens = 0;
}

std::span<const Command> commands() { return table(); }

const Command* command(std::string_view id) {
    const auto found = std::ranges::find(table(), id, &Command::id);
    return found == table().end() ? nullptr : &*found;
}

std::vector<Hint> hints(const Desk& desk) {
    std::vector<Hint> found;
    for (const auto& row : table()) {
        if (row.hint.empty() || row.keys.empty() || !row.is_offered(desk) || row.why_not(desk)) continue;
        if (row.id == "session.copy_file" && desk.keeping().notice.empty()) continue; // when its own file is in trouble
        if (row.id == "session.export" && desk.session().stage != Stage::close) continue; // when it is over
        if (row.menu == "Room" && !belongs_here(desk, row)) continue;
        if (row.id == "themes.apart" && !find(desk.shown(), *desk.place.focus)->theme) continue; // apart already
        if (row.id == "themes.take" && asks_room(desk)) continue;                                // Return does the same
        std::string words(row.hint);
        if (row.id == "themes.place" && !has_card_to_place(desk)) words = "take in hand";
        if (row.id == "themes.open" && in_tile(desk)) words = "back";
        if (row.id == "themes.doubtful" && is_walking(desk)) words = "right, next";
        if (row.id == "stage.next") words = fmt::format("next: {}", title_of(*stage_after(desk.session())));
        auto keys = row.keys.size() > 3 ? written_keys(row) : written(row.keys.front());
        if (row.id == "poll.digit" && desk.asking->poll.kind == PollKind::fingers) keys = "0–5";
        found.push_back({&row, keys, words});
    }
    // What belongs to this stage first; how to go on and to get help last.
    std::stable_partition(found.begin(), found.end(), [](const Hint& hint) {
        return hint.command->menu != "Stage" && hint.command->menu != "View";
    });
    // What is offered for the moment alone comes before all.
    std::stable_partition(found.begin(), found.end(), [&](const Hint& hint) {
        return hint.command->id == "session.copy_file" || hint.command->id == "capture.give_back" ||
               hint.command->id == "view.next_page" || (hint.command->id == "themes.doubtful" && is_walking(desk));
    });
    return found;
}

} // namespace avow::desk
