// Six sessions of two teams over five months, as sessions/five-months holds them: promises carried and answered for in all
// four ways, wordings that drift, themes that come again, a rename, somebody not seen since, a leader's promise still open.
// Always the same, and made by edits alone.
#pragma once

#include "session/history.hpp"

#include <string>
#include <vector>

struct KeptSession {
    std::string file_name; // "service-desk-2026-06-15.avow"
    avow::History history;
};

std::vector<KeptSession> five_months(); // by team, then date
