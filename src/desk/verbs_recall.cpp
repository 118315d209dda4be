// Anonymous papers, entered by the facilitator: nobody is shown what stands on them, and nothing keeps their order. Ids are
// drawn at random and not handed out by the desk, whose ids tell when they were made.
#include "desk/meant.hpp"
#include "desk/verbs.hpp"
#include "session/text.hpp"
#include "storage/seal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace avow::desk {

namespace {

using slide::AlignStep;

// On a disk that refuses they stay in memory, and that is said.
void keep(Desk& desk) {
    if (!desk.why_kept_nowhere().empty()) return;
    const auto write = [&disk = desk.world().storage.disk, places = desk.world().storage.places,
                        session = desk.session().id, papers = desk.aligning.papers] {
        try {
            storage::keep_half_papers(disk, places, session, papers);
        } catch (const std::exception& error) {
            throw std::runtime_error(std::string("The papers are not kept until they are handed in: ") + error.what());
        }
        return std::string();
    };
    desk.errands.run(write, Tone::trouble);
}

RecallSheet* paper_in_hand(Desk& desk) {
    auto& half = desk.aligning.papers;
    if (!half.in_hand) return nullptr;
    const auto found = std::ranges::find(half.sheets, *half.in_hand, &RecallSheet::id);
    return found == half.sheets.end() ? nullptr : &*found;
}

void next_paper(Desk& desk) {
    auto& half = desk.aligning.papers;
    half.sheets.push_back({{storage::new_nonce()}, {}});
    half.in_hand = half.sheets.back().id;
}

// Where all are in, none is begun by itself.
void end_paper(Desk& desk) {
    auto& aligning = desk.aligning;
    const bool is_empty = paper_in_hand(desk) && paper_in_hand(desk)->recalls.empty();
    aligning.papers.in_hand.reset();
    const int in = aligning.papers_in(), wanted = papers_wanted(desk.session());
    const char* remark = is_empty ? " An empty one counts. Backspace takes it back" : "";
    if (in < wanted) {
        next_paper(desk);
        desk.ask_for(Purpose::recall);
        desk.say(Tone::done, fmt::format("{} of {} in.{}", in, counted(wanted, "paper"), remark));
    } else {
        desk.ask_for(Purpose::nothing);
        desk.say(Tone::done, fmt::format("{} in. H hands them in", counted(in, "paper")));
    }
    keep(desk);
}

// One that nothing was written on is none, when it is left and not ended.
void drop_begun(Desk& desk) {
    auto& half = desk.aligning.papers;
    if (const auto* paper = paper_in_hand(desk); paper && paper->recalls.empty())
        std::erase_if(half.sheets, [&](const auto& one) { return one.id == *half.in_hand; });
    half.in_hand.reset();
}

// Says so where it is none.
std::optional<int> number_said(Desk& desk, std::string_view words) {
    const auto number = number_in(words);
    if (!number) desk.say(Tone::refused, "That is no number. Type one, or nothing");
    return number;
}

} // namespace

std::optional<Refusal> why_not_paper(const Desk& desk) {
    const auto& session = desk.session();
    if (is_opened(session)) return Refusal{"The expectations are open, so nothing written now was recalled"};
    if (!session.recall_sheets.empty()) return Refusal{"The papers are handed in. Delete takes them back first"};
    if (desk.aligning.papers.sheets.size() >= limit::recall_sheets && !desk.aligning.papers.in_hand)
        return Refusal{fmt::format("A session holds {} papers", limit::recall_sheets)};
    return std::nullopt;
}

void begin_paper(Desk& desk) {
    if (!paper_in_hand(desk)) next_paper(desk);
    desk.ask_for(Purpose::recall);
    if (!desk.session().seal) desk.say(Tone::done, "Nothing is sealed yet. Ctrl+L seals what the leader expects");
}

void finish_recall(Desk& desk, const std::string& words) {
    auto* paper = paper_in_hand(desk);
    if (!paper) return desk.ask_for(Purpose::nothing);
    if (words.empty()) return end_paper(desk);
    if (paper->recalls.size() >= limit::recalls)
        return desk.say(Tone::refused, fmt::format("A paper holds {} lines. Return ends it", limit::recalls));
    Recall recall;
    recall.id = {storage::new_nonce()};
    recall.text = words;
    paper->recalls.push_back(std::move(recall));
    desk.ask_for(Purpose::recall);
    keep(desk);
}

