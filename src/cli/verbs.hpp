// One function a verb (or a family of them): it lays the verb's words down for CLI11 and, when they were said, leaves what
// is to be done in `deed`. Nothing is done while words are being read.
#pragma once

#include "cli/cli.hpp"

#include <CLI/CLI.hpp>

#include <functional>

namespace avow::cli {

using Deed = std::function<Status()>;

void add_open_verbs(CLI::App&, Console&, Deed& deed); // no verb, open, demo, replay, rehearse
void add_record_verb(CLI::App&, Console&, Deed& deed);
void add_show_verb(CLI::App&, Console&, Deed& deed);
void add_themes_verb(CLI::App&, Console&, Deed& deed);
void add_export_verbs(CLI::App&, Console&, Deed& deed); // export, import
void add_check_in_verb(CLI::App&, Console&, Deed& deed);
void add_align_verb(CLI::App&, Console&, Deed& deed);
void add_agenda_verb(CLI::App&, Console&, Deed& deed);
void add_notes_verb(CLI::App&, Console&, Deed& deed);
void add_brief_verb(CLI::App&, Console&, Deed& deed);
void add_review_verb(CLI::App&, Console&, Deed& deed);
void add_people_verb(CLI::App&, Console&, Deed& deed);
void add_find_verb(CLI::App&, Console&, Deed& deed);
void add_check_verb(CLI::App&, Console&, Deed& deed);
void add_shot_verb(CLI::App&, Console&, Deed& deed);

} // namespace avow::cli
