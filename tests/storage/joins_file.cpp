// What a person said about who is one: kept beside the sessions, and nothing of theirs is ever lost to a write of ours.
#include "storage/joins_file.hpp"

#include "fake_disk.hpp"
#include "storage/json.hpp"
#include "storage/saved_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <utility>

using namespace avow;
using namespace avow::storage;

namespace {

const std::filesystem::path folder = "/sessions";
const std::filesystem::path file = folder / "avow-joins.json";

const Join anas = {
    Join::Kind::person, true, {"Desk", "Ana \"P\"", std::nullopt, 0}, {"Desk", "Ana Lima", std::nullopt, 0}};
const Join bos = {Join::Kind::person, false, {"Desk", "Bo", Date{2026, 1, 5}, 2}, {"Desk", "Bo", Date{2026, 2, 5}, 0}};
const Join calls = {
    Join::Kind::theme, true, {"Desk", "Calling back", std::nullopt, 0}, {"Desk", "Büro", std::nullopt, 0}};

FakeDisk& with_folder(FakeDisk& disk) {
    make_folders(disk, folder);
    return disk;
}

} // namespace

TEST_CASE("what was said about joins is read as it was kept, in the order it was said") {
    FakeDisk disk;
    with_folder(disk);
    CHECK(read_joins(disk, folder).empty());
    change_joins(disk, folder, {}, {anas, bos});
    change_joins(disk, folder, {}, {calls});
    CHECK(read_joins(disk, folder) == Joins{anas, bos, calls});
    change_joins(disk, folder, {bos}, {});
    CHECK(read_joins(disk, folder) == Joins{anas, calls});
    change_joins(disk, folder, {anas, calls}, {});
    CHECK(read_joins(disk, folder).empty());
}

TEST_CASE("what is not understood in the file stays as it stood, wherever it stands") {
    FakeDisk disk;
    with_folder(disk);
    const std::string goal = R"({"of": "goal", "mood":   [1, {"x": null}]})";
    const std::string person =
        R"({"why": "she married", "of": "person", "same": true, "one": {"name": "A", "hue": 7}, "other": {"name": "B"}})";
    disk.put(file, "{\"format\": \"avow-joins\", \"version\": 1,\n \"note\": \"mine\", \"joins\": [" + goal + ", " +
                       person + "], \"tail\": 3}\n");
    CHECK(read_joins(disk, folder).size() == 1);
    change_joins(disk, folder, {}, {calls});
    const auto bytes = disk.content(file);
    for (const auto& kept : {goal, person, std::string("\"note\": \"mine\""), std::string("\"tail\": 3")})
        CHECK(bytes.find(kept) != std::string::npos);
    CHECK(read_joins(disk, folder).size() == 2);
}

TEST_CASE("a damaged file is said with its place, and is never written over") {
    for (
        const auto* bytes :
        {"", "{", "[]", R"({"format": "avow", "version": 1, "joins": []})",
         R"({"format": "avow-joins", "version": 2, "joins": []})", R"({"format": "avow-joins", "version": 1})",
         R"({"format": "avow-joins", "version": 1, "joins": [3]})",
         R"({"format": "avow-joins", "version": 1, "joins": [{"of": "team", "same": true, "one": {"name": "A"}}]})",
         R"({"format": "avow-joins", "version": 1, "joins": [{"of": "team", "one": {"name": "A"}, "other": {"name": "B"}}]})",
         R"({"format": "avow-joins", "version": 1, "joins": [{"of": "team", "same": true, "one": {"name": " "}, "other": {"name": "B"}}]})",
         R"({"format": "avow-joins", "version": 1, "joins": [{"of": "team", "same": true, "one": {"name": "A", "day": "2026-02-30"}, "other": {"name": "B"}}]})"}) {
        INFO(bytes);
        FakeDisk disk;
        with_folder(disk);
        disk.put(file, bytes);
        CHECK_THROWS_AS(read_joins(disk, folder), FormatError);
        CHECK_THROWS_AS(change_joins(disk, folder, {}, {anas}), FormatError);
        CHECK(disk.content(file) == bytes);
    }
}

TEST_CASE("a disk that fails while joins are written leaves the old file or the new one") {
    FakeDisk arranged;
    with_folder(arranged);
    change_joins(arranged, folder, {}, {anas});
    const auto before = arranged.content(file);
    for (std::size_t call = 1; call < 12; ++call) {
        FakeDisk disk;
        with_folder(disk);
        change_joins(disk, folder, {}, {anas});
        disk.fail({call, 28, false, "", ""});
        try {
            change_joins(disk, folder, {}, {bos});
        } catch (const DiskError&) {
        }
        disk.heal();
        INFO("call " << call);
        CHECK((disk.content(file) == before || read_joins(disk, folder) == Joins{anas, bos}));
    }
}

TEST_CASE("what another program wrote meanwhile is not written over") {
    FakeDisk disk;
    with_folder(disk);
    change_joins(disk, folder, {}, {anas});
    const std::string theirs = "{\"format\": \"avow-joins\", \"version\": 1, \"joins\": []}\n";
    bool is_done = false;
    disk.after_each_call = [&] {
        if (!std::exchange(is_done, true)) disk.put(file, theirs);
    };
    CHECK_THROWS_AS(change_joins(disk, folder, {}, {bos}), ChangedUnderneath);
    CHECK(disk.content(file) == theirs);
}
