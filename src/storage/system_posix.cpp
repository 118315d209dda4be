// What a POSIX system answers.
#ifndef _WIN32

#include "storage/disk.hpp"
#include "storage/system.hpp"

#include <pwd.h>
#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <string_view>

namespace avow::storage {
namespace {

namespace fs = std::filesystem;

// The folder named by a variable, with the rest below it; nothing when the variable is not set to an absolute path.
fs::path below(const char* variable, const char* rest) {
    const fs::path base = from_environment(variable);
    return base.is_absolute() ? base / rest : fs::path();
}

fs::path below_home(const char* rest) {
    const fs::path home = home_folder();
    return home.empty() ? fs::path() : home / rest;
}

// The value of XDG_DOCUMENTS_DIR="$HOME/Documents" in what the desktop has noted of the user's folders: an absolute path, or one
// below home. Empty where there is none.
fs::path documents_in(const std::string& user_dirs) {
    constexpr std::string_view key = "XDG_DOCUMENTS_DIR=\"", home_sign = "$HOME/";
    std::istringstream lines(user_dirs);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(key)) continue;
        const auto value = line.substr(key.size(), line.find('"', key.size()) - key.size());
        if (value.starts_with(home_sign)) return below_home(value.c_str() + home_sign.size());
        return value.starts_with('/') ? fs::path(value) : fs::path();
    }
    return {};
}

// Empty where the desktop has noted none.
fs::path noted_documents() {
    constexpr std::uint64_t most_bytes = 65'536;
    const fs::path config = below("XDG_CONFIG_HOME", "");
    try {
        const auto user_dirs = (config.empty() ? below_home(".config") : config) / "user-dirs.dirs";
        return documents_in(OpenFile(real_disk(), user_dirs, OpenFor::reading).read_all(most_bytes));
    } catch (const DiskError&) {
        return {};
    }
}

} // namespace

void begin_program() {
    std::signal(SIGXFSZ, SIG_IGN); // a file over what is allowed here is a refusal of the disk, and no death
}

std::vector<std::string> words_of_call(int count, char** words) { return {words + (count > 0 ? 1 : 0), words + count}; }

// The system knows better than the word it was called by.
fs::path program_file(const char* called) {
    std::error_code trouble;
    const auto real = fs::read_symlink("/proc/self/exe", trouble);
    return trouble ? fs::absolute(called, trouble) : real;
}

bool is_terminal() { return ::isatty(0) != 0 && ::isatty(2) != 0; }

std::string from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

std::string user_name() {
    for (const char* variable : {"USER", "LOGNAME", "USERNAME"})
        if (std::string name = from_environment(variable); !name.empty()) return name;
    const passwd* entry = ::getpwuid(::getuid());
    return entry == nullptr ? "" : entry->pw_name;
}

std::string host_name() {
    char host[256] = "";
    ::gethostname(host, sizeof host - 1);
    return host;
}

int process_number() { return ::getpid(); }

bool is_running(int process) { return process > 0 && (::kill(static_cast<pid_t>(process), 0) == 0 || errno != ESRCH); }

fs::path home_folder() {
    if (fs::path home = from_environment("HOME"); home.is_absolute()) return home;
    const passwd* entry = ::getpwuid(::getuid());
    fs::path home = entry == nullptr || entry->pw_dir == nullptr ? "" : entry->pw_dir;
    return home.is_absolute() ? home : fs::path();
}

fs::path documents_folder() {
    fs::path noted = noted_documents();
    return noted.empty() ? below_home("Documents") : noted;
}

#ifdef __APPLE__
fs::path state_folder() { return below_home("Library/Application Support/Avow"); }
fs::path cache_folder() { return below_home("Library/Caches/Avow"); }
#else
fs::path state_folder() {
    const fs::path state = below("XDG_STATE_HOME", "avow");
    return state.empty() ? below_home(".local/state/avow") : state;
}
fs::path cache_folder() { return below_home(".cache/avow"); }
#endif

std::tm wall_clock(Moment moment) {
    const auto seconds = static_cast<std::time_t>(moment.unix_ms / 1000);
    std::tm wall{};
    localtime_r(&seconds, &wall);
    return wall;
}

} // namespace avow::storage

#endif
