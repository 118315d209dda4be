#include "cli/reading.hpp"

#include "cli/talk.hpp"

#include <cerrno>
#include <istream>
#include <iterator>

namespace avow::cli {

namespace {

using storage::FileKind;
using storage::FormatError;

// A path that leads to nothing that can be a file is a fault of the call and not of the disk.
bool leads_nowhere(int code) { return code == ENOENT || code == ENOTDIR || code == ELOOP || code == ENAMETOOLONG; }

void need_file(Console& console, const std::filesystem::path& path) {
    storage::FileStatus status;
    const int code = console.disk.status(path, status);
    if (leads_nowhere(code)) throw FormatError(shown(path) + " can't be read: " + storage::reason_of(code) + ".");
    if (code != 0) throw storage::refused("read", path, code);
    if (status.kind == FileKind::folder) throw FormatError(shown(path) + " is a folder; name a file in it.");
    if (status.kind != FileKind::file)
        throw FormatError(shown(path) + " is not a file (a pipe or a device); nothing was read from it.");
}

std::string within_limit(std::string bytes, const std::string& called) {
    if (bytes.size() > limit::file_bytes)
        throw FormatError(called + " is over " + std::to_string(limit::file_bytes >> 20) +
                          " MiB; nothing was read from it.");
    return bytes;
}

} // namespace

storage::Reading read_session_silently(Console& console, const std::filesystem::path& path) {
    need_file(console, path);
    return storage::read_session(console.disk, path, console.places);
}

storage::Reading read_session(Console& console, const std::filesystem::path& path) {
    auto reading = read_session_silently(console, path);
    for (const auto& remark : reading.remarks) say(console, remark);
    return reading;
}

std::string read_text(Console& console, const std::filesystem::path& path) {
    if (path == "-") {
        std::string bytes;
        char block[65536];
        while (bytes.size() <= limit::file_bytes && (console.in.read(block, sizeof block) || console.in.gcount() > 0))
            bytes.append(block, static_cast<std::size_t>(console.in.gcount()));
        return within_limit(std::move(bytes), "Standard input");
    }
    need_file(console, path);
    const storage::OpenFile file(console.disk, path, storage::OpenFor::reading);
    return within_limit(file.read_all(limit::file_bytes), shown(path));
}

namespace {

// Words of grammar of other languages, a file each.
void read_languages(Console& console, themes::Knowledge& knowledge, std::string& said) {
    const auto folder = console.assets / "languages";
    for (const auto& name : storage::names_in_folder(console.disk, folder))
        if (name.ends_with(".txt"))
            knowledge.languages.push_back(themes::knowledge_from({{name, read_text(console, folder / name)}}));
    if (!knowledge.languages.empty()) said += "; " + std::to_string(knowledge.languages.size()) + " more languages";
}

// What can't be read is said, and done without: it makes proposals better, and nothing else waits for it.
void read_vectors(Console& console, themes::Knowledge& knowledge, std::string& said) {
    if (console.vectors.empty()) return void(said += "; no WordNet");
    try {
        const auto name = shown(console.vectors);
        knowledge.vectors = themes::vectors_from(read_text(console, console.vectors), name, knowledge.language);
        said += "; word vectors of " + knowledge.vectors.source;
    } catch (const std::exception& error) {
        say(console, error.what());
        said += "; no word vectors";
    }
}

void read_purposes(Console& console, themes::Knowledge& knowledge, std::string& said) {
    if (console.purposes.empty()) return void(said += "; no examples");
    try {
        const auto name = shown(console.purposes);
        knowledge.learned = themes::learned_from(read_text(console, console.purposes), name);
        said += "; examples of " + std::to_string(knowledge.learned.purposes.size()) + " purposes";
    } catch (const std::exception& error) {
        say(console, error.what());
        said += "; no examples";
    }
}

} // namespace

themes::Knowledge read_knowledge(Console& console, std::string& said) {
    const auto folder = console.assets / "lexicon";
    if (console.assets.empty() || !storage::is_there(console.disk, folder / themes::first_lexicon)) {
        said = "knowledge: no lexicon was found, so words and letters speak alone";
        return {};
    }
    std::vector<themes::LexiconText> texts;
    for (const auto& name : storage::names_in_folder(console.disk, folder))
        if (name.ends_with(".txt")) texts.push_back({name, read_text(console, folder / name)});
    auto knowledge = themes::knowledge_from(texts);
    said = "knowledge: the lexicon " + shown(folder) + " with " + std::to_string(knowledge.concept_names.size()) +
           " concepts and " + std::to_string(knowledge.purpose_names.size()) + " purposes";
    read_languages(console, knowledge, said);
    read_purposes(console, knowledge, said);
    read_vectors(console, knowledge, said);
    return knowledge;
}

themes::Knowledge knowledge_if_readable(Console& console) {
    std::string said;
    try {
        return read_knowledge(console, said);
    } catch (const std::exception& error) {
        say(console, error.what());
        return {};
    }
}

insight::Mirror mirror_if_readable(Console& console) {
    const auto folder = console.assets / "mirror";
    if (console.assets.empty() || !storage::is_there(console.disk, folder / "signs.txt")) return {};
    const auto text = [&](const char* name) { return read_text(console, folder / name); };
    try {
        return insight::Mirror(text("signs.txt"), "signs.txt", {text("one-sided.txt"), text("mutual.txt")});
    } catch (const std::exception& error) {
        say(console, error.what());
        return {};
    }
}

} // namespace avow::cli
