// Accountabilities as flat lines.
#include "hostile.hpp"
#include "report/flat.hpp"
#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::report;

TEST_CASE("a flat line has all there is to ask about, and nothing private", "[privacy]") {
    const auto lines = flat_lines(examples::workshop(), {ParticipantId{"p1"}, std::nullopt});
    CHECK(lines ==
          R"({"session_id": "s", "team": "Field team", "date": "2026-11-21", "goal": "No visit twice", )"
          R"("accountability_id": "a1", "person_id": "p1", "person": "Ana", "role": null, "seat": 1, )"
          R"("statement": "I call ahead, always", "said_at": "1970-01-01T00:00:00.000Z", )"
          R"("agreed": "I call the day before", "agreed_on": "2026-11-22", "wordings": 2, )"
          R"("theme_id": "t1", "theme": "Before we go", "second_theme_id": "t2", "second_theme": "The machine", )"
          R"("due": "2026-12-04", "evidence": "the call list", "measure": null, "if_then": null, "first_step": null, )"
          R"("strength": null, "help": null, "confirmed_at": null, "check_ins": 0, "state": "open", "state_on": null, )"
          R"("state_reason": null, "state_evidence": null})"
          "\n");
}

TEST_CASE("whatever is said, a flat line is one line, and has the same keys") {
    auto session = examples::workshop();
    for (const char* words : examples::hostile) {
        session.accountabilities[0].statement = words;
        const auto lines = flat_lines(session, {});
        CHECK(std::ranges::count(lines, '\n') == 4);
    }
    session.accountabilities[0].statement = "a\n\"\\\x01";
    CHECK(flat_lines(session, {}).find(R"("statement": "a\u000a\"\\\u0001")") != std::string::npos);
}

TEST_CASE("the state of an accountability is what its last check-in says") {
    auto session = examples::workshop();
    session.accountabilities[0].check_ins = {{{2026, 11, 28}, Outcome::missed, "ill", ""},
                                             {{2026, 12, 4}, Outcome::kept, "", "the list"}};
    CHECK(flat_lines(session, {})
              .find(R"("check_ins": 2, "state": "kept", "state_on": "2026-12-04", "state_reason": null, )"
                    R"("state_evidence": "the list"})") != std::string::npos);
}