// What is on it stays, and R goes on with it.
void leave_paper(Desk& desk) {
    if (const auto* paper = paper_in_hand(desk); paper && paper->recalls.empty()) drop_begun(desk);
    keep(desk);
}

// They are handed in.
void forget_papers(Desk& desk) {
    auto& aligning = desk.aligning;
    if (aligning.papers.sheets.empty()) return;
    aligning.papers = {};
    aligning.found = 0;
    keep(desk);
}

// The handing in was undone: they can be added to, and nobody has to type them again.
void bring_back_papers(Desk& desk, const std::vector<RecallSheet>& sheets) {
    desk.aligning.papers = {sheets, {}};
    desk.aligning.found = sheets.size();
    keep(desk);
}

// Into the field again, to be typed right; before the first line, the paper before.
void take_back_line(Desk& desk) {
    auto& aligning = desk.aligning;
    auto* paper = paper_in_hand(desk);
    if (!paper) return;
    if (!paper->recalls.empty()) {
        const auto words = paper->recalls.back().text;
        paper->recalls.pop_back();
        desk.ask_for(Purpose::recall, words);
        desk.entry.is_resumed = true; // to be mended, not typed over
        return keep(desk);
    }
    if (aligning.papers.sheets.size() <= aligning.found + 1)
        return desk.say(Tone::refused, "There is nothing on this paper, and which was the one before is not known");
    drop_begun(desk);
    aligning.papers.in_hand = aligning.papers.sheets.back().id;
    desk.ask_for(Purpose::recall);
    desk.say(Tone::done, "The paper before is in hand again");
    keep(desk);
}

std::optional<Refusal> why_not_hand_in(const Desk& desk) {
    if (auto refusal = why_not_paper(desk)) return refusal;
    if (desk.aligning.papers.sheets.empty()) return Refusal{"No paper has been entered yet: R begins one"};
    return std::nullopt;
}

void hand_in(Desk& desk) {
    auto& aligning = desk.aligning;
    drop_begun(desk);
    auto sheets = aligning.papers.sheets;
    for (auto& sheet : sheets) std::ranges::sort(sheet.recalls, {}, &Recall::id);
    std::ranges::sort(sheets, {}, &RecallSheet::id);
    const int missing = papers_wanted(desk.session()) - static_cast<int>(sheets.size());
    if (!desk.act(HandInRecalls{std::move(sheets)})) return;
    if (missing > 0)
        desk.say(Tone::done, fmt::format("Handed in, {} fewer than are here. Delete takes them back", missing));
}

void take_back_papers(Desk& desk) {
    const auto sheets = desk.session().recall_sheets;
    if (desk.act(TakeBackRecalls{})) bring_back_papers(desk, sheets);
}

// What a program that died had of them.
void find_papers(Desk& desk) {
    desk.aligning = {};
    if (!desk.why_kept_nowhere().empty()) return;
    const auto& storage = desk.world().storage;
    try {
        auto half = storage::half_papers(storage.disk, storage.places, desk.session().id);
        std::erase_if(half.sheets, [&](const auto& one) { // handed in a moment before it died
            return std::ranges::find(desk.session().recall_sheets, one.id, &RecallSheet::id) !=
                   desk.session().recall_sheets.end();
        });
        if (half.in_hand && std::ranges::find(half.sheets, *half.in_hand, &RecallSheet::id) == half.sheets.end())
            half.in_hand.reset();
        if (half.sheets.empty()) return;
        if (half.in_hand) // the last, as it was typed
            std::ranges::stable_partition(half.sheets, [&](const auto& one) { return one.id != *half.in_hand; });
        desk.aligning.found = half.sheets.size() - (half.in_hand ? 1 : 0);
        desk.aligning.papers = std::move(half);
        desk.say(Tone::done, fmt::format("{} brought back. They wait at Align to be handed in",
                                         counted(desk.aligning.papers.sheets.size(), "paper")));
    } catch (const std::exception& error) {
        desk.say(Tone::trouble, error.what());
    }
}

bool finish_guess(Desk& desk, const std::string& words) {
    const auto number = words.empty() ? std::nullopt : number_said(desk, words);
    if (!number && !words.empty()) return false;
    return desk.session().team_guess == number || desk.act(GuessByTeam{number});
}

bool finish_match(Desk& desk, const std::string& words) {
    if (words.empty()) return true;
    const auto number = number_said(desk, words);
    return number && match_with(desk, *number);
}

} // namespace avow::desk
