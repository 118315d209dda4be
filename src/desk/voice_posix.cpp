// The voice of a POSIX system: a program that speaks, started by a thread that waits for its end. No shell is between: words
// are an argument or the program's input, whatever they look like.
#ifndef _WIN32

#include "desk/voice.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

extern char** environ;

namespace avow::desk {

namespace {

using Arguments = std::vector<std::string>;

struct Saying {
    std::string words;
    std::string language;
};

// The reading end of a pipe that holds the words already, or -1: nobody waits for a reader, and none that is gone can end us.
int pipe_holding(const std::string& words) {
    int ends[2];
    if (::pipe(ends) != 0) return -1;
    ::fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
    [[maybe_unused]] const auto written = ::write(ends[1], words.data(), words.size()); // 16 KiB at the least go in
    ::close(ends[1]);
    return ends[0];
}

// The process, or nothing where there is no such program.
std::optional<pid_t> start(Arguments arguments, const std::string& input) {
    const int read_end = pipe_holding(input);
    if (read_end < 0) return std::nullopt;
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, read_end, 0);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    std::vector<char*> words;
    for (auto& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    pid_t process = 0;
    const int trouble = ::posix_spawnp(&process, words[0], &files, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    ::close(read_end);
    return trouble == 0 ? std::optional(process) : std::nullopt;
}

Arguments for_dispatcher(const Saying& saying) {
    Arguments arguments{"spd-say", "--wait"};
    if (!saying.language.empty()) arguments.insert(arguments.end(), {"--language", saying.language});
    arguments.insert(arguments.end(), {"--", saying.words});
    return arguments;
}

Arguments for_espeak(const Saying& saying) {
    Arguments arguments{"espeak-ng", "--stdin"};
    if (!saying.language.empty()) arguments.insert(arguments.end(), {"-v", saying.language});
    return arguments;
}

// The dispatcher's server goes on speaking when whoever asked for it is gone. It is given a moment to hear of it.
void hush_dispatcher() {
    const auto process = start({"spd-say", "--stop"}, {});
    if (!process) return;
    for (int waited = 0; ::waitpid(*process, nullptr, WNOHANG) == 0; ++waited) {
        if (waited == 100) ::kill(*process, SIGKILL);
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

class SpeakingProgram final : public Voice {
public:
    explicit SpeakingProgram(std::function<void()> wake)
        : wake_(std::move(wake)), thread_([this](const std::stop_token& stop) { work(stop); }) {}

    ~SpeakingProgram() override {
        thread_.request_stop();
        stop();
    }

    void speak(std::string words, std::string language) override {
        stop();
        const std::lock_guard lock(mutex_);
        next_ = Saying{std::move(words), std::move(language)};
        is_speaking_ = true;
        news_.notify_all();
    }

    void stop() override {
        const std::lock_guard lock(mutex_);
        next_.reset();
        is_stopped_ = true;
        if (process_ > 0) ::kill(process_, SIGKILL); // not waited for yet, so the number is still its own
    }

    bool is_speaking() const override { return is_speaking_; }

    std::string take_trouble() override {
        const std::lock_guard lock(mutex_);
        return std::exchange(trouble_, {});
    }

private:
    enum class End { spoken, stopped, failed, absent };

    void work(const std::stop_token& stop) {
        while (true) {
            std::optional<Saying> saying;
            {
                std::unique_lock lock(mutex_);
                if (!next_) is_speaking_ = false;
                if (!news_.wait(lock, stop, [&] { return next_.has_value(); })) return;
                saying = std::exchange(next_, std::nullopt);
                is_stopped_ = false;
            }
            say(*saying);
        }
    }

    void say(const Saying& saying) {
        const auto dispatcher = run(for_dispatcher(saying), {});
        if (dispatcher == End::stopped) hush_dispatcher();
        if (dispatcher == End::spoken || dispatcher == End::stopped) return;
        const auto espeak = run(for_espeak(saying), saying.words);
        if (espeak == End::spoken || espeak == End::stopped) return;
        const bool is_absent = dispatcher == End::absent && espeak == End::absent;
        tell(is_absent ? "Nothing on this machine can read aloud. Install the package speech-dispatcher or espeak-ng"
                       : "The voice of this machine does not answer. Does “spd-say hello” speak in a terminal?");
    }

    End run(Arguments arguments, const std::string& input) {
        {
            const std::lock_guard lock(mutex_);
            if (is_stopped_) return End::stopped;
            const auto process = start(std::move(arguments), input);
            if (!process) return End::absent;
            process_ = *process;
        }
        siginfo_t ended{};
        while (::waitid(P_PID, static_cast<id_t>(process_), &ended, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
        }
        const std::lock_guard lock(mutex_); // from here on stop() has nobody to end
        int status = 0;
        ::waitpid(std::exchange(process_, 0), &status, 0);
        if (is_stopped_) return End::stopped;
        if (WIFEXITED(status) && WEXITSTATUS(status) == 127) return End::absent; // as some systems tell it
        return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? End::spoken : End::failed;
    }

    void tell(std::string trouble) {
        {
            const std::lock_guard lock(mutex_);
            trouble_ = std::move(trouble);
        }
        wake_();
    }

    std::function<void()> wake_;
    mutable std::mutex mutex_; // guards the next four
    std::optional<Saying> next_;
    bool is_stopped_ = false;
    pid_t process_ = 0;
    std::string trouble_;
    std::condition_variable_any news_;
    std::atomic<bool> is_speaking_ = false;
    std::jthread thread_; // last: it ends before what it uses
};

} // namespace

std::unique_ptr<Voice> voice_of_machine(std::function<void()> wake) {
    return std::make_unique<SpeakingProgram>(std::move(wake));
}

} // namespace avow::desk

#endif
