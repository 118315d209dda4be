// What is pasted and piped: transcripts, rosters, single lines. The first byte decides whether a speaker is given.
#include "cli/transcript.hpp"

#include "cli/recording.hpp"
#include "session/text.hpp"
#include "target.hpp"

using namespace avow;
using avow::fuzz::promise;

namespace {

bool is_clean(const std::string& words) { return is_utf8(words) && !has_controls(words) && clean_line(words) == words; }

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::as_text(data, size);
    const std::string speaker = size > 0 && data[0] % 2 == 0 ? "Ana" : "";
    const cli::Transcript transcript = cli::transcript_of(bytes.substr(std::min<std::size_t>(1, size)), speaker);
    std::size_t line = 0;
    for (const cli::Utterance& utterance : transcript.utterances) {
        promise(utterance.line > line, "lines are numbered upwards");
        line = utterance.line;
        promise(!utterance.speaker.empty() && is_clean(utterance.speaker), "a speaker's name is fit to keep");
        promise(is_clean(utterance.words), "words are fit to keep");
    }
    const auto recording = cli::recorded(transcript, {"Team", {.text = "Goal"}, {2026, 11, 21}});
    if (const auto* recorder = std::get_if<cli::Recorder>(&recording)) {
        promise(!breach_of(recorder->now()), "what is recorded is consistent");
        std::size_t said = 0;
        for (const cli::Utterance& utterance : transcript.utterances) said += utterance.words.empty() ? 0 : 1;
        promise(recorder->now().accountabilities.size() == said, "every line with words is a statement");
    }
    for (const std::string& name : names_in(bytes)) promise(is_clean(name) && !name.empty(), "names are fit to keep");
    return 0;
}
