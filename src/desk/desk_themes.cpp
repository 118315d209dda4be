// What the desk knows of the wall: the proposal that lies there, why each card lies where it lies, and which say nearly the
// same. All of it is computed, and made anew when the session is another.
#include "desk/desk.hpp"
#include "desk/earlier.hpp"
#include "desk/refusals.hpp"
#include "insight/coverage.hpp"
#include "session/text.hpp"
#include "storage/forgotten.hpp"

#include <algorithm>
#include <utility>

namespace avow::desk {

namespace {

constexpr double similar_enough = 0.68;                   // much the same, not only about the same thing
constexpr std::size_t most_weighed_at_every_change = 400; // beyond, a card would wait for it at every move

std::vector<std::string> statements_in(const Session& session) {
    std::vector<std::string> statements;
    for (const auto& item : session.accountabilities) statements.push_back(item.statement);
    return statements;
}

} // namespace

// --- the proposal ------------------------------------------------------------------------------------------------

void Desk::propose(Proposed proposed) {
    hush_old_news();
    reasons_.reset();
    put_down_.reset();
    spent_.reset();
    made_ = Made{proposed, history_.log().size()};
    proposed_ = std::move(proposed);
    place.tile.reset();
    place.is_open = false;
    page = 0;
}

void Desk::drop_proposal() {
    made_.reset();
    spent_.reset();
    proposed_.reset();
    reasons_.reset();
}

void Desk::put_proposal_down() {
    if (made_ && made_->whole.about == About::wall) put_down_ = PutDown{*made_, history_.log().size()};
    drop_proposal();
}

bool Desk::can_bring_back() const {
    return put_down_ && !proposed_ && put_down_->at == history_.log().size() && session().stage == Stage::themes;
}

void Desk::bring_back_proposal() {
    made_ = std::exchange(put_down_, {})->made;
    look_at_wall_anew();
    say(Tone::done, "Undid: refused the proposed themes");
}

// A proposal for the whole wall stays for what hands have not decided; a question was about the wall as it was.
void Desk::look_at_wall_anew() {
    reasons_.reset();
    if (alike_ && alike_->said != statements_in(session())) alike_.reset();
    if (session().stage != Stage::themes) return drop_proposal();
    const bool stays = made_ && made_->whole.about == About::wall;
    proposed_ = stays ? laid_on(session(), made_->whole, refused_in(history_, made_->at)) : std::nullopt;
    if (!proposed_ && made_) spent_ = std::exchange(made_, {});
}

bool Desk::is_since(std::size_t entries, const Step* step) const {
    if (!step) return false;
    const auto& log = history_.log();
    return std::any_of(log.begin() + static_cast<std::ptrdiff_t>(std::min(entries, log.size())), log.end(),
                       [&](const Entry& one) { return id_of(one) == step->id; });
}

bool Desk::was_done_since(std::size_t entries) const { return is_since(entries, history_.undoable()); }

Learned Desk::learned() const { return {refused_in(history_), earlier()}; }

const std::vector<Lying>& Desk::reasons() const {
    if (!reasons_) reasons_ = reasons_on(shown(), world_.knowledge, learned());
    return *reasons_;
}

std::string Desk::why_in_words() const {
    if (!is_telling_why || !place.focus || session().stage != Stage::themes) return {};
    const auto found = std::ranges::find(reasons(), *place.focus, &Lying::card);
    if (found == reasons().end()) return {};
    const auto not_there = why_not_there(*found);
    return why_here(*found) + (not_there.empty() ? "" : " " + not_there);
}

const std::vector<themes::Statement>& Desk::earlier() const {
    if (!earlier_ || earlier_->team != session().team) {
        earlier_ = Earlier{session().team, {}};
        if (why_kept_nowhere().empty())
            earlier_->said = earlier_said(session(), library_, world_.storage.disk, world_.storage.places);
    }
    return earlier_->said;
}

void Desk::forget_earlier() {
    if (!world_.storage.places.state.empty())
        storage::forget_until(world_.storage.disk, world_.storage.places, session().team,
                              plus_days(session().date, -1));
    earlier_ = Earlier{session().team, {}};
    reasons_.reset();
}

bool Desk::is_guess(const Accountability& item) const {
    if (session().stage != Stage::themes || item.placed != Placed::proposal || !item.theme) return false;
    if (shown().accountabilities.size() > most_weighed_at_every_change) return false;
    return !reasons().at(static_cast<std::size_t>(&item - shown().accountabilities.data())).is_sure;
}

std::vector<const Accountability*> Desk::nearly_the_same(const Accountability& item) const {
    const auto& all = shown().accountabilities;
    if (!alike_) {
        alike_ = Alike{statements_in(session()), std::vector<std::vector<std::size_t>>(all.size())};
        for (const auto& group : themes::near_duplicates(statements_of(session()), world_.knowledge))
            for (const auto one : group)
                for (const auto other : group)
                    if (other != one) alike_->others[one].push_back(other);
    }
    std::vector<const Accountability*> found;
    for (const auto other : alike_->others.at(static_cast<std::size_t>(&item - all.data())))
        found.push_back(&all[other]);
    return found;
}

std::vector<const Accountability*> Desk::offered_as_one(const Accountability& item) const {
    if (session().stage != Stage::themes || shown().accountabilities.size() > most_weighed_at_every_change) return {};
    auto found = nearly_the_same(item);
    const auto& card = insight::card_of(shown(), item).id;
    std::erase_if(found, [&](const auto* other) {
        return other->theme != item.theme || insight::card_of(shown(), *other).id == card;
    });
    return found;
}

std::optional<ExpectationId> Desk::expectation_meant_by(const std::string& recall) const {
    if (!expected_) {
        std::vector<themes::Statement> expected;
        for (const auto& one : session().expectations) expected.push_back({one.id.text, one.text, {}});
        expected_ = std::make_unique<themes::Prepared>(expected, world_.knowledge);
    }
    const auto similar = expected_->most_similar(recall);
    return similar ? std::optional(session().expectations[similar->index].id) : std::nullopt;
}

std::optional<slide::Said> Desk::similar_to_typing() const {
    if (entry.purpose != Purpose::statement || count_characters(entry.text) < 8) return std::nullopt;
    if (!prepared_) prepared_ = std::make_unique<themes::Prepared>(statements_of(session()), world_.knowledge);
    const auto similar = prepared_->most_similar(entry.text);
    if (!similar || similar->score < similar_enough) return std::nullopt;
    const auto& item = session().accountabilities[similar->index];
    const auto* owner = find(session(), item.owner);
    return slide::Said{item.statement, owner ? owner->name : std::string{}};
}

} // namespace avow::desk
