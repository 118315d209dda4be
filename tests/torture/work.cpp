#include "work.hpp"

#include "desk/verbs.hpp"
#include "support/sample.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string_view>
#include <thread>

namespace avow::torture {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

// Names that no other process has, of this run or another: a killed one's must never come again.
std::string fresh_id() {
    static int count = 0;
    const auto now = std::chrono::system_clock::now().time_since_epoch().count();
    return fmt::format("{}-{}-{}", ::getpid(), now, ++count);
}

Moment wall_clock() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
}

desk::World world_of(const Site& site) {
    return {site.surroundings(), site.sessions(), [](Moment) { return 0; }, sample_history, {}, {}};
}

void tell(int pipe, const std::string& line) {
    const std::string whole = line + "\n";
    if (::write(pipe, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) ::_exit(3);
}

// One facilitator until the end of the process.
class Facilitator {
public:
    Facilitator(const Site& site, int pipe, int round) : desk_(world_of(site)), pipe_(pipe), round_(round) {}

    void open(const fs::path& file) {
        desk_.open(file);
        if (!desk_.is_open()) throw std::runtime_error(desk_.notice() ? desk_.notice()->sentence : "not opened");
        told_ = desk_.history().log().size();
        tell(pipe_, "open");
    }
    void begin() {
        Session session = session_of({"Ana", "Bo", "Cem"});
        session.id = desk_.fresh<SessionTag>();
        session.team = fmt::format("Round {}", round_);
        session.date = {2026, 11, 21};
        tell(pipe_, "open");
        desk_.start(session);
        if (!desk_.is_open()) throw std::runtime_error("not begun");
        tell(pipe_, "file " + desk_.file().string());
    }

    void say() {
        const auto& people = desk_.session().participants;
        desk_.place.speaker = people[static_cast<std::size_t>(number_) % people.size()].id;
        const std::string words = fmt::format("round {} number {}: I call people back", round_, number_);
        desk_.type(words.substr(0, words.size() / 2));
        desk::say_statement(desk_, words);
    }
    void drag() {
        const auto& session = desk_.session();
        const auto& card =
            session.accountabilities[static_cast<std::size_t>(7 * number_) % session.accountabilities.size()];
        const auto& theme = session.themes[static_cast<std::size_t>(number_) % session.themes.size()];
        if (card.theme == theme.id)
            desk_.act(PlaceInTheme{card.id, std::nullopt, Placed::hand});
        else
            desk::drop_card(desk_, card.id, theme.id);
    }
    void merge() {
        const ThemeId made = desk_.fresh<ThemeTag>();
        desk_.act(MakeTheme{made, fmt::format("Theme {} of {}", number_, round_), true});
        desk::merge_themes(desk_, made, desk_.session().themes.front().id);
    }
    void undo() {
        say();
        desk_.undo();
        if (number_ % 2 == 0) desk_.redo();
    }
    // Long wordings, many at a time, so that the journal outgrows its image and is begun anew within a blink.
    void fill() {
        for (int i = 0; i < 40; ++i) {
            const auto& card = desk_.session().accountabilities.front();
            std::string words = fmt::format("round {} number {} part {} ", round_, number_, i);
            words.resize(3'900, 'x');
            desk_.act(NoteDetail{card.id, Detail::evidence, words});
        }
    }
    void export_all() {
        say();
        wait_until_kept();
        desk::export_to_folder(desk_);
    }
    void save_now_and_then() {
        if (number_ % 5 == 4) desk_.save_now();
    }

    void wait_until_kept() {
        desk_.attend();
        const auto& log = desk_.history().log();
        const auto deadline = std::chrono::steady_clock::now() + 10s;
        while (desk_.keeping().unkept > 0) {
            if (std::chrono::steady_clock::now() > deadline) return; // nothing is told as kept, then
            std::this_thread::sleep_for(20us);
        }
        const auto at = std::chrono::steady_clock::now().time_since_epoch().count(); // one clock for all processes
        std::string lines;
        for (; told_ < log.size(); ++told_)
            lines += fmt::format("{}kept {} {}", lines.empty() ? "" : "\n", at, id_of(log[told_]).text);
        if (!lines.empty()) tell(pipe_, lines);
        ++number_;
    }

private:
    desk::Desk desk_;
    int pipe_;
    int round_;
    int number_ = 0;
    std::size_t told_ = 0;
};

[[noreturn]] void work(const Site& site, Busy busy, int round, int pipe) {
    for (const int signal : {SIGTERM, SIGINT, SIGABRT, SIGSEGV})
        std::signal(signal, SIG_DFL); // Catch2's are the parent's
    try {
        Facilitator facilitator(site, pipe, round);
        if (busy == Busy::first_save)
            facilitator.begin();
        else
            facilitator.open(site.file());
        while (true) {
            switch (busy) {
            case Busy::capture:
            case Busy::first_save: facilitator.say(); break;
            case Busy::drag: facilitator.drag(); break;
            case Busy::merge: facilitator.merge(); break;
            case Busy::undo: facilitator.undo(); break;
            case Busy::compaction: facilitator.fill(); break;
            case Busy::exporting: facilitator.export_all(); break;
            }
            facilitator.wait_until_kept();
            facilitator.save_now_and_then();
        }
    } catch (const std::exception& error) {
        tell(pipe, std::string("trouble ") + error.what());
    }
    ::_exit(1);
}

// An export is there whole: each kind by the way its last bytes must look.
bool is_whole_export(const fs::path& path) {
    const std::string bytes =
        storage::OpenFile(storage::real_disk(), path, storage::OpenFor::reading).read_all(UINT32_MAX);
    const std::string ending = path.extension().string();
    if (ending == ".html") return bytes.find("</html>") != std::string::npos;
    if (ending == ".pdf")
        return bytes.starts_with("%PDF") && bytes.substr(bytes.size() - 8).find("%%EOF") != std::string::npos;
    if (ending == ".json") return bytes.ends_with("}\n");
    if (ending == ".csv") return bytes.ends_with("\r\n");
    return bytes.ends_with("\n");
}

bool is_whole_session(const fs::path& path) {
    try {
        return storage::read_file(storage::real_disk(), path).remarks.empty();
    } catch (const std::runtime_error&) {
        return false;
    }
}

} // namespace

const char* name_of(Busy busy) {
    switch (busy) {
    case Busy::capture: return "capture";
    case Busy::drag: return "drag";
    case Busy::merge: return "merge";
    case Busy::undo: return "undo";
    case Busy::compaction: return "compaction";
    case Busy::exporting: return "export";
    case Busy::first_save: return "first save";
    }
    return "";
}

storage::Surroundings Site::surroundings() const {
    storage::Machine machine = storage::this_machine();
    if (!host.empty()) machine.host = host;
    return {storage::real_disk(), {state()}, machine, wall_clock, fresh_id, [] {}};
}

void prepare(const Site& site) {
    fs::remove_all(site.sessions());
    fs::remove_all(site.state());
    fs::create_directories(site.sessions());
    storage::write_session(storage::real_disk(), site.file(), sample_history());
}

storage::Reading found(const Site& site) {
    return storage::read_session(storage::real_disk(), site.file(), {site.state()});
}

std::set<std::string> entries_of(const History& history) {
    std::set<std::string> ids;
    for (const Entry& entry : history.log()) ids.insert(id_of(entry).text);
    return ids;
}

Worker::Worker(const Site& site, Busy busy, int round) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    process_ = ::fork();
    if (process_ == 0) {
        ::close(ends[0]);
        work(site, busy, round, ends[1]);
    }
    ::close(ends[1]);
    pipe_ = ends[0];
}

