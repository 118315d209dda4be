// One stored file for each version of the format, for ever: what was written then is read now.
#include "given.hpp"
#include "storage/session_file.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::storage;
namespace fs = std::filesystem;

TEST_CASE("a session file of version 1 opens as it was saved") {
    const fs::path golden = fs::path(AVOW_SOURCE_DIR) / "tests" / "golden";
    const Reading reading = read_file(real_disk(), golden / "v1.avow");
    CHECK(reading.remarks.empty());
    CHECK(!reading.read_only);
    CHECK(to_json(reading.history.now(), Privacy::with_private) == read_real(golden / "v1.json"));
    CHECK(from_json(read_real(golden / "v1.json")).session == reading.history.now());
    CHECK(reading.history.log().size() == 6);
    CHECK(reading.history.past().size() == 2);
    REQUIRE(reading.history.redoable() != nullptr);
    CHECK(reading.history.redoable()->label == "somebody said “I clean up”");
    CHECK(reading.history.now().accountabilities[0].confidence == 7);
}
