// The loader of session files and journals. Bytes that begin with '!' are lines of JSON, each framed with its true CRC, or
// no change would ever come past the frame; all others are a file as it is.
#include "storage/session_file.hpp"

#include "session/session.hpp"
#include "storage/record.hpp"
#include "target.hpp"

#include <string>

using namespace avow;
using avow::fuzz::promise;

namespace {

std::string framed_lines(std::string_view lines) {
    std::string file;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        file += storage::framed(lines.substr(0, end));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return file;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::as_text(data, size);
    const std::string file = bytes.starts_with('!') ? framed_lines(bytes.substr(1)) : std::string(bytes);
    storage::Reading reading;
    try {
        reading = storage::read_image(file);
    } catch (const storage::FormatError& refusal) {
        promise(*refusal.what() != '\0', "a refusal says why");
        return 0;
    }
    promise(!breach_of(reading.history.now()), "what is accepted is consistent");
    const std::string image =
        storage::image_of(reading.history, reading.unknown); // throws where it reads back otherwise
    const storage::Reading again = storage::read_image(image);
    promise(again.history.now() == reading.history.now(), "saving and opening keeps all");
    promise(again.remarks.empty(), "what we saved is sound");
    return 0;
}
