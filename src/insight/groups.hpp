// Things found to be one, two at a time, while some are known to be apart.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

namespace avow::insight {

// The first of each group stands for it.
class Groups {
public:
    explicit Groups(std::size_t count);

    std::size_t leader_of(std::size_t one);
    // No group may come to hold one of each side. What `number` counts are the sentences that set two apart.
    enum class Side : unsigned { one = 1, other = 2 };
    void set_apart(std::size_t number, std::size_t member, Side);
    bool may_join(std::size_t one, std::size_t other);
    bool join(std::size_t one, std::size_t other); // false: they are known to be apart

private:
    std::vector<std::size_t> leader_;
    std::vector<std::map<std::size_t, unsigned>> sides_; // of each leader: by number, which sides it holds
};

} // namespace avow::insight
