#include "fake_disk.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

namespace avow::storage {

namespace fs = std::filesystem;

FakeDisk::FakeDisk() {
    const auto root = std::make_shared<Node>();
    root->kind = FileKind::folder;
    root->inode = next_inode_++;
    names_["/"] = safe_names_["/"] = root;
}

void FakeDisk::fail(Fault fault) {
    const std::lock_guard hold(mutex_);
    fault_ = std::move(fault);
    calls_ = 0;
    trace_.clear();
}

std::size_t FakeDisk::calls() const {
    const std::lock_guard hold(mutex_);
    return calls_;
}

std::vector<std::string> FakeDisk::trace() const {
    const std::lock_guard hold(mutex_);
    return trace_;
}

int FakeDisk::fault(const std::string& call, const fs::path& path, bool* is_short) {
    if (is_dead_) return EIO;
    if (!fault_.only.empty() && fault_.only != call) return 0;
    if (!fault_.only_below.empty() && !path.generic_string().starts_with(fault_.only_below)) return 0;
    ++calls_;
    trace_.push_back(call + " " + path.generic_string());
    const bool is_hit = fault_.at != 0 && (fault_.is_for_ever ? calls_ >= fault_.at : calls_ == fault_.at);
    if (!is_hit) return 0;
    if (fault_.code == 0 && is_short != nullptr) *is_short = true;
    return fault_.code;
}

int FakeDisk::not_writable(const fs::path& folder) const {
    const auto found = unwritable_.find(folder);
    if (found != unwritable_.end()) return found->second;
    const std::shared_ptr<Node> node = find(folder);
    return !node ? ENOENT : node->kind == FileKind::folder ? 0 : ENOTDIR;
}

std::shared_ptr<FakeDisk::Node> FakeDisk::find(const fs::path& path) const {
    const auto found = names_.find(path);
    return found == names_.end() ? nullptr : found->second;
}

void FakeDisk::touch(Node& node) { node.modified_ns = next_time_ns_ += 1'000'000; }

void FakeDisk::told(std::unique_lock<std::recursive_mutex>&) {
    if (after_each_call) after_each_call();
}

void FakeDisk::put(const fs::path& path, std::string bytes) {
    const std::lock_guard hold(mutex_);
    for (fs::path folder = path.parent_path(); !find(folder); folder = folder.parent_path()) {
        const auto node = std::make_shared<Node>();
        node->kind = FileKind::folder;
        node->mode = 0700;
        node->inode = next_inode_++;
        names_[folder] = safe_names_[folder] = node;
    }
    const auto node = std::make_shared<Node>();
    node->bytes = node->safe = std::move(bytes);
    node->inode = next_inode_++;
    touch(*node);
    names_[path] = safe_names_[path] = node;
}

std::string FakeDisk::content(const fs::path& path) const {
    const std::lock_guard hold(mutex_);
    const std::shared_ptr<Node> node = find(path);
    return node ? node->bytes : "";
}

bool FakeDisk::has(const fs::path& path) const {
    const std::lock_guard hold(mutex_);
    return find(path) != nullptr;
}

std::vector<fs::path> FakeDisk::files_below(const fs::path& folder) const {
    const std::lock_guard hold(mutex_);
    std::vector<fs::path> files;
    for (const auto& [path, node] : names_)
        if (node->kind == FileKind::file && path.generic_string().starts_with(folder.generic_string() + "/"))
            files.push_back(path);
    return files;
}

void FakeDisk::set_mode_of(const fs::path& path, unsigned mode) {
    const std::lock_guard hold(mutex_);
    find(path)->mode = mode;
}

unsigned FakeDisk::mode_of(const fs::path& path) const {
    const std::lock_guard hold(mutex_);
    return find(path)->mode;
}

void FakeDisk::make_unwritable(const fs::path& folder, int code) {
    const std::lock_guard hold(mutex_);
    unwritable_[folder] = code;
}

void FakeDisk::make_writable(const fs::path& folder) {
    const std::lock_guard hold(mutex_);
    unwritable_.erase(folder);
}

void FakeDisk::remove_folder(const fs::path& folder) {
    const std::lock_guard hold(mutex_);
    std::erase_if(names_, [&](const auto& name) {
        return name.first == folder || name.first.generic_string().starts_with(folder.generic_string() + "/");
    });
    safe_names_ = names_;
}

void FakeDisk::close_all() {
    const std::lock_guard hold(mutex_);
    for (auto& [file, opened] : open_) opened.node->locked_by = -1;
    open_.clear();
}

std::vector<std::map<fs::path, std::string>> FakeDisk::crash_states() const {
    const std::lock_guard hold(mutex_);
    std::vector<std::map<fs::path, std::string>> states;
    for (const Names* names : {&names_, &safe_names_}) {
        for (int kept = 0; kept < 4; ++kept) {
            std::map<fs::path, std::string> state;
            for (const auto& [path, node] : *names) {
                if (node->kind != FileKind::file) continue;
                const std::string& bytes = node->bytes;
                // What was synced before and is not touched since stays.
                const auto differs =
                    std::mismatch(bytes.begin(), bytes.end(), node->safe.begin(), node->safe.end()).first;
                const auto same = static_cast<std::size_t>(differs - bytes.begin());
                std::string& left = state[path];
                if (kept == 0 || node->safe == bytes)
                    left = bytes;
                else if (kept == 1)
                    left = node->safe;
                else if (kept == 2)
                    left = bytes.substr(0, same + (bytes.size() - same) / 2);
                else
                    left = bytes.substr(0, same) + std::string(bytes.size() - same, '\0');
            }
            states.push_back(std::move(state));
        }
    }
    return states;
}

int FakeDisk::open(const fs::path& path, OpenFor purpose, File& opened) {
    std::unique_lock hold(mutex_);
    const char* names[] = {"open to read", "create", "open to append", "open to lock"};
    if (const int code = fault(names[static_cast<int>(purpose)], path)) return code;
    std::shared_ptr<Node> node = find(path);
    if (purpose == OpenFor::creating && node) return EEXIST;
    if (node && node->kind == FileKind::folder && purpose != OpenFor::reading) return EISDIR;
    if (!node && (purpose == OpenFor::reading || purpose == OpenFor::appending)) return ENOENT;
    if (!node) {
        if (const int code = not_writable(path.parent_path())) return code;
        node = std::make_shared<Node>();
        node->inode = next_inode_++;
        touch(*node);
        names_[path] = node;
    }
    opened = next_file_++;
    open_[opened] = {node, 0, purpose == OpenFor::appending, path};
    told(hold);
    return 0;
}

int FakeDisk::read(File file, char* into, std::size_t room, std::size_t& got) {
    std::unique_lock hold(mutex_);
    Opened& opened = open_.at(file);
    if (const int code = fault("read", opened.path)) return code;
    if (opened.node->kind == FileKind::folder) return EISDIR;
    const std::string& bytes = opened.node->bytes;
    got = std::min(room, bytes.size() - std::min(opened.at, bytes.size()));
    std::memcpy(into, bytes.data() + opened.at, got);
    opened.at += got;
    return 0;
}

int FakeDisk::write(File file, std::string_view bytes, std::size_t& written) {
    std::unique_lock hold(mutex_);
    Opened& opened = open_.at(file);
    bool is_short = false;
    written = 0;
    const int code = fault("write", opened.path, &is_short);
    if (code != 0 && !fault_.is_torn) return code;
    std::uint64_t used = 0;
    for (const auto& [path, node] : names_) used += node->bytes.size();
    std::size_t fits = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), used < room_ ? room_ - used : 0));
    if (fits == 0 && !bytes.empty()) return ENOSPC;
    if (is_short || code != 0) fits = std::max<std::size_t>(1, fits / 2);
    std::string& all = opened.node->bytes;
    const std::size_t at = opened.is_appending ? all.size() : opened.at;
    all.resize(std::max(all.size(), at + fits), '\0');
    all.replace(at, fits, bytes.substr(0, fits));
    opened.at = at + fits;
    written = code != 0 ? 0 : fits;
    touch(*opened.node);
    told(hold);
    return code;
}

