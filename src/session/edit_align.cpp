// The leader's expectations: written, sealed before the room speaks, opened after it. What they say and what the leader
// guesses stays out of every sentence, because the history may be on the projector while they are sealed.
#include "session/edit_each.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::each {

namespace {

constexpr Field expectation_words = {"expectation", "an expectation holds", limit::statement_characters,
                                     "Split it in two."};
constexpr Field misalignment_words = {"misalignment", "a misalignment holds"};
constexpr std::size_t fingerprint_digits = 64;
constexpr std::size_t nonce_digits = 32;

std::optional<Refusal> sealed_already(const Session& session) {
    if (!session.seal) return std::nullopt;
    return Refusal{"The expectations are sealed, so they stay as they are. Undo the seal, or change them in the next "
                   "session."};
}

// What can't be reached any more is no guess.
void keep_guess_within_reach(Session& session) {
    if (session.team_guess > most_namings(session)) session.team_guess.reset();
}

} // namespace

// --- NameLeader --------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const NameLeader& edit) {
    if (edit.leader && !find(session, *edit.leader)) return unknown_participant();
    if (session.leader == edit.leader)
        return edit.leader ? unchanged("leader") : Refusal{"There is no leader to clear."};
    return std::nullopt;
}

void apply(Session& session, const NameLeader& edit) { session.leader = edit.leader; }

std::string sentence(const Session& before, const NameLeader& edit) {
    return edit.leader ? fmt::format("named {} as the leader", name_in(before, *edit.leader)) : "cleared the leader";
}

// --- ExpectThat --------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const ExpectThat& edit) {
    const auto& wanted = edit.expectation;
    if (auto refusal = sealed_already(session)) return refusal;
    if (auto refusal = unfit_id(wanted.id.text, false)) return refusal;
    if (auto refusal = missing_or_unfit_words(expectation_words, wanted.text)) return refusal;
    if (const int most = static_cast<int>(limit::participants);
        wanted.guess && (*wanted.guess < 0 || *wanted.guess > most))
        return Refusal{fmt::format("{} people can't name it. Guess 0 to {}, or nothing.", *wanted.guess, most)};
    if (const auto* known = find(session, wanted.id))
        return *known == wanted ? std::optional(unchanged("expectation")) : std::nullopt;
    if (session.expectations.size() >= limit::expectations)
        return Refusal{fmt::format("A session holds {} expectations. Drop one first.", limit::expectations)};
    return std::nullopt;
}

void apply(Session& session, const ExpectThat& edit) {
    const auto known = std::ranges::find(session.expectations, edit.expectation.id, &Expectation::id);
    if (known == session.expectations.end())
        session.expectations.push_back(edit.expectation);
    else
        *known = edit.expectation;
}

std::string sentence(const Session& before, const ExpectThat& edit) {
    return find(before, edit.expectation.id) ? "changed an expectation of the leader"
                                             : "wrote an expectation of the leader";
}

// --- DropExpectation ---------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const DropExpectation& edit) {
    if (auto refusal = sealed_already(session)) return refusal;
    if (!find(session, edit.id)) return Refusal{"That expectation is not in this session any more. Choose another."};
    return std::nullopt;
}

void apply(Session& session, const DropExpectation& edit) {
    std::erase_if(session.expectations, [&](const Expectation& one) { return one.id == edit.id; });
    keep_guess_within_reach(session);
}

std::string sentence(const Session&, const DropExpectation&) { return "dropped an expectation of the leader"; }

// --- SealExpectations --------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const SealExpectations& edit) {
    if (session.seal) return Refusal{"The expectations are sealed already."};
    if (!session.leader) return Refusal{"Nobody is named as the leader. Say first whose expectations these are."};
    if (session.expectations.empty()) return Refusal{"There are no expectations to seal. Write the first one."};
    if (!is_hex(edit.fingerprint, fingerprint_digits) || !is_hex(edit.nonce, nonce_digits))
        return Refusal{fmt::format("A seal is a fingerprint of {} digits and a nonce of {}, 0 to 9 and a to f. Make it "
                                   "again.",
                                   fingerprint_digits, nonce_digits)};
    return unfit_moment(edit.at);
}

void apply(Session& session, const SealExpectations& edit) {
    session.seal = Seal{edit.fingerprint, edit.nonce, edit.at, std::nullopt};
}

std::string sentence(const Session& before, const SealExpectations&) {
    return "sealed " + counted(before.expectations.size(), "expectation");
}

// --- OpenSeal ----------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const OpenSeal& edit) {
    if (!session.seal) return Refusal{"Nothing is sealed. Seal the expectations first."};
    if (session.seal->opened_at) return Refusal{"The expectations are open already."};
    if (session.seal->nonce.empty())
        return Refusal{
            "This is a copy without what was sealed. Open the expectations in the session it was made from."};
    return unfit_moment(edit.at);
}

void apply(Session& session, const OpenSeal& edit) { session.seal->opened_at = edit.at; }

std::string sentence(const Session&, const OpenSeal&) { return "opened the leader's expectations"; }

// --- GuessByTeam -------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const GuessByTeam& edit) {
    if (is_opened(session)) return Refusal{"The expectations are open, so there is nothing to guess any more."};
    if (session.team_guess == edit.namings)
        return edit.namings ? unchanged("guess") : Refusal{"There is no guess to clear."};
    if (const int most = most_namings(session); edit.namings && (*edit.namings < 0 || *edit.namings > most))
        return Refusal{
            fmt::format("{} namings can't come true: all of the team naming everything makes {}. Guess 0 to {}.",
                        *edit.namings, most, most)};
    return std::nullopt;
}

void apply(Session& session, const GuessByTeam& edit) { session.team_guess = edit.namings; }

std::string sentence(const Session&, const GuessByTeam& edit) {
    return edit.namings ? fmt::format("the team guessed {} in all", counted(*edit.namings, "naming"))
                        : "cleared the guess of the team";
}

// --- NameMisalignment --------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const NameMisalignment& edit) {
    const auto& wanted = edit.misalignment;
    if (auto refusal = unfit_id(wanted.id.text, find(session, wanted.id) != nullptr)) return refusal;
    if (auto refusal = missing_or_unfit_words(misalignment_words, wanted.text)) return refusal;
    if (session.misalignments.size() >= limit::misalignments)
        return Refusal{fmt::format("A session holds {} misalignments. Take one back first.", limit::misalignments)};
    return std::nullopt;
}

void apply(Session& session, const NameMisalignment& edit) { session.misalignments.push_back(edit.misalignment); }

std::string sentence(const Session&, const NameMisalignment& edit) {
    return "named where the sides may pull apart: " + quoted(edit.misalignment.text);
}

// --- TakeBackMisalignment ----------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const TakeBackMisalignment& edit) {
    if (find(session, edit.id)) return std::nullopt;
    return Refusal{"That misalignment is not in this session any more. Choose another."};
}

void apply(Session& session, const TakeBackMisalignment& edit) {
    std::erase_if(session.misalignments, [&](const Misalignment& one) { return one.id == edit.id; });
}

std::string sentence(const Session& before, const TakeBackMisalignment& edit) {
    const auto* one = find(before, edit.id);
    return "took back the misalignment " + (one ? quoted(one->text) : std::string("that was named"));
}

} // namespace avow::each
