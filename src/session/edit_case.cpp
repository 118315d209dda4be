// The case for what is to come: what each side asks of the other, reasons not to with their honest answers, and what the
// reader of the brief is asked for.
#include "session/edit_each.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::each {

namespace {

constexpr Field ask_words = {"ask", "an ask holds"};
constexpr Field answer_words = {"answer", "an answer holds"};
constexpr Field objection_words = {"objection", "an objection holds"};
constexpr Field answerer_name = {"name of who answers", "a name holds", limit::name_characters};
constexpr Field amount_words = {"amount", "an amount holds"};
constexpr Field request_words = {"request", "a request holds"};

Refusal unknown_objection() { return {"That objection is not in this session any more. Choose another."}; }

std::string words_in(const Session& session, const AskId& id) {
    const auto* ask = find(session, id);
    return ask ? quoted(ask->text) : "an ask";
}

std::string words_in(const Session& session, const ObjectionId& id) {
    const auto* objection = find(session, id);
    return objection ? quoted(objection->text) : "an objection";
}

Objection answered(Objection objection, const AnswerObjection& edit) {
    objection.who_answers = edit.who_answers;
    objection.answer = edit.answer;
    objection.kind = edit.kind;
    objection.amount = edit.amount;
    return objection;
}

} // namespace

// --- AskOther ----------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const AskOther& edit) {
    const auto& ask = edit.ask;
    if (auto refusal = unfit_id(ask.id.text, find(session, ask.id) != nullptr)) return refusal;
    if (ask.kind < AskKind::stop || ask.kind > AskKind::keep_on)
        return Refusal{"One side asks the other to stop, start or continue. Choose one of the three."};
    if (ask.from < AskFrom::team || ask.from > AskFrom::leader)
        return Refusal{"The team asks or the leader does. Choose one of the two."};
    if (auto refusal = missing_or_unfit_words(ask_words, ask.text)) return refusal;
    if (!ask.since || !is_valid(*ask.since)) return invalid_date("day it was asked");
    if (!ask.answer.empty() || !ask.check_ins.empty())
        return Refusal{"What came of it is noted once it is asked. Ask first."};
    if (session.asks.size() >= limit::asks)
        return Refusal{fmt::format("A session holds {} asks. Take one back first.", limit::asks)};
    return std::nullopt;
}

void apply(Session& session, const AskOther& edit) { session.asks.push_back(edit.ask); }

std::string sentence(const Session&, const AskOther& edit) {
    const auto& ask = edit.ask;
    return fmt::format("the {} asked to {} {}", ask.from == AskFrom::team ? "team" : "leader", asked_to(ask.kind),
                       quoted(ask.text));
}

// --- AnswerAsk ---------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const AnswerAsk& edit) {
    const auto* ask = find(session, edit.id);
    if (!ask) return unknown_ask();
    if (auto refusal = unfit_words(answer_words, edit.answer)) return refusal;
    if (ask->answer == edit.answer) return unchanged("answer");
    return std::nullopt;
}

void apply(Session& session, const AnswerAsk& edit) { the(session, edit.id).answer = edit.answer; }

std::string sentence(const Session& before, const AnswerAsk& edit) {
    if (edit.answer.empty()) return "cleared the answer to " + words_in(before, edit.id);
    return fmt::format("answered {}: {}", words_in(before, edit.id), quoted(edit.answer));
}

// --- CheckAsk ----------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const CheckAsk& edit) {
    const auto* ask = find(session, edit.id);
    if (!ask) return unknown_ask();
    return unfit_check_in(ask->check_ins, edit.check_in);
}

void apply(Session& session, const CheckAsk& edit) { the(session, edit.id).check_ins.push_back(edit.check_in); }

std::string sentence(const Session& before, const CheckAsk& edit) {
    return fmt::format("checked in {} as {}", words_in(before, edit.id), word_for(edit.check_in.outcome));
}

// --- TakeBackAsk -------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const TakeBackAsk& edit) {
    if (!find(session, edit.id)) return unknown_ask();
    return std::nullopt;
}

void apply(Session& session, const TakeBackAsk& edit) {
    std::erase_if(session.asks, [&](const Ask& ask) { return ask.id == edit.id; });
    for (auto* items : {&session.accountabilities, &session.carried})
        for (auto& item : *items)
            if (item.answers == edit.id) item.answers.reset();
}

std::string sentence(const Session& before, const TakeBackAsk& edit) {
    return "took back the ask " + words_in(before, edit.id);
}

// --- RaiseObjection ----------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const RaiseObjection& edit) {
    if (auto refusal = unfit_id(edit.id.text, find(session, edit.id) != nullptr)) return refusal;
    if (auto refusal = missing_or_unfit_words(objection_words, edit.text)) return refusal;
    if (session.objections.size() >= limit::objections)
        return Refusal{fmt::format("A session holds {} objections. Take one back first.", limit::objections)};
    return std::nullopt;
}

void apply(Session& session, const RaiseObjection& edit) {
    Objection objection;
    objection.id = edit.id;
    objection.text = edit.text;
    session.objections.push_back(std::move(objection));
}

std::string sentence(const Session&, const RaiseObjection& edit) { return "raised the objection " + quoted(edit.text); }

// --- AnswerObjection ---------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const AnswerObjection& edit) {
    const auto* objection = find(session, edit.id);
    if (!objection) return unknown_objection();
    if (auto refusal = unfit_words(answerer_name, edit.who_answers)) return refusal;
    if (auto refusal = unfit_words(answer_words, edit.answer)) return refusal;
    if (edit.kind < AnswerKind::none || edit.kind > AnswerKind::costs)
        return Refusal{"An answer says what it saves, replaces, raises or costs, or none of it. Choose one of these."};
    if (auto refusal = unfit_words(amount_words, edit.amount)) return refusal;
    if (answered(*objection, edit) == *objection) return unchanged("answer");
    return std::nullopt;
}

void apply(Session& session, const AnswerObjection& edit) {
    auto& objection = the(session, edit.id);
    objection = answered(std::move(objection), edit);
}

std::string sentence(const Session& before, const AnswerObjection& edit) {
    const auto words = words_in(before, edit.id);
    if (edit == AnswerObjection{edit.id, {}, {}, AnswerKind::none, {}}) return "cleared the answer to " + words;
    if (edit.answer.empty()) return fmt::format("noted who answers {}, or what the answer is worth", words);
    return fmt::format("answered {}: {}", words, quoted(edit.answer));
}

// --- TakeBackObjection -------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const TakeBackObjection& edit) {
    if (!find(session, edit.id)) return unknown_objection();
    return std::nullopt;
}

void apply(Session& session, const TakeBackObjection& edit) {
    std::erase_if(session.objections, [&](const Objection& objection) { return objection.id == edit.id; });
}

std::string sentence(const Session& before, const TakeBackObjection& edit) {
    return "took back the objection " + words_in(before, edit.id);
}

// --- StateRequest ------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const StateRequest& edit) {
    if (auto refusal = unfit_words(request_words, edit.text)) return refusal;
    if (session.request == edit.text) return unchanged("request");
    return std::nullopt;
}

void apply(Session& session, const StateRequest& edit) { session.request = edit.text; }

std::string sentence(const Session&, const StateRequest& edit) {
    return edit.text.empty() ? "cleared what the reader is asked for" : "asked the reader for " + quoted(edit.text);
}

} // namespace avow::each
