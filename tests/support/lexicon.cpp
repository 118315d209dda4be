#include "support/lexicon.hpp"

#include <fstream>
#include <set>
#include <sstream>
#include <vector>

namespace avow {

themes::Knowledge lexicon_in(const std::filesystem::path& folder) {
    std::set<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.insert(entry.path());
    std::vector<themes::LexiconText> texts;
    for (const auto& path : paths) {
        std::stringstream text;
        text << std::ifstream(path).rdbuf();
        texts.push_back({path.filename().string(), text.str()});
    }
    return themes::knowledge_from(texts);
}

} // namespace avow
