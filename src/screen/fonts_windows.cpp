// Fonts of Windows, told to Fontconfig.
#ifdef _WIN32

#include "screen/fonts.hpp"

#include <fontconfig/fontconfig.h>

#include <cstdlib>

namespace avow::screen {

namespace {

// The system's fonts and the user's, and which of them to take where any of a kind will do. FONTCONFIG_FILE goes before it.
constexpr const char* of_windows = R"(<?xml version="1.0"?>
<fontconfig>
  <dir>WINDOWSFONTDIR</dir>
  <dir>WINDOWSUSERFONTDIR</dir>
  <cachedir>LOCAL_APPDATA_FONTCONFIG_CACHE</cachedir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Inter</family><family>Segoe UI</family>
    <family>DejaVu Sans</family><family>Arial</family><family>Tahoma</family></prefer></alias>
  <alias binding="same"><family>serif</family><prefer><family>Georgia</family><family>Times New Roman</family>
    </prefer></alias>
  <alias binding="same"><family>monospace</family><prefer><family>Consolas</family><family>Courier New</family>
    </prefer></alias>
  <alias><family>Noto Sans Thai</family><accept><family>Leelawadee UI</family></accept></alias>
  <alias><family>Noto Sans Devanagari</family><accept><family>Nirmala UI</family></accept></alias>
</fontconfig>)";

} // namespace

void use_fonts(const std::string& own) {
    if (!std::getenv("LIBTHAI_DICTDIR")) _putenv_s("LIBTHAI_DICTDIR", own.c_str());
    if (std::getenv("FONTCONFIG_FILE")) return;
    FcConfig* config = FcConfigCreate();
    FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(of_windows), FcTrue);
    FcConfigAppFontAddDir(config, reinterpret_cast<const FcChar8*>(own.c_str())); // if it is there
    FcConfigBuildFonts(config);
    FcConfigSetCurrent(config);
    FcConfigDestroy(config); // fontconfig holds it by now
}

} // namespace avow::screen

#endif
