// A passphrase, asked for: on a terminal with nothing shown of it, else the first line of standard input.
#pragma once

#include "cli/cli.hpp"

#include <string>
#include <string_view>

namespace avow::cli {

// A secret while it is needed: wiped afterwards, and never copied.
class Passphrase {
public:
    Passphrase() = default;
    ~Passphrase();
    Passphrase(const Passphrase&) = delete;
    Passphrase& operator=(const Passphrase&) = delete;

    void ask(Console&, std::string_view question); // throws std::runtime_error where it is too long; none is empty
    std::string_view words() const { return words_; }

private:
    std::string words_;
};

} // namespace avow::cli
