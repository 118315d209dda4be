// Reading the signs of the phrasing mirror from their text.
#include "insight/mirror_signs.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <stdexcept>

namespace avow::insight {

namespace {

constexpr std::size_t most_elements = 12;
constexpr std::size_t most_gaps = 2;

using Kind = MirrorElement::Kind;

constexpr std::array places = {std::pair{"<start>", Kind::start}, std::pair{"<pause>", Kind::pause},
                               std::pair{"<end>", Kind::end}, std::pair{"<question>", Kind::question},
                               std::pair{"...", Kind::gap}};

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::string_view take_until(std::string_view& rest, char mark) {
    const auto end = std::min(rest.find(mark), rest.size());
    const auto taken = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return trimmed(taken);
}

// What stands behind the word of a heading: "list upper" begins with "list".
std::optional<std::string> named(std::string_view line, std::string_view heading) {
    if (line.substr(0, line.find(' ')) != heading) return std::nullopt;
    return std::string(trimmed(line.substr(heading.size())));
}

class Reader {
public:
    explicit Reader(std::string_view name) : name_(name) {}

    void read(std::string_view text) {
        if (!is_utf8(text)) throw std::runtime_error(fmt::format("{} is no text in UTF-8.", name_));
        if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            ++line_;
            read_line(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        close_section();
    }

    MirrorSigns whole() {
        if (signs_.signs.empty()) refuse("there is no sign: a section, and words below it, give one");
        signs_.phrases_from.resize(units_);
        signs_.signs_at.resize(units_);
        for (std::size_t index = 0; index < signs_.phrases.size(); ++index)
            signs_.phrases_from[signs_.phrases[index].units.front()].push_back(index);
        set_keys();
        return std::move(signs_);
    }

private:
    static bool is_needed(const MirrorElement& element) { return element.kind == Kind::unit && !element.is_optional; }

    // What is written often here is said often, and a list as often as what its phrases begin with.
    std::vector<std::size_t> how_often_used() const {
        std::vector<std::size_t> uses(units_);
        for (const auto& sign : signs_.signs)
            for (const auto& element : sign.elements) uses[element.unit] += element.kind == Kind::unit ? 1 : 0;
        for (const auto& phrase : signs_.phrases)
            for (const auto unit : phrase.units) ++uses[unit];
        auto with_lists = uses;
        for (const auto& phrase : signs_.phrases) with_lists[phrase.list] += uses[phrase.units.front()];
        return with_lists;
    }

    void set_keys() {
        const auto uses = how_often_used();
        std::vector<std::size_t> longest(units_, 1); // in words
        for (const auto& phrase : signs_.phrases)
            longest[phrase.list] = std::max(longest[phrase.list], phrase.units.size());
        for (std::size_t index = 0; index < signs_.signs.size(); ++index) {
            auto& sign = signs_.signs[index];
            const auto key = std::ranges::min_element(sign.elements, {}, [&](const MirrorElement& element) {
                return is_needed(element) ? uses[element.unit] : std::numeric_limits<std::size_t>::max();
            });
            sign.key = key->unit;
            for (auto before = sign.elements.begin(); before != key; ++before) {
                if (before->kind == Kind::gap) sign.most_before += MirrorElement::longest_gap;
                if (before->kind != Kind::unit) continue;
                sign.most_before += longest[before->unit];
                sign.least_before += before->is_optional ? 0 : 1;
            }
            signs_.signs_at[sign.key].push_back(index);
        }
    }

    [[noreturn]] void refuse(std::string_view why) const {
        throw std::runtime_error(fmt::format("{}, line {}: {}.", name_, line_, why));
    }

    void read_line(std::string_view line) {
        const bool is_indented = !line.empty() && (line.front() == ' ' || line.front() == '\t');
        line = trimmed(line.substr(0, line.find('#')));
        if (line.empty()) return;
        if (!is_indented) return read_heading(line);
        if (list_) return read_phrases(line);
        if (signs_.sections.empty()) refuse("words stand here before any section or list");
        if (line.starts_with("asks:")) return read_question(trimmed(line.substr(5)));
        while (!line.empty())
            if (const auto pattern = take_until(line, ','); !pattern.empty()) read_sign(pattern);
    }

    void read_heading(std::string_view line) {
        close_section();
        list_.reset();
        const auto list = named(line, "list");
        const auto marked = named(line, "mark");
        const auto order = named(line, "order");
        const auto fair = named(line, "fair");
        if (!list && !marked && !order && !fair)
            refuse(fmt::format("“{}” begins with none of mark, order, fair and list; lines of words are indented",
                               first_characters(line, 40)));
        const auto section = marked ? marked : order ? order : fair;
        if ((list && list->empty()) || (section && section->empty()))
            refuse(fmt::format("“{}” needs words behind it", line));
        if (list) {
            if (list->find_first_of(" <>|") != std::string::npos) refuse("a list's name is one word");
            if (!lists_.try_emplace(*list, units_).second) refuse(fmt::format("the list “{}” is there already", *list));
            list_ = units_++;
        } else {
            signs_.sections.push_back({*section, {}, fair.has_value(), order.has_value()});
        }
    }

    void close_section() const {
        if (list_ && (signs_.phrases.empty() || signs_.phrases.back().list != *list_))
            refuse("the list above is empty");
        if (list_ || signs_.sections.empty()) return;
        if (const auto& section = signs_.sections.back(); !section.is_fair && section.question.empty())
            refuse(fmt::format("“{}” above proposes no question: a line “asks: …” gives it", section.words));
    }

    void read_question(std::string_view question) {
        auto& section = signs_.sections.back();
        if (section.is_fair) refuse("what is fair asks nothing");
        if (question.empty() || !section.question.empty()) refuse("a section asks one question");
        section.question = clean_line(question);
    }

    void read_phrases(std::string_view line) {
        while (!line.empty()) {
            const auto phrase = take_until(line, ',');
            if (phrase.empty()) continue;
            MirrorPhrase read{*list_, {}};
            for (auto rest = phrase; !rest.empty();)
                if (const auto word = take_until(rest, ' '); !word.empty()) {
                    if (word != "<digits>" && word.find_first_of("<>|()") != std::string_view::npos)
                        refuse(fmt::format("“{}” can't stand in a list, which holds words alone", word));
                    for (const auto unit : units_of(word)) read.units.push_back(unit);
                }
            signs_.phrases.push_back(std::move(read));
        }
    }

    void read_sign(std::string_view pattern) {
        MirrorSign sign;
        sign.section = signs_.sections.size() - 1;
        if (pattern.ends_with('?')) sign.weight = 1;
        if (pattern.ends_with('!')) sign.weight = 4;
        if (sign.weight != 2) pattern = trimmed(pattern.substr(0, pattern.size() - 1));
        for (auto rest = pattern; !rest.empty();)
            if (const auto word = take_until(rest, ' '); !word.empty()) add_element(sign.elements, word);
        check(sign.elements, pattern);
        signs_.signs.push_back(std::move(sign));
    }

    void check(const std::vector<MirrorElement>& elements, std::string_view pattern) const {
        if (elements.size() > most_elements)
            refuse(fmt::format("“{}” is longer than {} words", pattern, most_elements));
        if (std::ranges::count(elements, Kind::gap, &MirrorElement::kind) > static_cast<std::ptrdiff_t>(most_gaps))
            refuse(fmt::format("“{}” has more than {} gaps", pattern, most_gaps));
        if (std::ranges::none_of(elements, is_needed))
            refuse(fmt::format("“{}” holds no word that must be there", pattern));
        if (elements.front().kind == Kind::gap || elements.back().kind == Kind::gap)
            refuse(fmt::format("“{}” begins or ends with a gap", pattern));
    }

    void add_element(std::vector<MirrorElement>& elements, std::string_view word) {
        const auto place =
            std::ranges::find(places, word, [](const auto& pair) { return std::string_view(pair.first); });
        if (place != places.end()) return void(elements.push_back({place->second, 0, false}));
        const bool is_optional = word.starts_with('(') && word.ends_with(')') && word.size() > 2;
        if (is_optional) word = word.substr(1, word.size() - 2);
        if (word.find_first_of("()?!") != std::string_view::npos)
            refuse(fmt::format("“{}” is no word. (brackets) hold one word that may be left out, and ? or ! end a sign",
                               word));
        const auto units = word.find('|') != std::string_view::npos ? std::vector{one_of(word)} : units_of(word);
        for (const auto unit : units) elements.push_back({Kind::unit, unit, is_optional});
    }

    // "board|owners": a list without a name.
    MirrorUnit one_of(std::string_view words) {
        if (words.ends_with('|')) refuse("a word is missing beside |");
        const auto [known, is_new] = choices_.try_emplace(std::string(words), units_);
        if (!is_new) return known->second;
        const auto list = units_++;
        while (!words.empty()) {
            const auto word = take_until(words, '|');
            if (word.empty()) refuse("a word is missing beside |");
            signs_.phrases.push_back({list, units_of(word)});
        }
        return list;
    }

    // One, or two of a contraction.
    std::vector<MirrorUnit> units_of(std::string_view word) {
        if (word == "<digits>") {
            if (!signs_.digits) signs_.digits = units_++;
            return {*signs_.digits};
        }
        if (word.starts_with('<')) {
            const auto name = word.ends_with('>') ? word.substr(1, word.size() - 2) : word.substr(1);
            const auto found = lists_.find(name);
            if (found == lists_.end()) refuse(fmt::format("there is no list “{}” above", name));
            return {found->second};
        }
        const auto read = mirror_sentences(word);
        const bool is_part = word.starts_with('*') || word.ends_with('*');
        if (read.size() != 1 || (is_part && read.front().words.size() != 1))
            refuse(fmt::format("“{}” is no word", word));
        if (is_part)
            return {unit_in(word.ends_with('*') ? signs_.beginnings : signs_.endings, read.front().words[0].folded)};
        std::vector<MirrorUnit> units;
        for (const auto& one : read.front().words) {
            const auto [found, is_new] = signs_.words.try_emplace(one.folded, units_);
            if (is_new) ++units_;
            units.push_back(found->second);
        }
        return units;
    }

    MirrorUnit unit_in(std::vector<std::pair<std::string, MirrorUnit>>& known, const std::string& part) {
        const auto found = std::ranges::find(known, part, &std::pair<std::string, MirrorUnit>::first);
        if (found != known.end()) return found->second;
        known.emplace_back(part, units_);
        return units_++;
    }

    std::string_view name_;
    std::size_t line_ = 0;
    MirrorUnit units_ = 0; // how many there are
    std::map<std::string, MirrorUnit, std::less<>> lists_;
    std::map<std::string, MirrorUnit> choices_; // "board|owners" and what else was met
    std::optional<MirrorUnit> list_;            // that the lines belong to
    MirrorSigns signs_;
};

} // namespace

MirrorSigns mirror_signs_from(std::string_view text, std::string_view name) {
    Reader reader(name);
    reader.read(text);
    return reader.whole();
}

} // namespace avow::insight
