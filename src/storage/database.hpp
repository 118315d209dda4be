// SQLite as little as we need of it: a database that closes itself, a statement that is bound and stepped, errors as
// exceptions. It opens its file by itself and not through Disk, which is why nothing but a cache may lie in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace avow::storage {

struct DatabaseError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Database {
public:
    explicit Database(const std::filesystem::path&); // empty: in memory; throws DatabaseError, and so do the others
    void run(const char* sql);
    // A function that SQL may call, of two values that are words or bytes; what it throws is the statement's error.
    void teach(const char* name, std::string (*)(std::string_view, std::string_view));
    sqlite3* handle() const { return handle_.get(); }

private:
    struct Close {
        void operator()(sqlite3*) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

class Query {
public:
    Query(const Database&, std::string_view sql);

    // The next ? from the left. Words must live until the query is begun anew.
    Query& bind(std::int64_t);
    Query& bind(std::string_view);
    bool step(); // whether there is a row
    void run();  // to its end, and ready for the next
    void begin_anew();

    std::int64_t number(int column) const;
    std::string text(int column) const;
    std::string_view view(int column) const; // of words or bytes, until the next step

private:
    struct Close {
        void operator()(sqlite3_stmt*) const;
    };
    std::unique_ptr<sqlite3_stmt, Close> statement_;
    int bound_ = 0;
};

} // namespace avow::storage
