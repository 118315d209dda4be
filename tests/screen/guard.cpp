// What the room is promised of every page, whatever was said and by whom: words large enough for the last row, dark enough
// on their ground, whole, and never over other words.
#include "screen/given_room.hpp"
#include "screen/hard_sessions.hpp"
#include "screen/look.hpp"
#include "session/text.hpp"
#include "support/aligned.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

using namespace avow;
using namespace avow::screen;

namespace {

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
