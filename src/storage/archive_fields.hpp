// What types consist of, said once for both ways: fields(archive, value). Here are those that sessions and edits share;
// the rest of a session is in archive.cpp, the edits are in archive_edits.cpp. Included by these two only: they are the
// sources that know cereal.
#pragma once

#include "storage/archive_reader.hpp"
#include "storage/archive_writer.hpp"

#include <algorithm>

namespace avow::storage {

template <class A>
void fields(A& a, Goal& goal) {
    a("text", goal.text);
    a("from", goal.from);
    a("to", goal.to);
    a("by", goal.by);
    a("why_us", goal.why_us);
    a("why_you", goal.why_you);
}

template <class A>
void fields(A& a, Wording& wording) {
    a.required("text", wording.text);
    a.required("date", wording.date);
    a("proposed_by", wording.proposed_by);
    a("agreed", wording.agreed);
    a("why", wording.why);
}

template <class A>
void fields(A& a, CheckIn& check_in) {
    a.required("date", check_in.date);
    a.required("state", check_in.outcome);
    a("reason", check_in.reason);
    a("evidence", check_in.evidence);
}

template <class A>
void fields(A& a, Parked& parked) {
    a.required("id", parked.id);
    a.required("text", parked.text);
    a("owner", parked.owner);
    a.required("since", parked.since);
}

template <class A>
void fields(A& a, Expectation& expectation) {
    a.required("id", expectation.id);
    a.required("text", expectation.text);
    if (A::reads || expectation.guess) a("guess", expectation.guess);
}

template <class A>
void fields(A& a, Recall& recall) {
    a.required("id", recall.id);
    a.required("text", recall.text);
    a("meant", recall.meant);
    a("phantom", recall.is_phantom);
    a("by_leader", recall.by_leader);
    a("by_colleague", recall.by_colleague);
}

template <class A>
void fields(A& a, RecallSheet& sheet) {
    a.required("id", sheet.id);
    a("recalls", sheet.recalls);
}

template <class A>
void fields(A& a, Misalignment& misalignment) {
    a.required("id", misalignment.id);
    a.required("text", misalignment.text);
}

template <class A>
void fields(A& a, Ask& ask) {
    a.required("id", ask.id);
    a.required("kind", ask.kind);
    a("from", ask.from);
    a.required("text", ask.text);
    if (A::reads || ask.since) a("since", ask.since);
    if (A::reads || !ask.answer.empty()) a("answer", ask.answer);
    if (A::reads || !ask.check_ins.empty()) a("check_ins", ask.check_ins);
}

template <class A>
void fields(A& a, Assessment& assessment) {
    a.required("name", assessment.name);
    a("strengths", assessment.strengths);
    a.required("taken", assessment.taken);
    a("debriefed", assessment.debriefed);
    a("first_use", assessment.first_use);
}

template <class A>
void fields(A& a, MetricReading& reading) {
    a.required("date", reading.date);
    a.required("value", reading.value);
}

template <class A>
void fields(A& a, SuccessContract& contract) {
    a.required("metric", contract.metric);
    a.required("baseline", contract.baseline);
    a.required("target", contract.target);
    a.required("date", contract.date);
    a("next_step", contract.next_step);
    a("readings", contract.readings);
}

template <class A>
void fields(A& a, Lineage& lineage) {
    a("session", lineage.session);
    a.required("said_on", lineage.said_on);
    a.number("times_carried", lineage.times_carried, 1, 1'000'000);
    a("theme", lineage.theme);
}

template <class A>
void fields(A& a, Accountability& said) {
    a.required("id", said.id);
    a.required("owner", said.owner);
    a.required("statement", said.statement);
    a("said_at", said.said_at);
    a("wordings", said.wordings);
    a("due", said.due);
    a("evidence", said.evidence);
    a("measure", said.measure);
    a("if_then", said.if_then);
    a("first_step", said.first_step);
    a("help", said.help);
    a("theme", said.theme);
    a("second_theme", said.second_theme);
    a("check_ins", said.check_ins);
    a("strength", said.strength);
    a("placed", said.placed);
    a("confirmed_at", said.confirmed_at);
    if (a.is_private_wanted()) a.number("confidence", said.confidence, 0, 10);
    if (A::reads || said.shown_with) a("shown_with", said.shown_with);
    if (A::reads || said.lineage) a("lineage", said.lineage);
    if (A::reads || said.is_lent) a("lent", said.is_lent);
    if (A::reads || said.contract) a("contract", said.contract);
    if (A::reads || said.helps) a("helps", said.helps);
    if (A::reads || said.answers) a("answers", said.answers);
}

template <class A>
void fields(A& a, PollAnswer& answer) {
    a.number("value", answer.value, 0, 10);
    if (A::reads || answer.who) a("participant", answer.who);
}

template <class A>
void fields(A& a, PollCount& count) {
    a.required("choice", count.choice);
    a("theme", count.theme);
    a.number("count", count.count, 0, limit::votes);
}

// Where nothing private is wanted, answers are told without whose they are, and not in the order of the seats.
inline std::vector<PollAnswer> told_without_names(std::vector<PollAnswer> answers) {
    for (auto& answer : answers) answer.who.reset();
    std::ranges::sort(answers, {}, &PollAnswer::value);
    return answers;
}

template <class A>
void fields(A& a, Poll& poll) {
    a.required("id", poll.id);
    a.required("kind", poll.kind);
    a.required("question", poll.question);
    a("about", poll.about);
    a("asked_at", poll.asked_at);
    a.number("heads", poll.heads, 0, static_cast<int>(limit::participants));
    a.number("budget", poll.budget, 0, static_cast<int>(limit::themes));
    if (a.is_private_wanted()) {
        a("answers", poll.answers);
    } else {
        auto told = told_without_names(poll.answers);
        a("answers", told);
    }
    a("counts", poll.counts);
}

} // namespace avow::storage
