#include "insight/agenda_lives.hpp"

#include <algorithm>
#include <utility>

namespace avow::insight {

namespace {

std::string title_of(const Session& session, const Accountability& item) {
    if (item.lineage) return item.lineage->theme;
    const auto* theme = item.theme ? find(session, *item.theme) : nullptr;
    return theme ? theme->title : std::string{};
}

bool is_same(const CheckIn& one, const CheckIn& other) { return one == other; }
// Its proposer may have been called otherwise in the other session.
bool is_same(const Wording& one, const Wording& other) {
    return one.text == other.text && one.date == other.date && one.agreed == other.agreed;
}

template <class Part>
void add_missing(std::vector<Part>& into, const std::vector<Part>& from) {
    for (const auto& part : from)
        if (std::ranges::none_of(into, [&](const Part& known) { return is_same(known, part); })) into.push_back(part);
    std::ranges::stable_sort(into, {}, &Part::date);
}

std::string name_in(const Session& session, const ParticipantId& id) {
    const auto* person = find(session, id);
    return person ? person->name : std::string{};
}

// The proposer's name while their session is at hand: a file that carries the item may no longer seat them.
Accountability with_names(const Session& session, Accountability item) {
    for (auto& wording : item.wordings)
        if (const auto name = name_in(session, ParticipantId{wording.proposed_by}); !name.empty())
            wording.proposed_by = name;
    return item;
}

} // namespace

void AgendaLives::meet(const Session& session, const Accountability& met) {
    auto item = with_names(session, met);
    const auto [place, is_new] = places_.try_emplace(item.id, lives_.size());
    const auto said_on = item.lineage ? item.lineage->said_on : session.date;
    if (is_new) {
        lives_.push_back({std::move(item), said_on, title_of(session, met), name_in(session, met.owner)});
        return;
    }
    auto& life = lives_[place->second];
    add_missing(item.check_ins, life.item.check_ins);
    add_missing(item.wordings, life.item.wordings);
    if (item.confidence == 0) item.confidence = life.item.confidence;
    life.item = std::move(item);
    life.said_on = std::min(life.said_on, said_on);
    if (life.theme.empty()) life.theme = title_of(session, met);
}

} // namespace avow::insight
