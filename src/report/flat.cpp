#include "report/flat.hpp"

#include "report/json_page.hpp"
#include "report/phrases.hpp"

namespace avow::report {

namespace {

class Line {
public:
    void words(std::string_view key, std::string_view words) { add(key, words.empty() ? "null" : as_json(words)); }
    void day(std::string_view key, const std::optional<Date>& date) { add(key, date ? as_json(iso(*date)) : "null"); }
    void moment(std::string_view key, const std::optional<Moment>& moment) {
        add(key, moment ? as_json(rfc3339(*moment)) : "null");
    }
    void number(std::string_view key, std::size_t number) { add(key, std::to_string(number)); }
    std::string ended() const { return text_ + "}\n"; }

private:
    void add(std::string_view key, const std::string& value) {
        text_ += (text_.empty() ? "{" : ", ") + as_json(key) + ": " + value;
    }

    std::string text_;
};

void add_theme(Line& line, const Session& session, const std::optional<ThemeId>& id, std::string_view which) {
    const auto* theme = id ? find(session, *id) : nullptr;
    line.words(std::string(which) + "_id", theme ? theme->id.text : "");
    line.words(which, theme ? theme->title : "");
}

void add_owner(Line& line, const Session& session, const Accountability& item) {
    const auto* owner = find(session, item.owner);
    line.words("person_id", item.owner.text);
    line.words("person", name_of(session, item.owner));
    line.words("role", owner ? owner->role : "");
    line.number("seat", owner ? static_cast<std::size_t>(owner->seat) : 0);
}

void add_last_check_in(Line& line, const Accountability& item) {
    const auto* check_in = last_check_in(item);
    line.number("check_ins", item.check_ins.size());
    line.words("state", check_in ? outcome_in_words(check_in->outcome) : "open");
    line.day("state_on", check_in ? std::optional(check_in->date) : std::nullopt);
    line.words("state_reason", check_in ? check_in->reason : "");
    line.words("state_evidence", check_in ? check_in->evidence : "");
}

std::string line_of(const Session& session, const Accountability& item) {
    const auto* agreed = agreed_wording(item);
    Line line;
    line.words("session_id", session.id.text);
    line.words("team", session.team);
    line.day("date", session.date);
    line.words("goal", goal_line(session.goal));
    line.words("accountability_id", item.id.text);
    add_owner(line, session, item);
    line.words("statement", item.statement);
    line.moment("said_at", item.said_at);
    line.words("agreed", agreed ? agreed->text : "");
    line.day("agreed_on", agreed ? std::optional(agreed->date) : std::nullopt);
    line.number("wordings", item.wordings.size());
    add_theme(line, session, item.theme, "theme");
    add_theme(line, session, item.second_theme, "second_theme");
    line.day("due", item.due);
    line.words("evidence", item.evidence);
    line.words("measure", item.measure);
    line.words("if_then", item.if_then);
    line.words("first_step", item.first_step);
    line.words("strength", item.strength);
    line.words("help", item.help);
    line.moment("confirmed_at", item.confirmed_at);
    add_last_check_in(line, item);
    return line.ended();
}

} // namespace

std::string flat_lines(const Session& session, const Part& part) {
    std::string lines;
    for (const auto& item : session.accountabilities)
        if (holds(part, item)) lines += line_of(session, item);
    return lines;
}

} // namespace avow::report
