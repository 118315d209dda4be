#include "desk/rehearsal_record.hpp"

#include "desk/words_kept.hpp"

#include <algorithm>
#include <utility>

namespace avow::desk {

namespace {

constexpr double least_share = .45; // of a statement's words, to be taken for it

// The statement said so far that a card holds most of; nothing where it holds none.
std::optional<TakenIn> likest(const RehearsalRecord& record, const Accountability& item,
                              const std::vector<bool>& is_taken) {
    std::optional<TakenIn> best;
    double most = 0;
    for (std::size_t i = 0; i < record.sayings.size(); ++i) {
        if (record.sayings[i].times == 0 || is_taken[i]) continue;
        const auto& said = record.words.statements[i];
        TakenIn taken{i, item.id, item.said_at, share_kept(said.words, item.statement)};
        taken.is_exact = is_word_for_word(said.words, item.statement);
        const auto& again = record.sayings[i].again;
        if (!again.empty()) taken.share = std::max(taken.share, share_kept(again, item.statement));
        taken.is_theirs = record.ids[said.person] == item.owner;
        const double likeness = taken.share + (taken.is_theirs ? .1 : 0); // of two that are alike, the speaker's own
        if (taken.share < least_share || likeness <= most) continue;
        most = likeness;
        best = std::move(taken);
    }
    return best;
}

} // namespace

std::vector<TakenIn> taken_in(const RehearsalRecord& record, const Session& session) {
    std::vector<TakenIn> all;
    std::vector<bool> is_taken(record.sayings.size());
    for (const auto& item : session.accountabilities)
        if (auto taken = likest(record, item, is_taken)) {
            is_taken[taken->statement] = true;
            all.push_back(std::move(*taken));
        }
    return all;
}

Session session_for_rehearsal(const RehearsalWords& words, const std::vector<ParticipantId>& ids, Date date,
                              Moment now) {
    Session session;
    session.id = {"rehearsal"};
    session.team = std::string(rehearsal_word) + ": " + words.team;
    session.date = date;
    session.stage = Stage::goal;
    session.stage_since = now;
    session.goal = words.goal;
    for (const auto& planned : usual_plan()) // they have written already
        if (planned.stage != Stage::write) session.plan.push_back(planned);
    for (std::size_t i = 0; i < words.people.size(); ++i) {
        Participant person;
        person.id = ids[i];
        person.name = words.people[i].name;
        person.role = "simulated";
        person.seat = static_cast<int>(i) + 1;
        session.participants.push_back(std::move(person));
    }
    return session;
}

} // namespace avow::desk
