#include "storage/database.hpp"

#include <sqlite3.h>

namespace avow::storage {

namespace {

constexpr int patience_ms = 5000; // another avow may be bringing the same index up to date

[[noreturn]] void fail(sqlite3* handle) {
    throw DatabaseError(handle == nullptr ? "SQLite has no memory" : sqlite3_errmsg(handle));
}

using Taught = std::string (*)(std::string_view, std::string_view);

std::string_view bytes_of(sqlite3_value* value) {
    const void* bytes = sqlite3_value_blob(value);
    if (bytes == nullptr) return {};
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void call_taught(sqlite3_context* context, int, sqlite3_value** values) {
    try {
        const auto* function = static_cast<Taught*>(sqlite3_user_data(context));
        const auto text = (*function)(bytes_of(values[0]), bytes_of(values[1]));
        sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::exception& error) {
        sqlite3_result_error(context, error.what(), -1);
    }
}

} // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
void Query::Close::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Database::Database(const std::filesystem::path& path) {
    const auto name = path.empty() ? std::u8string(u8":memory:") : path.u8string();
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(reinterpret_cast<const char*>(name.c_str()), &handle,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) fail(handle);
    sqlite3_busy_timeout(handle, patience_ms);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr); // a file that was tampered with runs nothing
}

void Database::run(const char* sql) {
    if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(handle());
}

void Database::teach(const char* name, Taught function) {
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const auto forget = [](void* kept) { delete static_cast<Taught*>(kept); };
    if (sqlite3_create_function_v2(handle(), name, 2, flags, new Taught(function), call_taught, nullptr, nullptr,
                                   forget) != SQLITE_OK)
        fail(handle());
}

Query::Query(const Database& database, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    statement_.reset(statement);
    if (code != SQLITE_OK) fail(database.handle());
}

Query& Query::bind(std::int64_t value) {
    if (sqlite3_bind_int64(statement_.get(), ++bound_, value) != SQLITE_OK) fail(sqlite3_db_handle(statement_.get()));
    return *this;
}

Query& Query::bind(std::string_view words) {
    const char* begin = words.empty() ? "" : words.data();
    if (sqlite3_bind_text(statement_.get(), ++bound_, begin, static_cast<int>(words.size()), SQLITE_STATIC) !=
        SQLITE_OK)
        fail(sqlite3_db_handle(statement_.get()));
    return *this;
}

bool Query::step() {
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail(sqlite3_db_handle(statement_.get()));
    return code == SQLITE_ROW;
}

void Query::run() {
    while (step()) continue;
    begin_anew();
}

void Query::begin_anew() {
    sqlite3_reset(statement_.get());
    bound_ = 0;
}

std::int64_t Query::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string_view Query::view(int column) const {
    const void* bytes = sqlite3_column_blob(statement_.get(), column);
    if (bytes == nullptr) return {};
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string Query::text(int column) const {
    const auto* bytes = sqlite3_column_text(statement_.get(), column);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

} // namespace avow::storage
