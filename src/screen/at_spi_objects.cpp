#include "screen/at_spi_objects.hpp"

#include "screen/at_spi_tree.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace avow::screen {

namespace {

// What an object knows beside what ATK keeps of it. The tree outlives the objects, or has let go of them.
struct Known {
    AccessibleTree* tree = nullptr;
    Part part;
    int index = 0;
};

// GLib's own way to write a class: a struct that begins with its parent's.
struct Thing {
    AtkObject parent;
    Known* known;
};
struct ThingClass {
    AtkObjectClass parent;
};

void component_interface(AtkComponentIface*);
void action_interface(AtkActionIface*);
void text_interface(AtkTextIface*);
void window_interface(AtkWindowIface*) {}

// NOLINTBEGIN: GLib's macros
G_DEFINE_TYPE_WITH_CODE(Thing, avow_thing, ATK_TYPE_OBJECT,
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_COMPONENT, component_interface))
using Pressable = Thing;
using PressableClass = ThingClass;
G_DEFINE_TYPE_WITH_CODE(Pressable, avow_pressable, avow_thing_get_type(),
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_ACTION, action_interface))
using Entry = Thing;
using EntryClass = ThingClass;
G_DEFINE_TYPE_WITH_CODE(Entry, avow_entry, avow_pressable_get_type(),
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_TEXT, text_interface))
using Window = Thing;
using WindowClass = ThingClass;
G_DEFINE_TYPE_WITH_CODE(Window, avow_window, avow_thing_get_type(),
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_WINDOW, window_interface))
using Program = Thing;
using ProgramClass = ThingClass;
G_DEFINE_TYPE(Program, avow_program, avow_thing_get_type())
// NOLINTEND

Known& known(void* object) { return *static_cast<Thing*>(object)->known; }
bool is_window(void* object) { return G_TYPE_CHECK_INSTANCE_TYPE(object, avow_window_get_type()); }

AtkRole role_of(const Part& part) {
    switch (part.role) {
    case Role::button: return ATK_ROLE_PUSH_BUTTON;
    case Role::entry: return ATK_ROLE_ENTRY;
    case Role::secret: return ATK_ROLE_PASSWORD_TEXT;
    case Role::check_box: return ATK_ROLE_CHECK_BOX;
    case Role::combo_box: return ATK_ROLE_COMBO_BOX;
    case Role::menu: return ATK_ROLE_MENU;
    case Role::menu_item: return ATK_ROLE_MENU_ITEM;
    case Role::words: return ATK_ROLE_LABEL;
    case Role::news: return ATK_ROLE_NOTIFICATION;
    }
    return ATK_ROLE_UNKNOWN;
}

bool is_pressable(const Part& part) { return part.role != Role::words && part.role != Role::news; }

// --- what every object answers ---

void begin(AtkObject* object, gpointer data) {
    ATK_OBJECT_CLASS(avow_thing_parent_class)->initialize(object, data);
    reinterpret_cast<Thing*>(object)->known = static_cast<Known*>(data);
}

void end(GObject* object) {
    delete std::exchange(reinterpret_cast<Thing*>(object)->known, nullptr);
    G_OBJECT_CLASS(avow_thing_parent_class)->finalize(object);
}

int index_of(AtkObject* object) { return known(object).index; }

AtkStateSet* states_of(AtkObject* object) {
    auto* states = ATK_OBJECT_CLASS(avow_thing_parent_class)->ref_state_set(object);
    const auto set = [&](AtkStateType state, bool is_on) {
        if (is_on) atk_state_set_add_state(states, state);
    };
    const auto& part = known(object).part;
    set(ATK_STATE_VISIBLE, true);
    set(ATK_STATE_SHOWING, true);
    set(ATK_STATE_ENABLED, part.is_enabled);
    set(ATK_STATE_SENSITIVE, part.is_enabled);
    set(ATK_STATE_ACTIVE, is_window(object) && known(object).tree->page().is_active);
    if (is_window(object) || !is_pressable(part)) return states;
    set(ATK_STATE_FOCUSABLE, part.is_enabled);
    set(ATK_STATE_FOCUSED, part.is_focused);
    set(ATK_STATE_CHECKED, part.is_checked);
    set(ATK_STATE_EDITABLE, part.role == Role::entry || part.role == Role::secret);
    return states;
}

