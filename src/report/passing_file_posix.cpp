// A file that passes, of a POSIX system: it lies in memory and has no place on the disk.
#ifndef _WIN32

#include "report/passing_file.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <stdexcept>

namespace avow::report {

// One without a place on disk.
PassingFile::PassingFile() : file_(::memfd_create("avow", MFD_CLOEXEC)) {
    if (file_ < 0) throw std::runtime_error("The workbook could not be made: no memory for it.");
    name_ = "/proc/self/fd/" + std::to_string(file_);
}

PassingFile::~PassingFile() { ::close(file_); }

std::string PassingFile::bytes() const {
    std::string bytes(static_cast<std::size_t>(::lseek(file_, 0, SEEK_END)), '\0');
    if (::pread(file_, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw std::runtime_error("The workbook could not be made: it could not be read back.");
    return bytes;
}

} // namespace avow::report

#endif
