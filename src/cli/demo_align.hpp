// What the sample workshop did at Align, and what its leader promised: plainly a sample, and always the same.
#pragma once

#include "cli/recording.hpp"

namespace avow::cli {

// One gesture of the sample workshop. Throws std::runtime_error if it can't be made: then the sample is wrong.
void do_it(Recorder&, std::vector<Edit>, std::string label = {});

// Before anybody says what they will do: the leader joins, what she expects is sealed, what the others take it for is handed
// in, opened, matched and judged; what each side asks, objections and their answers, the ask of whoever reads the brief.
void align(Recorder&);

// After Commit: two strengths put to use, a contract, and the leader's own promise, which answers a request for help.
void tie_up(Recorder&);

} // namespace avow::cli
