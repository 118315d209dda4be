// The dice of tests/session, linked here too.
#include "session/random_edits.cpp" // NOLINT(bugprone-suspicious-include)
