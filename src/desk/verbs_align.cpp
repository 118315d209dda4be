// The path through Align: which step the room looks at, which line is in hand, and what is typed there.
#include "desk/verbs.hpp"
#include "session/text.hpp"
#include "storage/seal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

using slide::AlignRow;
using slide::AlignStep;

std::vector<AlignRow> rows_here(const Desk& desk) { return slide::rows_of(desk.session(), desk.aligning.step); }

void take_last_row(Desk& desk) {
    const auto rows = rows_here(desk);
    if (!rows.empty()) desk.aligning.row = rows.size() - 1;
    desk.page = 0;
}

// The same field again, for the next line: it is never left by this.
bool add_line(Desk& desk, const Edit& edit) {
    if (!desk.act(edit)) return false;
    take_last_row(desk);
    desk.ask_for(desk.entry.purpose);
    return false;
}

AnswerObjection answer_so_far(const Objection& objection) {
    return {objection.id, objection.who_answers, objection.answer, objection.kind, objection.amount};
}

bool finish_objection(Desk& desk, const std::string& words) {
    const auto* objection = objection_in_hand(desk);
    if (!objection) return true;
    auto answer = answer_so_far(*objection);
    if (desk.entry.purpose == Purpose::objection_who)
        answer.who_answers = words;
    else if (desk.entry.purpose == Purpose::objection_answer)
        answer.answer = words;
    else
        answer.kind = desk.aligning.worth, answer.amount = words;
    return answer == answer_so_far(*objection) || desk.act(answer);
}

// Said by the leader like any statement, and beside it what it answers.
bool finish_promise(Desk& desk, const std::string& words) {
    if (words.empty() || !desk.session().leader) return true;
    const auto row = align_row_in_hand(desk).value_or(AlignRow{});
    const auto id = desk.fresh<AccountabilityTag>();
    const SayStatement said{id, *desk.session().leader, words, desk.now()};
    if (!row.ask && !row.request) {
        if (!desk.act(said)) return false;
        desk.aligning.row.reset(); // or the next line would answer what is in hand then
        return desk.ask_for(Purpose::leader_promise), false;
    }
    const auto label =
        sentence(desk.session(), said) + (row.request ? ", to answer a request for help" : ", to answer an ask");
    return desk.act({said, AnswerHelp{id, row.request, row.ask}}, label);
}

// Whether the field may be left.
bool finish_line(Desk& desk, const std::string& words) {
    const auto& aligning = desk.aligning;
    switch (desk.entry.purpose) {
    case Purpose::leader: return finish_leader(desk, words);
    case Purpose::misalignment:
        if (words.empty()) return true;
        return add_line(desk, NameMisalignment{{desk.fresh<MisalignmentTag>(), words}});
    case Purpose::ask:
        if (words.empty()) return true;
        return add_line(
            desk, AskOther{{desk.fresh<AskTag>(), aligning.kind, aligning.side, words, desk.session().date, {}, {}}});
    case Purpose::ask_answer: {
        const auto* ask = ask_in_hand(desk);
        return !ask || ask->answer == words || desk.act(AnswerAsk{ask->id, words});
    }
    case Purpose::leader_promise: return finish_promise(desk, words);
    case Purpose::objection: {
        if (words.empty()) return true;
        if (!desk.act(RaiseObjection{desk.fresh<ObjectionTag>(), words})) return false;
        if (aligning.step == AlignStep::objections) take_last_row(desk);
        return true;
    }
    case Purpose::team_guess: return finish_guess(desk, words);
    case Purpose::match_with: return finish_match(desk, words);
    default: return finish_objection(desk, words);
    }
}

} // namespace

slide::AlignPlace align_place(const Desk& desk) {
    const auto& aligning = desk.aligning;
    const auto& session = desk.session();
    slide::AlignPlace place;
    place.step = aligning.step;
    place.row = aligning.row;
    place.side = aligning.side;
    place.papers_in = aligning.papers_in();
    place.papers = papers_wanted(session);
    if (session.seal) place.fingerprint = storage::short_fingerprint(*session.seal);
    place.spot = aligning.spot;
    if (aligning.step != AlignStep::match || !is_opened(session)) return place;
    place.seal_holds = storage::seal_holds(session);
    if (const auto* recall = recall_in_hand(desk)) place.proposed = desk.expectation_meant_by(recall->text);
    return place;
}

