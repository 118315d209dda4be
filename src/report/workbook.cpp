#include "report/workbook.hpp"

#include "report/align_tables.hpp"
#include "report/document.hpp"
#include "report/passing_file.hpp"
#include "report/table.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace avow::report {

namespace {

// Where a workbook is put together. Before 1.1.5 libxlsxwriter wrote to a named file only.
#if LXW_VERSION_ID >= 115
class Target {
public:
    ~Target() { std::free(const_cast<char*>(bytes_)); } // NOLINT: libxlsxwriter allocates it
    lxw_workbook* begin() {
        lxw_workbook_options options{};
        options.output_buffer = &bytes_;
        options.output_buffer_size = &size_;
        return workbook_new_opt(nullptr, &options);
    }
    std::string bytes() const { return {bytes_, size_}; }

private:
    const char* bytes_ = nullptr;
    std::size_t size_ = 0;
};
#else
class Target {
public:
    lxw_workbook* begin() { return workbook_new(file_.name().c_str()); }
    std::string bytes() const { return file_.bytes(); }

private:
    PassingFile file_;
};
#endif

bool is_escape(std::string_view words) { // "_x0041_" means A to a spreadsheet
    return words.size() >= 7 && words.starts_with("_x") && words[6] == '_' &&
           std::all_of(words.begin() + 2, words.begin() + 6,
                       [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
}

// Words as a string of XLSX: without the two code points that XML does not allow, and what looks like an escape escaped.
std::string as_cell(std::string_view words) {
    std::string cell;
    const std::string shown = printable(words);
    for (std::size_t at = 0; at < shown.size(); ++at) {
        const std::string_view rest = std::string_view(shown).substr(at);
        if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
            cell += "\xEF\xBF\xBD";
            at += 2;
            continue;
        }
        cell += is_escape(rest) ? "_x005F_" : shown.substr(at, 1);
    }
    return cell;
}

struct Formats {
    lxw_format* head;
    lxw_format* words;
    lxw_format* date;
    lxw_format* moment;
};

Formats formats_in(lxw_workbook* book) {
    const Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book),
                          workbook_add_format(book)};
    format_set_bold(formats.head);
    format_set_bottom(formats.head, LXW_BORDER_THIN);
    format_set_text_wrap(formats.words);
    format_set_num_format(formats.date, "yyyy-mm-dd");
    format_set_num_format(formats.moment, "yyyy-mm-dd hh:mm");
    for (auto* format : {formats.words, formats.date, formats.moment}) format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return formats;
}

// Writes a cell as what it is: only words written as a string are never calculated, and never become a link.
struct Write {
    lxw_worksheet* sheet;
    const Formats& formats;
    lxw_row_t row;
    lxw_col_t column;

    void operator()(const std::string& words) const {
        if (!words.empty()) worksheet_write_string(sheet, row, column, as_cell(words).c_str(), formats.words);
    }
    void operator()(Date date) const { write({date.year, date.month, date.day, 0, 0, 0}, formats.date); }
    void operator()(Moment moment) const {
        const std::string text = rfc3339(moment); // "2026-11-21T14:56:02.123Z"
        const auto number = [&](std::size_t at) { return std::atoi(text.substr(at, 2).c_str()); };
        const auto date = *date_from_iso(text.substr(0, 10));
        write({date.year, date.month, date.day, number(11), number(14), static_cast<double>(number(17))},
              formats.moment);
    }
    void operator()(int number) const { worksheet_write_number(sheet, row, column, number, formats.words); }

private:
    void write(lxw_datetime time, lxw_format* format) const {
        worksheet_write_datetime(sheet, row, column, &time, format);
    }
};

void write_head(lxw_worksheet* sheet, const Formats& formats, std::span<const Column> columns) {
    lxw_col_t at = 0;
    for (const auto& column : columns) {
        worksheet_set_column(sheet, at, at, column.width, nullptr);
        worksheet_write_string(sheet, 0, at, std::string(column.title).c_str(), formats.head);
        ++at;
    }
    worksheet_freeze_panes(sheet, 1, 0);
}

void write_rows(lxw_worksheet* sheet, const Formats& formats, std::span<const Column> columns,
                const std::vector<Cells>& rows) {
    lxw_row_t row = 0;
    for (const auto& cells : rows) {
        ++row;
        lxw_col_t column = 0;
        for (const auto& cell : cells) std::visit(Write{sheet, formats, row, column++}, cell);
    }
    const auto last = static_cast<lxw_col_t>(columns.size() - 1);
    if (row > 0) worksheet_autofilter(sheet, 0, 0, row, last);
}

void date_it(lxw_workbook* book, const Session& session) {
    std::string title = as_cell(session.team);
    lxw_doc_properties about{};
    about.title = title.data();
    about.created = static_cast<time_t>(last_moment(session).unix_ms / 1000);
    workbook_set_properties(book, &about);
}

void print_on_wide_paper(lxw_worksheet* sheet) {
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
}

void add_sheet(lxw_workbook* book, const Formats& formats, const Table& table) {
    auto* sheet = workbook_add_worksheet(book, std::string(table.title).c_str());
    write_head(sheet, formats, table.columns);
    write_rows(sheet, formats, table.columns, table.rows);
    print_on_wide_paper(sheet);
}

} // namespace

std::string workbook(const Session& session, const Part& part) {
    Target target;
    auto* book = target.begin();
    if (!book) throw std::runtime_error("The workbook could not be begun.");
    const auto formats = formats_in(book);
    add_sheet(book, formats, {"Accountabilities", {columns().begin(), columns().end()}, table_of(session, part)});
    if (is_whole(part))
        for (const auto& table : align_tables(session)) add_sheet(book, formats, table);
    date_it(book, session);
    if (const auto trouble = workbook_close(book); trouble != LXW_NO_ERROR)
        throw std::runtime_error(std::string("The workbook could not be made: ") + lxw_strerror(trouble) +
                                 " (it needs room for temporary files).");
    return target.bytes();
}

} // namespace avow::report
