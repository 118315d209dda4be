// The case for working this way, as it lies open over the page: for whom, what it asks, and as files to hand on.
#include "desk/verbs.hpp"
#include "report/brief.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "report/pdf.hpp"
#include "session/text.hpp"
#include "storage/disk.hpp"

#include <fmt/format.h>

#include <array>

namespace avow::desk {

namespace {

constexpr auto paper = report::Paper::a4;
constexpr std::array readers = {"a leader", "the manager", "the team"}; // by report::Audience; each has its own files

} // namespace

struct Desk::Brief {
    std::size_t log = 0;
    report::Audience audience{};
    report::Document document;
};

const report::Document& Desk::brief() const {
    const auto log = history_.log().size();
    if (!brief_ || brief_->log != log || brief_->audience != brief_for)
        brief_ = std::make_shared<const Brief>(
            Brief{log, brief_for, report::brief_on_a_page(report::brief_facts_of(history_), brief_for, paper)});
    return brief_->document;
}

void ask_of_reader(Desk& desk, std::string_view words) {
    if (const auto request = clean_line(words); request != desk.session().request) desk.act(StateRequest{request});
}

void write_brief(Desk& desk) {
    if (const auto why = desk.why_kept_nowhere(); !why.empty()) return desk.say(Tone::refused, why);
    auto path = desk.path_for_documents();
    path += fmt::format(" brief for {}.pdf", readers.at(static_cast<std::size_t>(desk.brief_for)));
    const auto write = [&disk = desk.world().storage.disk, brief = desk.brief(), path,
                        at = report::last_moment(desk.session())] {
        storage::replace_file(disk, path, report::pdf(brief, paper, at));
        storage::replace_file(disk, std::filesystem::path(path).replace_extension(".html"), report::html(brief));
        storage::replace_file(disk, std::filesystem::path(path).replace_extension(".md"), report::markdown(brief));
        return fmt::format("In “{}”: {}, .html and .md", path.parent_path().filename().string(),
                           path.filename().string());
    };
    desk.errands.run(write, Tone::trouble);
}

} // namespace avow::desk
