// check-in: what came of one person's promises, noted between sessions, by the same edits and journal as in the window.
#include "cli/options.hpp"
#include "cli/reading.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "cli/words.hpp"
#include "insight/account.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"
#include "session/text.hpp"
#include "storage/session_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <istream>
#include <memory>
#include <ostream>
#include <string_view>
#include <variant>

namespace avow::cli {

namespace {

constexpr int most_wait_ms = 10'000;

struct CheckInWish {
    std::string file;
    std::string person;
    std::optional<Date> date;
    std::array<std::vector<std::string>, 4> said; // of kept, part, missed, changed: "2", "2=the line was down"
    bool asks = false;
};

// What is said of one promise; of a changed one the words are the new wording, else the reason.
struct Answer {
    AccountabilityId id;
    Outcome outcome = Outcome::kept;
    std::string words;
};

using Items = std::vector<const Accountability*>;

// What the person has open, what was carried first: the numbers that the call goes by.
Items open_items(const Session& session, const ParticipantId& person) {
    auto items = insight::account_of(session, person);
    for (const auto* item : insight::said_by(session, person)) items.push_back(item);
    std::erase_if(items, [](const auto* item) { return !insight::is_open(*item); });
    return items;
}

std::string since_in_words(const Session& session, const Accountability& item) {
    const auto day = item.lineage ? item.lineage->said_on : session.date;
    std::string words = "since " + spoken_with_year(day);
    if (item.due) words += ", by " + spoken_with_year(*item.due);
    if (const auto* last = report::last_check_in(item))
        words += fmt::format("; {} on {}", report::outcome_in_words(last->outcome), spoken_with_year(last->date));
    return words;
}

std::string line_of(const Session& session, const Accountability& item, std::size_t number) {
    return fmt::format("{}. {} ({})", number, report::on_one_line(words_of(item)), since_in_words(session, item));
}

Status list_open(Console& console, const Session& session, const ParticipantId& person) {
    const auto items = open_items(session, person);
    std::string text = report::on_one_line(report::name_of(session, person)) + ": ";
    text += items.empty() ? "nothing is open\n" : counted(items.size(), "open item") + "\n";
    for (std::size_t i = 0; i < items.size(); ++i) text += line_of(session, *items[i], i + 1) + "\n";
    deliver(console, {}, text, Wrapping::text);
    return Status::done;
}

// "2=why" or "a17=why": an id is tried whole first, for it may hold an equals sign.
std::variant<Answer, std::string> answer_in(const Items& items, const std::string& said, Outcome outcome) {
    for (const auto* item : items) {
        if (said == item->id.text) return Answer{item->id, outcome, {}};
        if (said.starts_with(item->id.text + "="))
            return Answer{item->id, outcome, clean_line(said.substr(item->id.text.size() + 1))};
    }
    const auto equals = said.find('=');
    const auto figure = said.substr(0, equals);
    std::size_t number = 0;
    const auto [end, trouble] = std::from_chars(figure.data(), figure.data() + figure.size(), number);
    const bool is_number = trouble == std::errc{} && end == figure.data() + figure.size();
    if (!is_number || number < 1 || number > items.size())
        return fmt::format("\"{}\" is none of what is open: {}. Without answers the verb lists them.",
                           report::on_one_line(figure),
                           items.empty() ? "there is nothing" : fmt::format("1 to {}", items.size()));
    const auto words = equals == std::string::npos ? std::string{} : clean_line(said.substr(equals + 1));
    return Answer{items[number - 1]->id, outcome, words};
}

std::variant<std::vector<Answer>, std::string> answers_in(const Items& items, const CheckInWish& wish) {
    std::vector<Answer> answers;
    for (std::size_t kind = 0; kind < wish.said.size(); ++kind)
        for (const auto& said : wish.said[kind]) {
            auto answer = answer_in(items, said, static_cast<Outcome>(kind));
            if (auto* sentence = std::get_if<std::string>(&answer)) return std::move(*sentence);
            const auto& id = std::get<Answer>(answer).id;
            if (std::ranges::find(answers, id, &Answer::id) != answers.end())
                return fmt::format("\"{}\" is answered twice.", report::on_one_line(said));
            answers.push_back(std::get<Answer>(answer));
        }
    return answers;
}

// One line an item: k, p, m or c, then the reason (of c the new wording) or nothing; an empty line leaves it open.
std::vector<Answer> asked(Console& console, const Session& session, const Items& items) {
    static constexpr std::string_view letters = "kpmc";
    std::vector<Answer> answers;
    if (items.empty()) return answers;
    console.err << "k kept, p part, m missed, c changed; then the reason, or of c the new words. Return alone skips.\n";
    for (std::size_t i = 0; i < items.size();) {
        console.err << report::terminal_safe(line_of(session, *items[i], i + 1)) << "\n> " << std::flush;
        std::string line;
        if (!std::getline(console.in, line)) break;
        line = clean_line(line);
        const auto letter = line.empty() ? std::string_view::npos : letters.find(folded(line.substr(0, 1)));
        if (!line.empty() && letter == std::string_view::npos) continue; // asked again
        if (!line.empty()) answers.push_back({items[i]->id, static_cast<Outcome>(letter), clean_line(line.substr(1))});
        ++i;
    }
    return answers;
}

std::vector<Edit> edits_of(const Session& session, const std::vector<Answer>& answers, Date date) {
    std::vector<Edit> edits;
    for (const auto& answer : answers) {
        const auto* item = find(session, answer.id);
        const bool is_changed = answer.outcome == Outcome::changed;
        if (item && is_changed && !answer.words.empty() && answer.words != words_of(*item))
            edits.emplace_back(AgreeWording{answer.id, {answer.words, date, item->owner.text, true, {}}});
        edits.emplace_back(AddCheckIn{answer.id, {date, answer.outcome, is_changed ? "" : answer.words, {}}});
    }
    return edits;
}

std::string counts_of(const std::vector<Answer>& answers) {
    std::string words;
    for (const auto outcome : {Outcome::kept, Outcome::part, Outcome::missed, Outcome::changed})
        if (const auto count = std::ranges::count(answers, outcome, &Answer::outcome); count > 0)
            words += fmt::format("{}{} {}", words.empty() ? "" : ", ", count, report::outcome_in_words(outcome));
    return words;
}

// Through the journal, as the window does it: whoever has the session open keeps it, and what they did is kept as well.
Status note(Console& console, const CheckInWish& wish, const ParticipantId& person,
            const std::vector<Answer>& answers) {
    const auto file = path_of(wish.file);
    auto opened = storage::SessionStore::open(console.at_work, file);
    auto& history = opened.history;
    for (const auto& remark : opened.remarks) say(console, remark);
    if (opened.draft) opened.store->keep_draft(*opened.draft);
    const auto before = opened.store->keeping();
    if (before.read_only)
        return refuse(console, Status::refused,
                      (before.holder.empty() ? before.notice : before.holder + " has this session open.") +
                          " Nothing was written.");
    const auto edits = edits_of(history.now(), answers, wish.date.value_or(console.today));
    if (const auto refusal = why_not(history.now(), edits))
        return refuse(console, Status::refused, refusal->sentence + " Nothing was written.");
    const auto name = report::name_of(history.now(), person);
    const auto label = edits.size() == 1 ? sentence(history.now(), edits.front())
                                         : fmt::format("checked in with {}: {}", name, counts_of(answers));
    opened.store->append(history.act({StepId{console.at_work.new_id()}, label, console.at_work.clock(), edits}));
    opened.store->settle(most_wait_ms);
    const auto kept = opened.store->close();
    for (const auto& remark : opened.store->take_remarks()) say(console, remark);
    if (!kept.notice.empty())
        return refuse(console, Status::no_disk, kept.notice + (kept.kept == 0 ? " Nothing was written." : ""));
    say(console, fmt::format("checked in with {}: {} in {}", name, counts_of(answers), shown(file)));
    return Status::done;
}

Status check_in(const CheckInWish& wish, Console& console) {
    const auto reading = read_session_silently(console, path_of(wish.file));
    const auto& session = reading.history.now();
    const auto found = person_in(session, wish.person);
    if (const auto* sentence = std::get_if<std::string>(&found)) return refuse(console, Status::refused, *sentence);
    const auto& person = std::get<ParticipantId>(found);
    const auto items = open_items(session, person);
    const auto given = answers_in(items, wish);
    if (const auto* sentence = std::get_if<std::string>(&given))
        return refuse(console, Status::refused, *sentence + " Nothing was written.");
    auto answers = std::get<std::vector<Answer>>(given);
    if (answers.empty() && (wish.asks || console.is_terminal)) answers = asked(console, session, items);
    if (answers.empty()) return list_open(console, session, person);
    return note(console, wish, person, answers);
}

} // namespace

void add_check_in_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("check-in", "Note what came of one person's promises");
    const auto wish = std::make_shared<CheckInWish>();
    verb->add_option("FILE", wish->file, "A session file")->required()->type_name("");
    verb->add_option("--for", wish->person, "Whose promises")->required()->type_name("NAME");
    const auto add = [&](const char* option, Outcome outcome, const char* help, const char* type) {
        verb->add_option(option, wish->said[static_cast<std::size_t>(outcome)], help)
            ->allow_extra_args(false)
            ->type_name(type);
    };
    add("--kept", Outcome::kept, "By its number in the list, or its id; once for each", "N[=REASON]");
    add("--part", Outcome::part, "Kept in part", "N[=REASON]");
    add("--missed", Outcome::missed, "Not kept", "N[=REASON]");
    add("--changed", Outcome::changed, "With the wording that holds from now on", "N[=WORDS]");
    verb->add_flag("--ask", wish->asks, "Asks line by line, also where no terminal is");
    add_date(*verb, wish->date, "The day of the answers; today unless given");
    verb->footer("Without answers it lists what is open, numbered; on a terminal it asks: k, p, m or c, and a reason.");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return check_in(*wish, console); }; });
}

} // namespace avow::cli
