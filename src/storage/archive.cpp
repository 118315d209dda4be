// The session as JSON: which keys, in which order, with which words. The contract's keys come first, ours after them.
#include "storage/archive.hpp"

#include "storage/archive_fields.hpp"
#include "storage/lock.hpp"
#include "storage/session_file.hpp"

#include <map>
#include <set>

namespace avow::storage {

template <>
const Names<Stage>& names_of_all<Stage>() {
    static const Names<Stage> names = [] {
        Names<Stage> all;
        for (const Stage stage : all_stages) all.emplace_back(stage, name_of(stage));
        return all;
    }();
    return names;
}

template <>
const Names<Attendance>& names_of_all<Attendance>() {
    static const Names<Attendance> names = {
        {Attendance::here, "here"}, {Attendance::late, "late"}, {Attendance::absent, "absent"}};
    return names;
}

template <>
const Names<Placed>& names_of_all<Placed>() {
    static const Names<Placed> names = {
        {Placed::nobody, "nobody"}, {Placed::proposal, "proposal"}, {Placed::hand, "hand"}};
    return names;
}

template <>
const Names<Outcome>& names_of_all<Outcome>() {
    static const Names<Outcome> names = {
        {Outcome::kept, "kept"}, {Outcome::part, "part"}, {Outcome::missed, "missed"}, {Outcome::changed, "changed"}};
    return names;
}

template <>
const Names<AskKind>& names_of_all<AskKind>() {
    static const Names<AskKind> names = {
        {AskKind::stop, "stop"}, {AskKind::start, "start"}, {AskKind::keep_on, "continue"}};
    return names;
}

template <>
const Names<AskFrom>& names_of_all<AskFrom>() {
    static const Names<AskFrom> names = {{AskFrom::team, "team"}, {AskFrom::leader, "leader"}};
    return names;
}

template <>
const Names<PollKind>& names_of_all<PollKind>() {
    static const Names<PollKind> names = {{PollKind::fingers, "fingers"},
                                          {PollKind::confidence, "confidence"},
                                          {PollKind::votes, "votes"},
                                          {PollKind::hands, "hands"},
                                          {PollKind::say_back, "say_back"}};
    return names;
}

template <>
const Names<AnswerKind>& names_of_all<AnswerKind>() {
    static const Names<AnswerKind> names = {{AnswerKind::none, "none"},
                                            {AnswerKind::saves_time, "saves_time"},
                                            {AnswerKind::replaces, "replaces"},
                                            {AnswerKind::raises_sales, "raises_sales"},
                                            {AnswerKind::costs, "costs"}};
    return names;
}

template <class A>
void fields(A& a, Draft& draft) {
    a("speaker", draft.speaker.text); // these two may be empty, which no id is
    a("text", draft.text);
    a("field", draft.field);
    a("item", draft.item.text);
    if (A::reads || !draft.beside.empty()) a("beside", draft.beside);
}

namespace {

constexpr const char* format_name = "avow-session";

// `present` is there for readers who know no "late"; where both are given they must agree.
void attendance_fields(Writer& a, Participant& participant) {
    a("present", participant.attendance == Attendance::here);
}
void attendance_fields(Reader& a, Participant& participant) {
    bool is_present = true;
    a("present", is_present);
    if (!a.has("attendance")) {
        participant.attendance = is_present ? Attendance::here : Attendance::absent;
    } else if (a.has("present")) {
        Attendance told = Attendance::here;
        a("attendance", told);
        if (is_present != (told == Attendance::here)) {
            a.fail_at("attendance", std::string("is \"") + std::string(word_for(told)) + "\", but present is " +
                                        (is_present ? "true" : "false"));
        }
    }
}

} // namespace

template <class A>
void fields(A& a, PlannedStage& planned) {
    a.required("stage", planned.stage);
    a.number("minutes", planned.minutes, 0, limit::stage_minutes);
}

template <class A>
void fields(A& a, Participant& participant) {
    a.required("id", participant.id);
    a.required("name", participant.name);
    a("role", participant.role);
    a.number("seat", participant.seat, 1, static_cast<int>(limit::participants));
    attendance_fields(a, participant);
    a("strengths", participant.strengths);
    a("attendance", participant.attendance);
    a.number("passes", participant.passes, 0, 1'000'000);
    const bool has_assessments = !participant.assessments.empty() && a.is_private_wanted();
    const bool has_life_plan = !participant.plan_life.empty() && a.is_private_wanted();
    if (A::reads || has_assessments) a("assessments", participant.assessments);
    if (A::reads || !participant.plan_work.empty()) a("plan_work", participant.plan_work);
    if (A::reads || has_life_plan) a("plan_life", participant.plan_life);
}

template <class A>
void fields(A& a, Theme& theme, std::vector<AccountabilityId>& items) {
    a.required("id", theme.id);
    a.required("title", theme.title);
    a("named_by_hand", theme.named_by_hand);
    a("items", items);
    a.number("mark", theme.mark, 0, 1'000'000);
    a("former_titles", theme.former_titles);
}

template <class A>
void fields(A& a, Objection& objection) {
    a.required("id", objection.id);
    a.required("text", objection.text);
    a("answer", objection.answer);
    if (A::reads || !objection.who_answers.empty()) a("who_answers", objection.who_answers);
    if (A::reads || objection.kind != AnswerKind::none) a("kind", objection.kind);
    if (A::reads || !objection.amount.empty()) a("amount", objection.amount);
}

template <class A>
void fields(A& a, Seal& seal) {
    a.required("fingerprint", seal.fingerprint);
    if (A::reads || a.is_private_wanted() || seal.opened_at) a("nonce", seal.nonce);
    a.required("sealed_at", seal.sealed_at);
    a("opened_at", seal.opened_at);
}

namespace {

using Items = std::map<ThemeId, std::vector<AccountabilityId>>;

Items items_of(const Session& session) {
    Items items;
    for (const Accountability& said : session.accountabilities)
        if (said.theme) items[*said.theme].push_back(said.id);
    return items;
}

void themed_fields(Writer& a, Session& session) {
    a("accountabilities", session.accountabilities);
    Items items = items_of(session);
    a.list("themes", session.themes, [&](Theme& theme) { fields(a, theme, items[theme.id]); });
}

// Who is in a theme is said twice in the JSON. What is missing on one side is taken from the other; what is said on both
// sides must agree.
void themed_fields(Reader& a, Session& session) {
    std::set<AccountabilityId> silent; // those without a "theme" key
    a.list("accountabilities", session.accountabilities, [&](Accountability& said) {
        const bool says_when = a.has("said_at");
        fields(a, said);
        if (!a.has("theme")) silent.insert(said.id);
        if (!says_when) said.said_at = Moment{std::int64_t{86'400'000} * days_between(Date{}, session.date)};
    });
    std::map<AccountabilityId, Accountability*> by_id;
    for (Accountability& said : session.accountabilities) by_id.emplace(said.id, &said);
    std::map<ThemeId, std::set<AccountabilityId>> listed;
    a.list("themes", session.themes, [&](Theme& theme) {
        std::vector<AccountabilityId> items;
        theme.mark = static_cast<int>(session.themes.size()) - 1; // unless it says which: its place in the list
        fields(a, theme, items);
        for (const AccountabilityId& id : items) {
            const auto found = by_id.find(id);
            if (found == by_id.end()) a.fail_at("items", "there is no accountability \"" + shown(id.text) + "\"");
            Accountability& said = *found->second;
            if (silent.erase(id) != 0) said.theme = theme.id;
            if (said.theme != theme.id)
                a.fail_at("items", "\"" + shown(id.text) + "\" is listed here, but says its theme is " +
                                       (said.theme ? "\"" + shown(said.theme->text) + "\"" : "none"));
        }
        if (a.has("items")) listed[theme.id].insert(items.begin(), items.end());
    });
    for (const Accountability& said : session.accountabilities) {
        const auto theme = said.theme ? listed.find(*said.theme) : listed.end();
        if (theme != listed.end() && !theme->second.contains(said.id)) {
            a.fail_at("themes", "\"" + shown(said.theme->text) + "\" does not list \"" + shown(said.id.text) +
                                    "\", which says it is in it");
        }
    }
}

// What the leader expects is told to nobody else while it is sealed: only how much of it there is.
bool is_secret(const Writer& a, const Session& session) { return is_sealed(session) && !a.is_private_wanted(); }
bool is_secret(const Reader&, const Session&) { return false; }

void sealed_fields(Writer& a, Session& session) {
    if (session.seal) a("seal", session.seal);
    if (is_secret(a, session) && !session.expectations.empty())
        a("sealed_expectations", static_cast<int>(session.expectations.size()));
}
void sealed_fields(Reader& a, Session& session) {
    int ignored = 0; // they are not there, however many there were
    a("seal", session.seal);
    a("sealed_expectations", ignored);
}

template <class A>
void alignment_fields(A& a, Session& session) {
    if (A::reads || session.leader) a("leader", session.leader);
    sealed_fields(a, session);
    if (A::reads || !session.recall_sheets.empty()) a("recall_sheets", session.recall_sheets);
    if (A::reads || session.team_guess) a("team_guess", session.team_guess);
    if (A::reads || !session.misalignments.empty()) a("misalignments", session.misalignments);
    if (A::reads || !session.request.empty()) a("request", session.request);
}

template <class A>
void session_fields(A& a, Session& session) {
    a("team", session.team);
    a.required("date", session.date);
    a("stage", session.stage);
    a("goal", session.goal);
    if constexpr (A::reads) {
        if (const std::size_t count = a.count("participants"); count > limit::participants) // or its seat is refused
            a.fail_at("participants", "there are " + std::to_string(count) + "; a session holds " +
                                          std::to_string(limit::participants));
        a.list("participants", session.participants, [&](Participant& participant) {
            participant.seat = static_cast<int>(session.participants.size());
            fields(a, participant);
        });
    } else {
        a("participants", session.participants);
    }
    themed_fields(a, session);
    if (!is_secret(a, session)) a("expectations", session.expectations);
    a("asks", session.asks);
    a("objections", session.objections);
    a("parked", session.parked);
    if (A::reads || !session.id.empty()) a("id", session.id);
    a("stage_since", session.stage_since);
    a("plan", session.plan);
    a("next_date", session.next_date);
    a("agreements", session.agreements);
    if (A::reads || !session.carried.empty()) a("carried", session.carried);
    if (A::reads || !session.polls.empty()) a("polls", session.polls);
    alignment_fields(a, session);
}

void refuse_breach(const Session& session) {
    if (const std::optional<std::string> breach = breach_of(session)) throw FormatError(*breach);
}

Session& changeable(const Session& session) { // a Writer only looks
    return const_cast<Session&>(session);
}

template <class A>
void holder_fields(A& a, Holder& holder) {
    a("host", holder.host);
    a("user", holder.user);
    a("pid", holder.process);
    a("instance", holder.instance);
    a("since", holder.since);
    a("beat", holder.beat);
}

} // namespace

std::string json_of(const Envelope& envelope) {
    return written(Privacy::with_private, [&](Writer& a) {
        a("format", std::string_view(format_name));
        a("version", envelope.version);
        a("min_reader", envelope.min_reader);
        a("min_writer", envelope.min_writer);
        a("app", envelope.app);
        if (!envelope.session.empty()) a("session", envelope.session);
        if (!envelope.session_file.empty()) a("session_file", envelope.session_file);
    });
}

std::string json_of(const Session& session, Privacy privacy) {
    return written(privacy, [&](Writer& a) {
        a("format", std::string_view(format_name));
        a("version", format_version);
        session_fields(a, changeable(session));
    });
}

std::string json_of(const Snapshot& snapshot) {
    return written(Privacy::with_private, [&](Writer& a) {
        a.object("snapshot", [&] { session_fields(a, changeable(snapshot.session)); });
        a("seq", snapshot.seq);
    });
}

std::string origin_json_of(const Session& origin) {
    return written(Privacy::with_private,
                   [&](Writer& a) { a.object("origin", [&] { session_fields(a, changeable(origin)); }); });
}

std::string json_of(const Draft& draft) {
    return written(Privacy::with_private, [&](Writer& a) { a("draft", draft); });
}

std::string json_of(const Holder& holder) {
    return written(Privacy::with_private, [&](Writer& a) { holder_fields(a, const_cast<Holder&>(holder)); });
}

std::optional<JsonFlaw> scan(std::string_view text, Scanned& scanned) {
    scanned.text = text;
    return scan_json(text, scanned.tokens);
}

bool has_member(const Scanned& scanned, std::string_view name) {
    if (scanned.tokens.empty() || scanned.tokens[0].kind != JsonKind::object) return false;
    for (std::uint32_t i = 1; i < scanned.tokens[0].next; i = scanned.tokens[i].next) {
        const JsonToken& member = scanned.tokens[i];
        if (scanned.text.substr(member.name_begin, member.name_end - member.name_begin) == name) return true;
    }
    return false;
}

Envelope envelope_from(const Scanned& scanned, std::vector<UnknownMember>& unknown) {
    Envelope envelope;
    read_by(scanned, unknown, [&](Reader& a) {
        std::string format;
        a.required("format", format);
        if (format != format_name) a.fail_at("format", "is not that of an Avow session");
        a.required("version", envelope.version);
        envelope.min_reader = envelope.min_writer = envelope.version;
        a("min_reader", envelope.min_reader);
        a("min_writer", envelope.min_writer);
        a("app", envelope.app);
        a("session", envelope.session);
        a("session_file", envelope.session_file);
    });
    return envelope;
}

Session session_from(const Scanned& scanned, std::vector<UnknownMember>& unknown) {
    Session session;
    read_by(scanned, unknown, [&](Reader& a) {
        std::string format;
        int version = format_version;
        int min_reader = 0;
        a.required("format", format);
        if (format != format_name) a.fail_at("format", "is not that of an Avow session");
        a("version", version);
        min_reader = version;
        a("min_reader", min_reader);
        if (version < 1) a.fail_at("version", "there is no version " + std::to_string(version));
        if (min_reader > format_version)
            throw FormatError("it was made by a newer Avow (version " + std::to_string(version) +
                              "); this one reads version " + std::to_string(format_version));
        session_fields(a, session);
    });
    return session; // the caller gives it an id if it has none, and asks for breaches then
}

namespace {

void snapshot_fields(Reader& a, Snapshot& snapshot) {
    a.object("snapshot", [&] { session_fields(a, snapshot.session); });
    a.required("seq", snapshot.seq);
    if (snapshot.seq > most_entries) a.fail_at("seq", std::to_string(snapshot.seq) + " is out of range");
}

} // namespace

Snapshot snapshot_from(const Scanned& scanned, std::vector<UnknownMember>& unknown) {
    Snapshot snapshot;
    read_by(scanned, unknown, [&](Reader& a) { snapshot_fields(a, snapshot); });
    refuse_breach(snapshot.session);
    return snapshot;
}

Snapshot snapshot_at_a_glance(const Scanned& scanned) {
    Snapshot snapshot;
    std::vector<UnknownMember> unknown;
    read_line_by(scanned, unknown, [&](Reader& a) { snapshot_fields(a, snapshot); });
    refuse_breach(snapshot.session);
    return snapshot;
}

Session origin_from(const Scanned& scanned, std::vector<UnknownMember>& unknown) {
    Session origin;
    read_by(scanned, unknown, [&](Reader& a) { a.object("origin", [&] { session_fields(a, origin); }); });
    refuse_breach(origin);
    return origin;
}

Draft draft_from(const Scanned& scanned) {
    Draft draft;
    std::vector<UnknownMember> unknown;
    read_by(scanned, unknown, [&](Reader& a) { a("draft", draft); });
    return draft;
}

Holder holder_from(const Scanned& scanned) {
    Holder holder;
    std::vector<UnknownMember> unknown;
    read_by(scanned, unknown, [&](Reader& a) { holder_fields(a, holder); });
    return holder;
}

} // namespace avow::storage
