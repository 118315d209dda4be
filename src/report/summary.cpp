#include "report/summary.hpp"

#include "insight/strengths.hpp"
#include "insight/time_taken.hpp"
#include "insight/tracking_cost.hpp"
#include "report/alignment.hpp"
#include "report/document_parts.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"

#include <fmt/format.h>

namespace avow::report {

namespace {

std::string quoted(const std::string& words) { return "“" + on_one_line(words) + "”"; }

std::string head_of(const Session& session) {
    const std::string team = session.team.empty() ? "A session" : on_one_line(session.team);
    return team + ", " + spoken_with_year(session.date);
}

// A line of a list, if there is something to say.
void add_line(std::string& text, std::string_view indent, std::string_view label, const std::string& words) {
    if (!words.empty()) text += std::string(indent) + std::string(label) + ": " + on_one_line(words) + "\n";
}

void add_wordings(std::string& text, const Session& session, const Accountability& item) {
    for (const auto& wording : item.wordings) {
        text += wording.agreed ? "   Agreed on " : "   Proposed, not agreed, on ";
        text += spoken_with_year(wording.date) + ": " + quoted(wording.text);
        if (!wording.proposed_by.empty()) text += ", proposed by " + on_one_line(proposer_of(session, wording));
        if (!wording.why.empty()) text += ", because " + on_one_line(wording.why);
        text += "\n";
    }
}

void add_details(std::string& text, const Session& session, const Accountability& item) {
    if (item.due) add_line(text, "   ", "By", spoken_with_year(*item.due));
    add_line(text, "   ", "To show", item.evidence);
    add_line(text, "   ", "Measure", item.measure);
    add_line(text, "   ", "If-then", item.if_then);
    add_line(text, "   ", "First step", item.first_step);
    add_line(text, "   ", "Strength", item.strength);
    add_line(text, "   ", "Help", item.help);
    std::vector<Note> ties;
    add_ties(ties, session, item);
    for (const auto& tie : ties) add_line(text, "   ", tie.label, tie.words);
    for (const auto& check_in : item.check_ins) {
        std::string came_of_it(outcome_in_words(check_in.outcome));
        if (!check_in.reason.empty()) came_of_it += ", " + check_in.reason;
        add_line(text, "   ", spoken_with_year(check_in.date), came_of_it);
    }
}

void add_questions(std::string& text, const Accountability& item) {
    if (!item.due) text += "   Ask: by when?\n";
    if (item.evidence.empty()) text += "   Ask: what could you show when it is kept?\n";
    if (item.help.empty()) text += "   Ask: what help would you need, and of whom?\n";
    const bool is_open_proposal = !item.wordings.empty() && !item.wordings.back().agreed;
    if (is_open_proposal) text += "   Ask: does the proposed wording say what you mean?\n";
}

void add_theme(std::string& text, const Session& session, const Accountability& item) {
    const auto* theme = item.theme ? find(session, *item.theme) : nullptr;
    if (!theme) {
        text += "   A single voice\n";
        return;
    }
    text +=
        "   Theme: " + on_one_line(title_of(*theme)) + " (" + counted(insight::count_of(session, theme->id)) + ")\n";
}

void add_parked_of(std::string& text, const Session& session, const ParticipantId& id) {
    for (const auto& parked : session.parked)
        if (parked.owner == id)
            text += "Parked since " + spoken_with_year(parked.since) + ": " + on_one_line(parked.text) + "\n";
}

void add_goal(std::string& text, const Goal& goal) {
    const std::string line = goal_line(goal);
    text += "Goal: " + (line.empty() ? "none written down" : on_one_line(line)) + "\n";
    add_line(text, "", "Why, for us", goal.why_us);
    add_line(text, "", "Why, for you", goal.why_you);
}

// Who leads, the seal, and how much Align left; nothing where it left nothing.
void add_align(std::string& text, const Session& session) {
    if (session.leader) add_line(text, "", "Leader", leader_in_words(session));
    if (align_state(session) != AlignState::none) add_line(text, "", "Expected", seal_in_words(session));
    if (session.seal) add_line(text, "", "Fingerprint", session.seal->fingerprint);
    std::vector<std::string> counts;
    const auto count = [&](std::size_t number, std::string_view one, std::string_view many) {
        if (number > 0) counts.push_back(counted(number, one, many));
    };
    count(session.recall_sheets.size(), "sheet", "sheets");
    count(session.misalignments.size(), "place to pull apart", "places to pull apart");
    count(session.asks.size(), "ask", "asks");
    count(session.objections.size(), "objection", "objections");
    add_line(text, "", "At Align", listed(counts));
    if (is_opened(session) && !session.recall_sheets.empty())
        for (const auto& line : alignment_in_lines(session)) text += "  " + line + "\n";
    const auto share = insight::strength_share(session);
    if (share.tied > 0) add_line(text, "", "Tied to a strength", fmt::format("{} of {}", share.tied, share.of));
    add_line(text, "", "What is asked of whoever reads this", session.request);
}

void add_items(std::string& text, const Session& session, const std::vector<const Accountability*>& items) {
    for (const auto* item : items) {
        text += "  " + name_on_a_line(session, item->owner) + ": " + on_one_line(item->statement) + "\n";
        if (words_of(*item) != item->statement) text += "    agreed: " + on_one_line(words_of(*item)) + "\n";
        if (item->due) text += "    by " + spoken_with_year(*item->due) + "\n";
        add_line(text, "    ", "to show", item->evidence);
        add_line(text, "    ", "help", item->help);
    }
}

void add_people(std::string& text, const Session& session, std::string_view label,
                const std::vector<const Participant*>& people) {
    if (people.empty()) return;
    text += "\n" + std::string(label) + ":";
    for (const auto* person : people)
        text += (person == people.front() ? " " : ", ") + name_on_a_line(session, person->id);
    text += "\n";
}

} // namespace

std::string summary_for(const Session& session, const Participant& person) {
    std::string text = name_on_a_line(session, person.id) + "\n" + head_of(session) + "\n";
    add_line(text, "", "Goal", goal_line(session.goal));
    const auto items = insight::said_by(session, person.id);
    if (items.empty()) text += "\nNothing was said yet.\n   Ask: what would you like to be accountable for?\n";
    int number = 0;
    for (const auto* item : items) {
        text += "\n" + std::to_string(++number) + ". " + quoted(item->statement) + "\n";
        add_theme(text, session, *item);
        add_wordings(text, session, *item);
        add_details(text, session, *item);
        add_questions(text, *item);
    }
    std::string parked;
    add_parked_of(parked, session, person.id);
    if (!parked.empty()) text += "\n" + parked;
    if (session.next_date) text += "\n" + next_meeting(*session.next_date) + ".\n";
    return text;
}

std::string in_words(const Session& session) {
    std::string text =
        head_of(session) + "\n" + headline(session) + "; at " + std::string(title_of(session.stage)) + "\n";
    add_goal(text, session.goal);
    add_align(text, session);
    for (const auto* theme : themes_in_order(session)) {
        text += "\n" + on_one_line(title_of(*theme)) + " (" + counted(insight::count_of(session, theme->id)) + ")\n";
        add_items(text, session, insight::items_of(session, theme->id));
    }
    const auto voices = insight::single_voices(session);
    if (!voices.empty()) text += session.themes.empty() ? "\nWhat was said\n" : "\nSingle voices\n";
    add_items(text, session, voices);
    add_people(text, session, "Not heard yet", insight::unheard(session));
    if (!session.parked.empty()) text += "\nParked\n";
    for (const auto& parked : session.parked) {
        text += "  " + on_one_line(parked.text) + " (";
        if (parked.owner) text += name_on_a_line(session, *parked.owner) + ", ";
        text += "since " + spoken_with_year(parked.since) + ")\n";
    }
    if (!session.polls.empty()) text += "\nWhat the room answered\n";
    for (const auto& line : what_the_room_answered(session)) text += "  " + on_one_line(line) + "\n";
    if (session.next_date) text += "\n" + next_meeting(*session.next_date) + ".\n";
    return text;
}

std::string times_in_words(const History& history) {
    if (history.log().empty()) return {};
    const auto last = time_of(history.log().back());
    const auto times = insight::time_taken(history, last);
    const auto all = insight::in_all(times);
    const auto tracking = insight::tracking_cost({&history});
    const auto tracked = tracking ? "\nKeeping track: " + insight::in_words(*tracking) + "\n" : std::string{};
    if (insight::minutes_taken(all) == 0) return tracked;
    std::string text = "\nMinutes\n";
    for (const auto& time : times)
        if (time.stage != Stage::prepare)
            text += "  " + std::string(title_of(time.stage)) + ": " + insight::in_words(time) + "\n";
    return text + "  In all: " + insight::in_words(all) + "\n" + tracked;
}

} // namespace avow::report
