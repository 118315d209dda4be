#include "themes/room.hpp"
#include "themes/similarity.hpp"
#include "themes/themes.hpp"

#include <algorithm>

namespace avow::themes {

namespace {

constexpr double similar_enough = 0.5;

} // namespace

struct Prepared::Memory {
    Memory(const std::vector<Statement>& statements, const Knowledge& knowledge)
        : reader(language_of(statements, knowledge)), readings(read(statements)), index(readings) {}

    std::vector<Reading> read(const std::vector<Statement>& statements) {
        std::vector<Reading> all;
        for (const auto& statement : statements) {
            all.push_back(reader.read(statement.text));
        }
        return all;
    }

    Reader reader;
    std::vector<Reading> readings;
    Index index;
};

Prepared::Prepared(const std::vector<Statement>& statements, const Knowledge& knowledge)
    : memory_(std::make_unique<Memory>(statements, knowledge)) {}
Prepared::~Prepared() = default;

std::optional<Similar> Prepared::most_similar(std::string_view text) const {
    const auto reading = memory_->reader.read(text);
    std::vector<float> row;
    memory_->index.similarities(reading, row);
    std::optional<Similar> best;
    for (std::size_t statement = 0; statement < row.size(); ++statement) {
        const double score = std::clamp(static_cast<double>(row[statement]), 0.0, 1.0);
        if (score >= similar_enough && (!best || score > best->score)) {
            best = Similar{statement, score};
        }
    }
    return best;
}

std::optional<Similar> most_similar(std::string_view text, const std::vector<Statement>& statements,
                                    const Knowledge& knowledge) {
    return Prepared(statements, knowledge).most_similar(text);
}

} // namespace avow::themes