void avow_thing_init(Thing*) {}
void avow_thing_class_init(ThingClass* type) {
    auto* object = ATK_OBJECT_CLASS(type);
    object->initialize = begin;
    object->get_index_in_parent = index_of;
    object->ref_state_set = states_of;
    G_OBJECT_CLASS(type)->finalize = end;
}
void avow_pressable_init(Pressable*) {}
void avow_pressable_class_init(PressableClass*) {}
void avow_entry_init(Entry*) {}
void avow_entry_class_init(EntryClass*) {}

// --- the window and the program ---

int parts_in(AtkObject* window) { return known(window).tree->count(); }
AtkObject* ref_part(AtkObject* window, int index) {
    auto* part = known(window).tree->part(index);
    return part ? ATK_OBJECT(g_object_ref(part)) : nullptr;
}
void avow_window_init(Window*) {}
void avow_window_class_init(WindowClass* type) {
    ATK_OBJECT_CLASS(type)->get_n_children = parts_in;
    ATK_OBJECT_CLASS(type)->ref_child = ref_part;
}

int windows_of(AtkObject*) { return 1; }
AtkObject* ref_window(AtkObject* program, int index) {
    auto* window = static_cast<AtkObject*>(g_object_get_data(G_OBJECT(program), "window"));
    return index == 0 && window ? ATK_OBJECT(g_object_ref(window)) : nullptr;
}
void avow_program_init(Program*) {}
void avow_program_class_init(ProgramClass* type) {
    ATK_OBJECT_CLASS(type)->get_n_children = windows_of;
    ATK_OBJECT_CLASS(type)->ref_child = ref_window;
}

// --- where it lies ---

void place_of(AtkComponent* component, int* x, int* y, int* width, int* height, AtkCoordType from) {
    const auto& [tree, part, index] = known(component);
    const auto& page = tree->page();
    const bool is_whole = !is_pressable(part) && part.name.empty(); // the window
    const ImVec2 at = is_whole ? ImVec2{0, 0} : part.at, size = is_whole ? page.size : part.size;
    const bool is_on_screen = from == ATK_XY_SCREEN;
    *x = static_cast<int>(std::lround(at.x + (is_on_screen ? page.at.x : 0)));
    *y = static_cast<int>(std::lround(at.y + (is_on_screen ? page.at.y : 0)));
    *width = static_cast<int>(std::lround(size.x));
    *height = static_cast<int>(std::lround(size.y));
}

bool press(void* object) {
    const auto& [tree, part, index] = known(object);
    if (!is_pressable(part) || !part.is_enabled) return false;
    tree->press({part.at.x + part.size.x / 2, part.at.y + part.size.y / 2});
    return true;
}

gboolean take_focus(AtkComponent* component) { return press(component); }

void component_interface(AtkComponentIface* component) {
    component->get_extents = place_of;
    component->grab_focus = take_focus;
}

// --- what can be done with it ---

int actions_of(AtkAction*) { return 1; }
gboolean do_action(AtkAction* action, int index) { return index == 0 && press(action); }
const char* action_name(AtkAction* action, int index) {
    if (index != 0) return nullptr;
    const auto role = known(action).part.role;
    return role == Role::entry || role == Role::secret ? "activate" : "click";
}

void action_interface(AtkActionIface* action) {
    action->get_n_actions = actions_of;
    action->do_action = do_action;
    action->get_name = action_name;
    action->get_localized_name = action_name;
}

// --- the words of a field ---

const std::string& words_of(AtkText* text) { return known(text).part.text; }

char* words_between(AtkText* text, int from, int to) {
    const auto& words = words_of(text);
    const int length = characters_of(words);
    from = std::clamp(from, 0, length);
    to = to < 0 ? length : std::clamp(to, from, length);
    return g_utf8_substring(words.c_str(), from, to);
}

int length_of(AtkText* text) { return characters_of(words_of(text)); }
int caret_of(AtkText* text) { return std::max(0, known(text).part.caret); }
gunichar character_at(AtkText* text, int at) {
    const auto& words = words_of(text);
    if (at < 0 || at >= characters_of(words)) return 0;
    return g_utf8_get_char(g_utf8_offset_to_pointer(words.c_str(), at));
}

