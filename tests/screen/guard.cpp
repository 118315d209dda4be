// What the room is promised of every page, whatever was said and by whom: words large enough for the last row, dark enough
// on their ground, whole, and never over other words.
#include "insight/coverage.hpp"
#include "screen/given_room.hpp"
#include "screen/look.hpp"
#include "session/text.hpp"
#include "support/aligned.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

using namespace avow;
using namespace avow::screen;

namespace {

// --- sessions that are hard to set -------------------------------------------------------------------------------

const char* const fox =
    "The quick brown fox jumps over the lazy dog and comes back before six in the evening to say what it saw there. ";

std::string long_text(std::size_t characters) {
    std::string text;
    while (text.size() < characters) text += fox;
    text.resize(characters);
    if (text.back() == ' ') text.back() = '.';
    return text;
}

Participant person(std::size_t number, std::string name) {
    Participant person;
    person.id = {"p" + std::to_string(number)};
    person.name = std::move(name);
    person.seat = static_cast<int>(number);
    return person;
}

Accountability item(std::size_t number, std::size_t owner, std::string statement) {
    Accountability item;
    item.id = {"a" + std::to_string(number)};
    item.owner = {"p" + std::to_string(owner)};
    item.statement = std::move(statement);
    return item;
}

void put_into_themes(Session& session, const std::vector<std::string>& titles) {
    for (std::size_t i = 0; i < titles.size(); ++i)
        session.themes.push_back({{"t" + std::to_string(i)}, titles[i], false, static_cast<int>(i), {}});
    for (std::size_t i = 0; i < session.accountabilities.size(); ++i)
        if (const auto theme = i % (titles.size() + 1); theme < titles.size())
            session.accountabilities[i].theme = session.themes[theme].id;
}

Session empty_session() {
    Session session;
    session.id = {"empty"};
    session.date = {2026, 11, 21};
    session.plan = usual_plan();
    return session;
}

// Twelve people and 44 statements, in their themes.
Session usual_session() {
    auto session = sample_session();
    for (std::size_t i = 41; i <= 44; ++i) {
        session.accountabilities.push_back(item(1000 + i, 1, "no ticket of mine is older than five days"));
        session.accountabilities.back().owner = session.participants[i % 12].id;
        session.accountabilities.back().theme = session.themes[0].id;
    }
    session.expectations.clear();
    return session;
}

// Fifteen long names and sixty long statements in eight scripts, committed to at length.
Session crowded_session() {
    auto session = empty_session();
    session.id = {"crowded"};
    session.team =
        "Kundendienst, Beschwerden und außergewöhnliche Angelegenheiten der südlichen Regionen, Abteilung II";
    session.goal = {long_text(300),
                    "",
                    "",
                    std::nullopt,
                    long_text(400),
                    "Чтобы вечера заканчивались вовремя, а звонков было меньше. " + long_text(300)};
    const std::array names = {"Maximiliane-Charlotte von Hohenstein-Württemberg",
                              "Александра Константиновна Преображенская",
                              "Κωνσταντίνος Παπαδημητρόπουλος-Αλεξανδρής",
                              "عبد الرحمن بن عبد العزيز آل الشيخ",
                              "欧阳春晓明月清风徐来",
                              "Zoë 🦊 Fox-Featherstonehaugh",
                              "👩‍👩‍👧‍👦 Großfamilie Meier-Lüdenscheidt",
                              "Nguyễn Thị Thanh Huyền",
                              "Þorgerður Katrín Gunnarsdóttir",
                              "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Jones",
                              "Bartholomew O'Connor-Fitzgerald the Third of Somewhere",
                              "देवेन्द्र क्षत्रिय शर्मा",
                              "Ana María de los Ángeles Fernández de Córdoba",
                              "נועה בן־דוד לוי",
                              "ศุภกิจ ตั้งใจทำงาน"};
    for (const auto* name : names) session.participants.push_back(person(session.participants.size() + 1, name));
    session.participants[3].attendance = Attendance::late;
    session.participants[7].attendance = Attendance::absent;
    session.participants[8].passes = 1;
    const std::array statements = {
        long_text(260) + " and 🚀 that is all",
        std::string("Я отвечаю на каждое письмо в тот же день, даже если ответа ещё нет, и пишу, когда он будет; а "
                    "если обещание не сдержать, звоню сам до обеда и говорю почему."),
        std::string("Απαντώ σε κάθε πελάτη την ίδια μέρα, ακόμη κι αν δεν έχω λύση, και του λέω πότε θα την έχω· κι αν "
                    "δεν γίνεται, τον παίρνω τηλέφωνο πριν το μεσημέρι."),
        std::string("أرد على كل رسالة في نفس اليوم حتى لو لم يكن لدي جواب بعد، وأكتب متى سيكون الجواب جاهزاً، وإذا لم "
                    "أستطع الوفاء بالوعد أتصل بنفسي قبل الظهر."),
        std::string("我当天回复每一封邮件，即使还没有答案，也会写明什么时候会有答案；如果做不到，我会在中午之前亲自打电"
                    "话说明原因，并且每周五把板面整理干净。"),
        std::string("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkundenüberreichungszeremoni"
                    "enmeisteranwärter" +
                    std::string(120, 'x')),
        std::string("मैं हर ग्राहक को उसी दिन उत्तर देता हूँ, चाहे मेरे पास अभी समाधान न हो, और बताता हूँ कि कब तक होगा; "
                    "यदि ऐसा न हो सके तो दोपहर से पहले स्वयं फ़ोन करता हूँ।"),
        std::string("אני עונה לכל פנייה באותו יום, גם אם עוד אין לי תשובה, וכותב מתי תהיה; ואם לא אעמוד בהבטחה אתקשר "
                    "בעצמי לפני הצהריים (עד 12:00)."),
        std::string(
            "ฉันตอบทุกข้อความภายในวันเดียวกันแม้จะยังไม่มีคำตอบและบอกว่าจะมีเมื่อไรถ้าทำไม่ได้ตามที่สัญญาไว้ฉันจะโทรหาก่อนเที่ยงด้วยตัวเอง"),
        std::string("I call 🦊🦊🦊 back ") + long_text(180)};
    for (std::size_t i = 0; i < 60; ++i) {
        auto one = item(i + 1, i % 15 + 1, statements.at(i % statements.size()));
        one.due = Date{2026, 12, 4};
        one.evidence = long_text(160);
        one.help = "Александра Константиновна Преображенская: " + long_text(120);
        one.if_then = i % 2 ? "" : long_text(200);
        one.first_step = i % 3 ? "" : long_text(120);
        if (i % 4 == 0) one.wordings = {{long_text(220), {2026, 11, 21}, one.owner.text, true, ""}};
        if (i % 5 == 0) one.confirmed_at = Moment{1};
        one.check_ins = {{{2026, 11, 28}, i % 3 ? Outcome::part : Outcome::kept, "", ""}};
        one.contract = SuccessContract{"Calls", "3", "9", {2020, 1, 1}, {}, {{{2019, 12, 31}, i % 2 ? "9" : "4"}}};
        session.accountabilities.push_back(std::move(one));
    }
    put_into_themes(session, {"Antworten am selben Tag, auch wenn noch keine Lösung da ist, und ein Wort dazu, wann "
                              "sie kommt, ohne Ausnahme, an jedem Tag",
                              "Ответы в тот же день",
                              "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" + std::string(100, 'm'),
                              "أجوبة في نفس اليوم", "当天回复每一封邮件", "Quick answers",
                              "Tidy desks and boards on every Friday afternoon", "🦊 Fox", "Calls", "Handover",
                              "Learning from each other", "Ideas"});
    session.asks = {{{"k1"}, AskKind::stop, AskFrom::team, long_text(300)},
                    {{"k2"}, AskKind::start, AskFrom::leader, "当天回复每一封邮件，即使还没有答案"}};
    session.objections = {{{"o1"}, long_text(200), long_text(200)}};
    session.next_date = Date{2026, 12, 5};
    return session;
}

Session sixty_people() {
    auto session = empty_session();
    session.id = {"sixty"};
    session.team = "All of us";
    session.goal.text = "Sixty people, one goal";
    const std::array names = {"Ana", "Bartholomew", "Cem", "Dorothea-Maria", "Emil", "Ана", "Kofi"};
    for (std::size_t i = 1; i <= 60; ++i)
        session.participants.push_back(
            person(i, fmt::format("{} {}{}", names.at(i % names.size()), static_cast<char>('A' + i % 26), i)));
    for (std::size_t i = 1; i <= 60; ++i)
        session.accountabilities.push_back(item(i, i, fmt::format("I look after number {} every day", i)));
    put_into_themes(session, {"Numbers", "Days", "Looking after"});
    return session;
}

// One person with one statement as long as they may be, and everything about it as long.
Session longest_statement() {
    auto session = empty_session();
    session.id = {"longest"};
    session.participants = {person(1, "Ana"), person(2, "Bo")};
    session.goal = {long_text(4'000), "", "", std::nullopt, long_text(4'000), long_text(4'000)};
    session.accountabilities = {item(1, 1, long_text(4'000)), item(2, 2, std::string(4'000, 'W')), item(3, 1, "short")};
    for (auto& one : session.accountabilities) {
        one.evidence = one.help = one.if_then = one.first_step = long_text(4'000);
        one.due = Date{2026, 12, 4};
    }
    session.accountabilities[1].wordings = {{long_text(3'999), {2026, 11, 21}, "p2", true, ""}};
    put_into_themes(session, {"Long"});
    return session;
}

// --- ink ---------------------------------------------------------------------------------------------------------

// Where a line really leaves ink: its letters, not its box.
struct Ink {
    Box whole{{1e9f, 1e9f}, {-1e9f, -1e9f}};
    const Line* line = nullptr;
};

Ink ink_of(const Line& line) {
    Ink ink;
    ink.line = &line;
    for (const auto& letter : line.letters) {
        ink.whole.min = {std::min(ink.whole.min.x, letter.min.x), std::min(ink.whole.min.y, letter.min.y)};
        ink.whole.max = {std::max(ink.whole.max.x, letter.max.x), std::max(ink.whole.max.y, letter.max.y)};
    }
    return ink;
}

constexpr float soft_edges = 2; // pixels by which letters may reach into each other

Box common(const Box& a, const Box& b) {
    return {{std::max(a.min.x, b.min.x), std::max(a.min.y, b.min.y)},
            {std::min(a.max.x, b.max.x), std::min(a.max.y, b.max.y)}};
}
bool overlap(const Box& a, const Box& b) {
    const auto both = common(a, b);
    return both.max.x - both.min.x > soft_edges && both.max.y - both.min.y > soft_edges;
}

// How much of the pixel the letter covers, 0 to 255, as its picture in the atlas says.
int coverage(const Box& letter, const Box& picture, ImVec2 pixel) {
    auto* atlas = ImGui::GetIO().Fonts->TexData;
    const auto along = [](float at, float from, float to, float u, float v) {
        return u + (v - u) * (at - from) / (to - from);
    };
    const float u = along(pixel.x, letter.min.x, letter.max.x, picture.min.x, picture.max.x),
                v = along(pixel.y, letter.min.y, letter.max.y, picture.min.y, picture.max.y);
    const auto x = std::clamp(static_cast<int>(u * static_cast<float>(atlas->Width)), 0, atlas->Width - 1),
               y = std::clamp(static_cast<int>(v * static_cast<float>(atlas->Height)), 0, atlas->Height - 1);
    const auto* at = static_cast<const unsigned char*>(atlas->GetPixelsAt(x, y));
    return atlas->BytesPerPixel == 4 ? at[3] : at[0];
}

// A letter's box is not its ink: what stands high in one line of Arabic may stand in the bowl of a letter above it. So where
// boxes meet, their pictures are looked at: no row and no column of more than soft edges may be covered by both.
bool overlap(const Line& a, std::size_t one, const Line& b, std::size_t other) {
    if (!overlap(a.letters[one], b.letters[other])) return false;
    const auto both = common(a.letters[one], b.letters[other]);
    int covered = 0;
    for (float y = std::floor(both.min.y) + .5f; y < both.max.y; ++y)
        for (float x = std::floor(both.min.x) + .5f; x < both.max.x; ++x)
            covered += coverage(a.letters[one], a.pictures[one], {x, y}) > 127 &&
                       coverage(b.letters[other], b.pictures[other], {x, y}) > 127;
    return static_cast<float>(covered) > soft_edges * soft_edges;
}

bool overlap(const Ink& a, const Ink& b) {
    if (!overlap(a.whole, b.whole)) return false;
    for (std::size_t i = 0; i < a.line->letters.size(); ++i)
        for (std::size_t j = 0; j < b.line->letters.size(); ++j)
            if (overlap(*a.line, i, *b.line, j)) return true;
    return false;
}

std::string shortened(const std::string& words) {
    return words.size() > 50 ? first_characters(words, 40) + "…" : words;
}

// --- the guard ---------------------------------------------------------------------------------------------------

constexpr std::array<ImVec2, 4> sizes = {{{1280, 720}, {1920, 1080}, {3840, 2160}, {1024, 768}}};
constexpr double least_contrast = 7.4;

class Guard {
public:
    explicit Guard(Session session) : session_(std::move(session)) { given_.desk.look_at(History(session_)); }

    // Every page of the stage in this size and look, wherever the room may be in it.
    void look_at(Stage stage, ImVec2 size, desk::Look look, storage::FarthestSeat farthest) {
        stage_ = stage;
        size_ = size;
        given_.desk.settings.look = look;
        given_.desk.settings.farthest_seat = farthest;
        arrive(0);
        look_at_pages("on arriving");
        if (stage == Stage::goal) look_at_polls();
        if (stage == Stage::align) look_at_steps();
        if (stage == Stage::open) look_at_scoreboard();
        if (stage == Stage::capture) look_at_speakers();
        if (stage == Stage::themes) look_at_tiles();
        if (stage == Stage::commit) look_at_cards();
        arrive(26 * 60);
        look_at_page(0, "a day later");
    }

    // What was found, each thing once and with the place it was found first.
    std::string findings() const {
        std::string text;
        for (const auto& [what, found] : found_)
            text += fmt::format("\n{}, {} times, first {}", what, found.times, found.place);
        return text;
    }
    int pictures() const { return pictures_; }

private:
    struct Found {
        int times = 0;
        std::string place;
    };

    void arrive(int minutes_ago) {
        auto there = session_;
        there.stage = stage_;
        there.stage_since = {given_.desk.now().unix_ms - std::int64_t{minutes_ago} * 60'000};
        given_.desk.look_at(History(there));
        given_.desk.showing = desk::Showing::audience;
        if (stage_ == Stage::themes && there.themes.empty()) desk::propose_themes(given_.desk);
    }

    // Asked of everybody, half answered, and answered in full; with a question as long as it may be.
    void look_at_polls() {
        auto& desk = given_.desk;
        for (const auto kind :
             {PollKind::fingers, PollKind::confidence, PollKind::votes, PollKind::hands, PollKind::say_back}) {
            if (desk::why_not_ask(desk, kind)) continue;
            desk::ask_room(desk, kind);
            desk::finish_question(desk, long_text(200));
            desk.ask_for(desk::Purpose::nothing);
            const auto slots = static_cast<int>(slots_of(*desk.asking));
            for (int i = 0; desk.asking && i < 1'000; ++i) {
                if (i == slots / 2) look_at_page(0, fmt::format("asked for {}", noun_of(kind)));
                if (!is_by_person(kind))
                    desk.asking->typed = i == 0 ? most_of_one(desk.asking->poll) : 0, desk::finish_count(desk);
                else if (i % 7 == 3)
                    desk::give_no_answer(desk);
                else
                    desk::give_digit(desk, 1 + i * 3 % 5);
            }
            look_at_page(0, fmt::format("answered with {}", noun_of(kind)));
            desk::leave_poll(desk);
        }
    }

    // Each step of the path, with nothing and with its last line in hand; of the match the expectations, the first recalls
    // and the counts.
    void look_at_steps() {
        auto& desk = given_.desk;
        for (int step = 0; step <= static_cast<int>(slide::AlignStep::objections); ++step) {
            desk::go_to_step(desk, static_cast<slide::AlignStep>(step));
            look_at_pages(fmt::format("step {}", step + 1));
            desk::step_align_row(desk, -1);
            look_at_page(0, fmt::format("step {} at its last line", step + 1));
        }
        desk::go_to_step(desk, slide::AlignStep::match);
        const auto counts = slide::recalls_of(desk.session()).size() + 1;
        for (std::size_t spot = 1; is_opened(desk.session()) && spot < std::min<std::size_t>(counts, 5); ++spot) {
            desk.aligning.spot = spot;
            look_at_pages(fmt::format("recall {}", spot));
        }
        if (is_opened(desk.session())) desk.aligning.spot = counts, look_at_pages("the counts");
        desk.aligning = {};
    }

    void look_at_speakers() {
        auto& desk = given_.desk;
        const auto& people = desk.session().participants;
        for (std::size_t i = 0; i < people.size(); i += std::max<std::size_t>(1, people.size() / 15)) {
            desk.place.speaker = people[i].id;
            for (const std::size_t typed : {0u, 300u}) {
                desk.ask_for(desk::Purpose::statement, typed ? long_text(typed) : std::string{});
                look_at_pages(fmt::format("{} saying {} characters", people[i].name, typed));
            }
        }
        desk.ask_for(desk::Purpose::statement, long_text(4'000));
        look_at_pages("saying 4,000 characters");
        desk.ask_for(desk::Purpose::statement, std::string(4'000, 'W'));
        look_at_pages("saying 4,000 letters without a space");
    }

    void look_at_scoreboard() {
        given_.desk.is_scoreboard = true;
        look_at_pages("the scoreboard");
        given_.desk.is_scoreboard = false;
    }

    void look_at_tiles() {
        auto& desk = given_.desk;
        for (std::size_t tile = 0; tile < desk::tile_count(desk); ++tile) {
            desk.place.tile = tile;
            desk.place.is_open = false;
            desk.place.focus.reset();
            look_at_pages(fmt::format("tile {} in hand", tile + 1));
            desk.place.is_open = true;
            look_at_pages(fmt::format("tile {} opened", tile + 1));
            // A card in hand turns to its page.
            if (const auto cards = desk::cards_of_tile(desk.shown(), tile); !cards.empty()) {
                desk.place.focus = cards.back()->id;
                look_at_page(0, fmt::format("tile {} opened at its last card", tile + 1));
            }
        }
        for (const auto ask : {desk::make_coarser, desk::make_finer}) {
            if (desk.proposed()) break;
            desk.place = {};
            ask(desk);
            look_at_pages("asked to merge or to split");
            desk.drop_proposal();
        }
    }

    void look_at_cards() {
        auto& desk = given_.desk;
        for (const auto& card : desk.session().accountabilities) {
            desk.place.focus = card.id;
            desk.place.speaker = card.owner;
            look_at_pages(fmt::format("card {}", card.id.text));
        }
    }

    void look_at_pages(const std::string& where) {
        look_at_page(0, where);
        for (int page = 1; page < given_.desk.pages; ++page) look_at_page(page, where);
    }

    void look_at_page(int page, const std::string& where) {
        given_.desk.page = page;
        check(size_, given_.room.picture(size_), where);
    }

    void check(ImVec2 size, const std::vector<DrawnWords>& drawn, const std::string& where) {
        ++pictures_;
        const auto& lines = given_.room.recorder().lines();
        const float floor = share::small * reach_of(given_.desk.settings.farthest_seat);
        REQUIRE(lines.size() == drawn.size());
        const auto& colours = colours_of(given_.desk.settings.look);
        std::vector<Ink> inks;
        for (const auto& line : lines) inks.push_back(ink_of(line));
        const auto note = [&](const char* kind, const std::string& what) {
            auto& found = found_[fmt::format("{}, {}: {}", title_of(stage_), kind, what)];
            if (found.times++ == 0)
                found.place = fmt::format("at {}x{}, look {}, farthest seat {:.1f}%, page {} of {}, {}", size.x, size.y,
                                          static_cast<int>(given_.desk.settings.look), 100 * floor,
                                          given_.desk.page + 1, given_.desk.pages, where);
        };
        if (drawn.empty()) note("nothing on the page", "");
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            const auto& words = drawn[i];
            if (words.em < size.y * floor - .01f)
                note("too small",
                     fmt::format("“{}” {:.2f}% of the height", shortened(words.text), 100 * words.em / size.y));
            const double least = std::min(contrast(words.colour, colours.paper), contrast(words.colour, colours.card));
            const double needed = given_.desk.settings.look == desk::Look::high_contrast ? 12 : least_contrast;
            if (least < needed) note("too faint", fmt::format("“{}” {:.1f}:1", shortened(words.text), least));
            if (lines[i].lacks_letters) note("without its letters", fmt::format("“{}”", shortened(words.text)));
            if (const auto& ink = inks[i].whole;
                !lines[i].letters.empty() &&
                (ink.min.x < -.5f || ink.min.y < -.5f || ink.max.x > size.x + .5f || ink.max.y > size.y + .5f))
                note("outside", fmt::format("“{}”", shortened(words.text)));
            for (std::size_t j = 0; j < i; ++j)
                if (overlap(inks[i], inks[j]))
                    note("over other words",
                         fmt::format("“{}” on “{}”", shortened(words.text), shortened(drawn[j].text)));
        }
    }

    GivenRoom given_;
    Session session_;
    Stage stage_ = Stage::prepare;
    ImVec2 size_;
    std::map<std::string, Found> found_;
    int pictures_ = 0;
};

void guard(const Session& session) {
    Guard guard(session);
    using enum storage::FarthestSeat;
    for (const auto stage : all_stages) {
        for (const auto size : sizes) guard.look_at(stage, size, desk::Look::light, six);
        // The others are light in other colours: one size shows them.
        for (const auto look : {desk::Look::dark, desk::Look::high_contrast})
            guard.look_at(stage, {1920, 1080}, look, six);
        for (const auto size : {ImVec2{1280, 720}, ImVec2{1920, 1080}, ImVec2{3840, 2160}})
            for (const auto farthest : {four, eight}) guard.look_at(stage, size, desk::Look::light, farthest);
    }
    INFO(guard.findings());
    CHECK(guard.findings().empty());
    CHECK(guard.pictures() >= 9 * 5 * 2);
}

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

bool has_in_order(const std::string& text, const std::string& sentence) {
    std::size_t at = 0;
    for (std::size_t start = 0; start < sentence.size();) {
        const auto end = std::min(sentence.find(' ', start), sentence.size());
        at = text.find(sentence.substr(start, end - start), at);
        if (at == std::string::npos) return false;
        start = end + 1;
    }
    return true;
}

} // namespace

TEST_CASE("the words of an empty session can be read from the last row at every stage") { guard(empty_session()); }
TEST_CASE("the words of a usual session can be read from the last row at every stage") { guard(usual_session()); }
TEST_CASE("the words of a crowded session in six scripts can be read from the last row at every stage") {
    guard(crowded_session());
}
TEST_CASE("the words of sixty people can be read from the last row at every stage") { guard(sixty_people()); }
TEST_CASE("the longest words there may be can be read from the last row at every stage") { guard(longest_statement()); }

TEST_CASE(
    "the pages of Align can be read from the last row: as usual, sealed, crowded in eight scripts, and at length") {
    const auto crowded = crowded_session();
    const auto words = [&](std::size_t i) { return crowded.accountabilities.at(i % 60).statement; };
    const std::array sessions = {
        aligned(usual_session()), aligned(usual_session(), {.papers = 0, .is_opened = false}),
        aligned(crowded, {.expectations = 12,
                          .papers = 14,
                          .on_a_paper = 4,
                          .asks = 15,
                          .objections = 15,
                          .misalignments = 15,
                          .words = words}),
        aligned(longest_statement(),
                {.expectations = 2,
                 .papers = 1,
                 .on_a_paper = 2,
                 .asks = 2,
                 .objections = 2,
                 .misalignments = 2,
                 .words = [](std::size_t i) { return i % 2 ? std::string(4'000, 'W') : long_text(4'000); }})};
    for (const auto& session : sessions) {
        Guard guard(session);
        for (const auto size : sizes) guard.look_at(Stage::align, size, desk::Look::light, storage::FarthestSeat::six);
        for (const auto look : {desk::Look::dark, desk::Look::high_contrast})
            guard.look_at(Stage::align, {1920, 1080}, look, storage::FarthestSeat::six);
        for (const auto farthest : {storage::FarthestSeat::four, storage::FarthestSeat::eight})
            guard.look_at(Stage::align, {1024, 768}, desk::Look::light, farthest);
        INFO(guard.findings());
        CHECK(guard.findings().empty());
    }
}

TEST_CASE("all that is asked, raised and named stands on the pages of Align") {
    GivenRoom given;
    const auto crowded = crowded_session();
    auto session = aligned(crowded, {.asks = 8, .objections = 9, .misalignments = 9, .words = [&](std::size_t i) {
                                         return crowded.accountabilities.at(i % 60).statement;
                                     }});
    given.desk.look_at(History(session));
    const auto shows_whole = [&](slide::AlignStep step, const std::string& sentence) {
        desk::go_to_step(given.desk, step);
        INFO(sentence);
        CHECK(without_spaces(words_on_all_pages(given)).find(without_spaces(sentence).substr(0, 30)) !=
              std::string::npos);
    };
    for (const auto& one : session.misalignments) shows_whole(slide::AlignStep::misalignments, one.text);
    for (const auto& one : session.objections) shows_whole(slide::AlignStep::objections, one.text);
    for (const auto& one : session.asks)
        if (one.text.starts_with("The ") || one.text.starts_with("I ")) { // the columns stand side by side
            desk::go_to_step(given.desk, slide::AlignStep::asks);
            INFO(one.text);
            CHECK(has_in_order(words_on_all_pages(given), first_characters(one.text, 20)));
        }
}

TEST_CASE("a statement of 4,000 characters is read back whole, page by page") {
    GivenRoom given;
    auto session = longest_statement();
    session.stage = Stage::commit;
    given.desk.look_at(History(session));
    const auto text = words_on_all_pages(given);
    CHECK(has_in_order(text, session.accountabilities[0].statement));
}

TEST_CASE("a goal of 4,000 characters and both reasons are shown whole, page by page") {
    GivenRoom given;
    auto session = longest_statement();
    session.goal.why_us = "We " + long_text(900);
    session.goal.why_you = "You " + long_text(1'700);
    session.stage = Stage::goal;
    given.desk.look_at(History(session));
    const auto text = words_on_all_pages(given);
    CHECK(has_in_order(text, session.goal.text));
    CHECK(text.find("dog and comes") != std::string::npos);
}

TEST_CASE("everybody is named on the welcome page and on the closing page, however many they are") {
    for (const auto stage : {Stage::prepare, Stage::close}) {
        GivenRoom given;
        auto session = sixty_people();
        session.stage = stage;
        given.desk.look_at(History(session));
        given.desk.showing = desk::Showing::audience;
        const auto text = without_spaces(words_on_all_pages(given)); // a name may go over two lines
        for (const auto& name : insight::short_names(session)) {
            INFO(title_of(stage) << ": " << name);
            CHECK(text.find(without_spaces(name)) != std::string::npos);
        }
    }
}

TEST_CASE("all statements of a theme are on its pages") {
    GivenRoom given;
    auto session = usual_session();
    session.stage = Stage::themes;
    given.desk.look_at(History(session));
    for (std::size_t tile = 0; tile < desk::tile_count(given.desk); ++tile) {
        given.desk.place.tile = tile;
        given.desk.place.is_open = true;
        given.desk.place.focus.reset();
        const auto text = words_on_all_pages(given);
        for (const auto* card : desk::cards_of_tile(given.desk.session(), tile)) {
            INFO(card->statement);
            CHECK(has_in_order(text, words_of(*card)));
        }
    }
}
