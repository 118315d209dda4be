// The coach's own points on a person's page: noted, ticked, and put under a passphrase. They are in no session.
#include "desk/verbs.hpp"
#include "storage/sealed.hpp"

#include <utility>

namespace avow::desk {

namespace {

// False: they could not be kept, which is said.
bool keep_points(Desk& desk, std::vector<storage::PrivateNote> points) {
    auto& page = *desk.one_on_one;
    const auto& world = desk.world().storage;
    try {
        const bool is_sealed = storage::has_locked_notes(world.disk, world.places, page.agenda.person);
        storage::keep_private_notes(world.disk, world.places, page.agenda.person, points,
                                    is_sealed ? std::string_view(desk.passphrase) : std::string_view());
        page.points = std::move(points);
        return true;
    } catch (const std::exception& error) {
        desk.say(Tone::trouble, error.what());
        return false;
    }
}

void change_points(Desk& desk, std::vector<storage::PrivateNote> points) {
    auto& page = *desk.one_on_one;
    auto before = page.points;
    if (keep_points(desk, std::move(points)))
        page.points_before.push_back({desk.history().log().size(), std::move(before)});
}

} // namespace

void read_points(Desk& desk) {
    auto& page = *desk.one_on_one;
    page.points.clear();
    page.trouble_with_points.clear();
    page.is_locked = false;
    const auto& world = desk.world().storage;
    try {
        page.points = storage::private_notes(world.disk, world.places, page.agenda.person, desk.passphrase);
    } catch (const storage::SealedNotes&) {
        page.is_locked = true;
        page.trouble_with_points = "Your points are locked. U asks for the passphrase";
    } catch (const std::exception& error) {
        page.trouble_with_points = error.what();
    }
}

std::vector<std::size_t> points_in_sight(const OneOnOne& page, Date today) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < page.points.size(); ++i)
        if (!page.points[i].ticked_on || *page.points[i].ticked_on == today) places.push_back(i);
    return places;
}

void add_point(Desk& desk, const std::string& words) {
    if (words.empty()) return;
    auto points = desk.one_on_one->points;
    points.push_back({desk.today(), std::nullopt, words});
    change_points(desk, std::move(points));
}

void tick_point(Desk& desk, std::size_t number) {
    const auto places = points_in_sight(*desk.one_on_one, desk.today());
    if (number >= places.size()) return desk.say(Tone::refused, "No point has that number");
    auto points = desk.one_on_one->points;
    auto& point = points[places[number]];
    point.ticked_on = point.ticked_on ? std::nullopt : std::optional(desk.today());
    change_points(desk, std::move(points));
}

void undo_on_page(Desk& desk) {
    auto& page = *desk.one_on_one;
    auto& points = page.points_before;
    if (!points.empty() && points.back().log == desk.history().log().size()) {
        if (!keep_points(desk, points.back().points)) return;
        points.pop_back();
        return desk.say(Tone::done, "Undid: what was last noted or ticked among your points");
    }
    if (!desk.was_done_since(page.log_before))
        return desk.say(Tone::refused,
                        "Nothing has been done on this page. What the session holds is undone in the session");
    desk.undo();
}

bool give_passphrase(Desk& desk) {
    desk.passphrase = desk.entry.text;
    read_points(desk);
    if (!desk.one_on_one->is_locked) return true;
    storage::wipe(desk.passphrase);
    return false;
}

bool lock_points(Desk& desk) {
    if (desk.entry.text != desk.passphrase) {
        desk.say(Tone::refused, "That is another passphrase than the first time. Nothing was changed");
        storage::wipe(desk.passphrase);
        return true;
    }
    const auto& world = desk.world().storage;
    const auto& page = *desk.one_on_one;
    try {
        storage::keep_private_notes(world.disk, world.places, page.agenda.person, page.points, desk.passphrase);
        desk.say(Tone::done, "Your points are locked. U opens them; without the passphrase nobody can");
        storage::wipe(desk.passphrase);
        desk.one_on_one->points_before.clear();
        read_points(desk);
    } catch (const std::exception& error) {
        desk.say(Tone::trouble, error.what());
    }
    return true;
}

} // namespace avow::desk
