#include "storage/spoken_words.hpp"

namespace avow::storage {

namespace {

std::string name_of(const Session& session, const ParticipantId& id) {
    const auto* person = find(session, id);
    return person ? person->name : "";
}

class Gathering {
public:
    explicit Gathering(const Session& session) : session_(session) {}

    void add(std::string kind, const std::string& words, std::string who = {}) {
        if (!words.empty()) all_.push_back({session_.date, std::move(who), std::move(kind), words, "", {}});
    }

    void add(const Accountability& item) {
        who_ = name_of(session_, item.owner);
        const auto* theme = item.theme ? find(session_, *item.theme) : nullptr;
        theme_ = theme ? theme->title : item.lineage ? item.lineage->theme : "";
        if (!item.lineage) add_said(item);
        for (const auto& wording : item.wordings)
            if (is_new(item, wording.date))
                add(item, wording.date, wording.agreed ? "agreed" : "proposed", wording.text);
        for (const auto& check_in : item.check_ins) {
            if (!is_new(item, check_in.date)) continue;
            add(item, check_in.date, "answered", check_in.reason);
            add(item, check_in.date, "shown", check_in.evidence);
        }
    }

    std::vector<Spoken> take() { return std::move(all_); }

private:
    bool is_new(const Accountability& item, Date date) const { return !item.lineage || date >= session_.date; }

    void add_said(const Accountability& item) {
        add(item, session_.date, "said", item.statement);
        add(item, session_.date, "evidence", item.evidence);
        add(item, session_.date, "measure", item.measure);
        add(item, session_.date, "if-then", item.if_then);
        add(item, session_.date, "first step", item.first_step);
        add(item, session_.date, "strength", item.strength);
        add(item, session_.date, "help", item.help);
    }

    void add(const Accountability& item, Date date, std::string kind, const std::string& words) {
        if (!words.empty()) all_.push_back({date, who_, std::move(kind), words, theme_, item.id});
    }

    const Session& session_;
    std::string who_;
    std::string theme_;
    std::vector<Spoken> all_;
};

} // namespace

std::vector<Spoken> spoken_in(const Session& session) {
    Gathering gathering(session);
    gathering.add("goal", goal_line(session.goal));
    gathering.add("why, for us", session.goal.why_us);
    gathering.add("why, for you", session.goal.why_you);
    for (const auto& theme : session.themes) gathering.add("theme", theme.title);
    for (const auto* items : {&session.accountabilities, &session.carried})
        for (const auto& item : *items) gathering.add(item);
    if (is_opened(session))
        for (const auto& expectation : session.expectations) gathering.add("expectation", expectation.text);
    for (const auto& misalignment : session.misalignments) gathering.add("may pull apart", misalignment.text);
    for (const auto& ask : session.asks) {
        if (ask.since && *ask.since < session.date) continue; // it is found where it was first asked
        gathering.add("ask", ask.text);
        gathering.add("answer", ask.answer);
    }
    for (const auto& objection : session.objections) {
        gathering.add("objection", objection.text);
        gathering.add("answer", objection.answer);
    }
    for (const auto& parked : session.parked)
        gathering.add("parked", parked.text, parked.owner ? name_of(session, *parked.owner) : "");
    for (const auto& agreement : session.agreements) gathering.add("agreement", agreement);
    return gathering.take();
}

} // namespace avow::storage
