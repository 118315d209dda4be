// align: how far a room and its leader are of one mind, as counts.
#include "cli/reading.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "report/alignment.hpp"
#include "storage/seal.hpp"

#include <memory>

namespace avow::cli {

namespace {

struct AlignWish {
    std::string file;
    bool json = false;
};

Status align(const AlignWish& wish, Console& console) {
    const auto history = read_session(console, path_of(wish.file)).history;
    const report::AlignmentTold told{history.now(), storage::seal_holds(history.now())};
    if (wish.json)
        deliver(console, {}, report::alignment_json(told), Wrapping::json);
    else
        deliver(console, {}, report::alignment_in_words(told), Wrapping::text);
    return Status::done;
}

} // namespace

void add_align_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb =
        app.add_subcommand("align", "Count what the team recalled, understood and believed of what is expected");
    const auto wish = std::make_shared<AlignWish>();
    verb->add_option("FILE", wish->file, "A session file")->required()->type_name("");
    verb->add_flag("--json", wish->json, "As JSON; of expectations that were not opened no word is in it");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return align(*wish, console); }; });
}

} // namespace avow::cli
