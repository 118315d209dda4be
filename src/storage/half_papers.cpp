// A line a recall: the paper's id, the recall's id, its words. A paper has a line of its own as well, with "in" where it
// is in and "open" where it is still written on; so a paper with nothing on it is one too.
#include "storage/half_papers.hpp"

#include "session/text.hpp"
#include "storage/json.hpp"

#include <algorithm>
#include <string_view>

namespace avow::storage {

namespace {

constexpr std::uint64_t most_bytes = 16 << 20;
constexpr std::string_view is_in = "in", is_open = "open";

struct Line {
    std::string sheet, second, words;
};

std::optional<Line> line_in(std::string_view text) {
    const auto first = text.find(' ');
    if (first == 0 || first == std::string_view::npos) return std::nullopt;
    const auto rest = text.substr(first + 1);
    const auto second = std::min(rest.find(' '), rest.size());
    if (second == 0) return std::nullopt;
    return Line{std::string(text.substr(0, first)), std::string(rest.substr(0, second)),
                std::string(rest.substr(std::min(second + 1, rest.size())))};
}

RecallSheet& sheet_of(HalfPapers& papers, const std::string& id) {
    const auto found = std::ranges::find(papers.sheets, SheetId{id}, &RecallSheet::id);
    if (found != papers.sheets.end()) return *found;
    papers.sheets.push_back({{id}, {}});
    return papers.sheets.back();
}

void take(HalfPapers& papers, Line line) {
    auto& sheet = sheet_of(papers, line.sheet);
    if (line.second == is_open && line.words.empty()) papers.in_hand = sheet.id;
    if ((line.second == is_open || line.second == is_in) && line.words.empty()) return;
    Recall recall;
    recall.id = {std::move(line.second)};
    recall.text = std::move(line.words);
    sheet.recalls.push_back(std::move(recall));
}

std::string bytes_of(const HalfPapers& papers) {
    std::string bytes;
    for (const auto& sheet : papers.sheets) {
        bytes += sheet.id.text + ' ' + std::string(papers.in_hand == sheet.id ? is_open : is_in) + '\n';
        for (const auto& recall : sheet.recalls)
            bytes += sheet.id.text + ' ' + recall.id.text + ' ' + clean_line(recall.text) + '\n';
    }
    return bytes;
}

void sort_by_ids(HalfPapers& papers) {
    std::ranges::sort(papers.sheets, {}, &RecallSheet::id);
    for (auto& sheet : papers.sheets) std::ranges::sort(sheet.recalls, {}, &Recall::id);
}

} // namespace

std::filesystem::path half_papers_file(const Places& places, const SessionId& session) {
    if (places.state.empty() || session.empty()) return {};
    return places.state / "papers" / (file_name_of(session.text) + ".papers");
}

HalfPapers half_papers(Disk& disk, const Places& places, const SessionId& session) {
    const auto path = half_papers_file(places, session);
    if (path.empty() || !is_there(disk, path)) return {};
    const auto bytes = OpenFile(disk, path, OpenFor::reading).read_all(most_bytes);
    HalfPapers papers;
    for (std::string_view text = bytes; !text.empty();) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = line_in(text.substr(0, end));
        if (!line) throw FormatError(path.string() + " holds papers that were not handed in, and is damaged.");
        take(papers, std::move(*line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    sort_by_ids(papers);
    return papers;
}

void keep_half_papers(Disk& disk, const Places& places, const SessionId& session, HalfPapers papers) {
    const auto path = half_papers_file(places, session);
    if (path.empty()) return;
    if (papers.sheets.empty()) return remove_if_there(disk, path);
    sort_by_ids(papers);
    make_folders(disk, path.parent_path());     // 0700
    replace_file(disk, path, bytes_of(papers)); // 0600
}

} // namespace avow::storage
