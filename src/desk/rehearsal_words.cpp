#include "desk/rehearsal_words.hpp"

#include "session/text.hpp"
#include "storage/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace avow::desk {

namespace {

constexpr std::array manners = {std::pair{"plain", Manner::plain}, std::pair{"talks on", Manner::talks_on},
                                std::pair{"sceptical", Manner::sceptical}, std::pair{"cuts in", Manner::cuts_in},
                                std::pair{"silent", Manner::silent}};

class Reader {
public:
    explicit Reader(std::string_view name) : name_(name) {}

    void read(std::string_view text) {
        if (!is_utf8(text)) throw storage::FormatError(fmt::format("{} is no text in UTF-8.", name_));
        if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            ++line_;
            read_line(clean_line(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    RehearsalWords whole() {
        if (!objection_.empty())
            refuse(
                fmt::format("what {} objects to never comes: a line “Says: …” follows it", words_.people.back().name));
        if (words_.team.empty()) refuse("the team has no name: a line “Team: …” gives it");
        if (words_.goal.text.empty()) refuse("there is no goal: a line “Goal: …” gives it");
        if (words_.people.size() < 2) refuse("a workshop needs two people at least, each with a line “Person: …”");
        if (words_.statements.empty()) refuse("nobody says anything: a line “Says: …” below a person is a statement");
        return std::move(words_);
    }

private:
    [[noreturn]] void refuse(const std::string& why) const {
        throw storage::FormatError(fmt::format("{}, line {}: {}.", name_, line_, why));
    }

    void read_line(const std::string& line) {
        if (line.empty() || line.starts_with('#')) return;
        const auto colon = line.find(':');
        if (colon == std::string::npos)
            refuse(fmt::format("“{}” has no colon. A line is a label, a colon and words, as “Says: I call them back”",
                               first_characters(line, 40)));
        const auto label = clean_line(std::string_view(line).substr(0, colon));
        const auto words = clean_line(std::string_view(line).substr(colon + 1));
        if (words.empty()) refuse(fmt::format("nothing stands behind “{}:”", label));
        if (count_characters(words) > limit::statement_characters) refuse("that is too long for one statement");
        if (!(read_heading(label, words) || read_person(label, words) || read_remark(label, words) ||
              read_answer(label, words)))
            refuse(fmt::format("“{}” is no label. The comment at the top of assets/rehearsal.txt lists them", label));
    }

    bool read_heading(std::string_view label, const std::string& words) {
        const std::array places = {std::pair{"Team", &words_.team},          std::pair{"Goal", &words_.goal.text},
                                   std::pair{"From", &words_.goal.from},     std::pair{"To", &words_.goal.to},
                                   std::pair{"Why us", &words_.goal.why_us}, std::pair{"Why you", &words_.goal.why_you},
                                   std::pair{"Breath", &words_.breath},      std::pair{"And", &words_.go_on}};
        const auto found = std::ranges::find(places, label, [](const auto& place) { return place.first; });
        if (found == places.end()) return false;
        *found->second = words;
        return true;
    }

    bool read_person(std::string_view label, const std::string& words) {
        if (label == "Person") {
            add_person(words);
        } else if (label == "Manner") {
            const auto found = std::ranges::find(manners, words, [](const auto& pair) { return pair.first; });
            if (found == manners.end())
                refuse(
                    fmt::format("“{}” is no manner. There are plain, talks on, sceptical, cuts in and silent", words));
            person(label), words_.people.back().manner = found->second;
        } else if (label == "Objects") {
            person(label), objection_ = words;
        } else if (label == "Says") {
            words_.statements.push_back({person(label), words, std::exchange(objection_, {}), {}});
        } else {
            return false;
        }
        return true;
    }

    void add_person(const std::string& name) {
        if (!objection_.empty()) refuse("what the person before objects to never comes: “Says: …” follows it");
        if (count_characters(name) > limit::name_characters) refuse("that name is too long");
        if (words_.people.size() == limit::participants)
            refuse(fmt::format("there are more than {} people", limit::participants));
        if (std::ranges::any_of(words_.people, [&](const auto& one) { return folded(one.name) == folded(name); }))
            refuse(fmt::format("“{}” is there already", name));
        words_.people.push_back({name, Manner::plain});
    }

    std::size_t person(std::string_view label) const {
        if (words_.people.empty()) refuse(fmt::format("“{}:” comes before any “Person: …”, so it is nobody's", label));
        return words_.people.size() - 1;
    }

    bool read_remark(std::string_view label, const std::string& words) {
        constexpr std::array stages = {std::pair{"At Goal", Stage::goal}, std::pair{"At Themes", Stage::themes},
                                       std::pair{"At Close", Stage::close}};
        const auto found = std::ranges::find(stages, label, [](const auto& pair) { return pair.first; });
        if (found == stages.end()) return false;
        words_.remarks.push_back({person(label), found->second, words});
        return true;
    }

    bool read_answer(std::string_view label, const std::string& words) {
        constexpr std::array places = {
            std::pair{"When", &RehearsedAnswers::when}, std::pair{"First step", &RehearsedAnswers::first_step},
            std::pair{"Needs", &RehearsedAnswers::needs}, std::pair{"Seen by", &RehearsedAnswers::seen_by}};
        const auto found = std::ranges::find(places, label, [](const auto& pair) { return pair.first; });
        if (found == places.end()) return false;
        if (words_.statements.empty() || words_.statements.back().person != person(label))
            refuse(fmt::format("“{}:” comes before any “Says: …” of that person, so it answers nothing", label));
        constexpr Date any_day{2026, 1, 1};
        if (found->second == &RehearsedAnswers::when && !date_in_words(words, any_day))
            refuse(fmt::format("“{}” is no day. Try “friday”, “in two weeks” or “4 december”", words));
        words_.statements.back().answers.*found->second = words;
        return true;
    }

    std::string_view name_;
    std::size_t line_ = 0;
    RehearsalWords words_;
    std::string objection_; // of the statement that follows
};

} // namespace

RehearsalWords rehearsal_words_of(std::string_view text, std::string_view name) {
    Reader reader(name);
    reader.read(text);
    return reader.whole();
}

} // namespace avow::desk
