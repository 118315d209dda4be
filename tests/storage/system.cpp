// What the system is asked besides its files.
#ifndef _WIN32
#include "storage/system.hpp"

#include "support/passing.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace avow;

TEST_CASE("sessions go where the user's desktop has the documents, else to Documents at home") {
    const auto home = new_passing_folder(std::filesystem::temp_directory_path());
    setenv("HOME", home.c_str(), 1);
    unsetenv("XDG_CONFIG_HOME");
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
    setenv("XDG_CONFIG_HOME", (home / ".config").c_str(), 1);
    CHECK(documents("XDG_DOCUMENTS_DIR=\"/srv/papers\"") == "/srv/papers");
    std::filesystem::remove_all(home);
}
#endif
