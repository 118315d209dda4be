#include "screen/motion.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace avow::screen {

namespace {

// How faint a thing begins: at nothing, the first picture after a key would show nothing of what it did.
constexpr float faintest = .3f;

bool is_same(Rect a, Rect b) { return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height; }

// Quick off, slow in: what has nearly arrived can be read.
float eased(double share) {
    const auto left = static_cast<float>(1 - std::clamp(share, 0., 1.));
    return 1 - left * left * left;
}

} // namespace

void Motion::begin(double now, Rect surface, bool is_on) {
    is_still_ = !is_on || !is_same(std::exchange(surface_, surface), surface);
    if (is_still_) things_.clear();
    now_ = now;
    arriving_ = 0;
    for (auto& [key, thing] : things_) thing.is_seen = false;
}

void Motion::end() {
    std::erase_if(things_, [](const auto& entry) { return !entry.second.is_seen; });
}

Motion::Now Motion::place(const std::string& key, Rect rect) {
    const bool is_settled = is_still_ || arriving_ > 0;
    const auto [found, is_new] = things_.try_emplace(key, Thing{rect, rect, is_settled ? now_ - seconds : now_, true});
    auto& thing = found->second;
    if (std::exchange(thing.is_seen, true)) return {}; // two of one name: both are painted where they lie
    const float before = eased((now_ - thing.since) / seconds);
    if (!is_new && !is_same(thing.to, rect)) {
        // On its way from where it is seen now, also when it was on its way already.
        thing.from.x = thing.from.x + (thing.to.x - thing.from.x) * before;
        thing.from.y = thing.from.y + (thing.to.y - thing.from.y) * before;
        thing.is_new = thing.is_new && before < 1;
        thing.since = now_;
        thing.to = rect;
    }
    const float share = eased((now_ - thing.since) / seconds);
    if (share >= 1) return {};
    is_moving_ = true;
    const float left = 1 - share;
    return {{std::round((thing.from.x - rect.x) * left), std::round((thing.from.y - rect.y) * left)},
            thing.is_new ? faintest + (1 - faintest) * share : 1};
}

Moving::Moving(Painter& paint, const std::string& key, Rect rect)
    : list_(*paint.list()), motion_(paint.motion), first_vertex_(list_.VtxBuffer.Size) {
    if (!motion_) return;
    now_ = motion_->place(key, rect);
    if (now_.alpha < 1) ++motion_->arriving_;
}

Moving::~Moving() {
    if (!motion_) return;
    if (now_.alpha < 1) --motion_->arriving_;
    if (now_.alpha >= 1 && now_.offset.x == 0 && now_.offset.y == 0) return;
    for (int i = first_vertex_; i < list_.VtxBuffer.Size; ++i) {
        auto& vertex = list_.VtxBuffer[i];
        vertex.pos.x += now_.offset.x;
        vertex.pos.y += now_.offset.y;
        const auto alpha = static_cast<float>(vertex.col >> IM_COL32_A_SHIFT & 255) * now_.alpha;
        vertex.col = (vertex.col & ~IM_COL32_A_MASK) | static_cast<ImU32>(std::lround(alpha)) << IM_COL32_A_SHIFT;
    }
}

} // namespace avow::screen
