// The classes of ATK's objects that the tree of a page is made of: what each answers when it is asked. They belong to the
// thread that runs GLib's main context.
#pragma once

#include "screen/accessible_page.hpp"

#include <atk/atk.h>

namespace avow::screen {

class AccessibleTree;

// Each is the caller's; the tree must outlive it.
AtkObject* make_program(AccessibleTree&);
AtkObject* make_window(AccessibleTree&, AtkObject* program);
AtkObject* make_part(AccessibleTree&, AtkObject* window, const Part&);

const Part& part_of(AtkObject*);
void put_at(AtkObject*, int index);      // its place among the parts
void renew(AtkObject*, const Part& now); // and tells whoever listens what is another

} // namespace avow::screen
