// The seal opened before everybody, and what was recalled set beside it: what each recall means, and how well that was
// understood. The engine proposes, the room decides.
#include "desk/verbs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

using slide::AlignStep;

constexpr int most_judged = 2;

// What is asked of the recall in hand next.
enum class Wanted { match, leader, colleague, nothing };

Wanted wanted_of(const Recall& recall) {
    if (!is_decided(recall)) return Wanted::match;
    if (recall.is_phantom) return Wanted::nothing;
    if (!recall.by_leader) return Wanted::leader;
    return recall.by_colleague ? Wanted::nothing : Wanted::colleague;
}

void judge(Desk& desk, const Recall& recall, int value) {
    if (value > most_judged) return desk.say(Tone::refused, "0 is not understood, 1 in part, 2 wholly");
    const auto who = wanted_of(recall) == Wanted::leader ? Judge::leader : Judge::colleague;
    if (desk.act(JudgeRecall{recall.id, who, value}) && who == Judge::colleague) step_match(desk, 1);
}

} // namespace

const Recall* recall_in_hand(const Desk& desk) {
    const auto& aligning = desk.aligning;
    if (aligning.step != AlignStep::match || aligning.spot == 0 || !is_opened(desk.session())) return nullptr;
    const auto recalls = slide::recalls_of(desk.session());
    return aligning.spot <= recalls.size() ? recalls[aligning.spot - 1] : nullptr;
}

std::optional<Refusal> why_not_open_seal(const Desk& desk) {
    if (auto refusal = avow::why_not(desk.session(), OpenSeal{desk.now()})) return refusal;
    if (!desk.aligning.papers.sheets.empty())
        return Refusal{"The papers are not handed in yet. Step 4 has them: H hands them in"};
    return std::nullopt;
}

// Asks once: what was read can't be unread, though undo closes it again.
void open_seal(Desk& desk) {
    auto& aligning = desk.aligning;
    if (!aligning.is_to_open) {
        aligning.is_to_open = true;
        const bool is_empty = desk.session().recall_sheets.empty();
        return desk.say(Tone::done, fmt::format("{}O again opens the expectations before everybody",
                                                is_empty ? "No papers are handed in. " : ""));
    }
    if (desk.act(OpenSeal{desk.now()})) aligning.spot = 0;
}

void step_match(Desk& desk, int by) {
    if (!is_opened(desk.session())) return;
    const int last = static_cast<int>(slide::recalls_of(desk.session()).size()) + 1;
    desk.aligning.spot = static_cast<std::size_t>(std::clamp(static_cast<int>(desk.aligning.spot) + by, 0, last));
    desk.page = 0;
}

// Return: yes to what is proposed; where that is settled, on to the next.
void take_match(Desk& desk) {
    const auto* recall = recall_in_hand(desk);
    if (!recall || is_decided(*recall)) return step_match(desk, 1);
    const auto meant = desk.expectation_meant_by(recall->text);
    if (!meant) return desk.say(Tone::refused, "Nothing is much like it. A number says what it means, 0 a phantom");
    desk.act(MatchRecall{recall->id, meant, false});
}

bool match_with(Desk& desk, int number) {
    const auto* recall = recall_in_hand(desk);
    if (!recall) return true;
    const auto& expectations = desk.session().expectations;
    if (number < 0 || number > static_cast<int>(expectations.size())) {
        desk.say(Tone::refused, fmt::format("There are {} expectations; 0 is a phantom", expectations.size()));
        return false;
    }
    if (number == 0) {
        if (!recall->is_phantom && !desk.act(MatchRecall{recall->id, std::nullopt, true})) return false;
        return step_match(desk, 1), true;
    }
    const auto& meant = expectations[static_cast<std::size_t>(number) - 1].id;
    return recall->meant == meant || desk.act(MatchRecall{recall->id, meant, false});
}

void match_or_judge(Desk& desk, int digit) {
    const auto* recall = recall_in_hand(desk);
    if (!recall) return;
    switch (wanted_of(*recall)) {
    case Wanted::match: match_with(desk, digit); break;
    case Wanted::leader:
    case Wanted::colleague: judge(desk, *recall, digit); break;
    case Wanted::nothing: desk.say(Tone::refused, "This one is settled. Backspace takes the last answer back"); break;
    }
}

void take_back_match(Desk& desk) {
    const auto* recall = recall_in_hand(desk);
    if (!recall || !is_decided(*recall)) return;
    if (recall->by_colleague)
        desk.act(JudgeRecall{recall->id, Judge::colleague, std::nullopt});
    else if (recall->by_leader)
        desk.act(JudgeRecall{recall->id, Judge::leader, std::nullopt});
    else
        desk.act(MatchRecall{recall->id, std::nullopt, false});
}

// For the facilitator, who presses the digits.
std::string match_in_words(const Desk& desk) {
    const auto* recall = recall_in_hand(desk);
    if (!recall) return {};
    switch (wanted_of(*recall)) {
    case Wanted::match:
        return desk.expectation_meant_by(recall->text) ? "Return takes what is proposed; a number another, 0 a phantom"
                                                       : "A number says what it means; 0 is a phantom";
    case Wanted::leader: return "The leader: understood? 0 not, 1 in part, 2 wholly";
    case Wanted::colleague: return "A colleague: understood? 0 not, 1 in part, 2 wholly";
    case Wanted::nothing: return {};
    }
    return {};
}

} // namespace avow::desk
