// What the disk of Windows promises, asked of the real one.
#ifdef _WIN32

#include "given.hpp"
#include "storage/disk.hpp"
#include "storage/session_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <windows.h>

#include <cerrno>

using namespace avow;
using namespace avow::storage;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

const Places nowhere{};
const bool is_wine = GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;

int opening(const fs::path& path, OpenFor purpose) {
    try {
        const storage::OpenFile file(real_disk(), path, purpose);
    } catch (const DiskError& e) {
        return e.code;
    }
    return 0;
}

} // namespace

TEST_CASE("what is made must not be there yet, and what is appended to must") {
    const PassingFolder folder;
    const fs::path file = folder.path() / "x";
    CHECK(opening(file, OpenFor::reading) == ENOENT);
    CHECK(opening(file, OpenFor::appending) == ENOENT);
    CHECK(opening(folder.path() / "none" / "x", OpenFor::creating) == ENOENT);
    CHECK(opening(file, OpenFor::creating) == 0);
    CHECK(opening(file, OpenFor::creating) == EEXIST);
    CHECK(opening(folder.path(), OpenFor::reading) == EISDIR);
}

TEST_CASE("bytes stay as they are, at the end of what is there, and a cut file goes on at the cut") {
    const PassingFolder folder;
    const fs::path path = folder.path() / "x";
    storage::OpenFile(real_disk(), path, OpenFor::creating).write_all("one\n");
    const storage::OpenFile file(real_disk(), path, OpenFor::appending);
    file.write_all("two\r\n\x1a");
    CHECK(read_real(path) == "one\ntwo\r\n\x1a");
    file.truncate(4);
    file.write_all("three");
    file.sync_data();
    file.sync();
    CHECK(read_real(path) == "one\nthree");
    CHECK(file.status().bytes == 9);
    CHECK(file.status().kind == FileKind::file);
    CHECK(status_of(real_disk(), path)->inode == file.status().inode);
}

TEST_CASE("a lock keeps others out and lets them read who holds it; it goes with its file") {
    const PassingFolder folder;
    const fs::path path = folder.path() / "x.lock";
    storage::OpenFile one(real_disk(), path, OpenFor::locking);
    CHECK(one.try_lock());
    {
        const storage::OpenFile other(real_disk(), path, OpenFor::locking);
        CHECK_FALSE(other.try_lock());
        other.truncate(0);
        other.write_all("ana");
        CHECK(read_real(path) == "ana");
    }
    one.close();
    CHECK(storage::OpenFile(real_disk(), path, OpenFor::locking).try_lock());
}

TEST_CASE("a file is renamed while it is open, and over another one") {
    const PassingFolder folder;
    const fs::path from = folder.path() / "from", to = folder.path() / "to";
    write_real(to, "old");
    const storage::OpenFile file(real_disk(), from, OpenFor::creating);
    file.write_all("new");
    CHECK(real_disk().rename(from, to) == 0);
    file.write_all("er");
    CHECK(read_real(to) == "newer");
    CHECK_FALSE(is_there(real_disk(), from));
}

TEST_CASE("names in every script and paths of any length are names like any other") {
    const PassingFolder folder;
    fs::path deep = folder.path() / "Süd – 南 🦊";
    for (int i = 0; i < 8; ++i) deep /= "a folder with a name that is long enough to reach the limit";
    make_folders(real_disk(), deep);
    write_session(real_disk(), deep / "ขอบคุณ.avow", full_history());
    CHECK(read_session(real_disk(), deep / "ขอบคุณ.avow", nowhere).history.now() == full_history().now());
    CHECK(names_in_folder(real_disk(), deep) == std::vector<std::string>{"ขอบคุณ.avow"});
    CHECK(names_in_folder(real_disk(), folder.path()) == std::vector<std::string>{"Süd – 南 🦊"});
    fs::path real;
    CHECK(real_disk().real_path(folder.path() / "Süd – 南 🦊" / ".." / "Süd – 南 🦊", real) == 0);
    CHECK(real.filename() == "Süd – 南 🦊");
    for (fs::path path = deep / "ขอบคุณ.avow"; path != folder.path(); path = path.parent_path()) {
        if (path == deep / "ขอบคุณ.avow")
            CHECK(real_disk().remove(path) == 0);
        else
            CHECK(fs::remove(path));
    }
}

TEST_CASE("a folder, a device, and a file that may only be read are refused in words, and nothing waits") {
    const PassingFolder folder;
    Disk& disk = real_disk();
    fs::create_directory(folder.path() / "f.avow");
    CHECK_THROWS_AS(read_session(disk, folder.path() / "f.avow", nowhere), FormatError);
    CHECK_THROWS_AS(write_session(disk, folder.path() / "f.avow", History(small_session())), DiskError);
    CHECK_THROWS(read_session(disk, "NUL", nowhere));
    CHECK_THROWS_AS(read_session(disk, folder.path() / "none.avow", nowhere), DiskError);
    CHECK(disk.remove(folder.path() / "f.avow") != 0);
    std::vector<std::string> names;
    CHECK(disk.list(folder.path() / "none", names) == ENOENT);

    const fs::path file = folder.path() / "read-only.avow";
    write_session(disk, file, History(small_session()));
    CHECK(disk.set_mode(storage::OpenFile(disk, file, OpenFor::appending).handle(), 0400) == 0);
    CHECK(status_of(disk, file)->mode == 0400);
    if (!is_wine) // to whose root nothing is forbidden
        CHECK_THROWS_WITH(storage::OpenFile(disk, file, OpenFor::appending), ContainsSubstring("the permission"));
    CHECK(read_session(disk, file, nowhere).history.now() == small_session());
    fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
}

#endif
