#include "storage/json.hpp"

#include "storage/archive.hpp"
#include "storage/record.hpp"

#include <set>

namespace avow::storage {
namespace {

// "accountabilities[a17].wordings[0]" and "mood" as "accountabilities.wordings.mood".
std::string without_positions(const UnknownMember& member) {
    std::string name;
    bool is_inside = false;
    for (const char c : member.place) {
        is_inside = (is_inside || c == '[') && c != ']';
        if (!is_inside && c != ']') name += c;
    }
    return shown(name.empty() ? member.name : name + "." + member.name);
}

// The same JSON gives the same id, so that importing it twice makes one session and not two (FNV-1a, 64 bits).
SessionId id_from_content(const Session& session) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : json_of(session, Privacy::with_private))
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::string text;
    for (int i = 0; i < 13; ++i, hash /= digits.size()) text += digits[hash % digits.size()];
    return SessionId{text};
}

} // namespace

std::string to_json(const Session& session, Privacy privacy) { return laid_out(json_of(session, privacy)) + "\n"; }

Imported from_json(std::string_view json) {
    if (json.size() > limit::file_bytes) {
        throw FormatError("the JSON has " + std::to_string(json.size()) + " bytes; a session may have " +
                          std::to_string(limit::file_bytes));
    }
    const Recoded recoded_json = is_recoding_needed(json) ? recoded(json) : Recoded{};
    const std::string_view text = is_recoding_needed(json) ? std::string_view(recoded_json.text) : json;
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        throw FormatError("the JSON is empty, so it holds no session");
    Scanned scanned;
    if (const std::optional<JsonFlaw> flaw = scan(text, scanned)) throw FormatError(sentence_of(*flaw));
    Imported imported;
    std::vector<UnknownMember> unknown;
    imported.session = session_from(scanned, unknown);
    if (const std::optional<std::string> breach = breach_of(imported.session)) throw FormatError(*breach);
    if (imported.session.id.empty()) imported.session.id = id_from_content(imported.session);
    std::set<std::string> said;
    for (const UnknownMember& member : unknown) {
        const std::string name = without_positions(member);
        const bool is_envelope = member.place.empty() && (member.name == "min_writer" || member.name == "app");
        if (!is_envelope && said.insert(name).second) imported.left_out.push_back(name);
    }
    return imported;
}

} // namespace avow::storage
