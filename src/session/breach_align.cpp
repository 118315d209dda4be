// What must hold of the leader's expectations and their seal, of what was recalled of them, and of what each side asks.
#include "session/breach_each.hpp"
#include "session/text.hpp"

#include <algorithm>

namespace avow::breach {

namespace {

constexpr int most_judged = 2;

// Of a copy that was made while the expectations were secret: it has the fingerprint and not what was sealed.
bool is_without_what_was_sealed(const Session& session) { return session.seal && session.seal->nonce.empty(); }

Breach breach_of_leader(const Session& session, const Ids& participants) {
    if (!session.leader || participants.contains(session.leader->text)) return std::nullopt;
    return fmt::format("The leader is participant {}, who is not in the session.", shown(session.leader->text));
}

Breach breach_of(const Expectation& expectation) {
    if (const auto guess = expectation.guess; guess && (*guess < 0 || *guess > static_cast<int>(limit::participants)))
        return fmt::format("The guess at {} is {}; it is 0 to {}.", named(expectation), *guess, limit::participants);
    return breach_of_words(expectation.text, at("text", expectation));
}

Breach breach_of_seal(const Session& session) {
    if (!session.seal) return std::nullopt;
    const auto& seal = *session.seal;
    if (!each::is_hex(seal.fingerprint, 64)) return "The fingerprint of the seal is not 64 digits, 0 to 9 and a to f.";
    if (!seal.nonce.empty() && !each::is_hex(seal.nonce, 32))
        return "The nonce of the seal is not 32 digits, 0 to 9 and a to f.";
    if (seal.opened_at && seal.nonce.empty()) return "The seal is opened, and has no nonce.";
    if (!seal.nonce.empty() && session.expectations.empty()) return "There is a seal, and no expectation under it.";
    return first_of([&] { return breach_of_moment(seal.sealed_at, at("time of the seal", session)); },
                    [&] { return breach_of_moment(seal.opened_at, at("time of the opening", session)); });
}

Breach breach_of_judgement(const std::optional<int>& value, const Recall& recall) {
    if (!value) return std::nullopt;
    if (!recall.meant) return fmt::format("The {} is judged, and means no expectation.", named(recall));
    if (*value >= 0 && *value <= most_judged) return std::nullopt;
    return fmt::format("The {} is judged {}; it is 0 to {}.", named(recall), *value, most_judged);
}

Breach breach_of(const Recall& recall, const Session& session) {
    if (is_decided(recall) && !is_opened(session))
        return fmt::format("The {} is matched, and the expectations are not open.", named(recall));
    if (recall.meant && recall.is_phantom)
        return fmt::format("The {} means an expectation, and is a phantom as well.", named(recall));
    if (recall.meant && !find(session, *recall.meant))
        return fmt::format("The {} means expectation {}, which is not in the session.", named(recall),
                           shown(recall.meant->text));
    return first_of([&] { return breach_of_needed_words(recall.text, at("text", recall)); },
                    [&] { return breach_of_judgement(recall.by_leader, recall); },
                    [&] { return breach_of_judgement(recall.by_colleague, recall); });
}

// Kept by id, and not as they came: else the order would tell whose is whose.
template <class Item>
Breach breach_of_order(const std::vector<Item>& items) {
    const auto pair = std::ranges::adjacent_find(items, std::ranges::greater{}, &Item::id);
    if (pair == items.end()) return std::nullopt;
    return fmt::format("The {} comes before the {}, and not in the order of their ids.", named(*pair),
                       named(*std::next(pair)));
}

Breach breach_of(const RecallSheet& sheet, const Session& session) {
    if (sheet.recalls.size() > limit::recalls)
        return fmt::format("The {} has {} lines; it holds {}.", named(sheet), grouped(sheet.recalls.size()),
                           limit::recalls);
    return first_of(
        [&] { return breach_of_order(sheet.recalls); },
        [&] { return first_among(sheet.recalls, [&](const Recall& recall) { return breach_of(recall, session); }); });
}

Breach breach_of_sheets(const Session& session) {
    std::vector<Recall> all;
    for (const auto& sheet : session.recall_sheets) all.insert(all.end(), sheet.recalls.begin(), sheet.recalls.end());
    return first_of([&] { return breach_of_size(session.recall_sheets.size(), limit::recall_sheets, "sheets"); },
                    [&] { return breach_of_ids(session.recall_sheets); },
                    [&] { return breach_of_order(session.recall_sheets); }, [&] { return breach_of_ids(all); },
                    [&] {
                        return first_among(session.recall_sheets,
                                           [&](const RecallSheet& sheet) { return breach_of(sheet, session); });
                    });
}

// Who is here may have changed since; what can't be is more than everybody on every sheet.
Breach breach_of_team_guess(const Session& session) {
    if (!session.team_guess) return std::nullopt;
    const auto items = is_without_what_was_sealed(session) ? limit::expectations : session.expectations.size();
    const int most = static_cast<int>(items * limit::participants);
    if (*session.team_guess >= 0 && *session.team_guess <= most) return std::nullopt;
    return fmt::format("The team guessed {} namings; there can be 0 to {}.", *session.team_guess, most);
}

Breach breach_of(const Misalignment& one) { return breach_of_needed_words(one.text, at("text", one)); }

Breach breach_of(const Ask& ask) {
    return first_of(
        [&] { return breach_of_words(ask.text, at("text", ask)); },
        [&] { return breach_of_choice(ask.kind, AskKind::keep_on, at("kind", ask)); },
        [&] { return breach_of_choice(ask.from, AskFrom::leader, at("side", ask)); },
        [&] { return breach_of_date(ask.since, at("day", ask)); },
        [&] { return breach_of_words(ask.answer, at("answer", ask)); },
        [&] { return first_among(ask.check_ins, [&](const auto& c) { return breach_of_check_in(c, ask); }); });
}

Breach breach_of(const Objection& objection) {
    return first_of(
        [&] { return breach_of_words(objection.text, at("text", objection)); },
        [&] { return breach_of_words(objection.answer, at("answer", objection)); },
        [&] {
            return breach_of_words(objection.who_answers, at("name of who answers", objection), limit::name_characters);
        },
        [&] { return breach_of_choice(objection.kind, AnswerKind::costs, at("kind of answer", objection)); },
        [&] { return breach_of_words(objection.amount, at("amount", objection)); });
}

template <class Item>
Breach breach_of_all(const std::vector<Item>& items, std::size_t most, std::string_view nouns) {
    return first_of([&] { return breach_of_size(items.size(), most, nouns); }, [&] { return breach_of_ids(items); },
                    [&] { return first_among(items, [](const Item& item) { return breach_of(item); }); });
}

} // namespace

Breach breach_of_alignment(const Session& session, const Ids& participants) {
    return first_of([&] { return breach_of_leader(session, participants); },
                    [&] { return breach_of_all(session.expectations, limit::expectations, "expectations"); },
                    [&] { return breach_of_seal(session); }, [&] { return breach_of_sheets(session); },
                    [&] { return breach_of_team_guess(session); },
                    [&] { return breach_of_all(session.misalignments, limit::misalignments, "misalignments"); },
                    [&] { return breach_of_all(session.asks, limit::asks, "asks"); },
                    [&] { return breach_of_all(session.objections, limit::objections, "objections"); });
}

} // namespace avow::breach
