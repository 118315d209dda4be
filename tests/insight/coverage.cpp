#include "insight/coverage.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace avow;
using namespace avow::insight;

namespace {

// People on seats 1, 2, 3 ..., each under their own name as id.
Session room_of(const std::vector<std::string>& names) {
    Session session;
    for (const auto& name : names) {
        Participant person;
        person.id = {"seat" + std::to_string(session.participants.size() + 1)};
        person.name = name;
        person.seat = static_cast<int>(session.participants.size()) + 1;
        session.participants.push_back(person);
    }
    return session;
}

ParticipantId seat(int number) { return {"seat" + std::to_string(number)}; }

void say(Session& session, int number, std::string words, std::optional<ThemeId> theme = std::nullopt) {
    Accountability item;
    item.id = {"a" + std::to_string(session.accountabilities.size() + 1)};
    item.owner = seat(number);
    item.statement = std::move(words);
    item.theme = std::move(theme);
    session.accountabilities.push_back(item);
}

std::vector<std::string> names_of(const std::vector<const Participant*>& people) {
    std::vector<std::string> names;
    for (const auto* person : people) names.push_back(person->name);
    return names;
}

std::vector<std::string> words_of_all(const std::vector<const Accountability*>& items) {
    std::vector<std::string> words;
    for (const auto* item : items) words.push_back(item->statement);
    return words;
}

std::string name_of(const Participant* person) { return person ? person->name : "nobody"; }

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("items and people of a theme are counted apart") {
    auto session = room_of({"Ana", "Bo"});
    const ThemeId phone{"phone"};
    say(session, 1, "I call back", phone);
    say(session, 1, "I pick up", phone);
    say(session, 2, "I listen", phone);
    say(session, 2, "I tidy up");
    session.accountabilities.back().second_theme = phone;

    CHECK(count_of(session, phone) == Count{3, 2});
    CHECK(words_of_all(items_of(session, phone)) == Names{"I call back", "I pick up", "I listen"});
    CHECK(words_of_all(also_in(session, phone)) == Names{"I tidy up"});
    CHECK(words_of_all(single_voices(session)) == Names{"I tidy up"});
    CHECK(count_of(session, ThemeId{"kitchen"}) == Count{0, 0});
}

TEST_CASE("what people said is told by seat, and within a seat in the order it was said") {
    auto session = room_of({"Ana", "Bo"});
    say(session, 2, "first of Bo");
    say(session, 1, "first of Ana");
    say(session, 2, "second of Bo");

    CHECK(words_of_all(by_person(session)) == Names{"first of Ana", "first of Bo", "second of Bo"});
    CHECK(words_of_all(said_by(session, seat(2))) == Names{"first of Bo", "second of Bo"});
}

TEST_CASE("to go are those who are here, said nothing and did not pass") {
    auto session = room_of({"Ana", "Bo", "Cem", "Dora", "Emil"});
    say(session, 1, "I call back");
    session.participants[1].passes = 1;
    session.participants[2].attendance = Attendance::late;
    session.participants[3].attendance = Attendance::absent;

    CHECK(names_of(to_go(session)) == Names{"Emil"});
    CHECK(names_of(unheard(session)) == Names{"Bo", "Cem", "Dora", "Emil"});
}

TEST_CASE("the round goes on by seats, round the table, over those who are not here") {
    auto session = room_of({"Ana", "Bo", "Cem"});
    session.participants[1].attendance = Attendance::late;

    CHECK(name_of(next_in_round(session, seat(1))) == "Cem");
    CHECK(name_of(next_in_round(session, seat(3))) == "Ana");
    CHECK(name_of(previous_in_round(session, seat(1))) == "Cem");
    CHECK(name_of(previous_in_round(session, seat(3))) == "Ana");
    // The one who just left the round is followed by the next seat all the same.
    CHECK(name_of(next_in_round(session, seat(2))) == "Cem");
}

TEST_CASE("the round begins at the first seat, is a circle of one, and is nobody's in an empty room") {
    auto session = room_of({"Ana", "Bo"});
    CHECK(name_of(next_in_round(session, {})) == "Ana");
    session.participants[1].attendance = Attendance::absent;
    CHECK(name_of(next_in_round(session, seat(1))) == "Ana");
    session.participants[0].attendance = Attendance::absent;
    CHECK(name_of(next_in_round(session, seat(1))) == "nobody");
    CHECK(name_of(next_in_round(Session{}, {})) == "nobody");
}

TEST_CASE("a short name is the first name, or as much more as tells two people apart") {
    CHECK(short_names(room_of({"Ana Silva", "Bo Lind"})) == Names{"Ana", "Bo"});
    CHECK(short_names(room_of({"Ana Silva", "Ana Lund"})) == Names{"Ana S", "Ana L"});
    CHECK(short_names(room_of({"Ana Silva", "Ana Sousa", "Bo"})) == Names{"Ana Si", "Ana So", "Bo"});
    CHECK(short_names(room_of({"Ana", "ana Lund"})) == Names{"Ana", "ana L"});
}

TEST_CASE("names that begin alike but are two first names stay as they are") {
    CHECK(short_names(room_of({"Ana", "Anabel", "Anna"})) == Names{"Ana", "Anabel", "Anna"});
}

TEST_CASE("two people of one whole name are told apart by their seat") {
    CHECK(short_names(room_of({"Ana Silva", "Bo", "Ana Silva"})) == Names{"Ana 1", "Bo", "Ana 3"});
}

TEST_CASE("short names are told apart in any script") {
    CHECK(short_names(room_of({"Анна Петрова", "Анна Павлова", "محمد علي"})) == Names{"Анна Пе", "Анна Па", "محمد"});
}

TEST_CASE("what is shown with another is read from its card while both lie together, and counts as before") {
    auto session = room_of({"Ana", "Ben", "Cem"});
    const ThemeId phone{"phone"};
    for (int number = 1; number <= 3; ++number) say(session, number, "I call back", phone);
    auto& items = session.accountabilities;
    items[1].shown_with = items[2].shown_with = items[0].id;
    const auto all = items_of(session, phone);
    CHECK(count_of(all) == Count{3, 3});
    CHECK(cards_of(all) == std::vector<const Accountability*>{&items[0]});
    CHECK(speakers_of(session, voices_of(items[0], all)) == "Ana, Ben and Cem");
    CHECK(&card_of(session, items[2]) == &items[0]);
    items[2].theme.reset();
    CHECK(speakers_of(session, voices_of(items[0], items_of(session, phone))) == "Ana and Ben");
    CHECK(&card_of(session, items[2]) == &items[2]);
    CHECK(cards_of(single_voices(session)).size() == 1);
    items[1].owner = items[0].owner;
    CHECK(speakers_of(session, voices_of(items[0], items_of(session, phone))) == "Ana");
}
