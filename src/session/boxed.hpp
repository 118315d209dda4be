// A value that is kept apart, so that what holds it stays small: copied and compared as the value itself would be. What
// was moved from may only be given another value.
#pragma once

#include <memory>
#include <utility>

namespace avow {

template <class Value>
class Boxed {
public:
    Boxed() : Boxed(Value{}) {}
    Boxed(Value value) : value_(std::make_unique<Value>(std::move(value))) {}
    Boxed(const Boxed& other) : Boxed(*other) {}
    Boxed(Boxed&&) noexcept = default;
    Boxed& operator=(const Boxed& other) { return *this = Boxed(other); }
    Boxed& operator=(Boxed&&) noexcept = default;
    ~Boxed() = default;

    Value& operator*() { return *value_; }
    const Value& operator*() const { return *value_; }
    Value* operator->() { return value_.get(); }
    const Value* operator->() const { return value_.get(); }

    bool operator==(const Boxed& other) const { return **this == *other; }

private:
    std::unique_ptr<Value> value_;
};

} // namespace avow
