// What a voice reads aloud: the words of what is in hand. They are taken from the slide, which has no private field, or from
// those fields of a card that the room may see; the room hears them.
#include "desk/verbs.hpp"
#include "insight/coverage.hpp"
#include "session/date.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace avow::desk {

namespace {

// Sentences one after the other, with a full stop where the words have none, so that the voice takes a breath.
class Speech {
public:
    Speech& add(std::string_view words) {
        if (words.empty()) return *this;
        if (!text_.empty()) text_ += ' ';
        text_ += words;
        if (std::string_view(".!?…").find(words.back()) == std::string_view::npos) text_ += '.';
        return *this;
    }
    Speech& add(std::string_view label, std::string_view words) {
        return words.empty() ? *this : add(fmt::format("{} {}", label, words));
    }
    std::string text() const { return text_; }

private:
    std::string text_;
};

// As it was said comes first; what was agreed stands beside it.
std::string of_card(std::string_view speaker, std::string_view words, std::string_view said, std::string_view by,
                    std::string_view evidence) {
    Speech speech;
    speech.add(speaker).add(said.empty() ? words : said);
    if (!said.empty()) speech.add("Agreed:", words);
    return speech.add("By", by).add("To see:", evidence).text();
}

std::string of_card(const Session& session, const Accountability& item) {
    const auto& words = words_of(item);
    return of_card(insight::whole_name(session, item.owner), words,
                   words == item.statement ? std::string_view() : item.statement,
                   item.due ? spoken(*item.due) : std::string(), item.evidence);
}

std::string of_page(const OneOnOne& page) {
    const auto* item = item_of(page, page.item);
    if (!item) return page.agenda.person;
    Speech speech;
    speech.add(item->statement);
    for (auto wording = item->wordings.rbegin(); wording != item->wordings.rend(); ++wording)
        if (wording->is_agreed) {
            speech.add("Agreed:", wording->text);
            break;
        }
    return speech.add("By", item->due ? spoken(*item->due) : std::string()).add("To see:", item->evidence).text();
}

// What each page of the room has in hand.
struct InHand {
    std::string operator()(const slide::Welcome& page) const { return Speech().add(page.team).add(page.date).text(); }
    std::string operator()(const slide::Account& page) const {
        Speech speech;
        for (const auto& line : page.lines) speech.add(line.speaker).add(line.words);
        return speech.text();
    }
    std::string operator()(const slide::Answers& page) const {
        if (page.focus >= page.items.size()) return page.speaker;
        const auto& item = page.items[page.focus];
        return of_card(page.speaker, item.words, item.said, item.by, item.evidence);
    }
    std::string operator()(const slide::Scoreboard& page) const {
        if (page.days.empty()) return {};
        const auto& given = page.days.front().given;
        return fmt::format("{}: {} kept, {} in part, {} missed, {} changed.", page.days.front().date, given[0],
                           given[1], given[2], given[3]);
    }
    std::string operator()(const slide::GoalCard& page) const {
        return Speech().add(page.goal).add(page.measure).add(page.why_us).add(page.why_you).text();
    }
    std::string operator()(const slide::Writing& page) const { return Speech().add(page.prompt).text(); }
    std::string operator()(const slide::Round& page) const {
        if (!page.said_already.empty()) return Speech().add(page.speaker).add(page.said_already.front()).text();
        if (page.others.empty()) return {};
        return Speech().add(page.others.front().speaker).add(page.others.front().words).text();
    }
    std::string operator()(const slide::Wall& page) const {
        if (!page.question.empty()) return page.question;
        if (!page.focus) return {};
        if (*page.focus >= page.tiles.size()) return fmt::format("Single voices: {}.", page.single_voices);
        const auto& tile = page.tiles[*page.focus];
        Speech speech;
        speech.add(tile.sign.title).add(fmt::format("{} from {} people", tile.items, tile.people));
        for (const auto& quote : tile.quotes) speech.add(quote.speaker).add(quote.words);
        return speech.text();
    }
    std::string operator()(const slide::OpenTheme& page) const {
        if (page.focus && *page.focus < page.statements.size()) {
            const auto& card = page.statements[*page.focus];
            return Speech().add(card.speaker).add(card.words).text();
        }
        return page.sign ? page.sign->title : std::string("Single voices");
    }
    std::string operator()(const slide::ReadBack& page) const {
        return of_card(page.speaker, page.words, page.said, page.by, page.evidence);
    }
    std::string operator()(const slide::Closing& page) const {
        Speech speech;
        for (const auto& row : page.rows) speech.add(row.speaker).add(row.words).add("By", row.by);
        return speech.add(page.next_date).text();
    }
    std::string operator()(const slide::AskedRoom& page) const {
        Speech speech;
        speech.add(page.question);
        if (page.is_open) speech.add(page.prompt);
        for (const auto& words : page.words) speech.add(words);
        return speech.text();
    }
    std::string operator()(const slide::AlignList& page) const {
        Speech speech;
        if (!page.focus || *page.focus >= page.rows.size()) return speech.add(page.question).text();
        const auto& row = page.rows[*page.focus];
        speech.add(row.words);
        for (const auto& note : row.notes) speech.add(note);
        return speech.text();
    }
    std::string operator()(const slide::AlignAsks& page) const {
        for (const auto& kind : page.kinds)
            for (const auto* side : {&kind.of_team, &kind.of_leader})
                for (const auto& one : *side)
                    if (page.focus == one.row)
                        return Speech()
                            .add(side == &kind.of_team ? page.team_asks : page.leader_asks)
                            .add(kind.title, one.words)
                            .text();
        return page.question;
    }
    std::string operator()(const slide::Recalling& page) const {
        return Speech().add(page.question).add(fmt::format("{} of {} papers are in", page.in, page.papers)).text();
    }
    std::string operator()(const slide::Unsealed& page) const {
        Speech speech;
        speech.add(page.question);
        for (const auto& words : page.expectations) speech.add(words);
        return speech.text();
    }
    std::string operator()(const slide::Matching& page) const { return Speech().add(page.words).text(); }
    std::string operator()(const slide::AlignCounts& page) const {
        Speech speech;
        for (const auto& row : page.rows) speech.add(row.words).add(fmt::format("{} of {}", row.recalled, page.sheets));
        return speech.add(fmt::format("{} of {} in all", page.recalled, page.most)).text();
    }
};

// As voices call the language that the statements are in, which the words of grammar tell.
std::string language_of(const Desk& desk) {
    static const std::map<std::string_view, std::string_view> codes = {
        {"english", "en"}, {"german", "de"},     {"french", "fr"}, {"spanish", "es"},
        {"italian", "it"}, {"portuguese", "pt"}, {"dutch", "nl"}};
    const auto& knowledge = desk.world().knowledge.get();
    if (knowledge.languages.empty() || desk.session().accountabilities.empty()) return {};
    std::vector<std::string_view> said;
    for (const auto& item : desk.session().accountabilities) said.push_back(item.statement);
    const auto found = codes.find(themes::of_language_in(said, knowledge).language);
    return found == codes.end() ? std::string() : std::string(found->second);
}

} // namespace

