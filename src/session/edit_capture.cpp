// What is said at the read-round. The words are kept as they came, and no edit here or elsewhere changes them.
#include "session/edit_each.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace avow::each {

namespace {

constexpr Field statement_words = {"statement", "a statement holds", limit::statement_characters, "Split it in two."};

// Who speaks has come: the facilitator should not have to say so as well.
void mark_here(Session& session, const ParticipantId& id) { the(session, id).attendance = Attendance::here; }

} // namespace

// --- SayStatement ------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const SayStatement& edit) {
    if (!find(session, edit.owner)) return unknown_participant();
    if (auto refusal = missing_or_unfit_words(statement_words, edit.statement)) return refusal;
    if (session.accountabilities.size() >= limit::accountabilities)
        return Refusal{fmt::format("This would be statement {}; a session holds {}. Take one back, or go on in a new "
                                   "session.",
                                   grouped(session.accountabilities.size() + 1), grouped(limit::accountabilities))};
    if (auto refusal = unfit_id(edit.id.text, find(session, edit.id) != nullptr)) return refusal;
    return unfit_moment(edit.said_at);
}

void apply(Session& session, const SayStatement& edit) {
    Accountability said;
    said.id = edit.id;
    said.owner = edit.owner;
    said.statement = edit.statement;
    said.said_at = edit.said_at;
    session.accountabilities.push_back(std::move(said));
    mark_here(session, edit.owner);
}

std::string sentence(const Session& before, const SayStatement& edit) {
    return fmt::format("{} said {}", name_in(before, edit.owner), quoted(edit.statement));
}

// --- TakeBackStatement -------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const TakeBackStatement& edit) {
    if (!find(session, edit.id)) return unknown_accountability();
    return std::nullopt;
}

void apply(Session& session, const TakeBackStatement& edit) {
    for (auto* items : {&session.accountabilities, &session.carried})
        std::erase_if(*items, [&](const Accountability& item) { return item.id == edit.id; });
    for (auto& item : session.accountabilities)
        if (item.shown_with == edit.id) item.shown_with.reset();
    for (auto* items : {&session.accountabilities, &session.carried})
        for (auto& item : *items)
            if (item.helps == edit.id) item.helps.reset();
    for (auto& poll : session.polls)
        if (poll.about == edit.id) poll.about.reset();
}

std::string sentence(const Session& before, const TakeBackStatement& edit) {
    const auto* taken = find(before, edit.id);
    return fmt::format("{} took back {}", taken ? name_in(before, taken->owner) : "somebody",
                       words_in(before, edit.id));
}

// --- CorrectOwner ------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const CorrectOwner& edit) {
    const auto* accountability = find(session, edit.id);
    if (!accountability) return unknown_accountability();
    if (!find(session, edit.owner)) return unknown_participant();
    if (accountability->owner == edit.owner)
        return Refusal{fmt::format("That is {} already.", name_in(session, edit.owner) + "'s")};
    return std::nullopt;
}

// What was read back was confirmed by somebody else, so the new owner has yet to hear it.
void apply(Session& session, const CorrectOwner& edit) {
    Accountability& accountability = the(session, edit.id);
    accountability.owner = edit.owner;
    accountability.confirmed_at.reset();
    mark_here(session, edit.owner);
}

std::string sentence(const Session& before, const CorrectOwner& edit) {
    return fmt::format("corrected the owner of {} to {}", words_in(before, edit.id), name_in(before, edit.owner));
}

// --- PassTurn ----------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const PassTurn& edit) {
    if (!find(session, edit.id)) return unknown_participant();
    return std::nullopt;
}

void apply(Session& session, const PassTurn& edit) { ++the(session, edit.id).passes; }

std::string sentence(const Session& before, const PassTurn& edit) { return name_in(before, edit.id) + " passed"; }

} // namespace avow::each
