#include "storage/unknown.hpp"

#include "storage/json_scan.hpp"

#include <map>
#include <set>

namespace avow::storage {
namespace {

class Merger {
public:
    Merger(std::string_view json, const std::vector<UnknownMember>& members) : json_(json) {
        for (const UnknownMember& member : members) by_place_[member.place].push_back(&member);
    }

    std::string run(const std::string& root) {
        if (scan_json(json_, tokens_)) return std::string(json_);
        out_.reserve(json_.size() + 256);
        put(0, root);
        return std::move(out_);
    }

private:
    std::string_view raw(const JsonToken& token) const { return json_.substr(token.begin, token.end - token.begin); }
    std::string_view name_of(const JsonToken& token) const {
        return json_.substr(token.name_begin, token.name_end - token.name_begin);
    }

    void put(std::uint32_t index, const std::string& place) {
        const JsonToken& token = tokens_[index];
        if (token.kind == JsonKind::object)
            put_object(index, place);
        else if (token.kind == JsonKind::array)
            put_array(index, place);
        else
            out_ += raw(token);
    }

    void put_object(std::uint32_t object, const std::string& place) {
        const char* before = "{";
        for (std::uint32_t i = object + 1; i < tokens_[object].next; i = tokens_[i].next) {
            const std::string name(name_of(tokens_[i]));
            out_.append(before).append("\"").append(name).append("\":");
            before = ",";
            put(i, place.empty() ? name : place + "." + name);
        }
        const auto kept = by_place_.find(place);
        if (kept != by_place_.end()) {
            std::set<std::string_view> put; // a line that stood in the file twice gave its members twice
            for (const UnknownMember* member : kept->second) {
                if (find(object, member->name) != 0 || !put.insert(member->name).second) continue;
                out_ += before + ("\"" + member->name) + "\":" + member->json;
                before = ",";
            }
        }
        out_ += *before == '{' ? "{}" : "}";
    }

    void put_array(std::uint32_t array, const std::string& place) {
        out_ += '[';
        std::size_t count = 0;
        for (std::uint32_t i = array + 1; i < tokens_[array].next; i = tokens_[i].next, ++count) {
            out_ += count == 0 ? "" : ",";
            put(i, place + "[" + called(i, count) + "]");
        }
        out_ += ']';
    }

    std::string called(std::uint32_t item, std::size_t position) const {
        const std::uint32_t id = tokens_[item].kind == JsonKind::object ? find(item, "id") : 0;
        if (id == 0 || tokens_[id].kind != JsonKind::string) return std::to_string(position);
        const std::string_view quoted = raw(tokens_[id]);
        return unescaped(quoted.substr(1, quoted.size() - 2));
    }

    std::uint32_t find(std::uint32_t object, std::string_view name) const {
        for (std::uint32_t i = object + 1; i < tokens_[object].next; i = tokens_[i].next)
            if (name_of(tokens_[i]) == name) return i;
        return 0;
    }

    std::string_view json_;
    std::vector<JsonToken> tokens_;
    std::map<std::string, std::vector<const UnknownMember*>> by_place_;
    std::string out_;
};

} // namespace

std::string with_unknown(std::string_view json, const std::vector<UnknownMember>& members, const std::string& root) {
    return members.empty() ? std::string(json) : Merger(json, members).run(root);
}

} // namespace avow::storage
