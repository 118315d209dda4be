// What is to be written and nobody should wait for, on however slow a disk: documents, what this machine remembers, papers
// that are not handed in. Done one after the other on a thread of its own; what there is to say of each comes back.
#pragma once

#include "desk/notice.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace avow::desk {

class Errands {
public:
    explicit Errands(std::function<void()> wake); // the screen, when there is something to say
    ~Errands();                                   // all that was given is done first
    Errands(const Errands&) = delete;
    Errands& operator=(const Errands&) = delete;

    // Answers a sentence, or nothing; what it throws is said in the tone of trouble that is given. It must hold by value all
    // that it reads, but for the disk.
    void run(std::function<std::string()> work, Tone of_trouble);
    std::vector<Notice> take_said(); // without the moment
    void finish() const;             // waits until nothing is left to do

private:
    void work();

    struct Errand {
        std::function<std::string()> work;
        Tone of_trouble;
    };
    std::function<void()> wake_;
    mutable std::mutex mutex_; // guards the next four
    mutable std::condition_variable changed_;
    std::deque<Errand> waiting_; // the first is being done
    std::vector<Notice> said_;
    bool is_over_ = false;
    std::thread thread_; // begun with the first errand
};

} // namespace avow::desk
