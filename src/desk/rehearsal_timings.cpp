#include "desk/rehearsal_timings.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace avow::desk {

namespace {

constexpr double nearly_all = .9;

std::string name_of(const RehearsalRecord& record, const RehearsedStatement& said) {
    return record.words.people[said.person].name;
}

void time_stages(const RehearsalRecord& record, const Session& session, RehearsalTimings& timings) {
    for (const auto stage : all_stages) {
        const auto taken = record.taken_ms[static_cast<std::size_t>(stage)];
        const int planned = minutes_of(session, stage);
        if (taken > 0 || planned > 0) timings.stages.push_back({stage, planned, taken});
    }
}

void time_captures(const RehearsalRecord& record, const std::vector<TakenIn>& taken, RehearsalTimings& timings) {
    std::vector<std::int64_t> delays;
    for (const auto& one : taken) {
        const auto& ended = record.sayings[one.statement].ended;
        // Who writes along has it before the last word.
        const auto ms = ended ? std::max<std::int64_t>(0, one.at.unix_ms - ended->unix_ms) : 0;
        delays.push_back(ms);
        const auto& said = record.words.statements[one.statement];
        if (!timings.slowest || ms > timings.slowest->ms) timings.slowest = {ms, name_of(record, said), said.words};
    }
    if (delays.empty()) return;
    std::ranges::sort(delays);
    const auto middle = delays.size() / 2;
    timings.median_ms = delays.size() % 2 == 1 ? delays[middle] : (delays[middle - 1] + delays[middle]) / 2;
}

void compare_words(const RehearsalRecord& record, const Session& session, const std::vector<TakenIn>& taken,
                   RehearsalTimings& timings) {
    double share = 0;
    for (const auto& one : taken) {
        share += one.share;
        timings.exact += one.is_exact;
        timings.nearly += !one.is_exact && one.share >= nearly_all;
        if (one.is_theirs) continue;
        const auto& said = record.words.statements[one.statement];
        const auto* owner = find(session, find(session, one.id)->owner);
        timings.misplaced.push_back({said.words, name_of(record, said), owner ? owner->name : std::string{}});
    }
    if (!taken.empty()) timings.share = share / static_cast<double>(taken.size());
}

void list_missed(const RehearsalRecord& record, const std::vector<TakenIn>& taken, RehearsalTimings& timings) {
    for (std::size_t i = 0; i < record.sayings.size(); ++i) {
        const bool was_said = record.sayings[i].times > 0;
        timings.said += was_said;
        if (std::ranges::find(taken, i, &TakenIn::statement) != taken.end()) continue;
        const auto& said = record.words.statements[i];
        timings.missed.push_back({name_of(record, said), said.words, was_said});
    }
    // What was said and missed is what she can learn from.
    std::ranges::stable_partition(timings.missed, &RehearsalTimings::Missed::was_said);
}

void time_silence(const RehearsalRecord& record, Moment ended, RehearsalTimings& timings) {
    if (!record.capture_began) return;
    for (std::size_t person = 0; person < record.words.people.size(); ++person) {
        if (record.words.people[person].manner != Manner::silent) continue;
        const auto& called = record.called[person];
        const auto until = called.value_or(ended);
        timings.silent.push_back(
            {record.words.people[person].name, until.unix_ms - record.capture_began->unix_ms, called.has_value()});
    }
}

void list_what_is_left(const Session& session, RehearsalTimings& timings) {
    for (const auto& person : session.participants)
        if (std::ranges::find(session.accountabilities, person.id, &Accountability::owner) ==
            session.accountabilities.end())
            timings.unheard.push_back(person.name);
    for (const auto& item : session.accountabilities) {
        timings.without_date += !item.due;
        timings.without_read_back += !item.confirmed_at;
    }
}

std::string seconds(std::int64_t ms) {
    if (ms >= 120'000) return minutes_and_seconds(ms) + " minutes";
    return fmt::format("{:.1f} seconds", static_cast<double>(ms) / 1000);
}

void add_captured(const RehearsalTimings& timings, std::vector<std::string>& all) {
    auto captured = fmt::format("Captured: {} of {} statements", timings.captured, timings.brought);
    if (timings.said < timings.brought) captured += fmt::format("; {} of them were said", timings.said);
    all.push_back(captured + ".");
    if (timings.captured == 0) return;
    all.push_back(fmt::format("Word for word: {}, nearly: {}. Of the words of what was captured you kept {} in 100.",
                              timings.exact, timings.nearly, std::lround(timings.share * 100)));
    all.push_back(fmt::format("From the last word to the card: {} at the median, {} at the most, for {}'s “{}”.",
                              seconds(*timings.median_ms), seconds(timings.slowest->ms), timings.slowest->who,
                              timings.slowest->words));
    all.push_back(fmt::format("Keys beside the words: {:.1f} a statement.", timings.other_keys));
    if (timings.added > 0)
        all.push_back(fmt::format("{} {} hold nothing of what was said, or hold it twice.", timings.added,
                                  timings.added == 1 ? "card seems to" : "cards seem to"));
}

void add_people(const RehearsalTimings& timings, std::vector<std::string>& all) {
    for (const auto& silence : timings.silent)
        all.push_back(silence.was_called ? fmt::format("{}, who is silent, waited {} until you called by name.",
                                                       silence.who, seconds(silence.waited_ms))
                                         : fmt::format("{}, who is silent, was never called by name.", silence.who));
    if (timings.objections > 0)
        all.push_back(fmt::format("Objections: {} raised, {} parked.", timings.objections, timings.parked));
    if (!timings.unheard.empty()) all.push_back("Not heard: " + report::listed(timings.unheard) + ".");
}

} // namespace

RehearsalTimings timings_of(const RehearsalRecord& record, const Session& session, Moment ended) {
    RehearsalTimings timings;
    timings.team = session.team;
    timings.paused_ms = record.paused_ms;
    timings.fastest = record.fastest;
    timings.objections = record.objections;
    timings.parked = static_cast<int>(session.parked.size());
    timings.brought = static_cast<int>(record.sayings.size());
    const auto taken = taken_in(record, session);
    timings.captured = static_cast<int>(taken.size());
    timings.added = static_cast<int>(session.accountabilities.size() - taken.size());
    if (!session.accountabilities.empty())
        timings.other_keys =
            static_cast<double>(record.other_keys) / static_cast<double>(session.accountabilities.size());
    time_stages(record, session, timings);
    time_captures(record, taken, timings);
    compare_words(record, session, taken, timings);
    list_missed(record, taken, timings);
    time_silence(record, ended, timings);
    list_what_is_left(session, timings);
    return timings;
}

std::string minutes_and_seconds(std::int64_t ms) {
    const auto all = (ms + 500) / 1000;
    return fmt::format("{}:{:02}", all / 60, all % 60);
}

std::vector<std::string> sentences_of(const RehearsalTimings& timings) {
    std::vector<std::string> all;
    add_captured(timings, all);
    add_people(timings, all);
    for (const auto& one : timings.misplaced)
        all.push_back(fmt::format("{} said “{}”; it stands under {}.", one.said_by, one.words, one.under));
    if (timings.without_date > 0) all.push_back(fmt::format("Without a date: {}.", timings.without_date));
    if (timings.without_read_back > 0)
        all.push_back(fmt::format("Not read back and confirmed: {}.", timings.without_read_back));
    if (timings.fastest > 1)
        all.push_back(fmt::format("The people spoke at up to {} times their pace; all times are by your clock.",
                                  timings.fastest));
    if (timings.paused_ms >= 1000)
        all.push_back(fmt::format("Paused for {}, which counts nowhere.", seconds(timings.paused_ms)));
    return all;
}

std::vector<std::string> what_was_missed(const RehearsalTimings& timings) {
    std::vector<std::string> all;
    for (const auto& one : timings.missed)
        all.push_back(fmt::format("{}: “{}”{}", one.who, one.words, one.was_said ? "" : " (never got to say it)"));
    return all;
}

std::string as_text(const RehearsalTimings& timings) {
    std::string text = timings.team + "\nYour timings. A rehearsal: nobody said this, nothing of it was kept.\n\n";
    text += fmt::format("{:<10}{:>9}{:>9}\n", "Stage", "planned", "taken");
    for (const auto& one : timings.stages)
        text += fmt::format("{:<10}{:>9}{:>9}\n", title_of(one.stage), fmt::format("{}:00", one.planned),
                            minutes_and_seconds(one.taken_ms));
    text += "\n";
    for (const auto& sentence : sentences_of(timings)) text += sentence + "\n";
    if (!timings.missed.empty()) text += "\nNot captured\n";
    for (const auto& line : what_was_missed(timings)) text += line + "\n";
    return text;
}

} // namespace avow::desk
