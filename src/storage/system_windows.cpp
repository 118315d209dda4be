// What Windows answers.
#ifdef _WIN32

#include "storage/system.hpp"

#include <windows.h>
// these need it
#include <fcntl.h>
#include <io.h>
#include <objbase.h>
#include <shellapi.h>
#include <shlobj.h>

#include <array>
#include <cstdio>

namespace avow::storage {
namespace {

namespace fs = std::filesystem;

std::string in_utf8(std::wstring_view words) {
    const int length = static_cast<int>(words.size());
    std::string bytes(words.size() * 3, '\0'); // the most that UTF-8 needs
    const int got = WideCharToMultiByte(CP_UTF8, 0, words.data(), length, bytes.data(), static_cast<int>(bytes.size()),
                                        nullptr, nullptr);
    bytes.resize(static_cast<std::size_t>(got));
    return bytes;
}

// The folder named by a variable, with the rest below it; nothing when the variable is not set to an absolute path.
fs::path below(const char* variable, const char* rest) {
    const fs::path base = from_environment(variable);
    return base.is_absolute() ? base / rest : fs::path();
}

} // namespace

// Bytes go in and out as they are, as UTF-8. A console that was opened for us alone, by a double click, goes again.
void begin_program() {
    for (const int file : {0, 1, 2}) _setmode(file, _O_BINARY);
    SetConsoleCP(CP_UTF8);
    SetConsoleOutputCP(CP_UTF8);
    std::array<DWORD, 2> processes{};
    if (GetConsoleProcessList(processes.data(), static_cast<DWORD>(processes.size())) == 1) FreeConsole();
}

// The words that main is given are in an alphabet of the system's.
std::vector<std::string> words_of_call(int, char**) {
    int count = 0;
    wchar_t** words = CommandLineToArgvW(GetCommandLineW(), &count);
    std::vector<std::string> called;
    for (int i = 1; i < count; ++i) called.push_back(in_utf8(words[i]));
    LocalFree(words);
    return called;
}

fs::path program_file(const char*) {
    std::wstring path(32'768, L'\0');
    path.resize(GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
    return path;
}

bool is_terminal() { return _isatty(0) != 0 && _isatty(2) != 0; }

std::string from_environment(const char* name) {
    const std::wstring wide_name = fs::path(name).native();
    const DWORD room = GetEnvironmentVariableW(wide_name.c_str(), nullptr, 0);
    if (room == 0) return {};
    std::wstring value(room, L'\0');
    value.resize(GetEnvironmentVariableW(wide_name.c_str(), value.data(), room));
    return in_utf8(value);
}

std::string user_name() {
    std::array<wchar_t, 257> name{}; // the longest has 256
    DWORD room = static_cast<DWORD>(name.size());
    return GetUserNameW(name.data(), &room) ? in_utf8(name.data()) : from_environment("USERNAME");
}

std::string host_name() {
    std::array<wchar_t, 256> name{};
    DWORD room = static_cast<DWORD>(name.size());
    return GetComputerNameExW(ComputerNameDnsHostname, name.data(), &room) ? in_utf8(name.data())
                                                                           : from_environment("COMPUTERNAME");
}

int process_number() { return static_cast<int>(GetCurrentProcessId()); }

bool is_running(int process) {
    const HANDLE handle = OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(process));
    if (handle == nullptr) return GetLastError() == ERROR_ACCESS_DENIED;
    const bool has_ended = WaitForSingleObject(handle, 0) == WAIT_OBJECT_0;
    CloseHandle(handle);
    return !has_ended;
}

fs::path home_folder() { return below("USERPROFILE", ""); }
fs::path documents_folder() { // which a sync program may have taken elsewhere
    wchar_t* path = nullptr;
    const bool is_told = SHGetKnownFolderPath(FOLDERID_Documents, KF_FLAG_DONT_VERIFY, nullptr, &path) == S_OK;
    const fs::path documents = is_told ? path : L"";
    CoTaskMemFree(path);
    return documents.empty() ? below("USERPROFILE", "Documents") : documents;
}
fs::path state_folder() { return below("LOCALAPPDATA", "Avow"); }
fs::path cache_folder() { return below("LOCALAPPDATA", "Avow/cache"); }

std::tm wall_clock(Moment moment) {
    const auto seconds = static_cast<std::time_t>(moment.unix_ms / 1000);
    std::tm wall{};
    localtime_s(&wall, &seconds);
    return wall;
}

} // namespace avow::storage

#endif
