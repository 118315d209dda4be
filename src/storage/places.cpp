#include "storage/places.hpp"

#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <string_view>

#ifdef _WIN32
#include <process.h>
#else
#include <pwd.h>
#include <sys/types.h>
#include <unistd.h>

#include <csignal>
#endif

namespace avow::storage {
namespace {

namespace fs = std::filesystem;

std::string from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

// The folder named by a variable, with the rest below it; nothing when the variable is not set to an absolute path.
fs::path below(const char* variable, const char* rest) {
    const fs::path base = from_environment(variable);
    return base.is_absolute() ? base / rest : fs::path();
}

std::string user_name() {
    for (const char* variable : {"USER", "LOGNAME", "USERNAME"})
        if (std::string name = from_environment(variable); !name.empty()) return name;
#ifndef _WIN32
    if (const passwd* entry = ::getpwuid(::getuid())) return entry->pw_name;
#endif
    return "somebody";
}

} // namespace

fs::path Places::journals(const SessionId& id) const { return journals() / file_name_of(id.text); }
fs::path Places::done(const SessionId& id) const { return state / "done" / file_name_of(id.text); }
fs::path Places::snapshots(const SessionId& id) const { return state / "snapshots" / file_name_of(id.text); }
fs::path Places::quarantine(const SessionId& id) const { return state / "quarantine" / file_name_of(id.text); }

namespace {

fs::path usual_state() {
    if (const std::string chosen = from_environment("AVOW_STATE"); !chosen.empty()) return fs::absolute(chosen);
#if defined(_WIN32)
    return below("LOCALAPPDATA", "Avow");
#elif defined(__APPLE__)
    return below("HOME", "Library/Application Support/Avow");
#else
    if (fs::path state = below("XDG_STATE_HOME", "avow"); !state.empty()) return state;
    const fs::path home = home_folder();
    return home.empty() ? fs::path() : home / ".local/state/avow";
#endif
}

fs::path usual_cache() {
    if (fs::path cache = below("XDG_CACHE_HOME", "avow"); !cache.empty()) return cache;
    if (const std::string chosen = from_environment("AVOW_STATE"); !chosen.empty())
        return fs::absolute(chosen) / "cache";
#if defined(_WIN32)
    return below("LOCALAPPDATA", "Avow/cache");
#elif defined(__APPLE__)
    return below("HOME", "Library/Caches/Avow");
#else
    return below("HOME", ".cache/avow");
#endif
}

} // namespace

Places usual_places() { return {usual_state(), usual_cache()}; }

fs::path home_folder() {
#ifdef _WIN32
    return below("USERPROFILE", "");
#else
    if (const fs::path home = from_environment("HOME"); home.is_absolute()) return home;
    const passwd* entry = ::getpwuid(::getuid());
    const fs::path home = entry == nullptr || entry->pw_dir == nullptr ? "" : entry->pw_dir;
    return home.is_absolute() ? home : fs::path();
#endif
}

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
    Machine machine;
    machine.user = user_name();
#ifdef _WIN32
    machine.host = from_environment("COMPUTERNAME");
    machine.process = _getpid();
    machine.is_running = [](int) { return true; };
#else
    char host[256] = "";
    ::gethostname(host, sizeof host - 1);
    machine.host = host;
    machine.process = ::getpid();
    machine.is_running = [](int process) {
        return process > 0 && (::kill(static_cast<pid_t>(process), 0) == 0 || errno != ESRCH);
    };
#endif
    return machine;
}

std::string clock_time(Moment moment) {
    const auto seconds = static_cast<std::time_t>(moment.unix_ms / 1000);
    std::tm local{};
#ifdef _WIN32
    localtime_s(&local, &seconds);
#else
    localtime_r(&seconds, &local);
#endif
    char words[8] = "";
    std::strftime(words, sizeof words, "%H:%M", &local);
    return words;
}

} // namespace avow::storage
