// A list pasted into the field of the read-round: what somebody wrote down, or a chat.
#include "desk/verbs.hpp"
#include "insight/coverage.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

// The one person of that whole name, or else of that first name.
const Participant* only_one_called(const Session& session, std::string_view name) {
    const auto only = [&](auto is_meant) -> const Participant* {
        const auto& people = session.participants;
        const auto found = std::ranges::find_if(people, is_meant);
        if (found == people.end() || std::any_of(found + 1, people.end(), is_meant)) return nullptr;
        return &*found;
    };
    const auto wanted = folded(name);
    if (const auto* person = only([&](const auto& p) { return folded(p.name) == wanted; })) return person;
    return only([&](const auto& p) { return folded(first_name(p.name)) == wanted; });
}

std::string words_of_count(std::size_t count) {
    return count == 1 ? "a pasted statement" : fmt::format("{} pasted statements", count);
}

} // namespace

std::vector<PastedStatement> pasted_statements(const Desk& desk) {
    std::vector<PastedStatement> statements;
    for (auto& line : lines_of_list(desk.pasted_text)) {
        const auto colon = line.find(": ");
        const auto* named =
            colon == std::string::npos ? nullptr : only_one_called(desk.session(), line.substr(0, colon));
        if (named)
            statements.push_back({named->id, clean_line(line.substr(colon + 1))});
        else
            statements.push_back({desk.place.speaker, std::move(line)});
    }
    std::erase_if(statements, [](const auto& statement) { return statement.words.empty(); });
    return statements;
}

std::optional<Refusal> why_not_say_pasted(const std::vector<PastedStatement>& statements) {
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (!statements[i].owner)
            return Refusal{
                fmt::format("Nobody has the turn, so nobody says line {}. Put a name before it: “Ana: …”", i + 1)};
        if (const auto length = count_characters(statements[i].words); length > limit::statement_characters)
            return Refusal{fmt::format("Line {} has {} characters; a statement holds {}. Split it in two", i + 1,
                                       fmt::group_digits(length), fmt::group_digits(limit::statement_characters))};
    }
    return std::nullopt;
}

void say_pasted(Desk& desk) {
    const auto statements = pasted_statements(desk);
    if (statements.empty()) return;
    if (const auto refusal = why_not_say_pasted(statements)) return desk.say(Tone::refused, refusal->sentence);
    std::vector<Edit> edits;
    for (const auto& [owner, words] : statements)
        edits.emplace_back(SayStatement{desk.fresh<AccountabilityTag>(), *owner, words, desk.now()});
    if (!desk.act(edits, "took in " + words_of_count(statements.size()))) return; // the list stays
    desk.pasted_text.clear();
    desk.panel = Panel::none;
    desk.page = 0;
    const bool is_turn =
        std::ranges::all_of(statements, [&](const auto& statement) { return statement.owner == desk.place.speaker; });
    if (is_turn && desk.is_round_on) give_turn_to_next(desk);
    desk.say(Tone::done, fmt::format("Took in {}. Ctrl+Z takes them back", words_of_count(statements.size())));
}

void take_pasted_as_one_statement(Desk& desk) {
    const auto before = desk.entry.text.empty() ? std::string() : desk.entry.text + " ";
    desk.ask_for(Purpose::statement, before + clean_line(desk.pasted_text));
    desk.pasted_text.clear();
    desk.panel = Panel::none;
}

} // namespace avow::desk
