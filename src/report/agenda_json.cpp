// An agenda as JSON: the words as they are, byte for byte. Written by hand because reports know no archive, and because a
// value that only leaves needs no more than quotes and commas.
#include "report/agenda.hpp"
#include "report/json_page.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>

namespace avow::report {

namespace {

using insight::Agenda;
using insight::AgendaItem;

std::string text(std::string_view words) { return as_json(words); }

std::string text(const std::optional<Date>& day) { return day ? text(iso(*day)) : "null"; }

// The members of an object, in the order they are given.
class Members {
public:
    Members& add(std::string_view name, const std::string& json) {
        json_ += fmt::format("{}\"{}\": {}", json_.empty() ? "" : ", ", name, json);
        return *this;
    }
    std::string whole() const { return "{" + json_ + "}"; }

private:
    std::string json_;
};

template <class Part, class Write>
std::string list(const std::vector<Part>& parts, Write write) {
    std::string json;
    for (const auto& part : parts) json += (json.empty() ? "\n  " : ",\n  ") + write(part);
    return "[" + json + "]";
}

template <class Part, class Write>
std::string row(const std::vector<Part>& parts, Write write) {
    std::string json;
    for (const auto& part : parts) json += (json.empty() ? "" : ", ") + write(part);
    return "[" + json + "]";
}

std::string answer(const CheckIn& given) {
    return Members()
        .add("date", text(iso(given.date)))
        .add("state", text(outcome_in_words(given.outcome)))
        .add("reason", text(given.reason))
        .add("evidence", text(given.evidence))
        .whole();
}

std::string wording(const insight::AgreedBeside& beside) {
    return Members()
        .add("text", text(beside.text))
        .add("date", text(iso(beside.date)))
        .add("proposed_by", text(beside.proposed_by))
        .add("agreed", beside.is_agreed ? "true" : "false")
        .add("why", text(beside.why))
        .whole();
}

std::string item(const AgendaItem& said) {
    return Members()
        .add("id", text(said.id.text))
        .add("statement", text(said.statement))
        .add("said_on", text(iso(said.said_on)))
        .add("wordings", row(said.wordings, wording))
        .add("theme", text(said.theme))
        .add("check_ins", row(said.answers, answer))
        .add("times_carried", std::to_string(said.times_carried))
        .add("due", text(said.due))
        .add("evidence", text(said.evidence))
        .add("measure", text(said.measure))
        .add("if_then", text(said.if_then))
        .add("first_step", text(said.first_step))
        .add("help", text(said.help))
        .add("questions", row(said.questions, [](const std::string& words) { return text(words); }))
        .whole();
}

std::string obstacle(const insight::Obstacle& met) {
    return Members()
        .add("date", text(iso(met.date)))
        .add("state", text(outcome_in_words(met.outcome)))
        .add("reason", text(met.reason))
        .add("statement", text(met.statement))
        .whole();
}

std::string owed(const insight::Owed& promise) {
    return Members()
        .add("who", text(promise.who))
        .add("words", text(promise.words))
        .add("since", text(iso(promise.since)))
        .add("due", text(promise.due))
        .add("for", text(promise.for_what))
        .add("promised", promise.is_promised ? "true" : "false")
        .whole();
}

std::string tactic(const insight::Tactic& lent) {
    return Members()
        .add("who", text(lent.who))
        .add("statement", text(lent.statement))
        .add("kept_on", text(iso(lent.kept_on)))
        .add("evidence", text(lent.shown))
        .add("if_then", text(lent.if_then))
        .add("first_step", text(lent.first_step))
        .whole();
}

std::string contract(const insight::AgendaContract& one) {
    const auto reading = [](const MetricReading& read) {
        return Members().add("date", text(iso(read.date))).add("value", text(read.value)).whole();
    };
    return Members()
        .add("for", text(one.statement))
        .add("metric", text(one.contract.metric))
        .add("baseline", text(one.contract.baseline))
        .add("target", text(one.contract.target))
        .add("date", text(iso(one.contract.date)))
        .add("next_step", text(one.contract.next_step))
        .add("readings", row(one.contract.readings, reading))
        .add("state", text(state_in_words(one.state)))
        .whole();
}

} // namespace

std::string agenda_json(const Agenda& agenda) {
    const auto line = [](const std::string& words) { return text(words); };
    std::string json = "{\"format\": \"avow-agenda\", \"version\": 1";
    const auto add = [&](std::string_view name, const std::string& value) {
        json += fmt::format(",\n\"{}\": {}", name, value);
    };
    add("person", text(agenda.person));
    add("team", text(agenda.team));
    add("date", text(iso(agenda.today)));
    add("sessions", std::to_string(agenda.sessions));
    add("last_session", text(iso(agenda.last_session)));
    add("summary", list(agenda_in_three_lines(agenda), line));
    add("open", list(agenda.open, item));
    add("kept", list(agenda.closed, item));
    add("obstacles", list(agenda.obstacles, obstacle));
    add("owed", list(agenda.owed, owed));
    add("tactics", list(agenda.tactics, tactic));
    add("contracts", list(agenda.success_contracts, contract));
    add("strengths", list(agenda.strengths, line));
    add("expectations", list(agenda.expectations, line));
    return json + "\n}\n";
}

} // namespace avow::report
