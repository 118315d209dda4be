// What was listed of a folder, remembered in the cache folder. It may be lost at any time: whatever SQLite refuses is
// forgotten and begun anew, and where even that is refused nothing is remembered.
#pragma once

#include "storage/database.hpp"
#include "storage/disk.hpp"
#include "storage/library.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace avow::storage {

class Remembered {
public:
    Remembered(Disk&, std::filesystem::path at); // empty: nothing is remembered

    struct File {
        FileStatus status; // as far as a file is known by it
        Listed listed;     // without its path, and what its name says
    };
    std::map<std::string, File> files(); // by name
    void keep(const std::map<std::string, File>&);
    void forget(const std::vector<std::string>& names);

private:
    void attempt(const std::function<void(Database&)>&);
    void open();

    Disk& disk_;
    std::filesystem::path at_;
    std::optional<Database> database_;
};

} // namespace avow::storage
