// A voice that reads words aloud while the meeting goes on. The desk is given one with its world, so that a test can listen.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace avow::desk {

class Voice {
public:
    Voice() = default;
    virtual ~Voice() = default;
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;

    // Returns at once; ends what it was saying. `language` as "de"; empty: the one the voice is set to.
    virtual void speak(std::string words, std::string language) = 0;
    virtual void stop() = 0;
    virtual bool is_speaking() const = 0;
    virtual std::string take_trouble() = 0; // why nothing could be heard, as a sentence, once; else empty
};

// The machine's: Speech Dispatcher's spd-say, else espeak-ng, whichever can be started, as a process of its own that is ended
// and waited for when the voice goes. `wake` is called, from another thread, when there is trouble to take.
std::unique_ptr<Voice> voice_of_machine(std::function<void()> wake);

} // namespace avow::desk
