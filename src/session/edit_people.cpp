// The people in the room: who they are, where they sit, whether they are here.
#include "session/edit_each.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace avow::each {

namespace {

constexpr Field person_name = {"name", "a name holds", limit::name_characters};
constexpr Field role_words = {"role", "a role holds"};
constexpr Field strength_words = {"strength", "a strength holds"};

std::string_view word_for(Attendance attendance) {
    constexpr std::array<std::string_view, 3> words = {"here", "late", "absent"};
    return words.at(static_cast<std::size_t>(attendance));
}

void put_in_seat_order(std::vector<Participant>& participants) {
    std::ranges::stable_sort(participants, {}, &Participant::seat);
}

int seat_for_newcomer(const Session& session) {
    const int after_last = session.participants.empty() ? 1 : session.participants.back().seat + 1;
    if (after_last <= static_cast<int>(limit::participants)) return after_last;
    int seat = 1; // the last seat of the room is taken: somebody left a gap further up
    for (const auto& person : session.participants) seat += person.seat == seat ? 1 : 0;
    return seat;
}

// The row after somebody moved to where `seat` is now: the others close up, seats are 1 to n.
std::vector<Participant> row_after(std::vector<Participant> row, const ParticipantId& id, int seat) {
    const auto place = std::ranges::count_if(row, [&](const Participant& other) { return other.seat < seat; });
    const auto found = std::ranges::find(row, id, &Participant::id);
    Participant person = std::move(*found);
    row.erase(found);
    row.insert(row.begin() + std::min<std::ptrdiff_t>(place, std::ssize(row)), std::move(person));
    for (int next = 1; auto& other : row) other.seat = next++;
    return row;
}

std::size_t statements_of(const Session& session, const ParticipantId& id) {
    return static_cast<std::size_t>(std::ranges::count(session.accountabilities, id, &Accountability::owner) +
                                    std::ranges::count(session.carried, id, &Accountability::owner));
}

} // namespace

// --- WelcomeParticipant ------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const WelcomeParticipant& edit) {
    if (auto refusal = unfit_id(edit.id.text, find(session, edit.id) != nullptr)) return refusal;
    if (auto refusal = missing_or_unfit_words(person_name, edit.name)) return refusal;
    if (auto refusal = unfit_words(role_words, edit.role)) return refusal;
    if (session.participants.size() >= limit::participants)
        return Refusal{fmt::format("{} would be participant {}; a session holds {}. Remove somebody who is not coming, "
                                   "or hold two sessions.",
                                   shortened(edit.name), session.participants.size() + 1, limit::participants)};
    return std::nullopt;
}

void apply(Session& session, const WelcomeParticipant& edit) {
    Participant newcomer;
    newcomer.id = edit.id;
    newcomer.name = edit.name;
    newcomer.role = edit.role;
    newcomer.seat = seat_for_newcomer(session);
    session.participants.push_back(std::move(newcomer));
    put_in_seat_order(session.participants);
}

std::string sentence(const Session&, const WelcomeParticipant& edit) { return "welcomed " + shortened(edit.name); }

// --- RenameParticipant -------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const RenameParticipant& edit) {
    const auto* person = find(session, edit.id);
    if (!person) return unknown_participant();
    if (auto refusal = missing_or_unfit_words(person_name, edit.name)) return refusal;
    if (person->name == edit.name) return unchanged("name");
    return std::nullopt;
}

void apply(Session& session, const RenameParticipant& edit) { the(session, edit.id).name = edit.name; }

std::string sentence(const Session& before, const RenameParticipant& edit) {
    return fmt::format("renamed {} to {}", name_in(before, edit.id), shortened(edit.name));
}

// --- GiveRole ----------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const GiveRole& edit) {
    const auto* person = find(session, edit.id);
    if (!person) return unknown_participant();
    if (auto refusal = unfit_words(role_words, edit.role)) return refusal;
    if (person->role == edit.role) return unchanged("role");
    return std::nullopt;
}

void apply(Session& session, const GiveRole& edit) { the(session, edit.id).role = edit.role; }

