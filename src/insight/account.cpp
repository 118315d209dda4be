#include "insight/account.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace avow::insight {

namespace {

constexpr int seconds_a_person = 30;

std::string title_it_lay_under(const Session& last, const Accountability& item) {
    const auto* theme = item.theme ? find(last, *item.theme) : nullptr;
    return theme ? theme->title : std::string{};
}

bool is_open_after(const std::vector<CheckIn>& check_ins) {
    return check_ins.empty() || check_ins.back().outcome != Outcome::kept;
}

bool is_still_asked(const Ask& ask) { return is_open_after(ask.check_ins); }

// Its place on the wall stays behind, since the wall is another session's; so does whom it helps. The ask it answers comes
// along while it is open.
Accountability carried_on(const Session& last, Accountability item, Lineage lineage) {
    item.lineage = std::move(lineage);
    const auto* ask = item.answers ? find(last, *item.answers) : nullptr;
    if (!ask || !is_still_asked(*ask)) item.answers.reset();
    item.helps.reset();
    item.theme.reset();
    item.second_theme.reset();
    item.shown_with.reset();
    item.placed = Placed::nobody;
    return item;
}

} // namespace

bool is_open(const Accountability& item) { return is_open_after(item.check_ins); }

bool was_held(const Session& session) {
    const auto is_of_it = [&](const auto& part) { return part.date >= session.date; };
    return !session.accountabilities.empty() || std::ranges::any_of(session.carried, [&](const auto& item) {
        return std::ranges::any_of(item.check_ins, is_of_it) || std::ranges::any_of(item.wordings, is_of_it);
    });
}

std::vector<const CheckIn*> answers_of(const Accountability& item) {
    std::vector<const CheckIn*> answers;
    for (const auto& check_in : item.check_ins) {
        if (!answers.empty() && answers.back()->date == check_in.date) answers.pop_back();
        answers.push_back(&check_in);
    }
    return answers;
}

Session begun_from(const Session& last) {
    Session session;
    session.team = last.team;
    session.goal = last.goal;
    session.participants = last.participants;
    for (auto& person : session.participants) {
        person.attendance = Attendance::here;
        person.passes = 0;
    }
    session.parked = last.parked;
    session.agreements = last.agreements;
    session.leader = last.leader;
    session.expectations = last.expectations;
    for (auto& expectation : session.expectations) expectation.guess.reset();
    std::ranges::copy_if(last.asks, std::back_inserter(session.asks), is_still_asked);
    return session;
}

std::vector<Accountability> carried_from(const Session& last) {
    std::vector<Accountability> carried;
    for (const auto& item : last.carried) {
        if (!is_open(item) || !item.lineage) continue;
        auto lineage = *item.lineage;
        ++lineage.times_carried;
        carried.push_back(carried_on(last, item, std::move(lineage)));
    }
    for (const auto& item : last.accountabilities)
        if (is_open(item))
            carried.push_back(carried_on(last, item, {last.id, last.date, 1, title_it_lay_under(last, item)}));
    return carried;
}

int minutes_of_account(const std::vector<Accountability>& carried) {
    std::set<ParticipantId> people;
    for (const auto& item : carried) people.insert(item.owner);
    return (static_cast<int>(people.size()) * seconds_a_person + 59) / 60;
}

bool is_account_alone(const Session& session) {
    const auto is_planned = [&](Stage stage) {
        return std::ranges::find(session.plan, stage, &PlannedStage::stage) != session.plan.end();
    };
    return is_planned(Stage::open) && !is_planned(Stage::capture);
}

int minutes_of_account_alone(std::size_t people) {
    return std::max(1, (static_cast<int>(people) * seconds_a_person_alone + 59) / 60);
}

std::vector<const Accountability*> account_of(const Session& session) {
    std::vector<const Accountability*> items;
    for (const auto& person : session.participants)
        for (const auto* item : account_of(session, person.id)) items.push_back(item);
    return items;
}

std::vector<const Accountability*> account_of(const Session& session, const ParticipantId& id) {
    std::vector<const Accountability*> items;
    for (const auto& item : session.carried)
        if (item.owner == id) items.push_back(&item);
    return items;
}

bool is_answered(const Session& session, const Accountability& item) {
    return !item.check_ins.empty() && item.check_ins.back().date >= session.date;
}

std::vector<const Participant*> yet_to_answer(const Session& session) {
    std::vector<const Participant*> people;
    for (const auto& person : session.participants) {
        if (person.attendance == Attendance::absent) continue;
        const auto items = account_of(session, person.id);
        if (!std::ranges::all_of(items, [&](const auto* item) { return is_answered(session, *item); }))
            people.push_back(&person);
    }
    return people;
}

} // namespace avow::insight
