// What types consist of, said once for both ways: fields(archive, value). Here are those that sessions and edits share;
// the rest of a session is in archive.cpp, the edits are in archive_edits.cpp. Included by these two only: they are the
// sources that know cereal.
#pragma once

#include "storage/archive_reader.hpp"
#include "storage/archive_writer.hpp"

namespace avow::storage {

template <class A>
void fields(A& a, Goal& goal) {
    a("text", goal.text);
    a("from", goal.from);
    a("to", goal.to);
    a("by", goal.by);
    a("why_us", goal.why_us);
    a("why_you", goal.why_you);
}

template <class A>
void fields(A& a, Wording& wording) {
    a.required("text", wording.text);
    a.required("date", wording.date);
    a("proposed_by", wording.proposed_by);
    a("agreed", wording.agreed);
    a("why", wording.why);
}

template <class A>
void fields(A& a, CheckIn& check_in) {
    a.required("date", check_in.date);
    a.required("state", check_in.outcome);
    a("reason", check_in.reason);
    a("evidence", check_in.evidence);
}

template <class A>
void fields(A& a, Parked& parked) {
    a.required("id", parked.id);
    a.required("text", parked.text);
    a("owner", parked.owner);
    a.required("since", parked.since);
}

} // namespace avow::storage
