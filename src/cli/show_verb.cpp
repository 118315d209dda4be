// show: the session in words, or whole as JSON.
#include "cli/reading.hpp"
#include "cli/talk.hpp"
#include "cli/verbs.hpp"
#include "report/summary.hpp"

#include <memory>

namespace avow::cli {

namespace {

struct ShowWish {
    std::string file;
    bool json = false;
};

Status show(const ShowWish& wish, Console& console) {
    const auto history = read_session(console, path_of(wish.file)).history;
    const auto& session = history.now();
    if (wish.json)
        deliver(console, {}, storage::to_json(session, storage::Privacy::shared), Wrapping::json);
    else
        deliver(console, {}, report::in_words(session) + report::times_in_words(history), Wrapping::text);
    return Status::done;
}

} // namespace

void add_show_verb(CLI::App& app, Console& console, Deed& deed) {
    auto* verb = app.add_subcommand("show", "Print a session in words, or whole as JSON");
    const auto wish = std::make_shared<ShowWish>();
    verb->add_option("FILE", wish->file, "A session file")->required()->type_name("");
    verb->add_flag("--json", wish->json, "As JSON, without what is private");
    verb->callback([wish, &console, &deed] { deed = [wish, &console] { return show(*wish, console); }; });
}

} // namespace avow::cli
