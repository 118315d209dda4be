// What the audience may see, as a value. slide_of picks it out of a session; the screen draws this and nothing else on the
// audience surface. No type in here has a private field (confidence, notes): what is not here cannot leak.
#pragma once

#include "insight/luck.hpp"
#include "insight/scoreboard.hpp"
#include "session/session.hpp"
#include "slide/align.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace avow::slide {

enum class SeatSign { waiting, spoken, speaking, next, passed, late, absent };

struct Seat {
    std::string name; // as short as tells people apart
    std::string initials;
    SeatSign sign = SeatSign::waiting;
    int statements = 0;

    bool operator==(const Seat&) const = default;
};

struct Clock {
    int seconds_left = 0; // negative once the time is over

    bool operator==(const Clock&) const = default;
};

struct Ribbon {
    std::string stage;
    std::string goal; // empty at the Goal stage, which shows it whole
    std::optional<Clock> clock;
    bool is_rehearsal = false; // nobody is to take it for a meeting

    bool operator==(const Ribbon&) const = default;
};

// How a theme is told from others without colour: its letter and shape (both from the mark).
struct ThemeSign {
    int mark = 0;
    std::string title;

    bool operator==(const ThemeSign&) const = default;
};

struct Said { // one statement with who said it
    std::string words;
    std::string speaker;

    bool operator==(const Said&) const = default;
};

struct Welcome {
    std::string team;
    std::string date;
    std::vector<std::string> names;
    bool operator==(const Welcome&) const = default;
};
struct Account { // whatever is read down a page, line by line
    std::string heading;
    std::string when_empty;
    std::vector<Said> lines;
    bool operator==(const Account&) const = default;
};
struct Answers { // one person's account of last time
    struct Item {
        std::string words; // what holds now
        std::string said;  // the statement, when an agreed wording stands beside it; else empty
        std::string since; // "4 September"
        std::string by;    // "Friday 4 December"
        std::string evidence;
        std::optional<Outcome> answer; // given in this session; not the reason, which is theirs
        std::string before;            // "part on 2 October": the answer before; empty where there was none
        bool is_next = false;          // promised today, for next time
        bool operator==(const Item&) const = default;
    };
    std::string speaker;
    std::vector<Item> items;
    std::size_t focus = 0; // the item in hand
    int number = 0;        // 5 of 12 people
    int count = 0;
    std::vector<std::string> to_go; // others who have something to answer
    bool operator==(const Answers&) const = default;
};
struct Scoreboard { // how the team has answered, day by day
    struct Day {
        std::string date;
        std::array<int, 4> given{}; // kept, part, missed, changed
        bool operator==(const Day&) const = default;
    };
    std::vector<Day> days;                    // the newest first
    int waiting = 0;                          // promises without an answer today
    int promised = 0;                         // today, for next time
    std::optional<insight::LuckSquares> luck; // on a page of its own, where enough people are in it
    bool operator==(const Scoreboard&) const = default;
};
struct GoalCard {
    std::string goal;
    std::string measure; // "From 62 to 80 by 31 March", where the goal's own words do not say it
    std::string why_us;
    std::string why_you;
    bool operator==(const GoalCard&) const = default;
};
struct Writing {
    std::string prompt;
    std::string aside;
    std::optional<Clock> clock;
    bool operator==(const Writing&) const = default;
};
struct Round {
    std::string speaker; // the whole name; empty when nobody is here
    std::string prompt;
    std::string typing;
    std::vector<std::string> said_already; // newest first
    std::vector<Said> others;              // newest first
    std::vector<std::string> to_go;
    std::vector<std::string> still_out; // not heard and not to go: "Emeka (late)", "Daria (passed)"
    bool operator==(const Round&) const = default;
};
struct Tile {
    ThemeSign sign;
    int items = 0;
    int people = 0;
    std::vector<Said> quotes;      // the one to show first; each of another person
    std::optional<int> votes = {}; // where the room has voted on it; of the newest vote
    bool operator==(const Tile&) const = default;
};
struct Wall {
    std::vector<Tile> tiles; // by mark
    int single_voices = 0;
    bool is_proposed = false;         // not yet taken by the room
    std::optional<std::size_t> focus; // tile; tiles.size() is the tile of single voices
    std::string question = {};        // put to the room with what is proposed; empty: what belongs elsewhere
    std::vector<Said> voices = {};    // some of the single ones, as a tile's quotes
    bool operator==(const Wall&) const = default;
};
struct Card { // a statement in an opened theme
    std::string words;
    std::string speaker;
    std::optional<ThemeSign> elsewhere = {}; // where it lies as well
    bool is_guest = false;                   // it counts there: this is its second theme

