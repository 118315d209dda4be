#include "session/contract.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace avow {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view parts_of_a_number = "0123456789.,";
constexpr std::array<std::string_view, 3> minuses = {"-", "\u2212",
                                                     "\u2013"}; // the dash is what many keyboards make of it

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// "1,200" as "1200"; nothing where commas stand elsewhere than between groups of three.
std::optional<std::string> without_groups(std::string_view number) {
    const auto whole = number.substr(0, number.find('.'));
    if (whole.find(',') == std::string_view::npos) return std::string(number);
    std::string bare;
    for (std::size_t i = 0; i < number.size(); ++i) {
        const bool is_seam = i < whole.size() && (whole.size() - i) % 4 == 0;
        if (is_seam != (number[i] == ',')) return std::nullopt;
        if (!is_seam) bare += number[i];
    }
    return bare;
}

std::optional<double> value_of(std::string_view number) {
    if (!is_digit(number.front())) return std::nullopt; // ".5": where it begins was not written
    const auto bare = without_groups(number);
    if (!bare) return std::nullopt;
    double value = 0;
    const auto [end, error] =
        std::from_chars(bare->data(), bare->data() + bare->size(), value, std::chars_format::fixed);
    if (error != std::errc() || end != bare->data() + bare->size()) return std::nullopt;
    return value;
}

// 1 or -1, by what stands before a number; nothing where a sign might as well be a hyphen ("plan-9").
std::optional<double> sign_after(std::string_view before) {
    for (const auto sign : minuses) {
        if (!before.ends_with(sign)) continue;
        before.remove_suffix(sign.size());
        const bool is_free = before.empty() || before.back() == ' ' || before.back() == '(';
        return is_free ? std::optional(-1.0) : std::nullopt;
    }
    return 1.0;
}

ContractState state_of_what_is_held(const SuccessContract& contract, double target, Date today) {
    bool is_read = false;
    for (const auto& reading : contract.readings) {
        if (reading.date > contract.date) continue;
        if (amount_in(reading.value) != target) return ContractState::not_met;
        is_read = true;
    }
    if (is_read && today >= contract.date) return ContractState::met;
    return today > contract.date ? ContractState::not_met : ContractState::open;
}

} // namespace

ContractState state_of(const SuccessContract& contract, Date today) {
    const auto baseline = amount_in(contract.baseline), target = amount_in(contract.target);
    if (baseline && target && *baseline == *target) return state_of_what_is_held(contract, *target, today);
    const auto is_reached_by = [&](const MetricReading& reading) {
        const auto value = amount_in(reading.value);
        if (!value || !baseline || !target || reading.date > contract.date) return false;
        return *target > *baseline ? *value >= *target : *value <= *target;
    };
    if (std::ranges::any_of(contract.readings, is_reached_by)) return ContractState::met;
    return today > contract.date ? ContractState::not_met : ContractState::open;
}

std::optional<double> amount_in(std::string_view words) {
    const auto first = words.find_first_of(digits);
    if (first == std::string_view::npos) return std::nullopt;
    auto begin = words.find_last_not_of(parts_of_a_number, first);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    const auto end = std::min(words.find_first_not_of(parts_of_a_number, first), words.size());
    if (words.find_first_of(digits, end) != std::string_view::npos) return std::nullopt;
    auto number = words.substr(begin, end - begin);
    number.remove_suffix(number.size() - number.find_last_of(digits) - 1); // the comma or full stop of a sentence
    const auto value = value_of(number);
    const auto sign = sign_after(words.substr(0, begin));
    return value && sign ? std::optional(*sign * *value) : std::nullopt;
}

} // namespace avow
