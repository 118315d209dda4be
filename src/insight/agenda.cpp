#include "insight/agenda.hpp"

#include "insight/account.hpp"
#include "insight/agenda_lives.hpp"
#include "insight/expected.hpp"
#include "session/text.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

namespace avow::insight {

namespace {

constexpr int least_sure = 6; // a confidence of 6 or less is asked about
constexpr std::size_t most_tactics = 3;
constexpr std::size_t most_obstacles = 4;
constexpr std::size_t most_questions = 3;

std::ptrdiff_t times(const AgendaItem& item, Outcome outcome) {
    return std::ranges::count(item.answers, outcome, &CheckIn::outcome);
}

// The person is asked, never told; what matters most first.
std::vector<std::string> questions_for(const AgendaItem& item, int confidence, Date today) {
    std::vector<std::string> questions;
    const auto* last = last_answer(item);
    if (item.due && *item.due <= today && (!last || last->date < *item.due))
        questions.push_back("It came due on " + spoken(*item.due) + ". What came of it?");
    if (times(item, Outcome::missed) >= 2)
        questions.emplace_back("It was missed more than once. What would have to be different: the words, or the way?");
    if (confidence > 0 && confidence <= least_sure) questions.emplace_back("What would make you surer of this?");
    if (!item.due) questions.emplace_back("By when?");
    if (item.evidence.empty()) questions.emplace_back("What will there be to see?");
    if (!item.help.empty()) questions.emplace_back("Did the help come?");
    if (item.times_carried >= 2)
        questions.emplace_back("It has come along for a while. Is it still the right promise?");
    questions.resize(std::min(questions.size(), most_questions));
    return questions;
}

// What somebody proposed and the owner then agreed to is one wording.
bool was_agreed_later(const std::vector<Wording>& wordings, std::size_t at) {
    return !wordings[at].agreed &&
           std::any_of(wordings.begin() + static_cast<std::ptrdiff_t>(at), wordings.end(),
                       [&](const auto& later) { return later.agreed && later.text == wordings[at].text; });
}

AgendaItem agenda_item(const AgendaLife& life, Date today) {
    const auto& said = life.item;
    AgendaItem item;
    item.id = said.id;
    item.statement = said.statement;
    item.said_on = life.said_on;
    for (std::size_t at = 0; at < said.wordings.size(); ++at)
        if (const auto& w = said.wordings[at]; !was_agreed_later(said.wordings, at))
            item.wordings.push_back({w.text, w.date, w.proposed_by, w.agreed, w.why});
    item.theme = life.theme;
    for (const auto* answer : answers_of(said)) item.answers.push_back(*answer);
    if (said.lineage) item.times_carried = said.lineage->times_carried;
    item.due = said.due;
    item.evidence = said.evidence;
    item.measure = said.measure;
    item.if_then = said.if_then;
    item.first_step = said.first_step;
    item.help = said.help;
    item.is_lent = said.is_lent;
    if (is_open(said)) item.questions = questions_for(item, said.confidence, today);
    return item;
}

// A whole word of the other, case and accents aside.
bool names_word(const std::string& words, const std::string& name) {
    if (name.empty()) return false;
    const auto text = " " + folded(words) + " ";
    const auto wanted = folded(name);
    const auto is_letter = [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c));
    };
    for (auto at = text.find(wanted, 1); at != std::string::npos; at = text.find(wanted, at + 1))
        if (!is_letter(text[at - 1]) && (at + wanted.size() >= text.size() || !is_letter(text[at + wanted.size()])))
            return true;
    return false;
}

bool is_for(const std::string& words, const Participant& person, const std::string& team) {
    static constexpr std::array everybody = {"team", "everybody", "everyone", "each of you", "all of you", "you"};
    return names_word(words, first_name(person.name)) || names_word(words, team) ||
           std::ranges::any_of(everybody, [&](const char* word) { return names_word(words, word); });
}

// The promise that answers the request, if somebody has made one and not kept it yet; else the request as it was made.
Owed help_for(const Traced& traced, const AgendaItem& item) {
    const auto helping =
        lives_where(traced.sessions, [&](std::size_t, const auto& other) { return other.helps == item.id; });
    for (const auto& life : helping.all())
        if (is_open(life.item))
            return {life.owner, words_of(life.item), life.said_on, life.item.due, item.statement, true};
    return {{}, item.help, item.said_on, {}, item.statement};
}

void add_owed(Agenda& agenda, const Traced& traced) {
    const auto& newest = *traced.sessions.back();
    const auto& person = *traced.as.back();
    const auto promised = lives_where(traced.sessions, [&](std::size_t i, const auto& item) {
        const auto* owner = find(*traced.sessions[i], item.owner);
        return owner && owner != traced.as[i] && is_leading(owner->role);
    });
    for (const auto& life : promised.all())
        if (is_open(life.item) && is_for(words_of(life.item), person, newest.team))
            agenda.owed.push_back({life.owner, words_of(life.item), life.said_on, life.item.due, {}});
    for (const auto& item : agenda.open)
        if (!item.help.empty()) agenda.owed.push_back(help_for(traced, item));
}

