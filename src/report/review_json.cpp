// The keys and their order are promised in docs/file-format.md: adding one at the end of an object breaks nobody.
#include "report/align_sections.hpp"
#include "report/json_page.hpp"
#include "report/phrases.hpp"
#include "report/review.hpp"
#include "report/review_words.hpp"

namespace avow::report {

namespace {

using namespace insight;

void add_rate(JsonPage& page, std::string_view key, const KeptRate& rate) {
    const auto interval = wilson(rate);
    page.begin_object(key).number("kept", rate.kept).number("answered", rate.answered);
    page.share("low", interval.low).share("high", interval.high).end();
}

std::string_view key_of(Standing standing) { return standing == Standing::open ? "open" : standing_in_words(standing); }

void add_life(JsonPage& page, const Told& told, const Life& life) {
    const auto& review = told.review;
    page.begin_object();
    page.text("id", life.item.id.text).text("owner", owner_of(review, life));
    page.text_or_null("statement", told.has_words ? life.item.statement : "");
    page.text_or_null("said", told.has_words ? life.item.statement : "");
    page.text_or_null("words", told.has_words ? words_of(life.item) : "");
    page.text_or_null("theme", life.theme).text("said_on", iso(life.said_on));
    page.text("standing", key_of(life.standing)).number("age_days", life.age_days);
    page.number("times_carried", life.times_carried);
    page.text("last_seen", iso(review.past.sessions[life.sessions.back()].date));
    page.flag("before_team", is_before_team(life, review.teams[life.team]));
    page.text_or_null("due", life.item.due ? iso(*life.item.due) : "");
    page.begin_list("check_ins");
    for (const auto& check_in : life.item.check_ins) {
        page.begin_object().text("date", iso(check_in.date)).text("state", outcome_in_words(check_in.outcome));
        page.text_or_null("reason", told.has_words ? check_in.reason : "").end();
    }
    page.end().end();
}

void add_names(JsonPage& page, std::string_view key, const std::vector<std::string>& names) {
    page.begin_list(key);
    for (const auto& name : names) page.element(name);
    page.end();
}

std::string_view joined_by(const ThemeThread& thread) {
    switch (sureness_of(thread)) {
    case Sureness::alone: return "";
    case Sureness::same_title: return "title";
    case Sureness::likely: return "words";
    case Sureness::confirmed: return "confirmed";
    }
    return "";
}

void add_theme(JsonPage& page, const Review& review, const ThemeThread& thread) {
    page.begin_object().text("title", thread.title);
    add_names(page, "former_titles", thread.former_titles);
    page.number("running", thread.running).flag("is_running", thread.is_running);
    add_rate(page, "kept", thread.kept);
    page.begin_list("sessions");
    for (const auto& in : thread.in) {
        page.begin_object().text("date", iso(review.past.sessions[in.session].date));
        page.number("items", in.items).number("people", in.people).number("carried", in.carried).end();
    }
    page.end().text_or_null("joined", joined_by(thread)).end();
}

std::string_view kind_of(Specific::Kind kind) {
    return kind == Specific::Kind::number ? "number" : kind == Specific::Kind::day ? "day" : "name";
}

void add_rewording(JsonPage& page, const Told& told, const Rewording& one) {
    const auto& life = told.review.lives[one.life];
    page.begin_object().text("id", life.item.id.text).text("owner", owner_of(told.review, life));
    page.text("date", iso(one.latter.date));
    page.text_or_null("former", told.has_words ? one.former : "");
    page.text_or_null("latter", told.has_words ? one.latter.text : "");
    page.begin_list("lost");
    for (const auto& lost : one.lost) {
        page.begin_object().text("kind", kind_of(lost.kind));
        page.text_or_null("words", told.has_words ? lost.words : "").end();
    }
    page.end().end();
}

void add_owed(JsonPage& page, const Told& told, std::size_t team) {
    page.begin_object("owed").begin_list("promises_of_leaders");
    for (const auto life : leaders_promises_in(told.review, team)) page.element(told.review.lives[life].item.id.text);
    page.end().begin_list("help_asked");
    for (const auto* asked : help_in(told.review, team)) {
        page.begin_object().text("id", told.review.lives[asked->life].item.id.text).text("of", asked->of);
        page.text_or_null("what", told.has_words ? asked->what : "");
        page.text_or_null("promised", asked->promised ? told.review.lives[*asked->promised].item.id.text : "").end();
    }
    page.end().end();
}

void add_parked(JsonPage& page, const Told& told, std::size_t team) {
    page.begin_list("parked");
    for (const auto* one : parked_in(told.review, team)) {
        page.begin_object()
            .text_or_null("text", told.has_words ? one->item.text : "")
            .text_or_null("owner", one->owner);
        page.text("since", iso(one->item.since)).number("age_days", one->age_days);
        page.flag("before_team", one->is_before_team).end();
    }
    page.end();
}

void add_unseen(JsonPage& page, const Review& review, std::size_t team) {
    page.begin_list("not_seen_since");
    for (const auto* one : unseen_in(review, team)) {
        page.begin_object().text("name", person_in(review, one->person)).text("last_seen", iso(one->last_seen));
        page.number("sessions_since", one->sessions_since).end();
    }
    page.end();
}

void add_people(JsonPage& page, const Review& review, std::string_view key, const std::vector<std::size_t>& people) {
    page.begin_list(key);
    for (const auto person : people) page.element(person_in(review, person));
    page.end();
}

void add_changes(JsonPage& page, const Review& review, const Team& team) {
    page.begin_list("changes");
    for (std::size_t at = 1; at < team.sessions.size(); ++at) {
        const auto both = compared(review, team.sessions[at - 1], team.sessions[at]);
        page.begin_object().text("from", iso(review.past.sessions[team.sessions[at - 1]].date));
        page.text("to", iso(review.past.sessions[team.sessions[at]].date));
        page.number("said_before", both.said_before).number("said_after", both.said_after);
        add_people(page, review, "stayed", both.stayed);
        add_people(page, review, "came", both.came);
        add_people(page, review, "left", both.left);
        add_names(page, "again", both.again);
        add_names(page, "new_themes", both.new_themes);
        add_names(page, "former_themes", both.former_themes);
        page.end();
    }
    page.end();
}

void add_aligned(JsonPage& page, const AlignedSession& session) {
    const auto& all = session.alignment;
    page.begin_object().text("date", iso(session.date)).number("sheets", all.sheets).number("known", all.known);
    page.number("of", all.most_known()).number("understood", all.understood).number("partly", all.partly);
    page.number("phantom", all.phantoms).number("recalls", all.recalls).end();
}

void add_alignment(JsonPage& page, const Told& told, std::size_t team) {
    const auto& all = told.review.alignment[team];
    page.begin_list("alignment");
    for (const auto& session : all.sessions) add_aligned(page, session);
    page.end().begin_list("expectations");
    for (const auto& thread : all.threads) {
        page.begin_object().text("id", thread.id.text).text_or_null("text", told.has_words ? thread.text : "");
        page.begin_list("sessions");
        for (const auto& [session, counts] : thread.in) {
            const auto& in = all.sessions[session];
            page.begin_object().text("date", iso(in.date)).number("recalled", counts.recalled);
            page.number("of", in.alignment.sheets).number("understood", counts.understood).end();
        }
        page.end().end();
    }
    page.end();
}

void add_objections(JsonPage& page, const Told& told, std::size_t team) {
    page.begin_list("objections");
    for (const auto* one : objections_in(told.review, team)) {
        page.begin_object().text_or_null("text", told.has_words ? one->last.text : "").begin_list("sessions");
        for (const auto session : one->sessions) page.element(iso(told.review.past.sessions[session].date));
        page.end().flag("answered", is_answered(one->last)).end();
    }
    page.end();
}

void add_luck(JsonPage& page, const std::optional<LuckSquares>& luck) {
    if (!luck) {
        page.text_or_null("luck", "");
        return;
    }
    page.begin_object("luck").number("kept_and_hit", luck->kept_and_hit).number("kept_not_hit", luck->kept_not_hit);
    page.number("hit_not_kept", luck->hit_not_kept).number("neither", luck->neither).number("of", luck->n()).end();
}

void add_team(JsonPage& page, const Told& told, std::size_t at) {
    const auto& review = told.review;
    const auto& team = review.teams[at];
    page.begin_object().text("team", team.name);
    add_names(page, "former_names", team.former_names);
    page.begin_list("sessions");
    for (const auto session : team.sessions) page.element(iso(review.past.sessions[session].date));
    page.end();
    add_rate(page, "kept", review.kept[at]);
    page.begin_list("accountabilities");
    for (const auto& life : review.lives)
        if (life.team == at) add_life(page, told, life);
    page.end().begin_list("themes");
    for (const auto* thread : themes_in(review, at)) add_theme(page, review, *thread);
    page.end().begin_list("rewordings");
    for (const auto* one : rewordings_in(review, at)) add_rewording(page, told, *one);
    page.end();
    add_owed(page, told, at);
    add_parked(page, told, at);
    add_unseen(page, review, at);
    add_changes(page, review, team);
    add_alignment(page, told, at);
    add_objections(page, told, at);
    add_luck(page, review.luck[at]);
    page.end();
}

} // namespace

std::string review_json(const Told& told) {
    JsonPage page;
    page.begin_object().text("format", "avow-review").number("version", 1);
    page.text("date", iso(told.review.today)).flag("has_words", told.has_words);
    page.begin_list("teams");
    for (std::size_t team = 0; team < told.review.teams.size(); ++team) add_team(page, told, team);
    page.end().begin_list("copies");
    for (const auto& sentence : told.review.past.left_out) page.element(sentence);
    page.end().begin_list("unread");
    for (const auto& one : told.unread) page.begin_object().text("file", one.file).text("why", one.why).end();
    page.end().end();
    return page.whole();
}

} // namespace avow::report
