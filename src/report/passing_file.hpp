// A file that only we see, for a library that writes to a name: a pair of sources has it from the system.
#pragma once

#include <string>

namespace avow::report {

class PassingFile {
public:
    PassingFile(); // throws std::runtime_error with a sentence
    ~PassingFile();
    PassingFile(const PassingFile&) = delete;
    PassingFile& operator=(const PassingFile&) = delete;

    const std::string& name() const { return name_; }
    std::string bytes() const; // what was written to it; throws std::runtime_error with a sentence

private:
    std::string name_;
    int file_ = -1;
};

} // namespace avow::report
