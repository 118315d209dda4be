// Hygiene for words that come from outside, and the few questions asked of text that need Unicode. utf8proc does the work.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace avow {

// What was typed or pasted, made fit to keep: valid UTF-8 (each bad byte and each control character becomes U+FFFD, so
// that nothing vanishes unseen), NFC, line breaks and tabs with the space around them one space, no byte order marks and
// no marks that turn the writing direction, trimmed. Words are otherwise exactly as they came.
std::string clean_line(std::string_view);

bool is_utf8(std::string_view); // strict: no overlong forms, no surrogates
void append_utf8(std::string&, char32_t);
bool has_controls(std::string_view); // control characters and line breaks
bool has_letter(std::string_view);
bool is_in_word(std::string_view character);    // a letter, its marks, or a number, of any script
std::size_t count_characters(std::string_view); // Unicode code points; bad bytes count one each
// At most `count`; a letter keeps its marks, and an emoji its parts, unless that alone is longer.
std::string first_characters(std::string_view, std::size_t count);
std::string first_letter_as_capital(std::string_view); // or the first digit; empty when there is neither
std::string folded(std::string_view); // for comparing and searching: NFKC, case and accents gone, "ø" is "o"
bool begins_with_folded(std::string_view text, std::string_view beginning);
bool begins_with_capital(std::string_view text); // in scripts that have them
// Of a script that reaches higher and lower than Latin does: Arabic, the Indic scripts, Thai and its neighbours.
bool has_tall_letters(std::string_view);
bool same_but_for_case(std::string_view, std::string_view); // accents count: "Büro" is not "Buro"

std::string grouped(std::size_t);                                              // "4,312"
std::string counted(std::size_t, std::string_view one);                        // "1 minute", "2 minutes"
std::string counted(std::size_t, std::string_view one, std::string_view many); // "1 person", "2 people"
std::string without_full_stop(std::string sentence);                           // for one that becomes part of another
std::string with_commas(const std::vector<std::string>&,
                        std::size_t most = std::string::npos); // "Ana, Bo"; the first ones

// The name as a seat shows it: the first name ("Ana"); initials of at most two letters ("AN").
std::string first_name(std::string_view name);
std::string initials(std::string_view name);

// Names out of a pasted roster: one a line (or a list on a single line, at commas or semicolons); bullets, numbers,
// quotes, addresses in angle brackets and blank lines gone; of several columns the first that holds letters; "Last, First"
// turned round where it is one of several. Duplicates are kept: the caller asks about them.
std::vector<std::string> names_in(std::string_view pasted);
// The lines of a pasted list as clean_line leaves them, blank ones gone. Where every line begins with the mark of a list
// ("- ", "[x] ", "12. "), without it; else a dash or a number is part of the words.
std::vector<std::string> lines_of_list(std::string_view pasted);

} // namespace avow
