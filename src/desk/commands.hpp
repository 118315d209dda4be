// Every command, once: the table that makes the menu, the keys, the palette, the hints of the strip, F1 and the manual.
// A row that is not offered is not there at this stage; one that is offered and refused says why.
#pragma once

#include "desk/desk.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace avow::desk {

// Whether a key still is this command's while the keyboard is in a text field. Function keys always are: they type nothing.
enum class WhileTyping { is_text, only_in_empty_field, always };

struct Command {
    std::string_view id;                // "stage.next"
    std::string_view menu;              // "Session", "Edit" ...: where the menu, F1 and the manual put it
    std::string_view words;             // "Go to the next stage"
    std::string_view help;              // one sentence more, for tooltip, F1 and manual
    std::vector<std::string_view> keys; // "Ctrl+PageDown"; the first is the one that is shown
    WhileTyping while_typing;
    std::string_view hint; // the words of the strip; empty: not hinted
    bool (*is_offered)(const Desk&);
    std::optional<Refusal> (*why_not)(const Desk&);
    void (*run)(Desk&, std::size_t key); // key: which of `keys` it came by
};

// Does what the row does. A point that was typed before counts for this one command alone.
void run(const Command&, Desk&, std::size_t key = 0);

std::span<const Command> commands();
const Command* command(std::string_view id);

// The commands offered now whose words answer to what was typed: all of the typed words begin words of the row; the
// nearest first. Everything that is offered when nothing was typed.
std::vector<const Command*> commands_for(const Desk&, std::string_view typed);

// A command the strip hints at, with the key as people write it: "Ctrl PgDn", "1–9".
struct Hint {
    const Command* command;
    std::string keys;
    std::string words;
};
std::vector<Hint> hints(const Desk&);
std::string written(std::string_view key); // "Ctrl+PageDown" -> "Ctrl PgDn"
std::string written_keys(const Command&);  // all of them, runs shortened: "1–9"

// The command table as the manual prints it: a Markdown table a menu.
std::string manual_of_commands();

} // namespace avow::desk
