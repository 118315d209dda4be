// What must hold in every session, asked of one that somebody else wrote. The first breach is enough: a file is refused
// with one sentence that says where.
#include "session/edit_each.hpp"
#include "session/session.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace avow {

namespace {

using each::grouped;
using each::quoted;
using Breach = std::optional<std::string>;

std::string shown(std::string_view text) { return quoted(clean_line(text)); }

// The session as a whole owns what no thing in it owns.
std::string named(const Session&) { return "the session"; }
std::string named(const Goal&) { return "the goal"; }
std::string named(const Participant& person) { return "participant " + shown(person.name); }
std::string named(const Accountability& said) { return "statement " + shown(said.statement); }
std::string named(const Theme& theme) { return "theme " + shown(theme.title); }
std::string named(const Expectation& expectation) { return "expectation " + shown(expectation.text); }
std::string named(const Ask& ask) { return "ask " + shown(ask.text); }
std::string named(const Objection& objection) { return "objection " + shown(objection.text); }
std::string named(const Parked& item) { return "parked item " + shown(item.text); }
std::string named(const Poll& poll) { return "question " + shown(poll.question); }

// --- Fields ------------------------------------------------------------------------------------------------------

// A field and whose it is. Put into words only for a breach: a session has tens of thousands of fields.
template <class Owner>
struct Place {
    std::string_view field;
    const Owner& owner;
};

template <class Owner>
Place<Owner> at(std::string_view field, const Owner& owner) {
    return {field, owner};
}

template <class Owner>
std::string named(const Place<Owner>& place) {
    return fmt::format("{} of {}", place.field, named(place.owner));
}

template <class Owner>
Breach breach_of_words(std::string_view text, const Place<Owner>& place,
                       std::size_t most = limit::statement_characters) {
    if (!is_utf8(text)) return fmt::format("The {} is not valid UTF-8.", named(place));
    if (const auto size = count_characters(text); size > most)
        return fmt::format("The {} has {} characters; it holds {}.", named(place), grouped(size), grouped(most));
    if (has_controls(text)) return fmt::format("The {} holds a control character or a line break.", named(place));
    return std::nullopt;
}

template <class Owner>
Breach breach_of_needed_words(std::string_view text, const Place<Owner>& place,
                              std::size_t most = limit::statement_characters) {
    if (text.empty()) return fmt::format("The {} is empty.", named(place));
    return breach_of_words(text, place, most);
}

template <class Owner>
Breach breach_of_date(const std::optional<Date>& date, const Place<Owner>& place) {
    if (!date || is_valid(*date)) return std::nullopt;
    return fmt::format("The {}, {}, is no day of the calendar (years 1900 to 2999).", named(place), iso(*date));
}

template <class Owner>
Breach breach_of_moment(const std::optional<Moment>& moment, const Place<Owner>& place) {
    if (!moment || is_valid(*moment)) return std::nullopt;
    return fmt::format("The {} is outside the years 1900 to 2999.", named(place));
}

template <class Choice, class Owner>
Breach breach_of_choice(Choice choice, Choice last, const Place<Owner>& place) {
    if (choice >= Choice{} && choice <= last) return std::nullopt;
    return fmt::format("The {} is none of those there are ({}).", named(place), static_cast<int>(choice));
}

Breach breach_of_size(std::size_t size, std::size_t most, std::string_view nouns) {
    if (size <= most) return std::nullopt;
    return fmt::format("There are {} {}; a session holds {}.", grouped(size), nouns, grouped(most));
}

template <class Item>
Breach breach_of_ids(const std::vector<Item>& items) {
    std::map<std::string_view, const Item*> seen;
    for (const auto& item : items) {
        if (!is_id(item.id.text))
            return fmt::format("The id {} of {} is not 1 to 64 printable ASCII characters without a space.",
                               shown(item.id.text), named(item));
        const auto [place, is_new] = seen.try_emplace(item.id.text, &item);
        if (!is_new)
            return fmt::format("The id {} belongs to two: {} and {}.", shown(item.id.text), named(*place->second),
                               named(item));
    }
    return std::nullopt;
}

// The first breach among those found, each looked for only while there is none.
template <class... Look>
Breach first_of(const Look&... look) {
    Breach breach;
    static_cast<void>(((breach = look()) || ...));
    return breach;
}

template <class Items, class Look>
Breach first_among(const Items& items, const Look& look) {
    for (const auto& item : items)
        if (auto breach = look(item)) return breach;
    return std::nullopt;
}

// --- Things ------------------------------------------------------------------------------------------------------

Breach breach_of_goal(const Goal& goal) {
    return first_of([&] { return breach_of_words(goal.text, at("text", goal)); },
                    [&] { return breach_of_words(goal.from, at("\"from\"", goal)); },
                    [&] { return breach_of_words(goal.to, at("\"to\"", goal)); },
                    [&] { return breach_of_words(goal.why_us, at("reason for us", goal)); },
                    [&] { return breach_of_words(goal.why_you, at("reason for you", goal)); },
                    [&] { return breach_of_date(goal.by, at("day", goal)); });
}

Breach breach_of_plan(const Session& session) {
    std::set<Stage> seen;
    for (const auto& planned : session.plan) {
        if (auto breach = breach_of_choice(planned.stage, all_stages.back(), at("plan", session))) return breach;
        if (!seen.insert(planned.stage).second) return fmt::format("{} is planned twice.", title_of(planned.stage));
        if (planned.minutes < 0 || planned.minutes > limit::stage_minutes)
            return fmt::format("{} is given {} minutes; a stage holds 0 to {}.", title_of(planned.stage),
                               planned.minutes, limit::stage_minutes);
    }
    return std::nullopt;
}

Breach breach_of(const Participant& person) {
    if (person.seat < 1 || person.seat > static_cast<int>(limit::participants))
        return fmt::format("The seat of {} is {}; seats are 1 to {}.", named(person), person.seat, limit::participants);
    if (person.passes < 0) return fmt::format("The count of turns passed of {} is negative.", named(person));
    return first_of([&] { return breach_of_needed_words(person.name, at("name", person), limit::name_characters); },
                    [&] { return breach_of_words(person.role, at("role", person)); },
                    [&] { return breach_of_choice(person.attendance, Attendance::absent, at("attendance", person)); },
                    [&] {
                        return first_among(person.strengths, [&](const std::string& text) {
                            return breach_of_words(text, at("strength", person));
                        });
                    });
}

Breach breach_of_seats(const std::vector<Participant>& participants) {
    const auto pair = std::ranges::adjacent_find(participants, std::ranges::greater_equal{}, &Participant::seat);
    if (pair == participants.end()) return std::nullopt;
    const auto& next = *std::next(pair);
    if (pair->seat == next.seat)
        return fmt::format("Seat {} belongs to two: {} and {}.", next.seat, named(*pair), named(next));
    return fmt::format(
        "The participants are not in the order of their seats: {} in seat {} comes before {} in seat {}.", named(*pair),
        pair->seat, named(next), next.seat);
}

Breach breach_of(const Wording& wording, const Accountability& said) {
    return first_of([&] { return breach_of_needed_words(wording.text, at("wording", said)); },
                    [&] { return breach_of_words(wording.proposed_by, at("proposer of a wording", said)); },
                    [&] { return breach_of_words(wording.why, at("reason of a wording", said)); },
                    [&] { return breach_of_date(wording.date, at("date of a wording", said)); });
}

Breach breach_of(const CheckIn& check_in, const Accountability& said) {
    return first_of([&] { return breach_of_date(check_in.date, at("date of a check-in", said)); },
                    [&] { return breach_of_choice(check_in.outcome, Outcome::changed, at("check-in", said)); },
                    [&] { return breach_of_words(check_in.reason, at("reason of a check-in", said)); },
                    [&] { return breach_of_words(check_in.evidence, at("evidence of a check-in", said)); });
}

Breach breach_of_details(const Accountability& said) {
    for (const auto detail :
         {Detail::evidence, Detail::measure, Detail::if_then, Detail::first_step, Detail::strength, Detail::help})
        if (auto breach = breach_of_words(text_of(said, detail), at(label_of(detail), said))) return breach;
    if (said.confidence < 0 || said.confidence > 10)
        return fmt::format("The confidence of {} is {}; it is 1 to 10, or 0.", named(said), said.confidence);
    return std::nullopt;
}

using Ids = std::set<std::string_view>;

Breach breach_of_references(const Accountability& said, const Ids& participants, const Ids& themes) {
    if (!participants.contains(said.owner.text))
        return fmt::format("The {} belongs to participant {}, who is not in the session.", named(said),
                           shown(said.owner.text));
    for (const auto* theme : {&said.theme, &said.second_theme})
        if (*theme && !themes.contains((*theme)->text))
            return fmt::format("The {} is in theme {}, which is not in the session.", named(said),
                               shown((*theme)->text));
    if (said.theme && said.theme == said.second_theme)
        return fmt::format("The {} has theme {} as its first and its second.", named(said), shown(said.theme->text));
    return std::nullopt;
}

// Of the ids of all statements, and of those that are shown with another.
Breach breach_of_shown_with(const Accountability& said, const Ids& statements, const Ids& shown_with_another) {
    if (!said.shown_with) return std::nullopt;
    if (!statements.contains(said.shown_with->text))
        return fmt::format("The {} is shown with statement {}, which is not in the session.", named(said),
                           shown(said.shown_with->text));
    if (said.shown_with == said.id) return fmt::format("The {} is shown with itself.", named(said));
    if (shown_with_another.contains(said.shown_with->text))
        return fmt::format("The {} is shown with statement {}, which is itself shown with another.", named(said),
                           shown(said.shown_with->text));
    return std::nullopt;
}

Breach breach_of_cards(const std::vector<Accountability>& accountabilities) {
    Ids statements, shown_with_another;
    for (const auto& said : accountabilities) {
        statements.insert(said.id.text);
        if (said.shown_with) shown_with_another.insert(said.id.text);
    }
    return first_among(accountabilities, [&](const Accountability& said) {
        return breach_of_shown_with(said, statements, shown_with_another);
    });
}

Breach breach_of(const Accountability& said) {
    return first_of([&] { return breach_of_needed_words(said.statement, at("text", said)); },
                    [&] { return breach_of_moment(said.said_at, at("time", said)); },
                    [&] { return breach_of_date(said.due, at("due date", said)); },
                    [&] { return breach_of_details(said); },
                    [&] { return breach_of_choice(said.placed, Placed::hand, at("way of placing", said)); },
                    [&] { return breach_of_moment(said.confirmed_at, at("time of the reading back", said)); },
                    [&] { return first_among(said.wordings, [&](const auto& w) { return breach_of(w, said); }); },
                    [&] { return first_among(said.check_ins, [&](const auto& c) { return breach_of(c, said); }); });
}

// What is carried has a past and no place on this session's wall; what was said here has none.
Breach breach_of_lineage(const Session& session, const Ids& participants) {
    Ids said_here;
    for (const auto& said : session.accountabilities) {
        said_here.insert(said.id.text);
        if (said.lineage) return fmt::format("The {} was said here, and has a lineage all the same.", named(said));
    }
    return first_among(session.carried, [&](const Accountability& said) -> Breach {
        if (!said.lineage) return fmt::format("The {} is carried, and has no lineage.", named(said));
        if (said.theme || said.second_theme || said.shown_with)
            return fmt::format("The {} is carried, and lies on this session's wall.", named(said));
        if (said_here.contains(said.id.text))
            return fmt::format("The {} is carried, and said here as well.", named(said));
        if (said.lineage->times_carried < 1)
            return fmt::format("The {} was carried {} times.", named(said), said.lineage->times_carried);
        return first_of([&] { return breach_of_references(said, participants, {}); },
                        [&] { return breach_of_date(said.lineage->said_on, at("day it was said", said)); },
                        [&] { return breach_of_words(said.lineage->theme, at("former theme", said)); });
    });
}

Breach breach_of(const Theme& theme) {
    if (theme.mark < 0) return fmt::format("The mark of {} is {}; marks count from 0.", named(theme), theme.mark);
    return first_of([&] { return breach_of_needed_words(theme.title, at("title", theme), limit::name_characters); },
                    [&] {
                        return first_among(theme.former_titles, [&](const std::string& text) {
                            return breach_of_words(text, at("former title", theme));
                        });
                    });
}

Breach breach_of_marks(const std::vector<Theme>& themes) {
    std::map<int, const Theme*> seen;
    for (const auto& theme : themes)
        if (const auto [place, is_new] = seen.try_emplace(theme.mark, &theme); !is_new)
            return fmt::format("The mark {} belongs to two: {} and {}.", mark_letter(theme.mark), named(*place->second),
                               named(theme));
    return std::nullopt;
}

Breach breach_of(const Expectation& expectation) { return breach_of_words(expectation.text, at("text", expectation)); }

Breach breach_of(const Ask& ask) {
    return first_of([&] { return breach_of_words(ask.text, at("text", ask)); },
                    [&] { return breach_of_choice(ask.kind, AskKind::keep_on, at("kind", ask)); },
                    [&] { return breach_of_choice(ask.from, AskFrom::leader, at("side", ask)); });
}

Breach breach_of(const Objection& objection) {
    return first_of([&] { return breach_of_words(objection.text, at("text", objection)); },
                    [&] { return breach_of_words(objection.answer, at("answer", objection)); });
}

Breach breach_of(const Parked& item, const Ids& participants) {
    if (item.owner && !participants.contains(item.owner->text))
        return fmt::format("The {} belongs to participant {}, who is not in the session.", named(item),
                           shown(item.owner->text));
    return first_of([&] { return breach_of_words(item.text, at("text", item)); },
                    [&] { return breach_of_date(item.since, at("day", item)); });
}

Breach breach_of_answers(const Poll& poll, const Ids& participants) {
    const auto scale = scale_of(poll.kind);
    Ids heard;
    for (const auto& answer : poll.answers) {
        if (!is_by_person(poll.kind) || !scale.holds(answer.value))
            return fmt::format("The {} has the answer {}; {} go from {} to {}.", named(poll), answer.value,
                               noun_of(poll.kind), scale.least, scale.most);
        if (answer.who && !participants.contains(answer.who->text))
            return fmt::format("The {} was answered by participant {}, who is not in the session.", named(poll),
                               shown(answer.who->text));
        if (answer.who && !heard.insert(answer.who->text).second)
            return fmt::format("The {} was answered twice by participant {}.", named(poll), shown(answer.who->text));
    }
    if (std::ssize(poll.answers) > poll.heads)
        return fmt::format("The {} has {} answers from {} people.", named(poll), poll.answers.size(), poll.heads);
    return std::nullopt;
}

Breach breach_of_counts(const Poll& poll) {
    if (is_by_person(poll.kind) && !poll.counts.empty())
        return fmt::format("The {} has counts, and is answered by each person.", named(poll));
    for (const auto& count : poll.counts) {
        if (auto breach = breach_of_needed_words(count.choice, at("choice", poll))) return breach;
        if (count.count < 0 || count.count > limit::votes)
            return fmt::format("The {} has a count of {}; it is 0 to {}.", named(poll), count.count, limit::votes);
    }
    if (total_of(poll) > most_of(poll))
        return fmt::format("The {} has {} {}; there can be {}.", named(poll), total_of(poll), noun_of(poll.kind),
                           most_of(poll));
    return std::nullopt;
}

Breach breach_of(const Poll& poll, const Ids& participants, const Session& session) {
    if (auto breach = breach_of_choice(poll.kind, PollKind::hands, at("kind", poll))) return breach;
    if (poll.about && !find(session, *poll.about))
        return fmt::format("The {} is about statement {}, which is not in the session.", named(poll),
                           shown(poll.about->text));
    if (poll.heads < 0 || poll.heads > static_cast<int>(limit::participants) || poll.budget < 0 ||
        poll.budget > static_cast<int>(limit::themes))
        return fmt::format("The {} was put to {} people with {} votes each.", named(poll), poll.heads, poll.budget);
    return first_of([&] { return breach_of_needed_words(poll.question, at("text", poll)); },
                    [&] { return breach_of_moment(poll.asked_at, at("time", poll)); },
                    [&] { return breach_of_answers(poll, participants); }, [&] { return breach_of_counts(poll); });
}

template <class Item>
Ids ids_of(const std::vector<Item>& items) {
    Ids ids;
    for (const auto& item : items) ids.insert(item.id.text);
    return ids;
}

Breach breach_of_head(const Session& session) {
    if (!session.id.empty() && !is_id(session.id.text))
        return fmt::format("The id {} of the session is not 1 to 64 printable ASCII characters without a space.",
                           shown(session.id.text));
    return first_of([&] { return breach_of_words(session.team, at("team", session), limit::name_characters); },
                    [&] { return breach_of_date(session.date, at("date", session)); },
                    [&] { return breach_of_choice(session.stage, all_stages.back(), at("stage", session)); },
                    [&] { return breach_of_moment(session.stage_since, at("time of the stage", session)); },
                    [&] { return breach_of_plan(session); }, [&] { return breach_of_goal(session.goal); },
                    [&] { return breach_of_date(session.next_date, at("next date", session)); });
}

} // namespace

