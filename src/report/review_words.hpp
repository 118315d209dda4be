// What the documents of a review say alike: who, since when, in which state, and what fell out of whose words.
#pragma once

#include "insight/review.hpp"

#include <string>
#include <string_view>

namespace avow::report {

// The name; with the seat where another in the review is called the same.
std::string person_in(const insight::Review&, std::size_t person);
std::string owner_of(const insight::Review&, const insight::Life&);

std::string_view standing_in_words(insight::Standing);      // "not answered yet", "missed"
std::string life_in_words(const insight::Life&);            // "missed, 166 days old, carried twice, was due 1 July"
std::string running_in_words(const insight::ThemeThread&);  // "third session running"; "2 sessions"
std::string sureness_in_words(const insight::ThemeThread&); // "likely the same: matched by words"; empty: of one title
std::string lost_in_words(const std::vector<insight::Specific>&); // "the number 15 and the day Friday"
std::string team_name(const insight::Team&);                      // "A team without a name" where it has none
std::string span_in_words(const insight::Review&,
                          const insight::Team&); // "3 sessions, 15 June 2026 to 2 November 2026"
std::string change_in_words(const insight::Review&, const insight::Comparison&); // what came, stayed and went

std::string rewordings_in_words(const insight::Review&,
                                std::size_t team); // "3 rewordings; in 2 a number, a day or a name fell out"
std::vector<const insight::Rewording*> rewordings_in(const insight::Review&, std::size_t team);
std::string promised_in_words(const insight::Review&,
                              const insight::HelpAsked&); // what answers it; "nobody has promised it"
std::vector<std::string>
alignment_in_words(const insight::AlignmentOverTime&); // a line a session, and on the same items
std::string thread_in_words(const insight::AlignmentOverTime&,
                            const insight::AlignmentThread&); // "9 of 12, then 11 of 12"
std::string raised_in_words(const insight::Review&, const insight::ObjectionThread&);
std::vector<const insight::ObjectionThread*> objections_in(const insight::Review&, std::size_t team);
std::vector<std::size_t> leaders_promises_in(const insight::Review&, std::size_t team); // places among lives
std::vector<const insight::HelpAsked*> help_in(const insight::Review&, std::size_t team);
std::vector<const insight::ParkedLife*> parked_in(const insight::Review&, std::size_t team);
std::vector<const insight::Unseen*> unseen_in(const insight::Review&, std::size_t team);
std::vector<const insight::ThemeThread*> themes_in(const insight::Review&, std::size_t team);

} // namespace avow::report
