// The page as a tree of ATK's objects, which its bridge to AT-SPI answers from: the program, its window, and the parts of the
// page. All of it belongs to the thread that runs GLib's main context; nothing here may be touched from another.
#pragma once

#include "screen/accessible_page.hpp"

#include <atk/atk.h>

#include <functional>
#include <string>
#include <vector>

namespace avow::screen {

class AccessibleTree {
public:
    using Press = std::function<void(ImVec2)>;

    explicit AccessibleTree(Press); // called where a part is to be clicked
    ~AccessibleTree();
    AccessibleTree(const AccessibleTree&) = delete;
    AccessibleTree& operator=(const AccessibleTree&) = delete;

    AtkObject* root() const { return root_; }
    void show(const AccessiblePage&); // and tells whoever listens what is another

    // Asked by the objects.
    const AccessiblePage& page() const { return page_; }
    int count() const { return static_cast<int>(parts_.size()); }
    AtkObject* part(int index) const;
    void press(ImVec2 where) const { press_(where); }

private:
    void take_away_those_gone(const AccessiblePage&);
    void bring(const std::vector<Part>&);
    void number_them();
    void announce(const std::string& before, const std::string& now);

    Press press_;
    AccessiblePage page_;
    AtkObject* root_ = nullptr;
    AtkObject* window_ = nullptr;
    std::vector<AtkObject*> parts_; // owned; in the page's order
};

} // namespace avow::screen
