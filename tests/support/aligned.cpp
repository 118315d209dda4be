#include "support/aligned.hpp"

#include <array>

namespace avow {

namespace {

std::string usual_words(std::size_t number) {
    static constexpr std::array words = {"Every message is answered on its day",
                                         "Nobody hands over a case without a call",
                                         "The board is tidy on Friday",
                                         "You say no when it is too much",
                                         "Tell me early when a date slips",
                                         "More renewals every month",
                                         "Stay late when it burns",
                                         "Bring me ideas, not problems",
                                         "Less mail, more calls"};
    return words[number % words.size()];
}

std::string numbered(const char* letter, std::size_t number) { return letter + std::to_string(100 + number); }

std::vector<RecallSheet> sheets_of(const AlignedWish& wish, const std::function<std::string(std::size_t)>& words) {
    std::vector<RecallSheet> sheets;
    std::size_t number = 0;
    for (std::size_t i = 0; i < wish.papers; ++i) {
        sheets.push_back({{numbered("s", i)}, {}});
        for (std::size_t j = 0; j < wish.on_a_paper; ++j, ++number) {
            Recall recall;
            recall.id = {numbered("r", number)};
            recall.text = words(number);
            if (wish.is_opened && wish.is_matched && number != 1) {
                recall.is_phantom = number % 4 == 3;
                if (!recall.is_phantom) recall.meant = ExpectationId{numbered("e", number % wish.expectations)};
                if (recall.meant) recall.by_leader = static_cast<int>(number % 3), recall.by_colleague = 2;
            }
            sheets.back().recalls.push_back(std::move(recall));
        }
    }
    return sheets;
}

} // namespace

Session aligned(Session session, const AlignedWish& wish) {
    const auto words = wish.words ? wish.words : usual_words;
    session.stage = Stage::align;
    session.leader = session.participants.front().id;
    session.expectations.clear();
    for (std::size_t i = 0; i < wish.expectations; ++i)
        session.expectations.push_back({{numbered("e", i)}, words(i), static_cast<int>(i * 3 % 12)});
    session.seal = Seal{std::string(32, '3') + std::string(32, 'f'), std::string(32, 'a'), Moment{1'000}, {}};
    if (wish.is_opened) session.seal->opened_at = Moment{2'000};
    session.recall_sheets = sheets_of(wish, words);
    session.team_guess = static_cast<int>(wish.papers);
    session.asks.clear();
    for (std::size_t i = 0; i < wish.asks * 2; ++i) {
        const auto from = i % 2 == 0 ? AskFrom::team : AskFrom::leader;
        session.asks.push_back(
            {{numbered("k", i)}, static_cast<AskKind>(i / 2 % 3), from, words(i + 2), session.date, {}, {}});
        if (i % 3 == 1) session.asks.back().answer = words(i);
        if (i % 4 == 0) session.asks.back().since = plus_days(session.date, -28);
    }
    session.objections.clear();
    for (std::size_t i = 0; i < wish.objections; ++i) {
        session.objections.push_back({{numbered("o", i)}, words(i + 5), {}, {}, {}, {}});
        if (i % 2 == 1) continue;
        auto& one = session.objections.back();
        one.answer = words(i), one.who_answers = session.participants.back().name;
        one.kind = static_cast<AnswerKind>(i % 5), one.amount = "two hours a week";
    }
    session.misalignments.clear();
    for (std::size_t i = 0; i < wish.misalignments; ++i)
        session.misalignments.push_back({{numbered("m", i)}, words(i + 7)});
    return session;
}

} // namespace avow
