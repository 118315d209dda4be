// The desk's one entry field, and what is half typed: put aside when the room goes elsewhere, kept in the journal, brought
// back into its field.
#include "desk/asking.hpp"
#include "desk/desk.hpp"
#include "desk/meant.hpp"
#include "desk/one_on_one.hpp"
#include "desk/verbs.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace avow::desk {

namespace {

// What was put aside is asked for again where that can be: on the page of whose it is, or at its stage.
bool is_asked_for_here(const Desk& desk, const HalfTyped& half) {
    const bool is_next_date = purpose_named(half.field) == Purpose::next_date;
    if (!is_next_date && !find(desk.session(), half.item)) return false;
    if (desk.one_on_one) return std::ranges::find(desk.one_on_one->order, half.item) != desk.one_on_one->order.end();
    return desk.session().stage == stage_that_asks_for(half, desk.session());
}

} // namespace

void Desk::type(std::string text) {
    entry.text = std::move(text);
    if (store_) store_->keep_draft(draft());
}

bool Desk::put_aside() {
    auto half = half_typed_detail(entry, session(), card_in_hand(*this), today());
    if (!half) return false;
    asides.insert(asides.begin(), std::move(*half));
    ask_for(Purpose::nothing);
    return true;
}

void Desk::take_up_aside() {
    for (auto half = asides.begin(); half != asides.end(); ++half)
        if (const auto purpose = purpose_named(half->field); purpose && is_asked_for_here(*this, *half))
            return take_up(half, *purpose);
}

bool Desk::take_up_aside(const AccountabilityId& item, Purpose purpose) {
    const auto half = std::ranges::find_if(
        asides, [&](const auto& one) { return one.item == item && purpose_named(one.field) == purpose; });
    if (half == asides.end()) return false;
    return take_up(half, purpose), true;
}

void Desk::take_up(std::vector<HalfTyped>::iterator half, Purpose purpose) {
    const HalfTyped taken = *half;
    asides.erase(half);
    if (one_on_one)
        take_promise(*this, taken.item);
    else if (purpose != Purpose::next_date)
        place.focus = taken.item;
    ask_for(purpose, taken.text);
    entry.is_resumed = true;
}

void Desk::type_in_form(const std::string& field, std::string text) {
    in_form_ = {field.empty() ? "" : form_field + field, {}, std::move(text)};
    std::erase_if(asides, [&](const auto& half) { return half.field == in_form_.field; }); // it is taken up again
    if (store_) store_->keep_draft(draft());
}

// What would be lost if the program were killed now: what is in the field first, then what waits.
storage::Draft Desk::draft() const {
    const bool is_statement = entry.purpose == Purpose::statement;
    const auto speaker = place.speaker.value_or(ParticipantId{});
    const auto of_field = [](const HalfTyped& half) {
        return storage::Draft{{}, half.text, half.field, half.item, {}};
    };
    std::vector<storage::Draft> all;
    if (!in_form_.text.empty()) all.push_back(of_field(in_form_));
    if (asking && !asking->poll.question.empty()) all.push_back(draft_of(*asking));
    if (const auto detail = half_typed_detail(entry, session(), card_in_hand(*this), today()))
        all.push_back(of_field(*detail));
    if (const auto& text = is_statement ? entry.text : half_typed; !text.empty())
        all.push_back({speaker, text, {}, {}, {}});
    std::ranges::transform(asides, std::back_inserter(all), of_field);
    if (half_asked) all.push_back(draft_of(*half_asked));
    if (all.empty()) return {speaker, {}, {}, {}, {}};
    storage::Draft draft = std::move(all.front());
    draft.beside.assign(std::next(all.begin()), all.end());
    return draft;
}

void Desk::ask_for(Purpose purpose, std::string text) {
    if (entry.purpose == Purpose::statement) half_typed = purpose == Purpose::statement ? std::string{} : entry.text;
    if (purpose != Purpose::nothing && purpose != Purpose::statement) hush_old_news();
    entry.purpose = purpose;
    entry.is_resumed = false;
    ++entry.generation;
    type(std::move(text));
}

// A question to the room goes on where it was; one that was left waits until it is asked again.
void Desk::bring_back(const storage::Draft& draft) {
    if (draft.field.empty()) {
        half_typed = draft.text;
        if (find(session(), draft.speaker)) place.speaker = draft.speaker;
    } else if (auto poll = asking_from(draft, session())) {
        half_asked = std::move(poll);
    } else if (draft.item.text.empty() || find(session(), draft.item)) {
        asides.push_back({draft.field, draft.item, draft.text});
    }
}

} // namespace avow::desk
