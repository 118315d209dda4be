// A value that is still being made on another thread when it is handed on: whoever asks for it first waits, nobody else does.
#pragma once

#include <future>
#include <utility>

namespace avow::desk {

template <class Value>
class Eventually {
public:
    Eventually() : Eventually(Value{}) {}
    Eventually(Value value) {
        std::promise<Value> promise;
        promise.set_value(std::move(value));
        value_ = promise.get_future().share();
    }
    template <class Make>
    static Eventually made_by(Make make) {
        Eventually eventually;
        eventually.value_ = std::async(std::launch::async, std::move(make)).share();
        return eventually;
    }

    const Value& get() const { return value_.get(); }
    operator const Value&() const { return get(); }

private:
    std::shared_future<Value> value_; // copies share it
};

} // namespace avow::desk
