"""What a screen reader would see of Avow, asked through AT-SPI.

at_spi.py names           a line for each part: role, name, description, states, text and caret, with tabs between
at_spi.py press NAME      presses the part of that name
at_spi.py listen SECONDS  a line for each event: its type, the name of its source, what it brings
"""

import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STATES = [Atspi.StateType.FOCUSED, Atspi.StateType.CHECKED, Atspi.StateType.ENABLED, Atspi.StateType.SHOWING,
          Atspi.StateType.ACTIVE, Atspi.StateType.EDITABLE]


def program():
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(place)
        if child and child.get_name() == "Avow":
            return child
    sys.exit("Avow is not there")


def parts(thing):
    yield thing
    for place in range(thing.get_child_count()):
        child = thing.get_child_at_index(place)
        if child:
            yield from parts(child)


def line_of(part):
    states = part.get_state_set()
    words = [part.get_role_name(), part.get_name(), part.get_description(),
             ",".join(state.value_nick for state in STATES if states.contains(state))]
    if part.get_role() == Atspi.Role.ENTRY:
        words += [Atspi.Text.get_text(part, 0, -1), str(Atspi.Text.get_caret_offset(part))]
    place = part.get_component_iface() and Atspi.Component.get_extents(part, Atspi.CoordType.WINDOW)
    if place:
        words.append(f"{place.x},{place.y} {place.width}x{place.height}")
    return "\t".join(words)


def press(name):
    for part in parts(program()):
        if part.get_name() == name and part.get_action_iface():
            sys.exit(0 if Atspi.Action.do_action(part, 0) else "it does not let itself be pressed")
    sys.exit(f"there is nothing to press called {name}")


def listen(seconds):
    def tell(event):
        print(event.type, event.source.get_name(), event.any_data, sep="\t", flush=True)

    listener = Atspi.EventListener.new(tell)
    for kind in ["object:text-changed:insert", "object:state-changed:focused", "object:children-changed:add",
                 "object:announcement", "object:notification", "object:text-caret-moved"]:
        try:
            listener.register(kind)
        except GLib.Error:
            pass
    GLib.timeout_add_seconds(seconds, Atspi.event_quit)
    print("listening", flush=True)
    Atspi.event_main()


if sys.argv[1] == "names":
    for part in parts(program()):
        print(line_of(part))
elif sys.argv[1] == "press":
    press(sys.argv[2])
else:
    listen(int(sys.argv[2]))
