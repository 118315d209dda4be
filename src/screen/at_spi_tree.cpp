#include "screen/at_spi_tree.hpp"

#include "screen/at_spi_objects.hpp"

#include <map>
#include <utility>

namespace avow::screen {

AccessibleTree::AccessibleTree(Press press) : press_(std::move(press)) {
    root_ = make_program(*this);
    window_ = make_window(*this, root_);
}

AccessibleTree::~AccessibleTree() {
    for (auto* part : parts_) g_object_unref(part);
    g_object_set_data(G_OBJECT(root_), "window", nullptr);
    g_object_unref(window_);
    g_object_unref(root_);
}

AtkObject* AccessibleTree::part(int index) const {
    return index >= 0 && index < count() ? parts_[static_cast<std::size_t>(index)] : nullptr;
}

void AccessibleTree::number_them() {
    for (std::size_t i = 0; i < parts_.size(); ++i) put_at(parts_[i], static_cast<int>(i));
}

void AccessibleTree::take_away_those_gone(const AccessiblePage& page) {
    std::map<std::uint64_t, Role> there;
    for (const auto& part : page.parts) there.emplace(part.key, part.role);
    for (std::size_t i = parts_.size(); i-- > 0;) {
        auto* object = parts_[i];
        const auto found = there.find(part_of(object).key);
        if (found != there.end() && found->second == part_of(object).role) continue;
        parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(i));
        number_them();
        g_signal_emit_by_name(window_, "children-changed::remove", static_cast<guint>(i), object);
        atk_object_notify_state_change(object, ATK_STATE_DEFUNCT, TRUE);
        g_object_unref(object);
    }
}

// Those that are there are told what is new of them, in the order of the page; the others come in between.
void AccessibleTree::bring(const std::vector<Part>& parts) {
    std::map<std::uint64_t, AtkObject*> there;
    for (auto* object : parts_) there.emplace(part_of(object).key, object);
    std::vector<AtkObject*> in_order, come;
    for (const auto& part : parts) {
        const auto found = there.find(part.key);
        if (found != there.end() && found->second) {
            in_order.push_back(std::exchange(found->second, nullptr));
            continue;
        }
        if (found != there.end()) continue; // one key twice on a page: the first one is told
        there.emplace(part.key, nullptr);
        auto unfocused = part;
        unfocused.is_focused = false; // it is told that it has the focus once it is known
        in_order.push_back(make_part(*this, window_, unfocused));
        come.push_back(in_order.back());
    }
    parts_ = std::move(in_order);
    number_them();
    for (auto* object : come)
        g_signal_emit_by_name(window_, "children-changed::add",
                              static_cast<guint>(atk_object_get_index_in_parent(object)), object);
    std::map<std::uint64_t, const Part*> wanted;
    for (const auto& part : parts) wanted.emplace(part.key, &part);
    for (auto* object : parts_) renew(object, *wanted.at(part_of(object).key));
}

// As the version of ATK has it: a notification from 2.50 on, an announcement before. The words are a part of the page as well.
void AccessibleTree::announce(const std::string& before, const std::string& now) {
    constexpr int politely = 1;
    if (now.empty() || now == before) return;
    if (g_signal_lookup("notification", ATK_TYPE_OBJECT) != 0)
        g_signal_emit_by_name(window_, "notification", now.c_str(), politely);
    else if (g_signal_lookup("announcement", ATK_TYPE_OBJECT) != 0)
        g_signal_emit_by_name(window_, "announcement", now.c_str());
}

void AccessibleTree::show(const AccessiblePage& page) {
    const auto before = std::exchange(page_, page);
    atk_object_set_name(window_, page.title.c_str());
    const bool is_first = before.size.x == 0;
    if (is_first || before.is_active != page.is_active) {
        g_signal_emit_by_name(window_, page.is_active ? "activate" : "deactivate");
        atk_object_notify_state_change(window_, ATK_STATE_ACTIVE, page.is_active);
    }
    take_away_those_gone(page);
    bring(page.parts);
    announce(before.news, page.news);
    announce(before.in_hand, page.in_hand);
}

} // namespace avow::screen
