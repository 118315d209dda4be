#include "screen/hard_sessions.hpp"

#include "support/sample.hpp"

#include <fmt/format.h>

#include <array>

namespace avow::screen {

namespace {

const char* const fox =
    "The quick brown fox jumps over the lazy dog and comes back before six in the evening to say what it saw there. ";

Participant person(std::size_t number, std::string name) {
    Participant person;
    person.id = {"p" + std::to_string(number)};
    person.name = std::move(name);
    person.seat = static_cast<int>(number);
    return person;
}

Accountability item(std::size_t number, std::size_t owner, std::string statement) {
    Accountability item;
    item.id = {"a" + std::to_string(number)};
    item.owner = {"p" + std::to_string(owner)};
    item.statement = std::move(statement);
    return item;
}

void put_into_themes(Session& session, const std::vector<std::string>& titles) {
    for (std::size_t i = 0; i < titles.size(); ++i)
        session.themes.push_back({{"t" + std::to_string(i)}, titles[i], false, static_cast<int>(i), {}});
    for (std::size_t i = 0; i < session.accountabilities.size(); ++i)
        if (const auto theme = i % (titles.size() + 1); theme < titles.size())
            session.accountabilities[i].theme = session.themes[theme].id;
}

constexpr std::array names_of_many_scripts = {"Maximiliane-Charlotte von Hohenstein-Württemberg",
                                              "Александра Константиновна Преображенская",
                                              "Κωνσταντίνος Παπαδημητρόπουλος-Αλεξανδρής",
                                              "عبد الرحمن بن عبد العزيز آل الشيخ",
                                              "欧阳春晓明月清风徐来",
                                              "Zoë 🦊 Fox-Featherstonehaugh",
                                              "👩‍👩‍👧‍👦 Großfamilie Meier-Lüdenscheidt",
                                              "Nguyễn Thị Thanh Huyền",
                                              "Þorgerður Katrín Gunnarsdóttir",
                                              "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Jones",
                                              "Bartholomew O'Connor-Fitzgerald the Third of Somewhere",
                                              "देवेन्द्र क्षत्रिय शर्मा",
                                              "Ana María de los Ángeles Fernández de Córdoba",
                                              "נועה בן־דוד לוי",
                                              "ศุภกิจ ตั้งใจทำงาน"};

auto statements_of_many_scripts() {
    return std::array{
        long_text(260) + " and 🚀 that is all",
        std::string("Я отвечаю на каждое письмо в тот же день, даже если ответа ещё нет, и пишу, когда он будет; а "
                    "если обещание не сдержать, звоню сам до обеда и говорю почему."),
        std::string("Απαντώ σε κάθε πελάτη την ίδια μέρα, ακόμη κι αν δεν έχω λύση, και του λέω πότε θα την έχω· κι αν "
                    "δεν γίνεται, τον παίρνω τηλέφωνο πριν το μεσημέρι."),
        std::string("أرد على كل رسالة في نفس اليوم حتى لو لم يكن لدي جواب بعد، وأكتب متى سيكون الجواب جاهزاً، وإذا لم "
                    "أستطع الوفاء بالوعد أتصل بنفسي قبل الظهر."),
        std::string("我当天回复每一封邮件，即使还没有答案，也会写明什么时候会有答案；如果做不到，我会在中午之前亲自打电"
                    "话说明原因，并且每周五把板面整理干净。"),
        std::string("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkundenüberreichungszeremoni"
                    "enmeisteranwärter" +
                    std::string(120, 'x')),
        std::string("मैं हर ग्राहक को उसी दिन उत्तर देता हूँ, चाहे मेरे पास अभी समाधान न हो, और बताता हूँ कि कब तक होगा; "
                    "यदि ऐसा न हो सके तो दोपहर से पहले स्वयं फ़ोन करता हूँ।"),
        std::string("אני עונה לכל פנייה באותו יום, גם אם עוד אין לי תשובה, וכותב מתי תהיה; ואם לא אעמוד בהבטחה אתקשר "
                    "בעצמי לפני הצהריים (עד 12:00)."),
        std::string(
            "ฉันตอบทุกข้อความภายในวันเดียวกันแม้จะยังไม่มีคำตอบและบอกว่าจะมีเมื่อไรถ้าทำไม่ได้ตามที่สัญญาไว้ฉันจะโทรหาก่อนเที่ยงด้วยตัวเอง"),
        std::string("I call 🦊🦊🦊 back ") + long_text(180)};
}

} // namespace

std::string long_text(std::size_t characters) {
    std::string text;
    while (text.size() < characters) text += fox;
    text.resize(characters);
    if (text.back() == ' ') text.back() = '.';
    return text;
}

Session empty_session() {
    Session session;
    session.id = {"empty"};
    session.date = {2026, 11, 21};
    session.plan = usual_plan();
    return session;
}

Session usual_session() {
    auto session = sample_session();
    for (std::size_t i = 41; i <= 44; ++i) {
        session.accountabilities.push_back(item(1000 + i, 1, "no ticket of mine is older than five days"));
        session.accountabilities.back().owner = session.participants[i % 12].id;
        session.accountabilities.back().theme = session.themes[0].id;
    }
    session.expectations.clear();
    return session;
}

Session crowded_session() {
    auto session = empty_session();
    session.id = {"crowded"};
    session.team =
        "Kundendienst, Beschwerden und außergewöhnliche Angelegenheiten der südlichen Regionen, Abteilung II";
    session.goal = {long_text(300),
                    "",
                    "",
                    std::nullopt,
                    long_text(400),
                    "Чтобы вечера заканчивались вовремя, а звонков было меньше. " + long_text(300)};
    for (const auto* name : names_of_many_scripts)
        session.participants.push_back(person(session.participants.size() + 1, name));
    session.participants[3].attendance = Attendance::late;
    session.participants[7].attendance = Attendance::absent;
    session.participants[8].passes = 1;
    const auto statements = statements_of_many_scripts();
    for (std::size_t i = 0; i < 60; ++i) {
        auto one = item(i + 1, i % 15 + 1, statements.at(i % statements.size()));
        one.due = Date{2026, 12, 4};
        one.evidence = long_text(160);
        one.help = "Александра Константиновна Преображенская: " + long_text(120);
        one.if_then = i % 2 ? "" : long_text(200);
        one.first_step = i % 3 ? "" : long_text(120);
        if (i % 4 == 0) one.wordings = {{long_text(220), {2026, 11, 21}, one.owner.text, true, ""}};
        if (i % 5 == 0) one.confirmed_at = Moment{1};
        one.check_ins = {{{2026, 11, 28}, i % 3 ? Outcome::part : Outcome::kept, "", ""}};
        one.contract = SuccessContract{"Calls", "3", "9", {2020, 1, 1}, {}, {{{2019, 12, 31}, i % 2 ? "9" : "4"}}};
        session.accountabilities.push_back(std::move(one));
    }
    put_into_themes(session, {"Antworten am selben Tag, auch wenn noch keine Lösung da ist, und ein Wort dazu, wann "
                              "sie kommt, ohne Ausnahme, an jedem Tag",
                              "Ответы в тот же день",
                              "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" + std::string(100, 'm'),
                              "أجوبة في نفس اليوم", "当天回复每一封邮件", "Quick answers",
                              "Tidy desks and boards on every Friday afternoon", "🦊 Fox", "Calls", "Handover",
                              "Learning from each other", "Ideas"});
    session.asks = {{{"k1"}, AskKind::stop, AskFrom::team, long_text(300)},
                    {{"k2"}, AskKind::start, AskFrom::leader, "当天回复每一封邮件，即使还没有答案"}};
    session.objections = {{{"o1"}, long_text(200), long_text(200)}};
    session.next_date = Date{2026, 12, 5};
    return session;
}

Session sixty_people() {
    auto session = empty_session();
    session.id = {"sixty"};
    session.team = "All of us";
    session.goal.text = "Sixty people, one goal";
    const std::array names = {"Ana", "Bartholomew", "Cem", "Dorothea-Maria", "Emil", "Ана", "Kofi"};
    for (std::size_t i = 1; i <= 60; ++i)
        session.participants.push_back(
            person(i, fmt::format("{} {}{}", names.at(i % names.size()), static_cast<char>('A' + i % 26), i)));
    for (std::size_t i = 1; i <= 60; ++i)
        session.accountabilities.push_back(item(i, i, fmt::format("I look after number {} every day", i)));
    put_into_themes(session, {"Numbers", "Days", "Looking after"});
    return session;
}

Session longest_statement() {
    auto session = empty_session();
    session.id = {"longest"};
    session.participants = {person(1, "Ana"), person(2, "Bo")};
    session.goal = {long_text(4'000), "", "", std::nullopt, long_text(4'000), long_text(4'000)};
    session.accountabilities = {item(1, 1, long_text(4'000)), item(2, 2, std::string(4'000, 'W')), item(3, 1, "short")};
    for (auto& one : session.accountabilities) {
        one.evidence = one.help = one.if_then = one.first_step = long_text(4'000);
        one.due = Date{2026, 12, 4};
    }
    session.accountabilities[1].wordings = {{long_text(3'999), {2026, 11, 21}, "p2", true, ""}};
    put_into_themes(session, {"Long"});
    return session;
}

} // namespace avow::screen
