// The questions a session answers about itself: its stages by name, its plan, and who and what an id or a name means.
#include "session/session.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <functional>

namespace avow {

namespace {

struct StageNames {
    std::string_view name;
    std::string_view title;
};

constexpr std::array<StageNames, all_stages.size()> stage_names = {{{"prepare", "Prepare"},
                                                                    {"open", "Open"},
                                                                    {"goal", "Goal"},
                                                                    {"align", "Align"},
                                                                    {"write", "Write"},
                                                                    {"capture", "Capture"},
                                                                    {"themes", "Themes"},
                                                                    {"commit", "Commit"},
                                                                    {"close", "Close"}}};

template <class Item, class Id>
const Item* find_in(const std::vector<Item>& items, const Id& id) {
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

bool has_word(std::string_view folded_name, std::string_view word, bool whole) {
    for (std::size_t at = folded_name.find(word); at != std::string_view::npos; at = folded_name.find(word, at + 1)) {
        const auto is_seam = [](char c) { return c == ' ' || c == '-' || c == '('; };
        const std::size_t end = at + word.size();
        const bool ends_here = end == folded_name.size() || is_seam(folded_name[end]);
        if ((at == 0 || is_seam(folded_name[at - 1])) && (!whole || ends_here)) return true;
    }
    return false;
}

} // namespace

std::string_view name_of(Stage stage) { return stage_names.at(static_cast<std::size_t>(stage)).name; }

std::string_view title_of(Stage stage) { return stage_names.at(static_cast<std::size_t>(stage)).title; }

std::optional<Stage> stage_named(std::string_view text) {
    const std::string wanted = folded(text);
    std::optional<Stage> only;
    if (wanted.empty()) return std::nullopt;
    for (const Stage stage : all_stages) {
        if (name_of(stage) == wanted) return stage;
        if (!name_of(stage).starts_with(wanted)) continue;
        if (only) return std::nullopt; // no stage's whole name begins another's, so that none can still match
        only = stage;
    }
    return only;
}

std::vector<PlannedStage> usual_plan() {
    return {{Stage::goal, 5},   {Stage::write, 4},   {Stage::capture, 14},
            {Stage::themes, 8}, {Stage::commit, 11}, {Stage::close, 3}};
}

int minutes_of(const Session& session, Stage stage) {
    const auto planned = std::ranges::find(session.plan, stage, &PlannedStage::stage);
    return planned == session.plan.end() ? 0 : planned->minutes;
}

const std::string& words_of(const Accountability& accountability) {
    const auto& wordings = accountability.wordings;
    const auto agreed = std::find_if(wordings.rbegin(), wordings.rend(), [](const Wording& w) { return w.agreed; });
    return agreed == wordings.rend() ? accountability.statement : agreed->text;
}

std::string mark_letter(int mark) {
    std::string letters;
    for (int rest = mark; rest >= 0; rest = rest / 26 - 1)
        letters.insert(letters.begin(), static_cast<char>('A' + rest % 26));
    return letters;
}

const Participant* find(const Session& session, const ParticipantId& id) { return find_in(session.participants, id); }

const Accountability* find(const Session& session, const AccountabilityId& id) {
    const auto* said = find_in(session.accountabilities, id);
    return said ? said : find_in(session.carried, id);
}

const Theme* find(const Session& session, const ThemeId& id) { return find_in(session.themes, id); }

const Poll* find(const Session& session, const PollId& id) { return find_in(session.polls, id); }

const Expectation* find(const Session& session, const ExpectationId& id) { return find_in(session.expectations, id); }

const Recall* find(const Session& session, const RecallId& id) {
    for (const auto& sheet : session.recall_sheets)
        if (const auto* recall = find_in(sheet.recalls, id)) return recall;
    return nullptr;
}

const Ask* find(const Session& session, const AskId& id) { return find_in(session.asks, id); }

const Objection* find(const Session& session, const ObjectionId& id) { return find_in(session.objections, id); }

const Misalignment* find(const Session& session, const MisalignmentId& id) {
    return find_in(session.misalignments, id);
}

std::string_view title_of(AskKind kind) {
    switch (kind) {
    case AskKind::stop: return "Stop";
    case AskKind::start: return "Start";
    case AskKind::keep_on: return "Continue";
    }
    return "";
}

std::string_view asked_to(AskKind kind) {
    switch (kind) {
    case AskKind::stop: return "stop";
    case AskKind::start: return "start";
    case AskKind::keep_on: return "continue";
    }
    return "";
}

std::string name_of_leader(const Session& session) {
    const auto* leader = session.leader ? find(session, *session.leader) : nullptr;
    return leader ? first_name(leader->name) : std::string("the leader");
}

bool is_sealed(const Session& session) { return session.seal && !session.seal->opened_at; }

bool is_opened(const Session& session) { return session.seal && session.seal->opened_at; }

int papers_wanted(const Session& session) {
    return static_cast<int>(std::ranges::count_if(session.participants, [&](const Participant& person) {
        return person.attendance == Attendance::here && person.id != session.leader;
    }));
}

int team_size(const Session& session) {
    return static_cast<int>(
        std::ranges::count_if(session.participants, [&](const auto& one) { return one.id != session.leader; }));
}

int most_namings(const Session& session) {
    const auto sheets = session.recall_sheets.empty() ? papers_wanted(session) : std::ssize(session.recall_sheets);
    return static_cast<int>(std::ssize(session.expectations) * sheets);
}

bool counts(const Assessment& assessment) { return assessment.debriefed && !assessment.first_use.empty(); }

std::vector<std::string> strengths_of(const Participant& person) {
    std::vector<std::string> all;
    const auto add = [&](const std::vector<std::string>& strengths) {
        for (const auto& strength : strengths)
            if (std::ranges::none_of(all, [&](const auto& known) { return same_but_for_case(known, strength); }))
                all.push_back(strength);
    };
    add(person.strengths);
    for (const auto& assessment : person.assessments)
        if (counts(assessment)) add(assessment.strengths);
    return all;
}

const Participant* participant_named(const Session& session, std::string_view name) {
    const std::string exact = clean_line(name);
    const std::string wanted = folded(exact);
    if (wanted.empty()) return nullptr;
    const std::array<std::function<bool(const Participant&, const std::string&)>, 4> readings = {
        [&](const Participant& person, const std::string&) { return same_but_for_case(person.name, exact); },
        [&](const Participant&, const std::string& folded_name) { return folded_name == wanted; },
        [&](const Participant&, const std::string& folded_name) { return has_word(folded_name, wanted, true); },
        [&](const Participant&, const std::string& folded_name) { return has_word(folded_name, wanted, false); }};
    for (const auto& means : readings) {
        std::vector<const Participant*> meant;
        for (const auto& person : session.participants)
            if (means(person, folded(person.name))) meant.push_back(&person);
        if (!meant.empty()) return meant.size() == 1 ? meant.front() : nullptr;
    }
    return nullptr;
}

} // namespace avow
