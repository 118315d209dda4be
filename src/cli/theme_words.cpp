#include "cli/theme_words.hpp"

#include "desk/reasons.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"
#include "session/text.hpp"
#include "themes/themes.hpp"

#include <cmath>
#include <vector>

namespace avow::cli {

namespace {

// What the engine is shown of a session, and what it answered.
struct View {
    const Session& session;
    std::vector<const Accountability*> items;     // one a statement
    std::vector<const Accountability*> set_apart; // single voices by a person's hand: not shown to the engine
    std::vector<themes::Statement> statements;
    std::vector<themes::Placement> previous;
    themes::Proposal proposal = {};
};

View view_of(const Session& session, const themes::Knowledge& knowledge) {
    View view{session, {}, {}, {}, {}};
    for (const auto& item : session.accountabilities) {
        const bool is_by_hand = item.placed == Placed::hand;
        if (is_by_hand && !item.theme) {
            view.set_apart.push_back(&item);
            continue;
        }
        const auto* theme = item.theme ? find(session, *item.theme) : nullptr;
        view.items.push_back(&item);
        view.statements.push_back(
            {item.id.text, item.statement, is_by_hand ? std::optional(item.theme->text) : std::nullopt});
        if (theme) view.previous.push_back({item.id.text, theme->id.text, theme->title});
    }
    view.proposal = themes::propose(view.statements, knowledge, view.previous);
    return view;
}

// A theme that is in the session keeps its title; what is new has the engine's.
std::string title_of(const View& view, const themes::Theme& theme) {
    const auto* known = find(view.session, ThemeId{theme.key});
    return report::on_one_line(known ? known->title : theme.label);
}

std::string percent(double closeness) { return std::to_string(std::lround(closeness * 100)) + "%"; }

std::string listed(const std::vector<std::string>& words, std::size_t most) {
    return report::on_one_line(with_commas(words, most));
}

std::string reason_in_words(const View& view, const themes::Reason& reason, bool is_alone) {
    desk::Lying lying;
    lying.is_by_hand = reason.is_placed_by_hand;
    lying.is_alone = is_alone;
    lying.shared = reason.shared;
    if (reason.nearest_statement) lying.nearest = view.items[*reason.nearest_statement]->statement;
    if (reason.runner_up_theme) lying.runner_up = title_of(view, view.proposal.themes[*reason.runner_up_theme]);
    lying.shared_with_runner_up = reason.shared_with_runner_up;
    const std::string close = reason.is_placed_by_hand ? "" : percent(reason.closeness) + " close. ";
    return "      " + report::on_one_line(close + desk::why_here(lying) + " " + desk::why_not_there(lying)) + "\n";
}

std::string item_in_words(const View& view, const Accountability& item) {
    return "  " + report::on_one_line(report::name_of(view.session, item.owner)) + ": " +
           report::on_one_line(item.statement) + "\n";
}

std::string theme_in_words(const View& view, const themes::Theme& theme, bool with_reasons) {
    std::vector<const Accountability*> items;
    for (const auto member : theme.members) items.push_back(view.items[member]);
    std::string text = title_of(view, theme) + " (" + report::counted(insight::count_of(items)) + ")\n";
    if (with_reasons && !theme.shared.empty()) text += "    held together by " + listed(theme.shared, 6) + "\n";
    for (const auto member : theme.members) {
        text += item_in_words(view, *view.items[member]);
        if (with_reasons) text += reason_in_words(view, view.proposal.reasons[member], false);
    }
    return text + "\n";
}

std::string single_voices_in_words(const View& view, bool with_reasons) {
    if (view.proposal.single_voices.empty() && view.set_apart.empty()) return "";
    std::string text = "Single voices\n";
    for (const auto voice : view.proposal.single_voices) {
        text += item_in_words(view, *view.items[voice]);
        if (with_reasons) text += reason_in_words(view, view.proposal.reasons[voice], true);
    }
    for (const auto* item : view.set_apart) {
        text += item_in_words(view, *item);
        if (with_reasons) text += "      set apart by hand\n";
    }
    return text + "\n";
}

} // namespace

std::string themes_in_words(const Session& session, const themes::Knowledge& knowledge, bool with_reasons) {
    const auto view = view_of(session, knowledge);
    const auto voices = view.proposal.single_voices.size() + view.set_apart.size();
    std::string text = counted(session.accountabilities.size(), "statement") + ": " +
                       counted(view.proposal.themes.size(), "theme") + " and " + counted(voices, "single voice") +
                       " would be proposed\n\n";
    for (const auto& theme : view.proposal.themes) text += theme_in_words(view, theme, with_reasons);
    text += single_voices_in_words(view, with_reasons);
    text.pop_back(); // the empty line at the end
    return text;
}

} // namespace avow::cli
