// Things by name, of which those asked for last are kept: as many as a weight allows, whatever is asked for.
#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace avow::screen {

template <class Value>
class Recent {
public:
    explicit Recent(std::size_t most_weight) : most_weight_(most_weight) {}

    const Value* find(std::string_view name) {
        const auto found = by_name_.find(name);
        if (found == by_name_.end()) return nullptr;
        kept_.splice(kept_.begin(), kept_, found->second);
        return &found->second->value;
    }

    // The newest one stays, however heavy it is.
    const Value& add(std::string_view name, Value value, std::size_t weight) {
        kept_.push_front({std::string(name), std::move(value), weight});
        by_name_.emplace(kept_.front().name, kept_.begin());
        weight_ += weight;
        while (weight_ > most_weight_ && kept_.size() > 1) {
            weight_ -= kept_.back().weight;
            by_name_.erase(kept_.back().name);
            kept_.pop_back();
        }
        return kept_.front().value;
    }

    void clear() {
        by_name_.clear();
        kept_.clear();
        weight_ = 0;
    }
    std::size_t weight() const { return weight_; }

private:
    struct Kept {
        std::string name;
        Value value;
        std::size_t weight;
    };
    std::list<Kept> kept_; // the newest first
    std::unordered_map<std::string_view, typename std::list<Kept>::iterator> by_name_;
    std::size_t weight_ = 0, most_weight_;
};

} // namespace avow::screen
