// What stands before and behind the entry field while something of Align is typed into it.
#include "desk/verbs.hpp"
#include "insight/coverage.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

namespace avow::desk {

namespace {

std::string leader_first(const Session& session) { // in a label
    return session.leader ? name_of_leader(session) : std::string("The leader");
}

std::string label_of_ask(const Desk& desk) {
    const auto kind = asked_to(desk.aligning.kind);
    if (desk.aligning.side == AskFrom::team) return fmt::format("{}, {}", leader_first(desk.session()), kind);
    return fmt::format("Team, {}", kind);
}

std::string label_of_amount(AnswerKind kind) {
    switch (kind) {
    case AnswerKind::saves_time: return "Saves how much time";
    case AnswerKind::replaces: return "Replaces what";
    case AnswerKind::raises_sales: return "Raises sales by";
    case AnswerKind::costs: return "Costs how much";
    case AnswerKind::none: return {};
    }
    return {};
}

std::string what_is_answered(const Desk& desk) {
    if (const auto* ask = ask_in_hand(desk)) return "to “" + ask->text + "”";
    if (const auto* objection = objection_in_hand(desk)) return "to “" + objection->text + "”";
    const auto row = align_row_in_hand(desk);
    const auto* request = row && row->request ? find(desk.session(), *row->request) : nullptr;
    return request ? "for “" + request->help + "”" : std::string{};
}

} // namespace

std::string label_of_align(const Desk& desk) {
    switch (desk.entry.purpose) {
    case Purpose::leader: return "Who leads";
    case Purpose::misalignment: return "May pull us apart";
    case Purpose::ask: return label_of_ask(desk);
    case Purpose::leader_promise: return leader_first(desk.session()) + " promises";
    case Purpose::recall:
        return fmt::format("Paper {} of {}", desk.aligning.papers_in() + 1, papers_wanted(desk.session()));
    case Purpose::team_guess: return "Named how often";
    case Purpose::match_with: return "Means number";
    case Purpose::objection: return "What speaks against it";
    case Purpose::objection_who: return "Who answers";
    case Purpose::objection_amount: return label_of_amount(desk.aligning.worth);
    default: return "Answer";
    }
}

std::string echo_of_align(const Desk& desk) {
    switch (desk.entry.purpose) {
    case Purpose::leader: {
        const auto* person = participant_named(desk.session(), desk.entry.text);
        return person ? insight::whole_name(desk.session(), *person) : "a name, or its first letters";
    }
    case Purpose::recall: return "a thing a line; empty: it is in";
    case Purpose::team_guess: return fmt::format("of {} at the most, by all papers", most_namings(desk.session()));
    case Purpose::match_with: return fmt::format("1 to {}; 0: a phantom", desk.session().expectations.size());
    case Purpose::ask_answer:
    case Purpose::leader_promise:
    case Purpose::objection_answer:
    case Purpose::objection_who:
    case Purpose::objection_amount: return what_is_answered(desk);
    default: return "empty: that was all";
    }
}

} // namespace avow::desk