// A character, else a word with the space after it, else all of it: a field is one line or a few.
char* words_around(AtkText* text, int at, AtkTextGranularity unit, int* from, int* to) {
    const int length = length_of(text);
    const auto is_space = [&](int place) { return g_unichar_isspace(character_at(text, place)) != 0; };
    *from = std::clamp(at, 0, length);
    *to = std::min(*from + 1, length);
    if (unit == ATK_TEXT_GRANULARITY_WORD) {
        while (*from > 0 && !is_space(*from - 1)) --*from;
        while (*to < length && !is_space(*to - 1)) ++*to;
    } else if (unit != ATK_TEXT_GRANULARITY_CHAR) {
        *from = 0;
        *to = length;
    }
    return words_between(text, *from, *to);
}

void text_interface(AtkTextIface* text) {
    text->get_text = words_between;
    text->get_character_count = length_of;
    text->get_caret_offset = caret_of;
    text->get_character_at_offset = character_at;
    text->get_string_at_offset = words_around;
}

AtkObject* make(GType type, AccessibleTree& tree, const Part& part = {}) {
    auto* object = ATK_OBJECT(g_object_new(type, nullptr));
    atk_object_initialize(object, new Known{&tree, part, 0});
    return object;
}

// The one stretch by which two texts differ is what was typed or taken away.
void tell_of_text(AtkObject* object, const std::string& before, const std::string& now) {
    if (before == now) return;
    const auto starts = std::ranges::mismatch(before, now);
    auto first = static_cast<std::size_t>(starts.in1 - before.begin());
    while (first > 0 && first < before.size() && (before[first] & 0xC0) == 0x80) --first; // whole characters
    std::size_t same = 0;
    const auto most = std::min(before.size(), now.size()) - std::min({first, before.size(), now.size()});
    while (same < most && before[before.size() - 1 - same] == now[now.size() - 1 - same]) ++same;
    while (same > 0 && (now[now.size() - same] & 0xC0) == 0x80) --same;
    const int at = characters_of(std::string_view(now).substr(0, first));
    const auto gone = before.substr(first, before.size() - same - first),
               come = now.substr(first, now.size() - same - first);
    if (!gone.empty()) g_signal_emit_by_name(object, "text-remove", at, characters_of(gone), gone.c_str());
    if (!come.empty()) g_signal_emit_by_name(object, "text-insert", at, characters_of(come), come.c_str());
}

} // namespace

AtkObject* make_program(AccessibleTree& tree) {
    auto* program = make(avow_program_get_type(), tree);
    atk_object_set_name(program, "Avow");
    atk_object_set_role(program, ATK_ROLE_APPLICATION);
    return program;
}

AtkObject* make_window(AccessibleTree& tree, AtkObject* program) {
    auto* window = make(avow_window_get_type(), tree);
    atk_object_set_role(window, ATK_ROLE_FRAME);
    atk_object_set_parent(window, program);
    g_object_set_data(G_OBJECT(program), "window", window);
    return window;
}

AtkObject* make_part(AccessibleTree& tree, AtkObject* window, const Part& part) {
    const auto type = part.role == Role::entry ? avow_entry_get_type()
                      : is_pressable(part)     ? avow_pressable_get_type()
                                               : avow_thing_get_type();
    auto* object = make(type, tree, part);
    atk_object_set_role(object, role_of(part));
    atk_object_set_name(object, part.name.c_str());
    atk_object_set_description(object, part.description.c_str());
    atk_object_set_parent(object, window);
    return object;
}

const Part& part_of(AtkObject* object) { return known(object).part; }
void put_at(AtkObject* object, int index) { known(object).index = index; }

void renew(AtkObject* object, const Part& now) {
    auto& part = known(object).part;
    if (part == now) return;
    const auto before = std::exchange(part, now);
    atk_object_set_name(object, now.name.c_str());
    atk_object_set_description(object, now.description.c_str());
    const auto tell = [&](AtkStateType state, bool was, bool is) {
        if (was != is) atk_object_notify_state_change(object, state, is);
    };
    tell(ATK_STATE_ENABLED, before.is_enabled, now.is_enabled);
    tell(ATK_STATE_SENSITIVE, before.is_enabled, now.is_enabled);
    tell(ATK_STATE_CHECKED, before.is_checked, now.is_checked);
    tell(ATK_STATE_FOCUSED, before.is_focused, now.is_focused);
    if (now.role != Role::entry) return;
    tell_of_text(object, before.text, now.text);
    if (now.caret >= 0 && now.caret != before.caret) g_signal_emit_by_name(object, "text-caret-moved", now.caret);
}

} // namespace avow::screen
