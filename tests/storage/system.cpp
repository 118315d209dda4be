// What the system is asked besides its files.
#ifndef _WIN32
#include "storage/system.hpp"

#include "storage/given.hpp"

#include <catch2/catch_test_macros.hpp>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace avow;

namespace {

// A variable of the environment as a test needs it, and afterwards as it was.
class Variable {
public:
    explicit Variable(const char* name) : name_(name), before_(std::getenv(name) ? std::getenv(name) : "") {}
    ~Variable() { before_.empty() ? unsetenv(name_) : set(before_); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    int set(const std::string& value) const { return setenv(name_, value.c_str(), 1); }

private:
    const char* name_;
    std::string before_;
};

} // namespace

TEST_CASE("sessions go where the user's desktop has the documents, else to Documents at home") {
    const storage::PassingFolder folder;
    const auto& home = folder.path();
    const Variable home_variable("HOME"), config_variable("XDG_CONFIG_HOME");
    home_variable.set(home.string());
    config_variable.set("");
    std::filesystem::create_directory(home / ".config");
    const auto documents = [&](const std::string& noted) {
        std::ofstream(home / ".config" / "user-dirs.dirs") << "# comment\nXDG_MUSIC_DIR=\"$HOME/Musik\"\n"
                                                           << noted << '\n';
        return storage::documents_folder();
    };
    CHECK(storage::documents_folder() == home / "Documents");
    CHECK(documents("XDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"") == home / "Dokumente");
    CHECK(documents("XDG_DOCUMENTS_DIR=\"/srv/papers\"") == "/srv/papers");
    CHECK(documents("#XDG_DOCUMENTS_DIR=\"/srv/papers\"") == home / "Documents");
    CHECK(documents("XDG_DOCUMENTS_DIR=\"papers\"") == home / "Documents");
    config_variable.set((home / ".config").string());
    CHECK(documents("XDG_DOCUMENTS_DIR=\"/srv/papers\"") == "/srv/papers");
    std::filesystem::remove(home / ".config" / "user-dirs.dirs");
    REQUIRE(mkfifo((home / ".config" / "user-dirs.dirs").c_str(), 0600) == 0); // which nobody writes into
    CHECK(storage::documents_folder() == home / "Documents");
}
#endif
