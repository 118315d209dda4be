// The demo: a sample workshop as if it had been run, so that every stage has something to show.
#pragma once

#include "cli/cli.hpp"
#include "session/history.hpp"

namespace avow::cli {

// Align, the transcript of the assets folder recorded, the proposed themes taken, and the first few accountabilities
// committed to, all by edits, today. Throws FormatError or DiskError if the assets can't be read, std::runtime_error if the
// transcript can't be recorded.
History demo_history(Console&);

// The main job where there is no display: the demo is recorded into a folder, its themes and one agenda-ready summary are
// printed, and a picture of every stage is drawn there. The folder is named.
Status demo_without_display(Console&);

} // namespace avow::cli
