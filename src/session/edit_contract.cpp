// What a promise is tested by, what is read of it on the way, and whose wish it answers.
#include "session/edit_each.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace avow::each {

namespace {

constexpr Field metric_words = {"metric", "a metric holds"};
constexpr Field next_step_words = {"next step", "a next step holds"};

std::optional<Refusal> unfit_amount(std::string_view noun, std::string_view words) {
    if (auto refusal = missing_or_unfit_words({noun, "it holds", limit::name_characters}, words)) return refusal;
    if (!amount_in(words))
        return Refusal{
            fmt::format("The {} {} is not one number. Write it as 9, 80 %, 1,200 calls or -3.5.", noun, quoted(words))};
    return std::nullopt;
}

std::optional<Refusal> unfit(const SuccessContract& contract) {
    if (auto refusal = missing_or_unfit_words(metric_words, contract.metric)) return refusal;
    if (auto refusal = unfit_amount("baseline", contract.baseline)) return refusal;
    if (auto refusal = unfit_amount("target", contract.target)) return refusal;
    if (!is_valid(contract.date)) return invalid_date("date of the contract");
    if (auto refusal = unfit_words(next_step_words, contract.next_step)) return refusal;
    if (!contract.readings.empty()) return Refusal{"Readings are noted one by one, once the contract stands."};
    return std::nullopt;
}

// With what was read of the one before it.
std::optional<SuccessContract> in_place_of(const Accountability& item, std::optional<SuccessContract> contract) {
    if (contract && item.contract) contract->readings = item.contract->readings;
    return contract;
}

} // namespace

// --- SetContract -------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const SetContract& edit) {
    const auto* item = find(session, edit.id);
    if (!item) return unknown_accountability();
    if (edit.contract)
        if (auto refusal = unfit(*edit.contract)) return refusal;
    if (in_place_of(*item, edit.contract) == item->contract)
        return edit.contract ? unchanged("contract") : Refusal{"There is no contract to clear."};
    return std::nullopt;
}

void apply(Session& session, const SetContract& edit) {
    auto& item = the(session, edit.id);
    item.contract = in_place_of(item, edit.contract);
    item.confirmed_at.reset();
}

std::string sentence(const Session& before, const SetContract& edit) {
    const auto words = words_in(before, edit.id);
    if (!edit.contract) return "cleared the contract of " + words;
    const auto& contract = *edit.contract;
    return fmt::format("set the contract of {}: {} from {} to {}", words, quoted(contract.metric),
                       shortened(contract.baseline), shortened(contract.target));
}

// --- NoteReading -------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const NoteReading& edit) {
    const auto* item = find(session, edit.id);
    if (!item) return unknown_accountability();
    if (!item->contract) return Refusal{"There is no contract to read anything of. Set one first."};
    if (!is_valid(edit.reading.date)) return invalid_date("day of the reading");
    if (auto refusal = unfit_amount("reading", edit.reading.value)) return refusal;
    const auto& readings = item->contract->readings;
    const auto known = std::ranges::find(readings, edit.reading.date, &MetricReading::date);
    if (known != readings.end()) return *known == edit.reading ? std::optional(unchanged("reading")) : std::nullopt;
    if (readings.size() >= limit::readings)
        return Refusal{
            fmt::format("A contract holds {} readings. Set a new one, or correct one of these.", limit::readings)};
    return std::nullopt;
}

// A second one of the same day corrects the first.
void apply(Session& session, const NoteReading& edit) {
    auto& readings = the(session, edit.id).contract->readings;
    const auto place = std::ranges::lower_bound(readings, edit.reading.date, {}, &MetricReading::date);
    if (place != readings.end() && place->date == edit.reading.date)
        *place = edit.reading;
    else
        readings.insert(place, edit.reading);
}

std::string sentence(const Session& before, const NoteReading& edit) {
    return fmt::format("read {} on {} for {}", shortened(edit.reading.value), spoken_with_year(edit.reading.date),
                       words_in(before, edit.id));
}

// --- AnswerHelp --------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const AnswerHelp& edit) {
    const auto* item = find(session, edit.id);
    if (!item) return unknown_accountability();
    if (edit.helps && !find(session, *edit.helps)) return unknown_accountability();
    if (edit.helps == edit.id) return Refusal{"A statement can't answer its own request for help. Choose another."};
    if (edit.ask && !find(session, *edit.ask)) return unknown_ask();
    if (item->helps == edit.helps && item->answers == edit.ask)
        return edit.helps || edit.ask ? unchanged("wish it answers")
                                      : Refusal{"It answers no wish that could be cleared."};
    return std::nullopt;
}

void apply(Session& session, const AnswerHelp& edit) {
    auto& item = the(session, edit.id);
    item.helps = edit.helps;
    item.answers = edit.ask;
}

std::string sentence(const Session& before, const AnswerHelp& edit) {
    const auto words = words_in(before, edit.id);
    if (edit.helps)
        return fmt::format("with {} answered the help asked for in {}", words, words_in(before, *edit.helps));
    if (!edit.ask) return fmt::format("{} answers no wish any more", words);
    const auto* ask = find(before, *edit.ask);
    return fmt::format("with {} answered the ask {}", words, ask ? quoted(ask->text) : "of the other side");
}

} // namespace avow::each
