#include "report/align_sections.hpp"

#include "insight/promised.hpp"
#include "report/alignment.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"

namespace avow::report {

namespace {

void add(std::vector<Section>& sections, std::string heading, std::string aside, std::vector<std::string> lines) {
    if (!lines.empty()) sections.push_back({"", std::move(heading), std::move(aside), {}, std::move(lines)});
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : "; ") + part;
    return text;
}

// Beside words, in parentheses; nothing where there is nothing.
std::string beside(const std::vector<std::string>& parts) {
    return parts.empty() ? std::string{} : " (" + joined(parts) + ")";
}

void add_expectations(std::vector<Section>& sections, const Session& session) {
    const auto state = align_state(session);
    if (state == AlignState::none) return;
    const auto heading = session.leader ? "What " + leader_in_words(session) + " expects" : "What the leader expects";
    if (state != AlignState::opened) {
        add(sections, heading, "", {seal_in_words(session)});
        return;
    }
    const auto all = insight::alignment_of(session);
    std::vector<std::string> lines;
    for (const auto& counts : all.expectations)
        lines.push_back(on_one_line(expectation_of(session, counts).text) + " (" +
                        recalled_in_words(counts, all.sheets) + ")");
    for (auto& line : alignment_in_lines(session)) lines.push_back(std::move(line));
    add(sections, heading, seal_in_words(session), std::move(lines));
    std::vector<std::string> phantoms;
    for (const auto& words : phantoms_of(session)) phantoms.push_back(on_one_line(words));
    add(sections, "Believed and never meant", "Whose words these are is told nowhere.", std::move(phantoms));
}

void add_misalignments(std::vector<Section>& sections, const Session& session) {
    std::vector<std::string> lines;
    for (const auto& one : session.misalignments) lines.push_back(on_one_line(one.text));
    add(sections, "Where both sides may pull apart", "", std::move(lines));
}

// "Stop: late mail (answered: gladly; kept on Friday 4 December 2026)"
std::string ask_in_words(const Session& session, const Ask& ask) {
    auto parts = answers_to(session, ask);
    for (const auto& check_in : ask.check_ins) {
        std::string came(outcome_in_words(check_in.outcome));
        came += " on " + spoken_with_year(check_in.date);
        if (!check_in.reason.empty()) came += ", " + check_in.reason;
        parts.push_back(std::move(came));
    }
    if (parts.empty()) parts.emplace_back("not answered yet");
    return std::string(title_of(ask.kind)) + ": " + ask.text + beside(parts);
}

void add_asks(std::vector<Section>& sections, const Session& session, AskFrom from, std::string heading) {
    std::vector<std::string> lines;
    for (const auto& ask : session.asks)
        if (ask.from == from) lines.push_back(on_one_line(ask_in_words(session, ask)));
    add(sections, std::move(heading), "", std::move(lines));
}

std::string objection_in_words(const Objection& objection) {
    if (!is_answered(objection)) return objection.text + " (not answered yet)";
    std::vector<std::string> parts;
    if (!objection.answer.empty())
        parts.push_back((objection.who_answers.empty() ? "answered" : objection.who_answers + " answers") + ": " +
                        objection.answer);
    if (const auto as = answered_as(objection); !as.empty()) parts.push_back(as);
    return objection.text + beside(parts);
}

void add_objections(std::vector<Section>& sections, const Session& session) {
    std::vector<std::string> lines;
    for (const auto& objection : session.objections) lines.push_back(on_one_line(objection_in_words(objection)));
    add(sections, "Objections and their answers", "", std::move(lines));
}

} // namespace

std::string_view side_in_words(AskFrom from) { return from == AskFrom::team ? "the team" : "the leader"; }

std::string_view kind_in_words(AnswerKind kind) {
    switch (kind) {
    case AnswerKind::none: return "";
    case AnswerKind::saves_time: return "saves time";
    case AnswerKind::replaces: return "replaces something";
    case AnswerKind::raises_sales: return "raises sales";
    case AnswerKind::costs: return "costs";
    }
    return "";
}

std::vector<std::string> answers_to(const Session& session, const Ask& ask) {
    std::vector<std::string> answers;
    if (!ask.answer.empty()) answers.push_back("answered: " + ask.answer);
    for (const auto* item : insight::promised_for(session, ask.id))
        answers.push_back(name_of(session, item->owner) + " promised: “" + words_of(*item) + "”");
    return answers;
}

std::string answered_as(const Objection& objection) {
    std::string words(kind_in_words(objection.kind));
    if (objection.amount.empty()) return words;
    return words.empty() ? objection.amount : words + ": " + objection.amount;
}

bool is_answered(const Objection& objection) { return !objection.answer.empty() || !answered_as(objection).empty(); }

std::vector<Section> align_sections(const Session& session) {
    std::vector<Section> sections;
    add_expectations(sections, session);
    add_misalignments(sections, session);
    add_asks(sections, session, AskFrom::team, "What the team asks of its leader");
    add_asks(sections, session, AskFrom::leader, "What the leader asks of the team");
    add_objections(sections, session);
    if (!session.request.empty())
        add(sections, "What is asked of whoever reads this", "", {on_one_line(session.request)});
    return sections;
}

} // namespace avow::report
