#include "cli/passphrase.hpp"

#include "cli/hidden_typing.hpp"
#include "report/plain_text.hpp"
#include "storage/sealed.hpp"

#include <istream>
#include <ostream>
#include <stdexcept>

namespace avow::cli {

Passphrase::~Passphrase() { storage::wipe(words_); }

void Passphrase::ask(Console& console, std::string_view question) {
    words_.reserve(storage::most_passphrase_bytes + 1); // a string that grew would leave copies of it behind
    const HiddenTyping hidden;
    if (console.is_terminal) console.err << report::terminal_safe(question) << std::flush;
    for (char letter = 0; words_.size() <= storage::most_passphrase_bytes && console.in.get(letter) && letter != '\n';)
        words_ += letter;
    if (console.is_terminal) console.err << "\n"; // that of the person was hidden too
    if (words_.size() > storage::most_passphrase_bytes)
        throw std::runtime_error("A passphrase holds up to " + std::to_string(storage::most_passphrase_bytes) +
                                 " bytes. Nothing was changed.");
    if (words_.ends_with('\r')) words_.pop_back(); // a line as Windows ends it
}

} // namespace avow::cli
