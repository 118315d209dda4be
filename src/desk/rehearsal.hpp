// A rehearsal: simulated people who speak when it is their turn, or when it is not, and who react to what the facilitator
// does. It sees what people in a room would see, draws its chances from a seed, and has its time from whoever asks.
#pragma once

#include "desk/asking.hpp"
#include "desk/rehearsal_record.hpp"

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace avow::desk {

// What of the desk the people in the room can tell.
enum class Asked { nothing, when, first_step, needs, seen_by };
struct Perceived {
    const Session& session;
    std::optional<ParticipantId> speaker;
    bool is_typing = false;       // words stand in the field
    Asked asked = Asked::nothing; // at Commit, of the card in hand
    std::optional<AccountabilityId> card;
    bool is_room_asked = false; // for fingers, votes ...
    bool has_proposal = false;  // the wall at Themes is not taken yet
};

class Rehearsal {
public:
    Rehearsal(RehearsalWords, std::vector<ParticipantId> ids, std::uint64_t seed, Moment);

    void attend(const Perceived&, Moment);
    void call(const ParticipantId&, Moment); // by name
    void count_key() { ++record_.other_keys; }
    void set_speed(int);
    void pause() { is_paused_ = !is_paused_; }
    int speed() const { return speed_; }
    bool is_paused() const { return is_paused_; }

    struct Heard { // what stands in the room now
        std::string name;
        int seat = 0;
        std::string words; // as far as they have been said
        bool is_speaking = false;
        bool is_taken_in = false;
    };
    std::vector<Heard> heard() const;
    std::string shown_for(const Asking&, const Session&) const; // "Ana 4, Bob 2": what they hold up
    const std::string& advice() const { return advice_; }       // what the facilitator could do now
    std::size_t captured() const { return taken_.size(); }
    const RehearsalRecord& record() const { return record_; }
    std::optional<double> seconds_until_change() const; // nothing: not before she does something

private:
    struct Part {
        std::size_t statement = 0;
        std::size_t until = 0; // how many words of the voice end it
    };
    enum class Kind { statement, objection, remark };
    struct Voice {
        std::size_t person = 0;
        Kind kind = Kind::remark;
        std::vector<std::string> words;
        std::int64_t began = 0; // on the people's clock
        std::vector<Part> parts = {};
        std::size_t parked = 0; // items, when it began
        std::int64_t ends() const;
    };

    void pass_time(const Perceived&, Moment);
    void note_ends(Moment);
    void take_in(const Session&);
    void let_go(const Perceived&);
    void speak(const Perceived&);
    void speak_at_capture(const Perceived&);
    void speak_on_turn(const Perceived&, std::size_t person);
    void cut_in(const Perceived&, std::size_t other_than);
    void make_remark(const Perceived&);
    void answer(const Perceived&);
    std::string advice_for(const Perceived&) const;
    std::string advice_at_capture(const Perceived&) const;

    Voice& say(std::size_t person, Kind, std::string_view words, std::int64_t after_ms = 0);
    void say_statements(std::size_t person, const std::vector<std::size_t>&, std::int64_t after_ms = 0);
    void say_again(std::size_t statement);
    bool is_taken(std::size_t statement) const;
    bool waits(const Voice&) const; // for its statements to be taken in
    bool is_here(const Session&, std::size_t person) const;
    std::optional<std::size_t> person_of(const std::optional<ParticipantId>&) const;
    std::vector<std::size_t> unsaid(std::size_t person) const;
    bool has_all_been_said(const Session&) const;
    std::int64_t chance(std::int64_t from, std::int64_t to);

    RehearsalRecord record_;
    std::uint64_t seed_;
    std::mt19937_64 chance_;
    int speed_ = 1;
    bool is_paused_ = false;
    Moment last_;            // when it was attended to
    double clock_ = 0;       // of the people: milliseconds, at their speed
    double quiet_since_ = 0; // nobody speaks, nobody waits, nothing is typed
    bool is_busy_ = false;
    std::int64_t pause_ = 0; // before somebody speaks
    std::optional<Stage> stage_;
    std::vector<Voice> voices_;
    std::vector<AccountabilityId> seen_;
    std::vector<TakenIn> taken_;
    std::vector<std::size_t> to_say_again_;
    std::vector<bool> has_objected_; // of the statements
    std::vector<bool> has_remarked_; // of the remarks
    std::vector<bool> is_called_;    // of the people: and has not answered yet
    std::optional<ParticipantId> turn_;
    bool has_answered_turn_ = false; // with nothing more to say
    int turns_ = 0, cuts_in_at_ = 0;
    Asked asked_ = Asked::nothing;
    std::optional<AccountabilityId> card_;
    std::string advice_;
};

} // namespace avow::desk
