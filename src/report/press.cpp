#include "report/press.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace avow::report {

namespace {

// Inter where it is installed; for what it lacks Pango finds a face by script.
constexpr const char* families = "Inter, Noto Sans, DejaVu Sans, sans-serif";

template <auto release>
struct Release {
    template <class Thing>
    void operator()(Thing* thing) const {
        release(thing);
    }
};
using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Pen = std::unique_ptr<cairo_t, Release<cairo_destroy>>;
using Context = std::unique_ptr<PangoContext, Release<g_object_unref>>;
using Lines = std::unique_ptr<PangoLayout, Release<g_object_unref>>;
using Description = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;

PangoWeight weight_of(Weight weight) {
    switch (weight) {
    case Weight::regular: return PANGO_WEIGHT_NORMAL;
    case Weight::medium: return PANGO_WEIGHT_MEDIUM;
    case Weight::bold: return PANGO_WEIGHT_SEMIBOLD;
    }
    return PANGO_WEIGHT_NORMAL;
}

const char* tag_of(Role role) {
    switch (role) {
    case Role::text: return "P";
    case Role::title: return "H1";
    case Role::heading: return "H2";
    case Role::furniture: return nullptr;
    }
    return nullptr;
}

void dip(cairo_t* pen, Ink ink) {
    switch (ink) {
    case Ink::full: return cairo_set_source_rgb(pen, 0.08, 0.08, 0.09);
    case Ink::quiet: return cairo_set_source_rgb(pen, 0.27, 0.27, 0.30);
    case Ink::accent: return cairo_set_source_rgb(pen, 0.49, 0.19, 0.05);
    }
}

cairo_status_t take(void* bytes, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

// cairo calls a PDF tagged only where all its structure hangs from one document, over all pages.
constexpr const char* whole_document = "Document";

// So many that an edge stays sharp where a viewer smoothes pictures. cairo writes black and white alone as one bit each.
constexpr std::size_t pixels_of_a_square = 4;

Surface picture_of(const std::vector<bool>& dark, std::size_t side) {
    const std::size_t pixels = side * pixels_of_a_square;
    Surface picture(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(pixels), static_cast<int>(pixels)));
    auto* bytes = cairo_image_surface_get_data(picture.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(picture.get()));
    for (std::size_t row = 0; row < pixels; ++row)
        for (std::size_t column = 0; column < pixels; ++column) {
            const bool is_dark = dark[row / pixels_of_a_square * side + column / pixels_of_a_square];
            std::fill_n(bytes + row * stride + column * 4, 4, static_cast<unsigned char>(is_dark ? 0x00 : 0xFF));
        }
    cairo_surface_mark_dirty(picture.get());
    return picture;
}

double points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }
int pango_units(double points) { return static_cast<int>(points * PANGO_SCALE); }

} // namespace

Size size_of(Paper paper) { return paper == Paper::a4 ? Size{595.276, 841.89} : Size{612, 792}; }

struct Setting::Layout {
    Lines lines;
    Face face;
};

std::size_t Setting::lines() const {
    return static_cast<std::size_t>(pango_layout_get_line_count(layout_->lines.get()));
}

double Setting::line_height() const { return layout_->face.size * layout_->face.leading; }

double Setting::width() const {
    PangoRectangle logical;
    pango_layout_get_extents(layout_->lines.get(), nullptr, &logical);
    return points(logical.width);
}

struct Press::Machine {
    std::string bytes;
    Surface surface;
    Pen pen;
    Context context;
    bool is_page_over = false;

    // A page is shown when the next one begins, or at the very end: what is closed after it would be a page to cairo 1.18.
    cairo_t* on_page() {
        if (std::exchange(is_page_over, false)) cairo_show_page(pen.get());
        return pen.get();
    }
};

