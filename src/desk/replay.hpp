// A meeting lived again from its log: a copy of its own, so that nothing is written and nothing that lies open changes.
// Time passes in it so many times as fast; what was undone is seen as it happened, said and then taken back.
#pragma once

#include "session/history.hpp"
#include "slide/slide.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace avow::desk {

class Replay {
public:
    inline static constexpr std::array speeds = {1, 5, 20, 60};

    // Before the first entry, at twenty times the speed, from this moment of the real clock on.
    Replay(const History&, Moment real);
    Replay(const Replay&) = delete;
    Replay& operator=(const Replay&) = delete;

    // --- where it is ---
    const Session& session() const { return session_; } // as it stood then
    Moment moment() const { return moment_; }           // of the meeting
    std::size_t entries_passed() const { return passed_; }
    std::size_t entry_count() const { return log_.size(); }
    int speed() const { return speeds[speed_]; }
    bool is_paused() const { return is_paused_; }
    bool is_over() const { return passed_ == log_.size(); }
    std::string last_in_words() const; // what was done last: "Ana said “…”", "taken back: Ana said “…”"
    // Silence that was passed over, in milliseconds of the meeting, for as long as it is to be told.
    std::int64_t skipped_ms() const { return skipped_ms_; }
    slide::Slide slide() const;
    float share() const; // of all the entries
    // Seconds of the real clock until it looks different; nothing while it stands still.
    std::optional<double> seconds_until_change() const;

    // --- the hands ---
    void attend(Moment real); // lets the time pass that has passed
    void pause_or_go_on();
    void step(int entries); // from entry to entry; it stands still then
    void change_speed(int by);
    void go_to_entry(std::size_t passed); // after so many entries

private:
    void go_on_to(std::size_t passed);
    void pass_over_silence();
    Session at(std::size_t passed);
    Session folded(std::size_t passed) const;
    std::optional<ParticipantId> speaker() const;
    std::optional<AccountabilityId> card() const;
    const Poll* poll() const;

    History whole_;
    const std::vector<Entry>& log_ = whole_.log();
    std::vector<Moment> times_;            // of each entry; none before the one it follows
    std::vector<std::size_t> about_;       // of each entry, the place of the step it does, undoes or does again
    std::map<std::size_t, Session> marks_; // values after so many entries, from which others are found quickly
    Session session_;
    std::size_t passed_ = 0;
    std::size_t speed_ = 2;
    bool is_paused_ = false;
    Moment moment_, real_;
    std::int64_t skipped_ms_ = 0;
    Moment skipped_at_; // of the real clock
    Moment since_;      // of the real clock: the last entry passed
};

} // namespace avow::desk
