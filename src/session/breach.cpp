// What must hold in every session, asked of one that somebody else wrote. The first breach is enough: a file is refused
// with one sentence that says where. What must hold of the leader's expectations and of asks is in breach_align.cpp.
#include "session/breach_each.hpp"
#include "session/text.hpp"

#include <algorithm>

namespace avow {

namespace {

using namespace breach;

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

Breach breach_of(const Assessment& assessment, const Participant& person) {
    return first_of(
        [&] { return breach_of_needed_words(assessment.name, at("assessment", person), limit::name_characters); },
        [&] { return breach_of_date(assessment.taken, at("day of an assessment", person)); },
        [&] { return breach_of_date(assessment.debriefed, at("day of a debrief", person)); },
        [&] { return breach_of_words(assessment.first_use, at("first use", person)); },
        [&] {
            return first_among(assessment.strengths, [&](const std::string& text) {
                return breach_of_needed_words(text, at("strength of an assessment", person));
            });
        });
}

Breach breach_of_assessments(const Participant& person) {
    if (person.assessments.size() > limit::assessments)
        return fmt::format("The {} has {} assessments; a person has {}.", named(person),
                           grouped(person.assessments.size()), limit::assessments);
    for (auto one = person.assessments.begin(); one != person.assessments.end(); ++one)
        if (std::any_of(person.assessments.begin(), one,
                        [&](const Assessment& other) { return same_but_for_case(other.name, one->name); }))
            return fmt::format("The {} has two assessments of one name, {}.", named(person), shown(one->name));
    return first_among(person.assessments, [&](const Assessment& one) { return breach_of(one, person); });
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
                    },
                    [&] { return breach_of_assessments(person); },
                    [&] { return breach_of_words(person.plan_work, at("plan for work", person)); },
                    [&] { return breach_of_words(person.plan_life, at("plan for life", person)); });
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

Breach breach_of_amount(std::string_view words, const Place<Accountability>& place) {
    if (auto breach = breach_of_words(words, place, limit::name_characters)) return breach;
    if (!amount_in(words)) return fmt::format("The {}, {}, is not one number.", named(place), shown(words));
    return std::nullopt;
}

Breach breach_of_readings(const std::vector<MetricReading>& readings, const Accountability& said) {
    if (readings.size() > limit::readings)
        return fmt::format("The contract of {} has {} readings; it holds {}.", named(said), grouped(readings.size()),
                           limit::readings);
    const auto pair = std::ranges::adjacent_find(readings, std::ranges::greater_equal{}, &MetricReading::date);
    if (pair != readings.end())
        return fmt::format("The readings of {} are not one a day in the order of their days, from {} on.", named(said),
                           iso(pair->date));
    return first_among(readings, [&](const MetricReading& reading) {
        return first_of([&] { return breach_of_date(reading.date, at("day of a reading", said)); },
                        [&] { return breach_of_amount(reading.value, at("reading", said)); });
    });
}

Breach breach_of_contract(const Accountability& said) {
    if (!said.contract) return std::nullopt;
    const auto& contract = *said.contract;
    return first_of([&] { return breach_of_needed_words(contract.metric, at("metric", said)); },
                    [&] { return breach_of_amount(contract.baseline, at("baseline", said)); },
                    [&] { return breach_of_amount(contract.target, at("target", said)); },
                    [&] { return breach_of_date(contract.date, at("date of the contract", said)); },
                    [&] { return breach_of_words(contract.next_step, at("next step", said)); },
                    [&] { return breach_of_readings(contract.readings, said); });
}

Breach breach_of_details(const Accountability& said) {
    for (const auto detail :
         {Detail::evidence, Detail::measure, Detail::if_then, Detail::first_step, Detail::strength, Detail::help})
        if (auto breach = breach_of_words(text_of(said, detail), at(label_of(detail), said))) return breach;
    if (said.confidence < 0 || said.confidence > 10)
        return fmt::format("The confidence of {} is {}; it is 1 to 10, or 0.", named(said), said.confidence);
    return std::nullopt;
}

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
    return first_of(
        [&] { return breach_of_needed_words(said.statement, at("text", said)); },
        [&] { return breach_of_moment(said.said_at, at("time", said)); },
        [&] { return breach_of_date(said.due, at("due date", said)); }, [&] { return breach_of_details(said); },
        [&] { return breach_of_choice(said.placed, Placed::hand, at("way of placing", said)); },
        [&] { return breach_of_moment(said.confirmed_at, at("time of the reading back", said)); },
        [&] { return breach_of_contract(said); },
        [&] { return first_among(said.wordings, [&](const auto& w) { return breach_of(w, said); }); },
        [&] { return first_among(said.check_ins, [&](const auto& c) { return breach_of_check_in(c, said); }); });
}

// Whose wish it answers is somebody's, and not its own.
Breach breach_of_wish(const Accountability& said, const Ids& statements, const Ids& asks) {
    if (said.helps && !statements.contains(said.helps->text))
        return fmt::format("The {} helps with statement {}, which is not in the session.", named(said),
                           shown(said.helps->text));
    if (said.helps == said.id) return fmt::format("The {} helps with itself.", named(said));
    if (said.answers && !asks.contains(said.answers->text))
        return fmt::format("The {} answers ask {}, which is not in the session.", named(said),
                           shown(said.answers->text));
    return std::nullopt;
}

Breach breach_of_wishes(const Session& session) {
    const Ids asks = ids_of(session.asks);
    Ids statements = ids_of(session.accountabilities);
    statements.merge(ids_of(session.carried));
    const auto look = [&](const Accountability& said) { return breach_of_wish(said, statements, asks); };
    return first_of([&] { return first_among(session.accountabilities, look); },
                    [&] { return first_among(session.carried, look); });
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
        if (count.count < 0 || count.count > most_of_one(poll))
            return fmt::format("The {} has a count of {}; it is 0 to {}.", named(poll), count.count, most_of_one(poll));
    }
    if (poll.kind == PollKind::say_back && !std::ranges::equal(poll.counts, parts_said_back, {}, &PollCount::choice))
        return fmt::format("The {} counts something else than metric, number and date.", named(poll));
    if (total_of(poll) > most_of(poll))
        return fmt::format("The {} has {} {}; there can be {}.", named(poll), total_of(poll), noun_of(poll.kind),
                           most_of(poll));
    return std::nullopt;
}

Breach breach_of(const Poll& poll, const Ids& participants, const Session& session) {
    if (auto breach = breach_of_choice(poll.kind, PollKind::say_back, at("kind", poll))) return breach;
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

Breach breach_of_head(const Session& session) {
    if (!session.id.empty() && !is_id(session.id.text))
        return fmt::format("The id {} of the session is not 1 to 64 printable ASCII characters without a space.",
                           shown(session.id.text));
    return first_of([&] { return breach_of_words(session.team, at("team", session), limit::name_characters); },
                    [&] { return breach_of_date(session.date, at("date", session)); },
                    [&] { return breach_of_choice(session.stage, all_stages.back(), at("stage", session)); },
                    [&] { return breach_of_moment(session.stage_since, at("time of the stage", session)); },
                    [&] { return breach_of_plan(session); }, [&] { return breach_of_goal(session.goal); },
                    [&] { return breach_of_date(session.next_date, at("next date", session)); },
                    [&] { return breach_of_words(session.request, at("request", session)); });
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
        [&] { return breach_of_cards(session.accountabilities); },
        [&] { return breach_of_alignment(session, participants); }, [&] { return breach_of_wishes(session); },
        [&] { return breach_of_ids(session.parked); },
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
