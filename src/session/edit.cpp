// Any edit, sent to the functions of its own kind.
#include "session/edit.hpp"

#include "session/edit_each.hpp"

#include <array>
#include <cassert>
#include <utility>

namespace avow {

Edit::Edit() = default;
Edit::Edit(const Edit&) = default;
Edit::Edit(Edit&&) noexcept = default;
Edit& Edit::operator=(const Edit&) = default;
Edit& Edit::operator=(Edit&&) noexcept = default;
Edit::~Edit() = default;
bool Edit::operator==(const Edit& other) const {
    const EveryEdit &one = *this, &two = other;
    return one == two;
}

std::optional<Refusal> why_not(const Session& session, const Edit& edit) {
    return std::visit([&](const auto& change) { return each::why_not(session, change); }, edit);
}

std::optional<Refusal> carry_out(Session& session, const Edit& edit) {
    return std::visit(
        [&](const auto& change) {
            auto refusal = each::why_not(session, change);
            if (!refusal) each::apply(session, change);
            return refusal;
        },
        edit);
}

Session apply(Session session, const Edit& edit) {
    [[maybe_unused]] const auto refusal = carry_out(session, edit);
    assert(!refusal && "an edit is applied that why_not refuses");
    return session;
}

std::string sentence(const Session& before, const Edit& edit) {
    return std::visit([&](const auto& change) { return each::sentence(before, change); }, edit);
}

std::string_view label_of(Detail detail) {
    constexpr std::array<std::string_view, 6> labels = {"evidence",   "measure",  "if-then",
                                                        "first step", "strength", "help"};
    return labels.at(static_cast<std::size_t>(detail));
}

const std::string& text_of(const Accountability& accountability, Detail detail) {
    switch (detail) {
    case Detail::evidence: return accountability.evidence;
    case Detail::measure: return accountability.measure;
    case Detail::if_then: return accountability.if_then;
    case Detail::first_step: return accountability.first_step;
    case Detail::strength: return accountability.strength;
    case Detail::help: return accountability.help;
    }
    assert(false && "every detail has its text");
    return accountability.help;
}

} // namespace avow