std::optional<std::string> breach_of(const Session& session) {
    const Ids participants = ids_of(session.participants);
    const Ids themes = ids_of(session.themes);
    const auto each_of = [](const auto& items) {
        return [&items] {
            if (auto breach = breach_of_ids(items)) return breach;
            return first_among(items, [](const auto& item) { return breach_of(item); });
        };
    };
    return first_of(
        [&] { return breach_of_head(session); },
        [&] { return breach_of_size(session.participants.size(), limit::participants, "participants"); },
        [&] { return breach_of_size(session.accountabilities.size(), limit::accountabilities, "statements"); },
        [&] { return breach_of_size(session.themes.size(), limit::themes, "themes"); }, each_of(session.participants),
        [&] { return breach_of_seats(session.participants); }, each_of(session.themes),
        [&] { return breach_of_marks(session.themes); }, each_of(session.accountabilities),
        [&] {
            return first_among(session.accountabilities, [&](const Accountability& said) {
                return breach_of_references(said, participants, themes);
            });
        },
        [&] { return breach_of_size(session.carried.size(), limit::accountabilities, "carried statements"); },
        each_of(session.carried), [&] { return breach_of_lineage(session, participants); },
        [&] { return breach_of_cards(session.accountabilities); }, each_of(session.expectations), each_of(session.asks),
        each_of(session.objections), [&] { return breach_of_ids(session.parked); },
        [&] { return first_among(session.parked, [&](const Parked& item) { return breach_of(item, participants); }); },
        [&] { return breach_of_size(session.polls.size(), limit::polls, "questions to the room"); },
        [&] { return breach_of_ids(session.polls); },
        [&] {
            return first_among(session.polls, [&](const Poll& poll) { return breach_of(poll, participants, session); });
        },
        [&] {
            return first_among(session.agreements, [&](const std::string& text) {
                return breach_of_words(text, at("agreement", session));
            });
        });
}

} // namespace avow
