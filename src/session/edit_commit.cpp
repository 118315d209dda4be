// What a person commits to, one accountability at a time: wording, day, evidence, help, and what came of it.
#include "session/edit_each.hpp"

#include <fmt/format.h>

namespace avow::each {

namespace {

constexpr Field wording_words = {"wording", "a wording holds", limit::statement_characters, "Split it in two."};
constexpr Field proposer_words = {"name of who proposed it", "it holds"};
constexpr Field reason_words = {"reason", "a reason holds"};

// Whom it helps and what it answers, where that is in the session too.
Accountability with_wishes_known_to(const Session& session, Accountability item) {
    if (item.helps && !find(session, *item.helps)) item.helps.reset();
    if (item.answers && !find(session, *item.answers)) item.answers.reset();
    return item;
}

std::string& text_in(Accountability& accountability, Detail detail) {
    return const_cast<std::string&>(text_of(accountability, detail)); // of an accountability that may be changed
}

} // namespace

// --- AgreeWording ------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const AgreeWording& edit) {
    const auto* accountability = find(session, edit.id);
    if (!accountability) return unknown_accountability();
    if (auto refusal = missing_or_unfit_words(wording_words, edit.wording.text)) return refusal;
    if (auto refusal = unfit_words(proposer_words, edit.wording.proposed_by)) return refusal;
    if (auto refusal = unfit_words(reason_words, edit.wording.why)) return refusal;
    if (!is_valid(edit.wording.date)) return invalid_date("date of the wording");
    const bool is_last = !accountability->wordings.empty() && accountability->wordings.back() == edit.wording;
    if (is_last || (edit.wording.agreed && words_of(*accountability) == edit.wording.text)) return unchanged("wording");
    return std::nullopt;
}

// Confirmed is what was read aloud: whatever changes of it waits to be read again.
void apply(Session& session, const AgreeWording& edit) {
    auto& item = the(session, edit.id);
    item.wordings.push_back(edit.wording);
    if (edit.wording.agreed) item.confirmed_at.reset();
}

std::string sentence(const Session& before, const AgreeWording& edit) {
    return fmt::format("{} {} as {}", edit.wording.agreed ? "reworded" : "proposed to reword",
                       words_in(before, edit.id), quoted(edit.wording.text));
}

// --- SetDueDate --------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const SetDueDate& edit) {
    const auto* accountability = find(session, edit.id);
    if (!accountability) return unknown_accountability();
    if (edit.due && !is_valid(*edit.due)) return invalid_date("due date");
    if (accountability->due == edit.due)
        return edit.due ? unchanged("due date") : Refusal{"There is no due date to clear."};
    return std::nullopt;
}

void apply(Session& session, const SetDueDate& edit) {
    auto& item = the(session, edit.id);
    item.due = edit.due;
    item.confirmed_at.reset();
}

std::string sentence(const Session& before, const SetDueDate& edit) {
    const std::string words = words_in(before, edit.id);
    if (!edit.due) return "cleared the due date of " + words;
    return fmt::format("set {} due on {}", words, spoken_with_year(*edit.due));
}

// --- NoteDetail --------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const NoteDetail& edit) {
    const auto* accountability = find(session, edit.id);
    if (!accountability) return unknown_accountability();
    if (edit.detail < Detail::evidence || edit.detail > Detail::help)
        return Refusal{"There is no such detail. Choose evidence, measure, if-then, first step, strength or help."};
    if (auto refusal = unfit_words({label_of(edit.detail), "a detail holds"}, edit.text)) return refusal;
    if (text_of(*accountability, edit.detail) == edit.text) return unchanged(label_of(edit.detail));
    return std::nullopt;
}

void apply(Session& session, const NoteDetail& edit) {
    auto& item = the(session, edit.id);
    text_in(item, edit.detail) = edit.text;
    item.confirmed_at.reset();
}

std::string sentence(const Session& before, const NoteDetail& edit) {
    const std::string words = words_in(before, edit.id);
    if (edit.text.empty()) return fmt::format("cleared the {} of {}", label_of(edit.detail), words);
    return fmt::format("noted the {} of {}: {}", label_of(edit.detail), words, quoted(edit.text));
}

// --- RateConfidence ----------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const RateConfidence& edit) {
    const auto* accountability = find(session, edit.id);
    if (!accountability) return unknown_accountability();
    if (edit.confidence < 0 || edit.confidence > 10)
        return Refusal{fmt::format("{} is no confidence. Choose 1 to 10, or 0 to clear it.", edit.confidence)};
    if (accountability->confidence == edit.confidence) return unchanged("confidence");
    return std::nullopt;
}

