#include "report/phrases.hpp"

#include "insight/agreement.hpp"
#include "session/text.hpp"

#include <algorithm>

namespace avow::report {

std::string name_of(const Session& session, const ParticipantId& id) {
    const auto* person = find(session, id);
    return person ? insight::whole_name(session, *person) : id.text;
}

std::string listed(const std::vector<std::string>& all) {
    std::string text;
    for (std::size_t at = 0; at < all.size(); ++at)
        text += (at == 0 ? "" : at + 1 == all.size() ? " and " : ", ") + all[at];
    return text;
}

std::string counted(const insight::Count& count) {
    return counted(count.items, "item") + " from " + counted(count.people, "person", "people");
}

std::string title_of(const Theme& theme) { return mark_letter(theme.mark) + " · " + theme.title; }

std::vector<const Theme*> themes_in_order(const Session& session) {
    std::vector<const Theme*> themes;
    for (const auto& theme : session.themes) themes.push_back(&theme);
    std::ranges::stable_sort(themes, {}, &Theme::mark);
    return themes;
}

std::string proposer_of(const Session& session, const Wording& wording) {
    const ParticipantId id{wording.proposed_by};
    return find(session, id) ? name_of(session, id) : wording.proposed_by;
}

std::string_view outcome_in_words(Outcome outcome) {
    switch (outcome) {
    case Outcome::kept: return "kept";
    case Outcome::part: return "part";
    case Outcome::missed: return "missed";
    case Outcome::changed: return "changed";
    }
    return "";
}

std::string next_meeting(Date date) { return "We meet again on " + spoken_with_year(date); }

std::string headline(const Session& session) {
    const auto people = insight::count_of(insight::by_person(session)).people;
    return counted(session.accountabilities.size(), "accountability", "accountabilities") + " from " +
           counted(people, "person", "people") + ", " + counted(session.themes.size(), "theme") + ", " +
           counted(insight::single_voices(session).size(), "single voice");
}

const Wording* agreed_wording(const Accountability& item) {
    const auto agreed =
        std::find_if(item.wordings.rbegin(), item.wordings.rend(), [](const auto& w) { return w.agreed; });
    return agreed == item.wordings.rend() ? nullptr : &*agreed;
}

const CheckIn* last_check_in(const Accountability& item) {
    return item.check_ins.empty() ? nullptr : &item.check_ins.back();
}

std::string contract_in_words(const SuccessContract& contract) {
    std::string words = contract.metric.empty() ? "" : contract.metric + ": ";
    words += "from " + contract.baseline + " to " + contract.target + " by " + spoken_with_year(contract.date);
    for (const auto& reading : contract.readings)
        words += "; " + reading.value + " on " + spoken_with_year(reading.date);
    return contract.next_step.empty() ? words : words + ". If met: " + contract.next_step;
}

std::string_view state_in_words(ContractState state) {
    switch (state) {
    case ContractState::open: return "open";
    case ContractState::met: return "met";
    case ContractState::not_met: return "not met";
    }
    return "";
}

namespace {

std::string answers_in_a_line(const Poll& poll) {
    std::string line;
    const auto add = [&](const std::string& words) { line += (line.empty() ? "" : ", ") + words; };
    int value = scale_of(poll.kind).least;
    if (is_by_person(poll.kind))
        for (const int count : insight::spread_of(poll)) {
            if (count > 0) add(std::to_string(count) + " said " + std::to_string(value));
            ++value;
        }
    for (const auto& count : poll.counts) add(count.choice + " " + std::to_string(count.count));
    if (poll.kind == PollKind::votes) line += " (" + counted(poll.budget, "vote") + " each)";
    return line;
}

} // namespace

std::vector<std::string> what_the_room_answered(const Session& session) {
    std::vector<std::string> lines;
    for (const auto& poll : session.polls) {
        std::string line = poll.question;
        if (const auto* about = poll.about ? find(session, *poll.about) : nullptr)
            line += " (about “" + words_of(*about) + "”)";
        line += " " + answers_in_a_line(poll);
        for (const auto& sentence : insight::in_words(poll)) line += ". " + sentence;
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace avow::report
