#include "screen/at_spi.hpp"

#include "screen/at_spi_tree.hpp"

#include <atk-bridge.h>
#include <gio/gio.h>

#include <atomic>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

namespace avow::screen {

namespace {

AtkObject* root_of_program = nullptr; // ATK asks by functions without data

AtkObject* get_root() { return root_of_program; }
const char* get_name() { return "Avow"; }
const char* get_version() { return "1"; }

// Asked for without a bus, GLib would start one.
bool has_session_bus() {
    if (std::getenv("DBUS_SESSION_BUS_ADDRESS")) return true;
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    return runtime && g_file_test((std::string(runtime) + "/bus").c_str(), G_FILE_TEST_EXISTS);
}

std::string_view wish_of_environment() {
    const char* wish = std::getenv("AVOW_ACCESSIBILITY");
    return wish ? wish : "";
}

class Bridge final : public ScreenReader {
public:
    explicit Bridge(std::function<void()> wake)
        : wake_(std::move(wake)), loop_(g_main_loop_new(nullptr, FALSE)), thread_([this] { run(); }) {}

    ~Bridge() override {
        g_idle_add_once([](gpointer loop) { g_main_loop_quit(static_cast<GMainLoop*>(loop)); }, loop_);
        thread_.join();
        g_main_loop_unref(loop_);
    }

    bool is_there() const override { return is_there_; }

    void show(AccessiblePage page) override {
        const std::lock_guard lock(mutex_);
        if (page == shown_) return;
        shown_ = std::move(page);
        if (std::exchange(is_told_, true)) return; // the one that waits will take this one
        g_idle_add_once([](gpointer self) { static_cast<Bridge*>(self)->take_page(); }, this);
    }

    std::optional<ImVec2> take_press() override {
        const std::lock_guard lock(mutex_);
        if (presses_.empty()) return std::nullopt;
        const auto press = presses_.front();
        presses_.pop_front();
        return press;
    }

private:
    // --- on the thread of GLib's main context ---

    void run() {
        if (wish_of_environment() == "1") begin_telling();
        auto* bus = g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, nullptr);
        if (bus) ask_for_readers(bus);
        g_main_loop_run(loop_);
        root_of_program = nullptr;
        tree_.reset();
        // The bridge is not ended: it goes with the program, and readers see that by its leaving the bus. Where AT-SPI is 2.56,
        // ending it looks at what was on pages long gone, and aborts.
        if (bus) g_object_unref(bus);
    }

    // The desktop says whether somebody wants to be told, now and when that changes.
    void ask_for_readers(GDBusConnection* bus) {
        g_dbus_connection_set_exit_on_close(bus, FALSE); // a meeting goes on without a desktop's bus
        constexpr const char *name = "org.a11y.Bus", *path = "/org/a11y/bus",
                             *properties = "org.freedesktop.DBus.Properties";
        g_dbus_connection_signal_subscribe(
            bus, name, properties, "PropertiesChanged", path, "org.a11y.Status", G_DBUS_SIGNAL_FLAGS_NONE,
            [](GDBusConnection*, const char*, const char*, const char*, const char*, GVariant* changed, gpointer self) {
                auto* values = g_variant_get_child_value(changed, 1);
                static_cast<Bridge*>(self)->heed(values);
                g_variant_unref(values);
            },
            this, nullptr);
        g_dbus_connection_call(
            bus, name, path, properties, "GetAll", g_variant_new("(s)", "org.a11y.Status"), G_VARIANT_TYPE("(a{sv})"),
            G_DBUS_CALL_FLAGS_NO_AUTO_START, 5000, nullptr,
            [](GObject* connection, GAsyncResult* result, gpointer self) {
                auto* answer = g_dbus_connection_call_finish(G_DBUS_CONNECTION(connection), result, nullptr);
                if (!answer) return; // nobody answers for accessibility on this desktop
                auto* values = g_variant_get_child_value(answer, 0);
                static_cast<Bridge*>(self)->heed(values);
                g_variant_unref(values);
                g_variant_unref(answer);
            },
            this);
    }

    void heed(GVariant* status) {
        gboolean is_on = FALSE;
        if (g_variant_lookup(status, "IsEnabled", "b", &is_on)) is_enabled_ = is_on;
        if (g_variant_lookup(status, "ScreenReaderEnabled", "b", &is_on)) has_reader_ = is_on;
        if (is_enabled_ || has_reader_ || wish_of_environment() == "1")
            begin_telling();
        else if (is_there_.exchange(false))
            wake_();
    }

    void begin_telling() {
        if (!tree_ && !connect()) return;
        if (!is_there_.exchange(true)) wake_();
    }

    bool connect() {
        auto* util = static_cast<AtkUtilClass*>(g_type_class_ref(ATK_TYPE_UTIL));
        util->get_root = get_root;
        util->get_toolkit_name = get_name;
        util->get_toolkit_version = get_version;
        tree_ = std::make_unique<AccessibleTree>([this](ImVec2 where) { note_press(where); });
        root_of_program = tree_->root();
        if (atk_bridge_adaptor_init(nullptr, nullptr) >= 0) return true;
        root_of_program = nullptr;
        tree_.reset();
        return false;
    }

    void take_page() {
        AccessiblePage page;
        {
            const std::lock_guard lock(mutex_);
            is_told_ = false;
            page = shown_;
        }
        if (tree_) tree_->show(page);
    }

    void note_press(ImVec2 where) {
        {
            const std::lock_guard lock(mutex_);
            presses_.push_back(where);
        }
        wake_();
    }

    std::function<void()> wake_;
    std::atomic<bool> is_there_ = false;
    std::mutex mutex_; // guards the next three
    AccessiblePage shown_;
    bool is_told_ = false; // the other thread has still to take it
    std::deque<ImVec2> presses_;
    std::unique_ptr<AccessibleTree> tree_; // the rest is the other thread's
    bool is_enabled_ = false, has_reader_ = false;
    GMainLoop* loop_;
    std::thread thread_;
};

} // namespace

std::unique_ptr<ScreenReader> listen_for_screen_reader(std::function<void()> wake) {
    if (!has_session_bus() || wish_of_environment() == "0") return nullptr;
    return std::make_unique<Bridge>(std::move(wake));
}

} // namespace avow::screen
