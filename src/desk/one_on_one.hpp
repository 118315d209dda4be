// A one-on-one as it lies on the desk: the newest session that seats the person is the one that is open, and what is
// answered or agreed goes into it. What they said before comes from the other sessions of its folder, which are only read.
#pragma once

#include "insight/agenda.hpp"
#include "session/joins.hpp"
#include "storage/private_notes.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace avow::desk {

// Somebody of the folder's sessions, as the panel of people lists them.
struct PersonListed {
    std::string name;
    std::string team;
    std::filesystem::path newest; // the file of the newest session that seats them
    ParticipantId id;             // in it
    std::optional<Date> last_in_room;
    std::size_t open = 0; // promises

    bool operator==(const PersonListed&) const = default;
};

using FolderPeople =
    std::vector<PersonListed>; // in the order of the teams, and of each as its newest session seats them

struct OneOnOne {
    ParticipantId person; // in the session that lies open
    insight::Agenda agenda;
    std::vector<AccountabilityId> order; // the promises of the page; they keep their places while they are answered
    AccountabilityId item;               // in hand; empty: there is none
    std::vector<Session> others;         // of the team
    Joins joins;                         // who of them is one, where somebody said so
    std::vector<storage::PrivateNote> points;
    std::string trouble_with_points; // why they can't be read; empty: they could
    bool is_locked = false;          // under a passphrase that has not been given
    std::size_t log_before = 0;      // entries of the session's log when the page came up: undo goes no further back
    struct PointsBefore {
        std::size_t log = 0; // how long it was when the points changed
        std::vector<storage::PrivateNote> points;
    };
    std::vector<PointsBefore> points_before; // to be taken back, the newest last
    bool is_from_library = false;            // leaving the page leaves the session as well
};

// By its place in order; null where nothing is in hand, or what was undone is no longer there.
const insight::AgendaItem* item_of(const OneOnOne&, const AccountabilityId&);
// Those of the points that are not ticked, and those ticked on that day: they stay in sight until the page is left.
std::vector<std::size_t> points_in_sight(const OneOnOne&, Date today);

} // namespace avow::desk