bool is_of_align(Purpose purpose) { return purpose >= Purpose::leader && purpose <= Purpose::objection_amount; }

std::optional<AlignRow> align_row_in_hand(const Desk& desk) {
    const auto rows = rows_here(desk);
    const auto& row = desk.aligning.row;
    return row && *row < rows.size() ? std::optional(rows[*row]) : std::nullopt;
}

const Ask* ask_in_hand(const Desk& desk) {
    const auto row = align_row_in_hand(desk);
    return row && row->ask ? find(desk.session(), *row->ask) : nullptr;
}

const Objection* objection_in_hand(const Desk& desk) {
    const auto row = align_row_in_hand(desk);
    return row && row->objection ? find(desk.session(), *row->objection) : nullptr;
}

void go_to_step(Desk& desk, AlignStep step) {
    desk.aligning.step = step;
    desk.aligning.row.reset();
    desk.aligning.is_to_open = false;
    desk.page = 0;
    desk.showing = Showing::audience;
    desk.hush();
}

void walk_path(Desk& desk, int by) {
    const int last = static_cast<int>(AlignStep::objections);
    const int step = static_cast<int>(desk.aligning.step) + by;
    if (step >= 0 && step <= last) go_to_step(desk, static_cast<AlignStep>(step));
}

void step_align_row(Desk& desk, int by) {
    const auto count = static_cast<int>(rows_here(desk).size());
    if (count == 0) return;
    auto& row = desk.aligning.row;
    const int from = row ? static_cast<int>(*row) : (by > 0 ? -1 : count);
    row = static_cast<std::size_t>(std::clamp(from + by, 0, count - 1));
}

void take_back_row(Desk& desk) {
    const auto row = align_row_in_hand(desk);
    if (!row) return;
    if (row->misalignment) desk.act(TakeBackMisalignment{*row->misalignment});
    if (row->ask) desk.act(TakeBackAsk{*row->ask});
    if (row->objection) desk.act(TakeBackObjection{*row->objection});
    if (row->promise || row->request)
        desk.say(Tone::refused, "That is a statement: Ctrl+Delete takes it back at Capture or Commit");
}

void ask_other(Desk& desk, AskKind kind) {
    desk.aligning.kind = kind;
    desk.ask_for(Purpose::ask);
}

void switch_side(Desk& desk) {
    auto& side = desk.aligning.side;
    side = side == AskFrom::team ? AskFrom::leader : AskFrom::team;
}

void answer_row(Desk& desk) {
    if (const auto* ask = ask_in_hand(desk)) desk.ask_for(Purpose::ask_answer, ask->answer);
    if (const auto* objection = objection_in_hand(desk)) desk.ask_for(Purpose::objection_answer, objection->answer);
    desk.entry.is_resumed = true; // an answer that is there is mended, not typed over
}

void say_who_answers(Desk& desk) { desk.ask_for(Purpose::objection_who, objection_in_hand(desk)->who_answers); }

void say_worth(Desk& desk, AnswerKind kind) {
    const auto* objection = objection_in_hand(desk);
    desk.aligning.worth = kind;
    desk.ask_for(Purpose::objection_amount, objection->kind == kind ? objection->amount : std::string{});
}

void finish_align(Desk& desk) {
    const std::string words = clean_line(desk.entry.text);
    if (desk.entry.purpose == Purpose::recall) return finish_recall(desk, words);
    if (finish_line(desk, words)) leave_entry(desk);
}

// Rows that are gone are in hand no more; and after the last spot there is none.
void keep_align_in_line(Desk& desk) {
    auto& aligning = desk.aligning;
    const auto count = rows_here(desk).size();
    if (aligning.row && *aligning.row >= count) aligning.row = count == 0 ? std::nullopt : std::optional(count - 1);
    aligning.spot =
        is_opened(desk.session()) ? std::min(aligning.spot, slide::recalls_of(desk.session()).size() + 1) : 0;
    if (is_opened(desk.session())) aligning.is_to_open = false;
    if (!desk.session().recall_sheets.empty()) forget_papers(desk);
}

} // namespace avow::desk