std::string sentence(const Session& before, const GiveRole& edit) {
    if (edit.role.empty()) return fmt::format("cleared the role of {}", name_in(before, edit.id));
    return fmt::format("gave {} the role {}", name_in(before, edit.id), quoted(edit.role));
}

// --- SeatParticipant ---------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const SeatParticipant& edit) {
    if (!find(session, edit.id)) return unknown_participant();
    if (const int last = session.participants.back().seat; edit.seat < 1 || edit.seat > last)
        return Refusal{fmt::format("There is no seat {}. Choose one from 1 to {}.", edit.seat, last)};
    if (row_after(session.participants, edit.id, edit.seat) == session.participants)
        return Refusal{fmt::format("{} has that seat already.", name_in(session, edit.id))};
    return std::nullopt;
}

void apply(Session& session, const SeatParticipant& edit) {
    session.participants = row_after(std::move(session.participants), edit.id, edit.seat);
}

std::string sentence(const Session& before, const SeatParticipant& edit) {
    return fmt::format("moved {} to seat {}", name_in(before, edit.id), edit.seat);
}

// --- NoteStrength ------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const NoteStrength& edit) {
    const auto* person = find(session, edit.id);
    if (!person) return unknown_participant();
    if (auto refusal = missing_or_unfit_words(strength_words, edit.strength)) return refusal;
    for (const auto& known : person->strengths)
        if (same_but_for_case(known, edit.strength))
            return Refusal{fmt::format("{} is a strength of {} already.", quoted(known), name_in(session, edit.id))};
    return std::nullopt;
}

void apply(Session& session, const NoteStrength& edit) { the(session, edit.id).strengths.push_back(edit.strength); }

std::string sentence(const Session& before, const NoteStrength& edit) {
    return fmt::format("noted a strength of {}: {}", name_in(before, edit.id), quoted(edit.strength));
}

// --- RemoveParticipant -------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const RemoveParticipant& edit) {
    if (!find(session, edit.id)) return unknown_participant();
    if (const auto count = statements_of(session, edit.id); count > 0)
        return Refusal{fmt::format("{} has said {}. Correct the owner or take {} back first, or note {} as absent.",
                                   name_in(session, edit.id), counted(count, "statement"), count == 1 ? "it" : "them",
                                   name_in(session, edit.id))};
    return std::nullopt;
}

void apply(Session& session, const RemoveParticipant& edit) {
    const std::string name = the(session, edit.id).name;
    for (auto& item : session.parked)
        if (item.owner == edit.id) item.owner.reset();
    if (session.leader == edit.id) session.leader.reset();
    for (auto& poll : session.polls) // what was counted stays counted
        for (auto& answer : poll.answers)
            if (answer.who == edit.id) answer.who.reset();
    for (auto* items : {&session.accountabilities, &session.carried})
        for (auto& accountability : *items)
            for (auto& wording : accountability.wordings)
                if (wording.proposed_by == edit.id.text) wording.proposed_by = name;
    std::erase_if(session.participants, [&](const Participant& person) { return person.id == edit.id; });
}

std::string sentence(const Session& before, const RemoveParticipant& edit) {
    return "removed " + name_in(before, edit.id);
}

// --- NoteAttendance ----------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const NoteAttendance& edit) {
    const auto* person = find(session, edit.id);
    if (!person) return unknown_participant();
    if (edit.attendance < Attendance::here || edit.attendance > Attendance::absent)
        return Refusal{"Somebody can be here, late or absent. Choose one of the three."};
    if (person->attendance == edit.attendance)
        return Refusal{fmt::format("{} is noted as {} already.", name_in(session, edit.id), word_for(edit.attendance))};
    return std::nullopt;
}

void apply(Session& session, const NoteAttendance& edit) { the(session, edit.id).attendance = edit.attendance; }

std::string sentence(const Session& before, const NoteAttendance& edit) {
    return fmt::format("noted {} as {}", name_in(before, edit.id), word_for(edit.attendance));
}

} // namespace avow::each