int FakeDisk::sync_data(File file) {
    const std::chrono::milliseconds delay = sync_delay_;
    if (delay.count() > 0) std::this_thread::sleep_for(delay);
    std::unique_lock hold(mutex_);
    Opened& opened = open_.at(file);
    if (const int code = fault("sync", opened.path)) return code;
    opened.node->safe = opened.node->bytes;
    told(hold);
    return 0;
}

int FakeDisk::sync(File file) { return sync_data(file); }

int FakeDisk::truncate(File file, std::uint64_t bytes) {
    std::unique_lock hold(mutex_);
    Opened& opened = open_.at(file);
    if (const int code = fault("truncate", opened.path)) return code;
    opened.node->bytes.resize(bytes);
    opened.at = bytes;
    touch(*opened.node);
    told(hold);
    return 0;
}

int FakeDisk::set_mode(File file, unsigned mode) {
    const std::lock_guard hold(mutex_);
    open_.at(file).node->mode = mode;
    return 0;
}

int FakeDisk::lock(File file) {
    const std::lock_guard hold(mutex_);
    Node& node = *open_.at(file).node;
    if (node.locked_by != -1 && node.locked_by != file) return EWOULDBLOCK;
    node.locked_by = file;
    return 0;
}

void FakeDisk::close(File file) {
    const std::lock_guard hold(mutex_);
    const auto found = open_.find(file);
    if (found == open_.end()) return;
    if (found->second.node->locked_by == file) found->second.node->locked_by = -1;
    open_.erase(found);
}