void apply(Session& session, const RateConfidence& edit) { the(session, edit.id).confidence = edit.confidence; }

// Confidence is private, and the history may be on the projector: the figure stays out of it.
std::string sentence(const Session& before, const RateConfidence& edit) {
    return fmt::format("{} the confidence in {}", edit.confidence == 0 ? "cleared" : "rated",
                       words_in(before, edit.id));
}

// --- ConfirmReadBack ---------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const ConfirmReadBack& edit) {
    const auto* accountability = find(session, edit.id);
    if (!accountability) return unknown_accountability();
    if (auto refusal = unfit_moment(edit.at)) return refusal;
    if (accountability->confirmed_at)
        return Refusal{fmt::format("{} has confirmed that already.", name_in(session, accountability->owner))};
    return std::nullopt;
}

void apply(Session& session, const ConfirmReadBack& edit) { the(session, edit.id).confirmed_at = edit.at; }

std::string sentence(const Session& before, const ConfirmReadBack& edit) {
    const auto* accountability = find(before, edit.id);
    return fmt::format("{} confirmed {}", accountability ? name_in(before, accountability->owner) : "somebody",
                       words_in(before, edit.id));
}

// --- SetNextDate -------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const SetNextDate& edit) {
    if (edit.date && !is_valid(*edit.date)) return invalid_date("next date");
    if (session.next_date == edit.date)
        return edit.date ? unchanged("next date") : Refusal{"There is no next date to clear."};
    return std::nullopt;
}

void apply(Session& session, const SetNextDate& edit) { session.next_date = edit.date; }

std::string sentence(const Session&, const SetNextDate& edit) {
    return edit.date ? "set the next date to " + spoken_with_year(*edit.date) : "cleared the next date";
}

// --- AddCheckIn --------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const AddCheckIn& edit) {
    const auto* accountability = find(session, edit.id);
    if (!accountability) return unknown_accountability();
    return unfit_check_in(accountability->check_ins, edit.check_in);
}

void apply(Session& session, const AddCheckIn& edit) { the(session, edit.id).check_ins.push_back(edit.check_in); }

std::string sentence(const Session& before, const AddCheckIn& edit) {
    return fmt::format("checked in {} as {}", words_in(before, edit.id), word_for(edit.check_in.outcome));
}

// --- CarryOver ---------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const CarryOver& edit) {
    const auto& item = *edit.item;
    if (!find(session, item.owner)) return unknown_participant();
    if (!item.lineage || item.theme || item.second_theme || item.shown_with)
        return Refusal{"Only what was said in an earlier session is carried over, without its theme."};
    if (session.carried.size() >= limit::accountabilities)
        return Refusal{fmt::format("A session carries {} statements of earlier ones. Answer for some of them first.",
                                   grouped(limit::accountabilities))};
    if (auto refusal = unfit_id(item.id.text, find(session, item.id) != nullptr)) return refusal;
    Session alone; // whatever else may be off is what may be off in a file; of the rest only its people matter
    alone.participants = session.participants;
    alone.carried.push_back(with_wishes_known_to(alone, item));
    if (auto breach = breach_of(alone)) return Refusal{*breach};
    return std::nullopt;
}

void apply(Session& session, const CarryOver& edit) {
    session.carried.push_back(with_wishes_known_to(session, *edit.item));
}

std::string sentence(const Session& before, const CarryOver& edit) {
    return fmt::format("brought along what {} said: {}", name_in(before, edit.item->owner),
                       quoted(words_of(*edit.item)));
}

// --- LendPractice ------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const LendPractice& edit) {
    const auto* accountability = find(session, edit.id);
    if (!accountability) return unknown_accountability();
    if (accountability->is_lent == edit.is_lent)
        return Refusal{edit.is_lent ? "Colleagues may read that already." : "Colleagues do not read that."};
    return std::nullopt;
}

void apply(Session& session, const LendPractice& edit) { the(session, edit.id).is_lent = edit.is_lent; }

std::string sentence(const Session& before, const LendPractice& edit) {
    return fmt::format("{} {}", edit.is_lent ? "lent to colleagues" : "no longer lent to colleagues",
                       words_in(before, edit.id));
}

} // namespace avow::each