std::string words_in_hand(const Desk& desk) {
    if (desk.showing == Showing::library && desk.library_row < desk.library().size()) {
        const auto& row = desk.library()[desk.library_row];
        return Speech().add(row.team).add(spoken(row.date)).add(row.goal).text();
    }
    if (!desk.is_open() || desk.showing == Showing::library || desk.showing == Showing::review || desk.is_blanked)
        return {};
    if (desk.one_on_one) return of_page(*desk.one_on_one);
    const auto* card = desk.showing == Showing::board ? card_in_hand(desk) : nullptr;
    if (card && !is_polling(desk)) return of_card(desk.shown(), *card);
    return std::visit(InHand{}, desk.slide().content);
}

std::string news_in_words(const Desk& desk) {
    if (const auto trouble = desk.keeping().notice; !trouble.empty()) return trouble;
    return desk.notice() ? desk.notice()->sentence : std::string();
}

bool is_reading_aloud(const Desk& desk) { return desk.voice && desk.voice->is_speaking(); }

void read_aloud(Desk& desk, std::string words) {
    if (is_reading_aloud(desk)) return desk.voice->stop();
    if (!desk.world().make_voice) return desk.say(Tone::refused, "This machine has no voice that Avow knows");
    if (!desk.voice) desk.voice = desk.world().make_voice(desk.world().storage.wake);
    const auto start = first_characters(words, 40);
    desk.say(Tone::done,
             fmt::format("Reading aloud “{}{}”. F9 or Esc ends it", start, start.size() < words.size() ? " …" : ""));
    desk.voice->speak(std::move(words), language_of(desk));
}

} // namespace avow::desk