int FakeDisk::fill_status(const std::shared_ptr<Node>& node, FileStatus& status) const {
    if (is_dead_) return EIO;
    if (!node) return ENOENT;
    status = {node->kind, node->bytes.size(), 1, node->inode, node->modified_ns, node->mode};
    return 0;
}

int FakeDisk::status(File file, FileStatus& status) {
    const std::lock_guard hold(mutex_);
    return fill_status(open_.at(file).node, status);
}

int FakeDisk::status(const fs::path& path, FileStatus& status) {
    const std::lock_guard hold(mutex_);
    return fill_status(find(path), status);
}

int FakeDisk::link_status(const fs::path& path, FileStatus& status) { return this->status(path, status); }

int FakeDisk::real_path(const fs::path& path, fs::path& real) {
    const std::lock_guard hold(mutex_);
    real = path.root_directory() / path.relative_path(); // this disk is one drive, whatever the system calls its own
    return find(real) ? 0 : ENOENT;
}

int FakeDisk::rename(const fs::path& from, const fs::path& to) {
    std::unique_lock hold(mutex_);
    if (const int code = fault("rename", to)) return code;
    const std::shared_ptr<Node> node = find(from);
    if (!node) return ENOENT;
    for (const fs::path& folder : {from.parent_path(), to.parent_path()})
        if (const int code = not_writable(folder)) return code;
    names_[to] = node;
    names_.erase(from);
    told(hold);
    return 0;
}

int FakeDisk::exchange(const fs::path& one, const fs::path& other) {
    std::unique_lock hold(mutex_);
    if (before_exchange) std::exchange(before_exchange, {})();
    if (exchanging == Exchanging::refused) return EINVAL;
    if (exchanging == Exchanging::as_rename) return rename(one, other);
    if (const int code = fault("rename", other)) return code;
    if (!find(one) || !find(other)) return ENOENT;
    for (const fs::path& folder : {one.parent_path(), other.parent_path()})
        if (const int code = not_writable(folder)) return code;
    std::swap(names_[one], names_[other]);
    told(hold);
    return 0;
}

int FakeDisk::remove(const fs::path& path) {
    std::unique_lock hold(mutex_);
    if (const int code = fault("remove", path)) return code;
    if (!find(path)) return ENOENT;
    if (const int code = not_writable(path.parent_path())) return code;
    names_.erase(path);
    told(hold);
    return 0;
}

int FakeDisk::make_folder(const fs::path& path) {
    std::unique_lock hold(mutex_);
    if (const int code = fault("make folder", path)) return code;
    if (find(path)) return EEXIST;
    if (const int code = not_writable(path.parent_path())) return code;
    const auto node = std::make_shared<Node>();
    node->kind = FileKind::folder;
    node->mode = 0700;
    node->inode = next_inode_++;
    names_[path] = safe_names_[path] = node;
    told(hold);
    return 0;
}

int FakeDisk::list(const fs::path& folder, std::vector<std::string>& names) {
    const std::lock_guard hold(mutex_);
    names.clear();
    if (const int code = fault("list", folder)) return code;
    if (!find(folder)) return ENOENT;
    for (const auto& [path, node] : names_)
        if (path != folder && path.parent_path() == folder) names.push_back(path.filename().string());
    return 0;
}

int FakeDisk::sync_folder(const fs::path& folder) {
    std::unique_lock hold(mutex_);
    if (const int code = fault("sync folder", folder)) return code;
    std::erase_if(safe_names_,
                  [&](const auto& name) { return name.first.parent_path() == folder && name.first != folder; });
    for (const auto& [path, node] : names_)
        if (path.parent_path() == folder) safe_names_[path] = node;
    told(hold);
    return 0;
}

} // namespace avow::storage