    bool operator==(const Card&) const = default;
};
struct OpenTheme {
    std::optional<ThemeSign> sign; // none: the single voices
    int items = 0;                 // without the guests, as people are
    int people = 0;
    bool is_proposed = false;
    std::vector<Card> statements; // guests last
    std::optional<std::size_t> focus;
    std::string why = {}; // the card in hand lies here, where that is asked
    bool operator==(const OpenTheme&) const = default;
};
struct ReadBack {
    enum class Field { by, evidence, help, if_then, first_step, measure };
    std::string speaker;
    std::optional<ThemeSign> theme;
    std::string words; // what holds now
    std::string said;  // the statement, when an agreed wording stands beside it; else empty
    std::string by;    // "Friday 4 December"
    std::string evidence;
    std::string help;
    std::string if_then;
    std::string first_step;
    bool is_confirmed = false;
    int number = 0; // 5 of 12
    int count = 0;
    std::string measure;
    bool is_lent = false;        // colleagues may read how it is done
    std::optional<Field> typing; // what is being said just now; the page that holds it is shown
    bool operator==(const ReadBack&) const = default;
};
struct Closing {
    struct Row {
        std::string speaker;
        std::string words;
        std::string by;
        std::optional<int> mark;
        bool operator==(const Row&) const = default;
    };
    struct Person {
        std::string name;
        int items = 0;
        bool operator==(const Person&) const = default;
    };
    std::vector<Tile> themes; // those of most people first, without a quote
    int single_voices = 0;
    std::vector<Person> everybody; // in seat order
    std::vector<Row> rows;         // in seat order; a person who said nothing has a row without words
    int items = 0;
    int people = 0;
    std::string next_date;   // "We meet again on Friday 4 December"; empty when none is set
    std::string next_day;    // the day alone, for where there is less room
    int confirmed = 0;       // items read aloud and confirmed by their owner
    std::string leader_owes; // "Ines leads, and has promised nothing"; empty: they have, or nobody leads
    bool operator==(const Closing&) const = default;
};
struct AskedRoom { // what the room is asked, or what it answered: how many gave each answer, and nowhere whose it was
    struct Column {
        std::string label;
        std::optional<int> mark; // of a theme that is voted on
        int count = 0;           // 0 until the last answer is in
        bool operator==(const Column&) const = default;
    };
    PollKind kind = PollKind::fingers;
    std::string question;
    std::string prompt; // how to answer
    bool is_open = false;
    int answered = 0; // so far, while it is open
    int asked = 0;
    std::vector<Column> columns;
    std::vector<std::string> words; // once it is answered
    bool operator==(const AskedRoom&) const = default;
};

using Content = std::variant<Welcome, Account, Answers, Scoreboard, GoalCard, Writing, Round, Wall, OpenTheme, ReadBack,
                             Closing, AskedRoom, AlignList, AlignAsks, Recalling, Unsealed, Matching, AlignCounts>;

struct Slide {
    Ribbon ribbon;
    std::vector<Seat> seats; // empty on pages that have no seat row
    Content content;
    bool has_tall_letters = false; // somewhere in the session: its lines stand further apart, on every page

    bool operator==(const Slide&) const = default;
};

// What a scoreboard tells, over all the sessions of a team.
struct TeamSoFar {
    std::vector<insight::DayOfAnswers> days; // the oldest first
    std::optional<insight::LuckSquares> luck;
};

// Where the room is within a stage. All of it may be shown.
struct Place {
    std::optional<ParticipantId> speaker;
    std::string typing;
    std::optional<AccountabilityId>
        focus; // the card in hand; at Commit, the one being read back; at Open, the one being answered
    std::optional<std::size_t> tile;     // the tile in hand at Themes, as in Wall::focus
    bool is_open = false;                // at Themes: the tile in hand is opened
    bool is_proposed = false;            // the themes are a proposal
    std::string question;                // that the proposal is about, as Wall::question
    std::string why;                     // the card in hand lies where it lies; empty: not asked
    std::optional<Moment> turn_since;    // at Open, since when the speaker has the turn, where a turn has its own clock
    std::optional<TeamSoFar> scoreboard; // at Open, while it is shown
    std::optional<ReadBack::Field> field; // at Commit, what is being typed
    AlignPlace align;                     // at Align
    std::optional<Moment> asked_since;    // while the goal is said back: its minute runs from here
    std::optional<AskedRoom> asked_room;  // at any stage, while the room is asked or looks at what it answered
    Moment now;
};

Slide slide_of(const Session&, Stage, const Place&);

// A poll as the room sees it: masked while answers are still coming in, `answered` of them so far; then what it came to.
AskedRoom masked(const Session&, const Poll&, int answered, int asked);
AskedRoom revealed(const Session&, const Poll&);

// The tiles in the order of the wall: by mark, so that no tile jumps when a card moves. Marks are handed out by weight when
// a proposal is taken, so the heaviest theme is A.
std::vector<const Theme*> themes_on_the_wall(const Session&);

} // namespace avow::slide
