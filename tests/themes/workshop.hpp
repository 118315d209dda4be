// A small workshop that the tests of the engine share. Written for them; none of it comes from a measured set.
#pragma once

#include "support/lexicon.hpp"
#include "themes/themes.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace avow::themes {

inline const Knowledge& work_knowledge() {
    static const Knowledge knowledge = lexicon_in(AVOW_SOURCE_DIR "/assets/lexicon");
    return knowledge;
}

inline std::vector<Statement> workshop() {
    const std::vector<std::string> texts = {
        "I will ring every patient back before noon",       // 0 calling back
        "Missed calls are returned the same morning",       // 1
        "I phone people back even when I have no news",     // 2
        "We'll wear gloves and goggles at the grinder",     // 3 safety
        "I stop the job when the ladder looks unsafe",      // 4
        "Nobody climbs without a harness on my shift",      // 5
        "I report every near miss, however small",          // 6
        "New starters get a buddy in their first week",     // 7 newcomers
        "I will show each apprentice the ropes myself",     // 8
        "I take one hour for the onboarding of a newcomer", // 9
        "Invoices go out on the day the work is done",      // 10 invoices
        "I check each invoice against the purchase order",  // 11
        "I chase overdue payments every Thursday",          // 12
        "The piano in the hall gets tuned",                 // 13 single
    };
    std::vector<Statement> statements;
    for (std::size_t at = 0; at < texts.size(); ++at) {
        statements.push_back({"s" + std::string(at < 10 ? "0" : "") + std::to_string(at), texts[at], std::nullopt});
    }
    return statements;
}

// The key each statement lies under, by its id; empty for a single voice.
inline std::map<std::string, std::string> keys_by_id(const std::vector<Statement>& statements,
                                                     const Proposal& proposal) {
    std::map<std::string, std::string> keys;
    for (const auto& placement : placements_of(proposal, statements)) {
        keys[placement.id] = placement.theme.value_or("");
    }
    return keys;
}

inline std::map<std::string, std::string> labels_by_id(const std::vector<Statement>& statements,
                                                       const Proposal& proposal) {
    std::map<std::string, std::string> labels;
    for (const auto& placement : placements_of(proposal, statements)) {
        labels[placement.id] = placement.label;
    }
    return labels;
}

// Each statement once: in one theme, or a single voice.
inline bool is_whole(const Proposal& proposal, std::size_t count) {
    std::vector<std::size_t> seen = proposal.single_voices;
    for (const auto& theme : proposal.themes) {
        seen.insert(seen.end(), theme.members.begin(), theme.members.end());
    }
    std::sort(seen.begin(), seen.end());
    const bool is_once = std::adjacent_find(seen.begin(), seen.end()) == seen.end();
    return is_once && seen.size() == count && proposal.reasons.size() == count;
}

inline std::size_t words_in(const std::string& label) {
    return static_cast<std::size_t>(std::count(label.begin(), label.end(), ' ')) + 1;
}

inline bool has_good_labels(const Proposal& proposal) {
    std::set<std::string> labels;
    for (const auto& theme : proposal.themes) {
        if (theme.label.empty() || theme.label.front() == ' ' || theme.label.back() == ' ' ||
            words_in(theme.label) > 7 || !labels.insert(folded(theme.label)).second) {
            return false;
        }
    }
    return true;
}

} // namespace avow::themes
