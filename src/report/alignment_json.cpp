// The keys and their order are promised in docs/file-format.md: adding one at the end of an object breaks nobody.
#include "report/alignment.hpp"
#include "report/json_page.hpp"
#include "report/phrases.hpp"

namespace avow::report {

namespace {

using insight::Alignment;
using insight::Recalled;

std::string_view key_of(AlignState state) {
    switch (state) {
    case AlignState::none: return "none";
    case AlignState::not_sealed: return "not_sealed";
    case AlignState::sealed: return "sealed";
    case AlignState::opened: return "opened";
    }
    return "";
}

void add_number(JsonPage& page, std::string_view key, const std::optional<int>& value) {
    value ? page.number(key, *value) : page.text_or_null(key, "");
}

void add_count(JsonPage& page, std::string_view key, int count, int of) {
    page.begin_object(key).number("count", count).number("of", of).end();
}

void add_expectation(JsonPage& page, const Session& session, const Recalled& counts, int sheets) {
    page.begin_object().text("id", counts.id.text).text("text", expectation_of(session, counts).text);
    page.number("recalled", counts.recalled).number("of", sheets).number("judged", counts.judged);
    page.number("understood", counts.understood).number("partly", counts.partly);
    add_number(page, "guess", counts.guess);
    page.end();
}

void add_judges(JsonPage& page, const insight::JudgedAlike& judges) {
    page.begin_object("judges").number("alike", judges.alike).number("of", judges.of);
    if (judges.kappa)
        page.figure("kappa", *judges.kappa);
    else
        page.text_or_null("kappa", "");
    page.end();
}

void add_counts(JsonPage& page, const Session& session, const Alignment& all) {
    page.begin_list("expectations");
    for (const auto& counts : all.expectations) add_expectation(page, session, counts, all.sheets);
    page.end();
    add_count(page, "known", all.known, all.most_known());
    add_count(page, "understood", all.understood, all.known);
    add_count(page, "partly", all.partly, all.known);
    add_count(page, "phantom", all.phantoms, all.recalls);
    add_count(page, "sheets_with_phantoms", all.sheets_with_phantoms, all.sheets);
    add_count(page, "undecided", all.undecided, all.recalls);
    page.begin_object("guessed_by_leader").number("count", all.guessed).number("came", all.known_of_guessed);
    page.number("expectations", all.guesses).number("of", static_cast<int>(all.expectations.size())).end();
    add_judges(page, all.judges);
    page.begin_list("phantoms");
    for (const auto& words : phantoms_of(session)) page.element(words);
    page.end();
}

void add_misalignments(JsonPage& page, const Session& session) {
    page.begin_list("misalignments");
    for (const auto& one : session.misalignments) page.element(one.text);
    page.end();
}

} // namespace

std::string alignment_json(const AlignmentTold& told) {
    const auto& session = told.session;
    const auto all = insight::alignment_of(session);
    JsonPage page;
    page.begin_object().text("format", "avow-alignment").number("version", 1);
    page.text("team", session.team).text("date", iso(session.date));
    page.text_or_null("leader", session.leader ? name_of(session, *session.leader) : "");
    page.text("state", key_of(align_state(session)));
    page.number("expected", static_cast<int>(session.expectations.size()));
    page.text_or_null("fingerprint", session.seal ? session.seal->fingerprint : "");
    page.number("sheets", all.sheets).number("recalls", all.recalls);
    add_number(page, "guessed_by_team", all.team_guess);
    add_misalignments(page, session);
    if (is_opened(session)) {
        page.flag("seal_holds", told.seal_holds);
        add_counts(page, session, all);
    }
    page.end();
    return page.whole();
}

} // namespace avow::report