Press::Press(Paper paper, const std::string& title, const std::string& author, Moment made_at)
    : machine_(std::make_unique<Machine>()) {
    const auto [width, height] = size_of(paper);
    auto& machine = *machine_;
    machine.surface.reset(cairo_pdf_surface_create_for_stream(take, &machine.bytes, width, height));
    auto* pdf = machine.surface.get();
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_AUTHOR, author.c_str());
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATOR, "Avow");
    // Without its milliseconds, which cairo does not read.
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, (rfc3339(made_at).substr(0, 19) + "Z").c_str());
    machine.pen.reset(cairo_create(pdf));
    machine.context.reset(pango_cairo_create_context(machine.pen.get()));
    cairo_tag_begin(machine.pen.get(), whole_document, nullptr);
}

Press::~Press() = default;

Setting Press::set(std::string_view words, const Face& face, double width) const {
    auto layout = std::make_shared<Setting::Layout>();
    layout->face = face;
    layout->lines.reset(pango_layout_new(machine_->context.get()));
    auto* lines = layout->lines.get();
    const Description font(pango_font_description_from_string(families));
    pango_font_description_set_weight(font.get(), weight_of(face.weight));
    pango_font_description_set_absolute_size(font.get(), face.size * PANGO_SCALE);
    pango_layout_set_font_description(lines, font.get());
    pango_layout_set_width(lines, pango_units(width));
    pango_layout_set_wrap(lines, PANGO_WRAP_WORD_CHAR); // a word without a break must not leave the page
    pango_layout_set_single_paragraph_mode(lines, TRUE);
    pango_layout_set_text(lines, words.data(), static_cast<int>(words.size()));
    return {std::move(layout)};
}

void Press::draw(const Setting& setting, std::size_t first, std::size_t count, double left, double top) {
    auto* pen = machine_->on_page();
    auto* lines = setting.layout().lines.get();
    const auto& face = setting.layout().face;
    const char* tag = tag_of(face.role);
    if (tag) cairo_tag_begin(pen, tag, nullptr);
    dip(pen, face.ink);
    for (std::size_t i = first; i < first + count; ++i) {
        auto* line = pango_layout_get_line_readonly(lines, static_cast<int>(i));
        PangoRectangle logical;
        pango_layout_line_get_extents(line, nullptr, &logical);
        const double spare = std::max(0.0, points(pango_layout_get_width(lines) - logical.width));
        const double indent = line->resolved_dir == PANGO_DIRECTION_RTL ? spare : 0;
        const double baseline = top + face.size * (face.leading / 2 + 0.35); // letters in the middle of the line
        cairo_move_to(pen, left + indent, baseline + static_cast<double>(i - first) * setting.line_height());
        pango_cairo_show_layout_line(pen, line);
    }
    if (tag) cairo_tag_end(pen, tag);
}

void Press::cutting_line(double left, double right, double y) {
    auto* pen = machine_->on_page();
    constexpr double dashes[] = {2, 4};
    cairo_save(pen);
    cairo_set_source_rgb(pen, 0.6, 0.6, 0.6);
    cairo_set_line_width(pen, 0.6);
    cairo_set_dash(pen, dashes, 2, 0);
    cairo_move_to(pen, left, y);
    cairo_line_to(pen, right, y);
    cairo_stroke(pen);
    cairo_restore(pen);
}

void Press::squares(const std::vector<bool>& dark, std::size_t side, double left, double top, double width) {
    auto* pen = machine_->on_page();
    const Surface picture = picture_of(dark, side);
    const double scale = width / static_cast<double>(side * pixels_of_a_square);
    cairo_save(pen);
    cairo_translate(pen, left, top);
    cairo_scale(pen, scale, scale);
    cairo_set_source_surface(pen, picture.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(pen), CAIRO_FILTER_NEAREST);
    cairo_paint(pen);
    cairo_restore(pen);
}

void Press::end_page() { machine_->is_page_over = true; }

std::string Press::finished() {
    cairo_tag_end(machine_->pen.get(), whole_document);
    machine_->on_page();
    cairo_surface_finish(machine_->surface.get());
    const auto status = cairo_surface_status(machine_->surface.get());
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("The PDF could not be made: ") + cairo_status_to_string(status) + ".");
    return std::move(machine_->bytes);
}

} // namespace avow::report
