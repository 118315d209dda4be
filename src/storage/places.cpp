#include "storage/places.hpp"

#include "storage/system.hpp"

#include <string_view>

namespace avow::storage {

namespace fs = std::filesystem;

fs::path Places::journals(const SessionId& id) const { return journals() / file_name_of(id.text); }
fs::path Places::done(const SessionId& id) const { return state / "done" / file_name_of(id.text); }
fs::path Places::snapshots(const SessionId& id) const { return state / "snapshots" / file_name_of(id.text); }
fs::path Places::quarantine(const SessionId& id) const { return state / "quarantine" / file_name_of(id.text); }

namespace {

fs::path usual_state() {
    const std::string chosen = from_environment("AVOW_STATE");
    return chosen.empty() ? state_folder() : fs::absolute(chosen);
}

fs::path usual_cache() {
    if (const fs::path base = from_environment("XDG_CACHE_HOME"); base.is_absolute()) return base / "avow";
    const std::string chosen = from_environment("AVOW_STATE");
    return chosen.empty() ? cache_folder() : fs::absolute(chosen) / "cache";
}

} // namespace

Places usual_places() { return {usual_state(), usual_cache()}; }

std::string file_name_of(const std::string& id) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string name;
    for (const char c : id) {
        const bool is_plain =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
        const auto byte = static_cast<unsigned char>(c);
        name += is_plain ? std::string(1, c) : std::string{'%', digits[byte >> 4], digits[byte & 0xF]};
    }
    return name.empty() ? "%" : name;
}

Machine this_machine() {
    const std::string user = user_name();
    return {host_name(), user.empty() ? "somebody" : user, process_number(), is_running};
}

std::string clock_time(Moment moment) {
    const std::tm local = wall_clock(moment);
    char words[8] = "";
    std::strftime(words, sizeof words, "%H:%M", &local);
    return words;
}

} // namespace avow::storage
