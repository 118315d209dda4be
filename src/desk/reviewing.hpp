// The folder reviewed on the desk: read on a thread of its own, kept as values, walked by keys. The page that shows it is
// screen/review_view.
#pragma once

#include "desk/background.hpp"
#include "insight/review.hpp"
#include "report/review.hpp"
#include "session/joins.hpp"
#include "storage/disk.hpp"
#include "storage/places.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace avow::desk {

class Desk;

enum class ReviewSection { overview, open, unseen, kept, themes, wording, owed, sessions };
inline constexpr std::size_t review_sections = 8;
std::string_view title_of(ReviewSection);

// What can be in hand on the page. `at` is a place in the list of the review that its kind names.
struct ReviewRow {
    enum class Kind {
        section,
        life,
        lost_life,
        person,
        rate_of_team,
        rate_of_theme,
        theme,
        rewording,
        help,
        parked,
        change
    };
    Kind kind = Kind::section;
    std::size_t at = 0;
    std::size_t second = 0; // of a change: the later session

    bool operator==(const ReviewRow&) const = default;
};

struct FolderReview {
    insight::Review review;
    std::map<SessionId, std::filesystem::path> files;
    std::vector<report::Unread> unread;
    Joins joins;
    std::vector<std::string> remarks; // on the file of joins
};

// What a reader of the folder is given; all of it outlives the reader.
struct FolderToReview {
    storage::Disk& disk;
    storage::Places places;
    std::filesystem::path folder;
    Date today;
    const themes::Knowledge& knowledge;
    std::function<void()> wake;
};

class Reviewing {
public:
    explicit Reviewing(FolderToReview); // begins to read, and gives up when it goes

    void wait_ms(int ms) { reading_.wait_ms(ms); }             // for the reader, at most so long
    void attend();                                             // takes what has been read, when it is there
    const FolderReview* page() const { return page_.get(); }   // null while the folder is read
    std::string trouble() const { return reading_.trouble(); } // why it could not be read
    std::pair<std::size_t, std::size_t> progress() const;      // sessions read, of how many
    void heed(Joins);                                          // who and what is one is said anew

    std::vector<ReviewRow> rows() const; // of the section that is shown
    std::size_t team = 0;
    ReviewSection section = ReviewSection::overview;
    std::size_t row = 0;

    // What was said by hand on this page, the newest last: taken back by undo.
    struct Said {
        Joins taken_back;
        Joins added;
    };
    std::vector<Said> said;

private:
    FolderToReview folder_;
    std::unique_ptr<FolderReview> page_;
    Background<FolderReview> reading_;
};

// The line that answers a section's question, of one team: "4 open, the oldest since 15 June 2026: 166 days".
std::string answer_in_words(const FolderReview&, std::size_t team, ReviewSection);
std::vector<ReviewRow> rows_of(const FolderReview&, std::size_t team, ReviewSection);

// --- verbs ---
void begin_review(Desk&);
void leave_review(Desk&);
void show_review_section(Desk&, std::size_t section);
void step_review_section(Desk&, int step);
void step_review_team(Desk&, int step);
void step_review_row(Desk&, int step);
void open_review_row(Desk&);            // the session, with that card in hand; of the overview the section
void say_of_theme(Desk&, bool is_same); // of the likely match in hand; into the folder's file of joins
void take_back_said(Desk&);             // what was last said of a theme on this page
void export_review(Desk&);              // beside the sessions

} // namespace avow::desk
