// A file that passes, of Windows: among the passing ones, and gone when it is let go.
#ifdef _WIN32

#include "report/passing_file.hpp"

#include <windows.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace avow::report {

PassingFile::PassingFile() {
    char folder[MAX_PATH + 1] = "", name[MAX_PATH + 1] = "";
    if (!GetTempPathA(sizeof folder, folder) || !GetTempFileNameA(folder, "avo", 0, name))
        throw std::runtime_error("The workbook could not be made: there is no folder for passing files.");
    name_ = name;
}

PassingFile::~PassingFile() { DeleteFileA(name_.c_str()); }

std::string PassingFile::bytes() const {
    std::ostringstream bytes;
    bytes << std::ifstream(name_, std::ios::binary).rdbuf();
    if (!bytes) throw std::runtime_error("The workbook could not be made: it could not be read back.");
    return bytes.str();
}

} // namespace avow::report

#endif
