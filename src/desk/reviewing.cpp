#include "desk/reviewing.hpp"

#include "desk/folder_contents.hpp"
#include "insight/settled.hpp"

namespace avow::desk {

namespace {

FolderReview review_of(const FolderToReview& folder, Watch& watch) {
    auto contents = contents_of(folder.disk, folder.places, folder.folder, watch);
    FolderReview page;
    for (std::size_t i = 0; i < contents.sessions.size(); ++i)
        page.files.try_emplace(contents.sessions[i].id, contents.files[i]);
    page.unread = std::move(contents.unread);
    page.joins = std::move(contents.joins);
    page.remarks = insight::contradictions(page.joins);
    if (!contents.trouble_with_joins.empty()) page.remarks = {contents.trouble_with_joins};
    if (watch.is_given_up) return page;
    page.review = insight::review_of(insight::held(insight::past_of(std::move(contents.sessions))), folder.today,
                                     folder.knowledge, page.joins);
    return page;
}

} // namespace

Reviewing::Reviewing(FolderToReview folder)
    : folder_(std::move(folder)),
      reading_([folder = folder_](Watch& watch) { return review_of(folder, watch); }, folder_.wake) {}

void Reviewing::attend() {
    if (auto page = reading_.take()) page_ = std::make_unique<FolderReview>(std::move(*page));
}

std::pair<std::size_t, std::size_t> Reviewing::progress() const { return {reading_.watch().done, reading_.watch().of}; }

void Reviewing::heed(Joins joins) {
    if (!page_) return;
    page_->joins = std::move(joins);
    page_->remarks = insight::contradictions(page_->joins);
    page_->review = insight::review_of(std::move(page_->review.past), folder_.today, folder_.knowledge, page_->joins);
    team = std::min(team, page_->review.teams.empty() ? 0 : page_->review.teams.size() - 1);
    const auto count = rows().size();
    row = std::min(row, count == 0 ? 0 : count - 1);
}

std::vector<ReviewRow> Reviewing::rows() const {
    return page_ && !page_->review.teams.empty() ? rows_of(*page_, team, section) : std::vector<ReviewRow>{};
}

} // namespace avow::desk