void add_obstacles(Agenda& agenda) {
    for (const auto* items : {&agenda.open, &agenda.closed})
        for (const auto& item : *items)
            for (const auto& answer : item.answers)
                if (!answer.reason.empty() && (answer.outcome == Outcome::part || answer.outcome == Outcome::missed))
                    agenda.obstacles.push_back({answer.date, answer.outcome, answer.reason, item.statement});
    std::ranges::stable_sort(agenda.obstacles, std::greater{}, &Obstacle::date);
    agenda.obstacles.resize(std::min(agenda.obstacles.size(), most_obstacles));
}

std::set<std::string> words_in(const std::string& text) {
    std::set<std::string> words;
    std::string word;
    for (const char letter : folded(text) + " ")
        if (static_cast<unsigned char>(letter) >= 0x80 || std::isalnum(static_cast<unsigned char>(letter)))
            word += letter;
        else if (!word.empty())
            words.insert(std::exchange(word, {}));
    return words;
}

// Kept by colleagues in the same theme, and lent by them; those that share most words first.
void add_tactics(Agenda& agenda, const Traced& traced) {
    if (agenda.open.empty()) return;
    agenda.weakest = 0; // open items are in that order
    const auto& weak = agenda.open.front();
    if (weak.theme.empty()) return;
    const auto colleagues = lives_where(traced.sessions, [&](std::size_t i, const auto& item) {
        return item.owner != traced.as[i]->id && item.is_lent;
    });
    const auto wanted = words_in(weak.statement);
    std::vector<std::pair<std::ptrdiff_t, Tactic>> found;
    for (const auto& life : colleagues.all()) {
        if (is_open(life.item) || folded(life.theme) != folded(weak.theme)) continue;
        const auto words = words_in(life.item.statement);
        const auto& kept = life.item.check_ins.back();
        found.push_back(
            {std::ranges::count_if(words, [&](const auto& word) { return wanted.contains(word); }),
             {life.owner, life.item.statement, kept.date, kept.evidence.empty() ? life.item.evidence : kept.evidence,
              life.item.if_then, life.item.first_step}});
    }
    std::ranges::stable_sort(found, std::greater{}, [](const auto& pair) { return pair.first; });
    for (auto& [shared, tactic] : found)
        if (agenda.tactics.size() < most_tactics) agenda.tactics.push_back(std::move(tactic));
}

void add_counts(Agenda& agenda) {
    for (std::size_t i = 0; i < agenda.open.size(); ++i) {
        const auto& item = agenda.open[i];
        const auto* last = last_answer(item);
        if (item.due && *item.due <= agenda.today && (!last || last->date < *item.due)) agenda.came_due.push_back(i);
    }
    for (const auto* items : {&agenda.open, &agenda.closed})
        for (const auto& item : *items) {
            const auto is_since = [&](const auto& part) { return part.date >= agenda.last_session; };
            agenda.answered_since += static_cast<std::size_t>(std::ranges::count_if(item.answers, is_since));
            agenda.reworded_since += static_cast<std::size_t>(std::ranges::count_if(item.wordings, is_since));
        }
}

} // namespace

const CheckIn* last_answer(const AgendaItem& item) { return item.answers.empty() ? nullptr : &item.answers.back(); }

int days_open(const AgendaItem& item, Date today) { return std::max(0, days_between(item.said_on, today)); }

bool is_leading(std::string_view role) {
    static constexpr std::array beginnings = {"lead",     "manag",    "head", "boss", "chief",
                                              "director", "supervis", "chef", "leit"};
    const auto words = words_in(std::string(role));
    return std::ranges::any_of(words, [](const std::string& word) {
        return std::ranges::any_of(beginnings, [&](const char* beginning) { return word.starts_with(beginning); });
    });
}

Agenda agenda_of(const Traced& traced, Date today) {
    Agenda agenda;
    if (traced.sessions.empty()) return agenda;
    agenda.person = traced.as.back()->name;
    agenda.team = traced.sessions.back()->team;
    agenda.today = today;
    agenda.last_session = traced.sessions.back()->date;
    for (std::size_t at = 0; at < traced.sessions.size(); ++at) {
        if (!was_held(*traced.sessions[at])) continue;
        ++agenda.sessions;
        agenda.last_session = traced.sessions[at]->date;
        if (traced.as[at]->attendance != Attendance::absent) agenda.last_in_room = traced.sessions[at]->date;
    }
    const auto own =
        lives_where(traced.sessions, [&](std::size_t i, const auto& item) { return item.owner == traced.as[i]->id; });
    for (const auto& life : own.all())
        (is_open(life.item) ? agenda.open : agenda.closed).push_back(agenda_item(life, today));
    std::ranges::stable_sort(agenda.open, {}, [](const AgendaItem& item) {
        return std::tuple(-times(item, Outcome::missed), -times(item, Outcome::part), item.said_on);
    });
    std::ranges::stable_sort(agenda.closed, std::greater{},
                             [](const AgendaItem& item) { return last_answer(item)->date; });
    add_counts(agenda);
    add_obstacles(agenda);
    add_owed(agenda, traced);
    add_tactics(agenda, traced);
    agenda.expectations = what_was_expected(traced.sessions);
    agenda.strengths = traced.as.back()->strengths;
    for (const auto& life : own.all())
        if (const auto& contract = life.item.contract)
            agenda.success_contracts.push_back({words_of(life.item), *contract, state_of(*contract, today)});
    return agenda;
}

} // namespace avow::insight
