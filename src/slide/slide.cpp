#include "slide/slide.hpp"

#include "insight/account.hpp"
#include "insight/coverage.hpp"
#include "insight/owed.hpp"
#include "session/text.hpp"
#include "slide/align_pages.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

namespace avow::slide {

namespace {

using insight::count_of;
using insight::items_of;
using insight::said_by;

constexpr std::size_t others_shown = 8;
constexpr std::size_t quotes_shown = 4;

std::optional<ThemeSign> sign_of(const Session& session, const std::optional<ThemeId>& id) {
    const auto* theme = id ? find(session, *id) : nullptr;
    if (!theme) return std::nullopt;
    return ThemeSign{theme->mark, theme->title};
}

std::optional<Clock> clock_of(const Session& session, Stage stage, Moment now) {
    const int minutes = minutes_of(session, stage);
    if (minutes == 0) return std::nullopt;
    // The clock runs only at the stage the room is in; another stage that is looked at shows its whole time.
    const auto passed = stage == session.stage ? (now.unix_ms - session.stage_since.unix_ms) / 1000 : 0;
    return Clock{static_cast<int>(minutes * 60 - std::max<std::int64_t>(0, passed))};
}

Clock clock_of_turn(Moment since, Moment now) {
    const auto passed = std::max<std::int64_t>(0, (now.unix_ms - since.unix_ms) / 1000);
    return {insight::seconds_a_person_alone - static_cast<int>(passed)};
}

constexpr int seconds_to_say_back = 60;

// While it is said back, the goal stands nowhere.
bool is_said_back(const Place& place) {
    return place.asked_room && place.asked_room->is_open && place.asked_room->kind == PollKind::say_back;
}

Clock clock_to_say_back(Moment since, Moment now) {
    return {seconds_to_say_back - static_cast<int>(std::max<std::int64_t>(0, (now.unix_ms - since.unix_ms) / 1000))};
}

SeatSign sign_of_seat(const Session& session, const Participant& person, const Place& place, const Participant* next) {
    if (place.speaker == person.id) return SeatSign::speaking;
    if (person.attendance == Attendance::late) return SeatSign::late;
    if (person.attendance == Attendance::absent) return SeatSign::absent;
    if (next && next->id == person.id) return SeatSign::next;
    if (!said_by(session, person.id).empty()) return SeatSign::spoken;
    return person.passes > 0 ? SeatSign::passed : SeatSign::waiting;
}

// While the account is given: dots are what waits for an answer, and heard is who has given all of them.
void sign_by_account(const Session& session, const Participant& person, Seat& seat) {
    const auto items = insight::account_of(session, person.id);
    const auto waiting =
        std::ranges::count_if(items, [&](const auto* item) { return !insight::is_answered(session, *item); });
    seat.statements = static_cast<int>(waiting);
    if (seat.sign == SeatSign::waiting || seat.sign == SeatSign::spoken)
        seat.sign = !items.empty() && waiting == 0 ? SeatSign::spoken : SeatSign::waiting;
}

// Whose turn it is, is told where there are turns.
std::vector<Seat> seats_of(const Session& session, Stage stage, Place place) {
    if (stage != Stage::capture && stage != Stage::commit && stage != Stage::open) place.speaker.reset();
    const auto names = insight::short_names(session);
    const auto* next =
        place.speaker && stage == Stage::capture ? insight::next_in_round(session, *place.speaker) : nullptr;
    std::vector<Seat> seats;
    for (std::size_t i = 0; i < session.participants.size(); ++i) {
        const auto& person = session.participants[i];
        seats.push_back({names[i], initials(person.name), sign_of_seat(session, person, place, next),
                         static_cast<int>(said_by(session, person.id).size())});
        if (stage == Stage::open && !session.carried.empty()) sign_by_account(session, person, seats.back());
    }
    return seats;
}

Welcome welcome(const Session& session) {
    Welcome page{session.team, spoken_with_year(session.date), {}};
    for (const auto& person : session.participants) page.names.push_back(insight::whole_name(session, person));
    return page;
}

std::string_view word_for(Outcome outcome) {
    static constexpr std::string_view words[] = {"kept", "part", "missed", "changed"};
    return words[static_cast<std::size_t>(outcome)];
}

Answers::Item answers_item(const Session& session, const Accountability& item) {
    Answers::Item shown;
    shown.words = words_of(item);
    if (shown.words != item.statement) shown.said = item.statement;
    if (item.lineage) shown.since = day_and_month(item.lineage->said_on);
    if (item.due) shown.by = spoken_from(session.date, *item.due);
    shown.evidence = item.evidence;
    auto answers = insight::answers_of(item);
    if (insight::is_answered(session, item)) {
        shown.answer = answers.back()->outcome;
        answers.pop_back();
    }
    if (!answers.empty())
        shown.before = std::string(word_for(answers.back()->outcome)) + " on " + day_and_month(answers.back()->date);
    return shown;
}

// Whose promise is in hand; while the next one is asked for, who has the turn.
ParticipantId who_answers(const Session& session, const Place& place) {
    const auto all = insight::account_of(session);
    const auto found = std::ranges::find_if(all, [&](const auto* item) { return place.focus == item->id; });
    if (found != all.end()) return (*found)->owner;
    if (place.speaker) return *place.speaker;
    return all.empty() ? session.participants.front().id : all.front()->owner;
}

void add_next_promises(const Session& session, const ParticipantId& person, const std::string& typing, Answers& page) {
    const auto add = [&](const std::string& words) {
        Answers::Item item;
        item.words = words;
        item.is_next = true;
        page.items.push_back(std::move(item));
    };
    if (insight::is_account_alone(session)) // else they are the workshop's, and shown there
        for (const auto* item : said_by(session, person)) add(words_of(*item));
    if (typing.empty()) return;
    page.focus = page.items.size();
    add(typing);
}

Answers answers(const Session& session, const Place& place) {
    Answers page;
    const bool is_alone = insight::is_account_alone(session);
    const auto who = who_answers(session, place);
    page.speaker = insight::whole_name(session, who);
    for (const auto& person : session.participants) {
        if (!is_alone && insight::account_of(session, person.id).empty()) continue;
        ++page.count;
        if (person.id == who) page.number = page.count;
    }
    for (const auto* item : insight::account_of(session, who)) {
        if (place.focus == item->id) page.focus = page.items.size();
        page.items.push_back(answers_item(session, *item));
    }
    add_next_promises(session, who, place.typing, page);
    const auto names = insight::short_names(session);
    for (const auto* person : insight::yet_to_answer(session))
        if (person->id != who)
            page.to_go.push_back(names[static_cast<std::size_t>(person - session.participants.data())]);
    return page;
}

constexpr std::size_t days_shown = 8;

Scoreboard scoreboard(const Session& session, const TeamSoFar& so_far) {
    Scoreboard page;
    const auto& days = so_far.days;
    for (auto day = days.rbegin(); day != days.rend() && page.days.size() < days_shown; ++day)
        page.days.push_back({spoken(day->date), day->given});
    for (const auto* item : insight::account_of(session)) page.waiting += !insight::is_answered(session, *item);
    page.promised = static_cast<int>(session.accountabilities.size());
    page.luck = so_far.luck;
    return page;
}

// What was said in this very session and has been answered since.
Account account(const Session& session) {
    Account page{"What came of it", "Nothing was promised before today", {}};
    for (const auto* item : insight::by_person(session)) {
        if (item->check_ins.empty()) continue;
        page.lines.push_back({words_of(*item), insight::whole_name(session, item->owner) + ": " +
                                                   std::string(word_for(item->check_ins.back().outcome))});
    }
    return page;
}

Writing writing(const Session& session, const Place& place) {
    const auto here = std::ranges::count(session.participants, Attendance::here, &Participant::attendance);
    std::string aside =
        here == 1 ? "One person is writing, on paper." : std::to_string(here) + " people are writing, on paper.";
    if (here == 0) aside.clear();
    return {"What will you be accountable for?", aside, clock_of(session, Stage::write, place.now)};
}

Round round(const Session& session, const Place& place) {
    Round page;
    page.prompt = "What will you be accountable for?";
    page.typing = place.typing;
    if (const auto* speaker = place.speaker ? find(session, *place.speaker) : nullptr) {
        page.speaker = insight::whole_name(session, *speaker);
        for (const auto* item : said_by(session, speaker->id))
            page.said_already.insert(page.said_already.begin(), item->statement);
    }
    for (auto item = session.accountabilities.rbegin(); item != session.accountabilities.rend(); ++item)
        if (item->owner != place.speaker && page.others.size() < others_shown)
            page.others.push_back({item->statement, insight::whole_name(session, item->owner)});
    const auto names = insight::short_names(session);
    for (const auto* person : insight::to_go(session))
        page.to_go.push_back(names[static_cast<std::size_t>(person - session.participants.data())]);
    for (const auto* person : insight::unheard(session)) {
        const auto& name = names[static_cast<std::size_t>(person - session.participants.data())];
        if (person->attendance == Attendance::late)
            page.still_out.push_back(name + " (late)");
        else if (person->attendance == Attendance::absent)
            page.still_out.push_back(name + " (absent)");
        else if (person->passes > 0)
            page.still_out.push_back(name + " (passed)");
    }
    return page;
}

// What a tile quotes, shortest first, for short is read from the back row: statements of at least five words before others,
// and last what the title was cut from, which says nothing new. Each is of another person.
std::vector<Said> quotes_of(const Session& session, const std::vector<std::string>& names,
                            std::vector<const Accountability*> items, const std::string& title) {
    std::ranges::stable_sort(items, {}, [](const Accountability* item) {
        const bool is_long_enough = std::ranges::count(item->statement, ' ') >= 4;
        return std::tuple(!is_long_enough, is_long_enough ? item->statement.size() : 0);
    });
    std::vector<Said> quotes;
    const auto quote = [&](const Accountability* item) {
        const auto* owner = find(session, item->owner);
        const auto name = owner ? names[static_cast<std::size_t>(owner - session.participants.data())] : std::string{};
        const bool is_heard = std::ranges::find(quotes, name, &Said::speaker) != quotes.end();
        if (!is_heard && quotes.size() < quotes_shown) quotes.push_back({item->statement, name});
    };
    const auto folded_title = folded(title);
    std::vector<const Accountability*> titles;
    for (const auto* item : items) {
        if (quotes.size() == quotes_shown) return quotes; // what follows is not looked at
        if (!title.empty() && folded(item->statement).find(folded_title) != std::string::npos)
            titles.push_back(item);
        else
            quote(item);
    }
    std::ranges::for_each(titles, quote);
    return quotes;
}

std::optional<int> votes_on(const Session& session, const ThemeId& theme) {
    const auto newest = std::ranges::find(session.polls.rbegin(), session.polls.rend(), PollKind::votes, &Poll::kind);
    if (newest == session.polls.rend()) return std::nullopt;
    const auto count = std::ranges::find(newest->counts, theme, &PollCount::theme);
    return count == newest->counts.end() ? std::nullopt : std::optional(count->count);
}

Wall wall(const Session& session, const Place& place) {
    Wall page;
    const auto names = insight::short_names(session);
    for (const auto* theme : themes_on_the_wall(session)) {
        const auto items = items_of(session, theme->id);
        const auto count = count_of(items);
        page.tiles.push_back({{theme->mark, theme->title},
                              count.items,
                              count.people,
                              quotes_of(session, names, insight::cards_of(items), theme->title),
                              votes_on(session, theme->id)});
    }
    const auto alone = insight::single_voices(session);
    page.single_voices = static_cast<int>(alone.size());
    page.voices = quotes_of(session, names, insight::cards_of(alone), {});
    page.is_proposed = place.is_proposed;
    page.focus = place.tile;
    page.question = place.question;
    return page;
}

OpenTheme open_theme(const Session& session, const Place& place) {
    const auto themes = themes_on_the_wall(session);
    OpenTheme page;
    page.is_proposed = place.is_proposed;
    std::vector<const Accountability*> items, guests;
    if (*place.tile < themes.size()) {
        const auto* theme = themes[*place.tile];
        page.sign = ThemeSign{theme->mark, theme->title};
        items = items_of(session, theme->id);
        guests = insight::also_in(session, theme->id);
    } else {
        items = insight::single_voices(session);
    }
    const auto count = count_of(items);
    page.items = count.items;
    page.people = count.people;
    for (const auto* item : insight::cards_of(items)) {
        const auto voices = insight::voices_of(*item, items);
        page.statements.push_back(
            {words_of(*item), insight::speakers_of(session, voices), sign_of(session, item->second_theme)});
        if (std::ranges::none_of(voices, [&](const auto* voice) { return place.focus == voice->id; })) continue;
        page.focus = page.statements.size() - 1;
        page.why = place.why;
    }
    for (const auto* item : insight::cards_of(guests))
        page.statements.push_back({words_of(*item), insight::speakers_of(session, insight::voices_of(*item, guests)),
                                   sign_of(session, item->theme), true});
    return page;
}

ReadBack read_back(const Session& session, const Place& place) {
    const auto items = insight::by_person(session);
    ReadBack page;
    page.count = static_cast<int>(items.size());
    const auto found = std::ranges::find_if(items, [&](const auto* item) { return place.focus == item->id; });
    if (items.empty()) return page;
    const auto& item = found == items.end() ? *items.front() : **found;
    page.number = found == items.end() ? 1 : static_cast<int>(found - items.begin()) + 1;
    page.speaker = insight::whole_name(session, item.owner);
    page.theme = sign_of(session, item.theme);
    page.words = words_of(item);
    if (page.words != item.statement) page.said = item.statement;
    if (item.due) page.by = spoken_from(session.date, *item.due);
    page.evidence = item.evidence;
    page.help = item.help;
    page.if_then = item.if_then;
    page.first_step = item.first_step;
    page.measure = item.measure;
    page.is_confirmed = item.confirmed_at.has_value();
    page.is_lent = item.is_lent;
    page.typing = place.field;
    return page;
}

Closing closing(const Session& session) {
    Closing page;
    for (const auto* theme : themes_on_the_wall(session)) {
        const auto count = count_of(session, theme->id);
        page.themes.push_back({{theme->mark, theme->title}, count.items, count.people, {}});
    }
    std::ranges::stable_sort(page.themes, std::greater{}, &Tile::people);
    const auto names = insight::short_names(session);
    for (std::size_t i = 0; i < names.size(); ++i)
        page.everybody.push_back({names[i], static_cast<int>(said_by(session, session.participants[i].id).size())});
    page.single_voices = static_cast<int>(insight::single_voices(session).size());
    for (const auto& person : session.participants) {
        const auto items = said_by(session, person.id);
        const auto name = insight::whole_name(session, person);
        if (items.empty()) page.rows.push_back({name, {}, {}, std::nullopt});
        for (const auto* item : items) {
            const auto sign = sign_of(session, item->theme);
            page.rows.push_back({name, words_of(*item),
                                 item->due ? spoken_short_from(session.date, *item->due) : std::string{},
                                 sign ? std::optional(sign->mark) : std::nullopt});
            page.confirmed += item->confirmed_at.has_value();
        }
        page.people += !items.empty();
        page.items += static_cast<int>(items.size());
    }
    if (!insight::leader_has_promised(session))
        page.leader_owes = name_of_leader(session) + " leads, and has promised nothing";
    if (session.next_date) page.next_day = spoken_from(session.date, *session.next_date);
    if (session.next_date) page.next_date = "We meet again on " + page.next_day;
    return page;
}

std::vector<std::string> figures_in(const std::string& text) {
    std::vector<std::string> figures;
    bool is_in_figure = false;
    for (const char letter : text) {
        const bool is_digit = letter >= '0' && letter <= '9';
        if (is_digit && !is_in_figure) figures.emplace_back();
        if (is_digit) figures.back() += letter;
        is_in_figure = is_digit;
    }
    return figures;
}

GoalCard goal_card(const Goal& goal) {
    GoalCard card{goal_line(goal), {}, goal.why_us, goal.why_you};
    const auto line = goal_line({{}, goal.from, goal.to, goal.by, {}, {}});
    // Told by the figures: nobody writes the rest of it twice in the same words.
    const auto figures = figures_in(line), said = figures_in(card.goal);
    const bool is_said = !figures.empty() && std::ranges::all_of(figures, [&](const auto& one) {
        return std::ranges::find(said, one) != said.end();
    });
    if (!is_said && card.goal != line) card.measure = line;
    return card;
}

Content content_of(const Session& session, Stage stage, const Place& place) {
    if (place.asked_room) return *place.asked_room;
    switch (stage) {
    case Stage::prepare: return welcome(session);
    case Stage::open:
        if (place.scoreboard) return scoreboard(session, *place.scoreboard);
        if (!insight::account_of(session).empty()) return answers(session, place);
        if (insight::is_account_alone(session) && !session.participants.empty()) return answers(session, place);
        return account(session);
    case Stage::goal: return goal_card(session.goal);
    case Stage::align: return align_page(session, place.align);
    case Stage::write: return writing(session, place);
    case Stage::capture: return round(session, place);
    case Stage::themes:
        if (place.is_open && place.tile) return open_theme(session, place);
        return wall(session, place);
    case Stage::commit: return read_back(session, place);
    case Stage::close: return closing(session);
    }
    return Welcome{};
}

bool has_seat_row(Stage stage) {
    return stage == Stage::goal || stage == Stage::write || stage == Stage::capture || stage == Stage::commit ||
           stage == Stage::open;
}

} // namespace

std::vector<const Theme*> themes_on_the_wall(const Session& session) {
    std::vector<const Theme*> themes;
    for (const auto& theme : session.themes) themes.push_back(&theme);
    std::ranges::stable_sort(themes, {}, &Theme::mark);
    return themes;
}

namespace {

// In what is said most: names, statements, titles of themes, the goal. So the lines of a meeting are set alike throughout.
bool has_tall_letters(const Session& session) {
    using avow::has_tall_letters;
    return has_tall_letters(session.goal.text) || has_tall_letters(session.goal.why_us) ||
           std::ranges::any_of(session.participants, [](const auto& one) { return has_tall_letters(one.name); }) ||
           std::ranges::any_of(session.accountabilities,
                               [](const auto& one) { return has_tall_letters(one.statement); }) ||
           std::ranges::any_of(session.themes, [](const auto& one) { return has_tall_letters(one.title); });
}

} // namespace

Slide slide_of(const Session& session, Stage stage, const Place& place) {
    Slide slide;
    slide.ribbon.stage = std::string(title_of(stage));
    if ((stage != Stage::goal || place.asked_room) && !is_said_back(place)) slide.ribbon.goal = goal_line(session.goal);
    if (stage != Stage::write) slide.ribbon.clock = clock_of(session, stage, place.now);
    if (stage == Stage::open && place.turn_since) slide.ribbon.clock = clock_of_turn(*place.turn_since, place.now);
    if (is_said_back(place) && place.asked_since) slide.ribbon.clock = clock_to_say_back(*place.asked_since, place.now);
    if (has_seat_row(stage) && !place.asked_room) slide.seats = seats_of(session, stage, place);
    slide.content = content_of(session, stage, place);
    slide.has_tall_letters = avow::has_tall_letters(place.typing) || has_tall_letters(session);
    return slide;
}

} // namespace avow::slide
