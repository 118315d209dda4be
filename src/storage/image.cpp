// A session file or journal as bytes, both ways. What lines there are and what each means: docs/file-format.md.
#include "session/text.hpp"
#include "storage/archive.hpp"
#include "storage/record.hpp"
#include "storage/session_file.hpp"

#include <algorithm>
#include <map>

#ifndef AVOW_VERSION
#define AVOW_VERSION "0.1"
#endif

namespace avow::storage {

namespace {

constexpr std::size_t most_named = 10;          // of what is wrong with a file; the rest is counted
constexpr std::size_t most_records = 1'000'000; // a session file of ours is full long before

void tell_rest(std::vector<std::string>& remarks, std::size_t count, const std::string& what) {
    if (count > most_named) remarks.push_back(grouped(count - most_named) + " more " + what);
}

class ImageReader {
public:
    Reading run(std::string_view bytes) {
        std::size_t sound = 0;
        each_record(bytes, [&](const Record& record) {
            if (!record.is_sound) return put_down(record);
            if (++sound > most_records)
                throw FormatError("has over 1,000,000 lines, which no session has; it was left as it is");
            take(record);
        });
        if (sound == 0) refuse_foreign(bytes);
        if (!envelope_ && !snapshot_ && !origin_) throw FormatError("is not an Avow session");
        assemble();
        tell_damage();
        return std::move(reading_);
    }

private:
    [[noreturn]] static void refuse_foreign(std::string_view bytes) {
        const std::string_view beginning = bytes.substr(0, 4'096);
        const std::size_t first = beginning.find_first_not_of(" \t\r\n");
        if (beginning.find("\"format\":\"avow-session\"") != std::string_view::npos)
            throw FormatError("is an Avow session, but not one of its lines is whole; it was left as it is");
        if (first != std::string_view::npos && beginning[first] == '{' &&
            beginning.find("\"avow-session\"") != std::string_view::npos)
            throw FormatError("is an exported session, not a session file; `avow import` makes one of it");
        throw FormatError("is not an Avow session");
    }

    void take(const Record& record) {
        Scanned& scanned = scanned_;
        if (const std::optional<JsonFlaw> flaw = scan(record.json, scanned))
            return set_aside(record, sentence_of(*flaw));
        if (has_member(scanned, "format")) return take_envelope(record, scanned);
        const bool is_entry = has_member(scanned, "step") || has_member(scanned, "undo") || has_member(scanned, "redo");
        if (has_member(scanned, "snapshot")) {
            if (!snapshot_)
                snapshot_ = in_line(record, [&] { return snapshot_from(scanned, reading_.unknown.of_snapshot); });
        } else if (has_member(scanned, "origin")) {
            if (!origin_) origin_ = in_line(record, [&] { return origin_from(scanned, reading_.unknown.of_origin); });
        } else if (is_entry) {
            take_entry(record, scanned);
        } else if (has_member(scanned, "draft")) {
            reading_.draft = draft_from(scanned);
        } else {
            reading_.unknown.lines.push_back({logged_.size(), std::string(record.json)});
        }
    }

    void take_envelope(const Record& record, const Scanned& scanned) {
        if (envelope_) return;
        try {
            envelope_ = envelope_from(scanned, reading_.unknown.of_envelope);
        } catch (const FormatError& e) {
            if (std::string_view(e.what()).starts_with("format:")) throw FormatError("is not an Avow session");
            throw FormatError("can't be read, line " + std::to_string(record.number) + ": " + e.what());
        }
        reading_.session_file = envelope_->session_file;
        const std::string version = "version " + std::to_string(envelope_->version);
        if (envelope_->min_reader > format_version) {
            throw MadeByNewer("was made by a newer Avow (" + version + "), and this one reads up to version " +
                              std::to_string(format_version) + "; it was left as it is");
        }
        if (envelope_->min_writer > format_version)
            make_read_only("it was made by a newer Avow (" + version + ") and is opened to be read only");
    }

    void take_entry(const Record& record, const Scanned& scanned) {
        try {
            logged_.push_back(entry_from(scanned, reading_.unknown.of_entries));
        } catch (const UnknownEdit& e) {
            has_unknown_edit_ = true;
            make_read_only("line " + std::to_string(record.number) + ": " + e.what() +
                           "; the session is opened to be read only");
        } catch (const FormatError& e) {
            set_aside(record, e.what());
        }
    }

    // What holds the session itself is refused by place when its content is wrong though its CRC is right: that is no
    // damage but a file made wrongly.
    template <class F>
    auto in_line(const Record& record, F&& read) -> decltype(read()) {
        try {
            return read();
        } catch (const FormatError& e) {
            throw FormatError("can't be read, line " + std::to_string(record.number) + ": " + e.what());
        }
    }

    // Said for what is met first; a newer file may have thousands of such lines.
    void make_read_only(const std::string& why) {
        if (!reading_.read_only) reading_.remarks.push_back(why);
        reading_.read_only = true;
    }

    void put_down(const Record& damaged) {
        damaged_bytes_ += damaged.line.size();
        if (++damaged_count_ <= most_named) damaged_.push_back(damaged);
    }

    void set_aside(const Record& record, const std::string& why) {
        reading_.bytes_set_aside += record.line.size();
        if (set_aside_++ == 0) first_flaw_ = "line " + std::to_string(record.number) + ": " + why;
        if (set_aside_ <= most_named)
            reading_.remarks.push_back("line " + std::to_string(record.number) + " (" +
                                       counted(record.line.size(), "byte") + ") was set aside: " + why);
    }

    // --- putting together -----------------------------------------------------------------------------------------
    void order_log() {
        std::erase_if(logged_, [](const Logged& l) { return l.seq == 0; });
        std::stable_sort(logged_.begin(), logged_.end(),
                         [](const Logged& a, const Logged& b) { return a.seq < b.seq; });
        logged_.erase(std::unique(logged_.begin(), logged_.end(),
                                  [](const Logged& a, const Logged& b) { return a.seq == b.seq; }),
                      logged_.end());
    }

    // Whether the log holds 1 to `count` without a gap.
    bool is_whole_up_to(std::uint64_t count) const {
        if (logged_.size() < count) return false;
        for (std::uint64_t i = 0; i < count; ++i)
            if (logged_[i].seq != i + 1) return false;
        return true;
    }

    // Takes the entries; where a part is missing, without those that undo or redo what is missing.
    std::vector<Entry> entries_after(std::uint64_t seq) {
        const bool is_whole = seq == 0 && is_whole_up_to(logged_.size());
        std::vector<Entry> entries;
        entries.reserve(logged_.size());
        std::set<StepId> steps;
        for (Logged& logged : logged_) {
            if (logged.seq <= seq) continue;
            if (const Step* step = std::get_if<Step>(&logged.entry); step != nullptr && !is_whole) {
                steps.insert(step->id);
            } else if (step == nullptr && !is_whole) {
                const Undo* undo = std::get_if<Undo>(&logged.entry);
                if (!steps.contains(undo != nullptr ? undo->step : std::get<Redo>(logged.entry).step)) continue;
            }
            entries.push_back(std::move(logged.entry));
        }
        return entries;
    }

    void assemble() {
        order_log();
        if (has_unknown_edit_) {
            if (!snapshot_) {
                throw MadeByNewer("needs a newer Avow: the line that holds the session is damaged, and its log has an "
                                  "edit of a newer version");
            }
            reading_.history = History(snapshot_->session, {}, snapshot_->session);
        } else if (snapshot_) {
            assemble_from_snapshot();
        } else if (origin_) {
            const bool is_whole = is_whole_up_to(logged_.size());
            reading_.history = History(*origin_, entries_after(0));
            reading_.remarks.emplace_back(
                is_whole
                    ? "the line that holds the session is damaged; the session was made anew from its log"
                    : "the line that holds the session is damaged, and so is its log; what could be made anew is here");
        } else if (!logged_.empty()) {
            Session empty;
            empty.id = envelope_ ? envelope_->session : SessionId{};
            empty.date = date_from_iso(rfc3339(time_of(logged_.front().entry)).substr(0, 10)).value_or(Date{});
            reading_.history = History(empty, entries_after(0));
            reading_.remarks.emplace_back("the lines that hold the session are damaged; what its log could make anew "
                                          "is here, under the day of its first entry");
        } else if (!first_flaw_.empty()) {
            throw FormatError("can't be read, " + first_flaw_);
        } else {
            throw FormatError("is an Avow session, but the line that holds it is damaged or cut off (" +
                              counted(damaged_bytes_, "byte") + "); it was left as it is");
        }
        for (auto& sentence : passed_over_in_words(reading_.history)) reading_.remarks.push_back(std::move(sentence));
    }

    void assemble_from_snapshot() {
        const std::uint64_t seq = snapshot_->seq;
        if ((origin_ || seq == 0) && is_whole_up_to(seq)) {
            const Session& origin = origin_ ? *origin_ : snapshot_->session;
            std::vector<Entry> log = entries_after(0);
            const std::size_t tail = log.size() > seq ? log.size() - static_cast<std::size_t>(seq) : 0;
            if (tail > 64) { // one fold over all is cheaper than many small steps
                reading_.history = History(origin, std::move(log));
                return;
            }
            std::vector<Entry> rest(log.end() - static_cast<std::ptrdiff_t>(tail), log.end());
            log.resize(log.size() - tail);
            reading_.history = History(origin, std::move(log), snapshot_->session);
            for (const Entry& entry : rest) adopt(reading_.history, entry);
            return;
        }
        for (const Logged& logged : logged_)
            if (logged.seq <= seq) reading_.settled.insert(id_of(logged.entry));
        reading_.history = History(snapshot_->session, entries_after(seq));
        reading_.remarks.emplace_back(
            "a part of its history is damaged: all words are here, but what was done before can't be undone any more");
    }

    // --- telling --------------------------------------------------------------------------------------------------
    // Whose words a damaged line was about, as far as an id in it is still whole.
    std::string owner_in(std::string_view line) const {
        const Session& session = reading_.history.now();
        const auto has = [&](const std::string& id) { return line.find("\"" + id + "\"") != std::string_view::npos; };
        for (const Accountability& said : session.accountabilities) {
            const Participant* owner = has(said.id.text) ? find(session, said.owner) : nullptr;
            if (owner != nullptr) return owner->name;
        }
        for (const Participant& participant : session.participants)
            if (has(participant.id.text)) return participant.name;
        return "";
    }

    void tell_damage() {
        tell_rest(reading_.remarks, set_aside_, "lines were set aside");
        for (const Record& record : damaged_) {
            const std::string owner = owner_in(record.line);
            std::string sentence =
                "line " + std::to_string(record.number) + " (" + counted(record.line.size(), "byte") + ") ";
            sentence += record.is_last ? "is cut off and was set aside" : "is damaged and was set aside";
            sentence += owner.empty() ? "" : "; it was about " + shown(owner);
            reading_.remarks.push_back(sentence);
        }
        tell_rest(reading_.remarks, damaged_count_, "lines are damaged and were set aside");
        reading_.bytes_set_aside += damaged_bytes_;
    }

    Reading reading_;
    Scanned scanned_;
    std::optional<Envelope> envelope_;
    std::optional<Snapshot> snapshot_;
    std::optional<Session> origin_;
    std::vector<Logged> logged_;
    std::vector<Record> damaged_; // the first few
    std::size_t damaged_count_ = 0;
    std::size_t damaged_bytes_ = 0;
    std::size_t set_aside_ = 0; // lines whose CRC is right and whose content is not
    std::string first_flaw_;
    bool has_unknown_edit_ = false;
};

// Members of entries, by the root their places begin with ("[s4]").
std::map<std::string, std::vector<UnknownMember>> by_entry(const std::vector<UnknownMember>& members) {
    std::map<std::string, std::vector<UnknownMember>> sorted;
    for (const UnknownMember& member : members)
        sorted[member.place.substr(0, member.place.find(']') + 1)].push_back(member);
    return sorted;
}

} // namespace

std::vector<std::string> passed_over_in_words(const History& history) {
    const std::vector<std::string> labels = history.passed_over();
    std::vector<std::string> sentences;
    for (std::size_t i = 0; i < labels.size() && i < most_named; ++i)
        sentences.push_back("could not be done again: " + shown(labels[i], 200));
    tell_rest(sentences, labels.size(), "steps could not be done again");
    return sentences;
}

Reading read_image(std::string_view bytes, std::uint64_t most_bytes) {
    if (bytes.empty()) throw FormatError("is empty, so it holds no session");
    if (bytes.size() > most_bytes) {
        throw FormatError("has " + counted(bytes.size(), "byte") + ", and a session file may have " +
                          counted(most_bytes, "byte") + "; it was left as it is");
    }
    if (!is_recoding_needed(bytes)) return ImageReader().run(bytes);
    const Recoded text = recoded(bytes);
    Reading reading = ImageReader().run(text.text);
    if (text.was_utf16) {
        reading.remarks.emplace_back(
            "it was saved as UTF-16 by another program; it was read, and will be UTF-8 again when it is saved");
    }
    return reading;
}

namespace {

std::string image_lines(const History& history, const UnknownFields& unknown, const std::string& session_file,
                        bool has_origin) {
    const std::vector<Entry>& log = history.log();
    Envelope envelope;
    envelope.version = envelope.min_reader = envelope.min_writer = format_version;
    envelope.app = "Avow " AVOW_VERSION;
    envelope.session = history.now().id;
    envelope.session_file = session_file;
    std::string image = framed(with_unknown(json_of(envelope), unknown.of_envelope));
    image += framed(with_unknown(json_of(Snapshot{history.now(), log.size()}), unknown.of_snapshot));
    if (has_origin) image += framed(with_unknown(origin_json_of(history.origin()), unknown.of_origin));
    const auto members = by_entry(unknown.of_entries);
    auto line = unknown.lines.begin();
    for (std::size_t i = 0; i <= log.size(); ++i) {
        for (; line != unknown.lines.end() && (line->after_entry <= i || i == log.size()); ++line)
            image += framed(line->json);
        if (i == log.size()) break;
        const std::string root = "[" + id_of(log[i]).text + "]";
        const auto known = members.find(root);
        const std::string json = json_of(log[i], i + 1);
        image += framed(known == members.end() ? json : with_unknown(json, known->second, root));
    }
    return image;
}

UnknownFields without_log(UnknownFields unknown) {
    unknown.of_origin.clear();
    unknown.of_entries.clear();
    for (UnknownLine& line : unknown.lines) line.after_entry = 0;
    return unknown;
}

} // namespace

std::string fitting_image(const History& history, const UnknownFields& unknown, const std::string& session_file) {
    std::string image = image_lines(history, unknown, session_file, true);
    if (image.size() <= limit::file_bytes) return image;
    return image_lines(History(history.now()), without_log(unknown), session_file, false);
}

std::string image_of(const History& history, const UnknownFields& unknown) {
    std::string image = fitting_image(history, unknown, "");
    if (image.size() > limit::file_bytes) {
        throw FormatError("would have " + counted(image.size(), "byte") +
                          " even without its history; a session file may have " + counted(limit::file_bytes, "byte"));
    }
    const Reading back = read_image(image);
    const bool has_log = back.history.log().size() == history.log().size();
    const bool is_same =
        back.bytes_set_aside == 0 && back.history.now() == history.now() &&
        (!has_log || (back.history.origin() == history.origin() && back.history.log() == history.log()));
    if (!is_same) throw FormatError("would not read back as it is");
    return image;
}

} // namespace avow::storage
