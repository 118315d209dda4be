// Much of the same kind of work, on a few threads when there is enough of it.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace avow::storage {

// work(0) ... work(count - 1), in no order; it must not throw.
template <class Work>
void side_by_side(std::size_t count, Work work) {
    constexpr std::size_t worth_a_thread = 64;
    const auto threads = count < worth_a_thread ? 1u : std::clamp(std::thread::hardware_concurrency(), 1u, 8u);
    std::atomic<std::size_t> next = 0;
    const auto take_turns = [&] {
        for (auto one = next++; one < count; one = next++) work(one);
    };
    std::vector<std::jthread> others;
    for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(take_turns);
    take_turns();
}

} // namespace avow::storage