Worker::~Worker() {
    kill();
    ::close(pipe_);
}

void Worker::read_more() {
    char part[65'536];
    const ssize_t got = ::read(pipe_, part, sizeof part);
    if (got <= 0) {
        ::close(std::exchange(pipe_, -1));
        return;
    }
    unread_.append(part, static_cast<std::size_t>(got));
    std::size_t begin = 0;
    for (std::size_t end = unread_.find('\n'); end != std::string::npos; end = unread_.find('\n', begin)) {
        const std::string_view line = std::string_view(unread_).substr(begin, end - begin);
        if (line == "open") is_open_ = true;
        if (line.starts_with("kept ")) {
            const std::size_t space = line.find(' ', 5);
            const std::chrono::steady_clock::duration at(std::stoll(std::string(line.substr(5, space - 5))));
            acknowledged_at_.emplace_back(at);
            acknowledged_.emplace_back(line.substr(space + 1));
        }
        if (line.starts_with("trouble ")) trouble_ = line.substr(8);
        begin = end + 1;
    }
    unread_.erase(0, begin);
}

bool Worker::wait_until_open() {
    while (!is_open_ && pipe_ >= 0) read_more();
    return is_open_;
}

void Worker::wait_for_kept(std::size_t entries) {
    while (acknowledged_.size() < entries && pipe_ >= 0) read_more();
}

std::vector<std::string> Worker::acknowledged_before(std::chrono::steady_clock::time_point moment) const {
    std::vector<std::string> before;
    for (std::size_t i = 0; i < acknowledged_.size(); ++i)
        if (acknowledged_at_[i] < moment) before.push_back(acknowledged_[i]);
    return before;
}

void Worker::kill() {
    if (process_ < 0) return;
    ::kill(process_, SIGKILL);
    int status = 0;
    ::waitpid(std::exchange(process_, -1), &status, 0);
    was_killed_ = WIFSIGNALED(status);
    while (pipe_ >= 0) read_more();
}

void Toll::look_at(const Site& site, const std::vector<std::string>& told) {
    ++blows;
    acknowledged += told.size();
    for (const auto& entry : fs::directory_iterator(site.sessions())) {
        const fs::path& path = entry.path();
        if (path.filename().string().starts_with(".")) continue; // locks, and what a blow left beside
        const bool is_whole = path.extension() == ".avow" ? is_whole_session(path) : is_whole_export(path);
        destroyed += is_whole ? 0 : 1;
    }
    std::set<std::string> there;
    try {
        there = entries_of(found(site).history);
    } catch (const std::runtime_error& error) {
        std::cerr << error.what() << '\n';
    }
    for (const std::string& id : told) lost += there.contains(id) ? 0 : 1;
}

void Toll::tell(const std::string& what) const {
    std::cout << fmt::format("{:<34}{:>6} blows{:>9} acknowledged{:>5} lost{:>5} files destroyed\n", what, blows,
                             acknowledged, lost, destroyed)
              << std::flush;
}

int rounds(int in_a_test, int in_full) {
    const char* wish = std::getenv("AVOW_TORTURE");
    return wish != nullptr && std::string_view(wish) == "full" ? in_full : in_a_test;
}

} // namespace avow::torture
