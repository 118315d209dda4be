# Every library Avow is built from, each offered as one target, so that src/ never asks where it came from.
# First what the system has; else the upstream release at a pinned commit, cloned while configuring (needs git
# and a network). On Debian scripts/setup has seen to everything and nothing is cloned.
# A pin is a commit and never a tag, because a tag can be moved.
include("${CMAKE_SOURCE_DIR}/.deps/deps.cmake" OPTIONAL)
include(FetchContent)

# Some of the releases below were written for a CMake that CMake 4 no longer speaks to by itself.
set(CMAKE_POLICY_VERSION_MINIMUM 3.5)

option(AVOW_CLONE_ALL "Take every pinned library from upstream, even where the system has it" OFF)

# Clones one library and builds it with us, unless FETCHCONTENT_SOURCE_DIR_<NAME> says where its source lies.
macro(avow_clone name repository commit)
    string(TOUPPER "${name}" upper_name)
    if(NOT FETCHCONTENT_SOURCE_DIR_${upper_name})
        message(STATUS "${name} is not installed here; cloning ${repository} at ${commit}")
    endif()
    FetchContent_Declare(${name} GIT_REPOSITORY "${repository}" GIT_TAG ${commit} SYSTEM ${ARGN})
    FetchContent_MakeAvailable(${name})
endmacro()

# avow_need(package target repository commit [what find_package is to be told...])
macro(avow_need package target repository commit)
    if(NOT AVOW_CLONE_ALL)
        find_package(${package} ${ARGN} QUIET)
    endif()
    if(NOT TARGET ${target})
        avow_clone(${package} ${repository} ${commit})
        # A library that is built with us may go by its plain name: freetype, not Freetype::Freetype.
        string(REGEX REPLACE "^.*::" "" plain_name "${target}")
        string(TOLOWER "${plain_name}" plain_name)
        if(NOT TARGET ${target} AND TARGET ${plain_name})
            add_library(${target} ALIAS ${plain_name})
        endif()
    endif()
    if(NOT TARGET ${target})
        message(FATAL_ERROR "${package} was found or cloned, but gives no target ${target}")
    endif()
endmacro()

# A library that comes with neither CMake's nor its own way of being found.
function(avow_find_plain target header library)
    if(AVOW_CLONE_ALL)
        return()
    endif()
    find_path(AVOW_${target}_INCLUDE_DIR ${header})
    find_library(AVOW_${target}_LIBRARY NAMES ${library})
    mark_as_advanced(AVOW_${target}_INCLUDE_DIR AVOW_${target}_LIBRARY)
    if(AVOW_${target}_INCLUDE_DIR AND AVOW_${target}_LIBRARY)
        add_library(${target} UNKNOWN IMPORTED GLOBAL)
        set_target_properties(${target} PROPERTIES
            IMPORTED_LOCATION "${AVOW_${target}_LIBRARY}"
            INTERFACE_INCLUDE_DIRECTORIES "${AVOW_${target}_INCLUDE_DIR}")
    endif()
endfunction()

# ---- the machine ----------------------------------------------------------------------------------------------

find_package(Threads REQUIRED)

# On Linux the dispatching libOpenGL and not libGL: it does not pull X11 in, which pictures without a display need.
add_library(avow_opengl INTERFACE)
if(UNIX AND NOT APPLE)
    find_package(OpenGL REQUIRED COMPONENTS OpenGL EGL)
    find_package(Fontconfig REQUIRED)
    target_link_libraries(avow_opengl INTERFACE OpenGL::OpenGL OpenGL::EGL)
else()
    find_package(OpenGL REQUIRED)
    target_link_libraries(avow_opengl INTERFACE OpenGL::GL)
endif()

# ---- the window -----------------------------------------------------------------------------------------------

set(GLFW_BUILD_DOCS OFF CACHE BOOL "")
set(GLFW_BUILD_TESTS OFF CACHE BOOL "")
set(GLFW_BUILD_EXAMPLES OFF CACHE BOOL "")
set(GLFW_INSTALL OFF CACHE BOOL "")
avow_need(glfw3 glfw "https://github.com/glfw/glfw" 7b6aead9fb88b3623e3b3725ebb42670cbe4c579 3.3) # 3.4

foreach(part ZLIB BZIP2 PNG HARFBUZZ BROTLI)
    set(FT_DISABLE_${part} ON CACHE BOOL "")
endforeach()
avow_need(Freetype Freetype::Freetype "https://github.com/freetype/freetype"
    920c5502cc3ddda88f6c7d85ee834ac611bb11cc) # 2.13.2

find_package(PNG QUIET)
if(NOT TARGET PNG::PNG)
    message(FATAL_ERROR "libpng is missing. Install its development package (libpng-dev, libpng-devel, libpng); "
        "it has no pin here, because it needs zlib in turn.")
endif()

# Dear ImGui is never taken from the system: the hooks for tests and the width of a character are fixed when it
# is compiled, and packaged ones are too old. Upstream has no CMakeLists; src/CMakeLists.txt compiles it.
avow_clone(imgui "https://github.com/ocornut/imgui" 45acd5e0e82f4c954432533ae9985ff0e1aad6d5 # 1.92.2b
    SOURCE_SUBDIR no-cmake-here)
if(NOT EXISTS "${imgui_SOURCE_DIR}/imgui.h")
    message(FATAL_ERROR "There is no Dear ImGui in '${imgui_SOURCE_DIR}'. Run scripts/setup, or give "
        "-DFETCHCONTENT_SOURCE_DIR_IMGUI=<folder of Dear ImGui 1.92.2 or a newer 1.92>.")
endif()

# ---- words, files, the command line ---------------------------------------------------------------------------

avow_need(fmt fmt::fmt "https://github.com/fmtlib/fmt" e69e5f977d458f2650bb346dadf2ad30c5320281 9) # 10.2.1

avow_need(CLI11 CLI11::CLI11 "https://github.com/CLIUtils/CLI11" 6c7b07a878ad834957b98d0f9ce1dbe0cb204fc9 2.1) # 2.4.2

set(JUST_INSTALL_CEREAL ON CACHE BOOL "cereal would build its own tests otherwise")
avow_need(cereal cereal::cereal "https://github.com/USCiLab/cereal" ebef1e929807629befafbb2918ea1a08c7194554 1.3) # 1.3.2

# RapidJSON, headers only. Upstream's cereal carries a copy of its own, in the same namespace, and two copies in
# one program are one too many: where cereal has one, that is ours too. Debian's cereal uses the packaged one.
get_target_property(cereal_headers cereal::cereal INTERFACE_INCLUDE_DIRECTORIES)
string(REGEX REPLACE "\\$<BUILD_INTERFACE:([^>]*)>" "\\1" cereal_headers "${cereal_headers}")
list(TRANSFORM cereal_headers APPEND "/cereal/external" OUTPUT_VARIABLE within_cereal)
find_path(AVOW_rapidjson_INCLUDE_DIR rapidjson/rapidjson.h HINTS ${within_cereal})
mark_as_advanced(AVOW_rapidjson_INCLUDE_DIR)
if(NOT AVOW_rapidjson_INCLUDE_DIR)
    message(FATAL_ERROR "RapidJSON is missing. Install its development package (rapidjson-dev, rapidjson-devel, "
        "rapidjson); the cereal found here was made to use it.")
endif()
add_library(avow_rapidjson INTERFACE)
target_include_directories(avow_rapidjson SYSTEM INTERFACE "${AVOW_rapidjson_INCLUDE_DIR}")

# SQLite with FTS5, for the search of a folder; upstream's repository holds no file that could be compiled as it is.
if(NOT AVOW_CLONE_ALL)
    find_package(SQLite3 3.36 QUIET)
endif()
if(TARGET SQLite3::SQLite3 AND NOT TARGET SQLite::SQLite3) # the name CMake 4.3 gives it
    add_library(SQLite::SQLite3 ALIAS SQLite3::SQLite3)
endif()
if(NOT TARGET SQLite::SQLite3)
    message(STATUS "SQLite is not installed here; fetching its release 3.46.1")
    FetchContent_Declare(sqlite URL "https://www.sqlite.org/2024/sqlite-amalgamation-3460100.zip"
        URL_HASH SHA3_256=af6aae8d3eccc608857c63cf56efbadc70da48b5c719446b353ed88dded1e288
        DOWNLOAD_EXTRACT_TIMESTAMP ON SOURCE_SUBDIR no-cmake-here)
    FetchContent_MakeAvailable(sqlite)
    add_library(avow_sqlite STATIC "${sqlite_SOURCE_DIR}/sqlite3.c")
    target_compile_definitions(avow_sqlite PRIVATE SQLITE_ENABLE_FTS5 SQLITE_OMIT_LOAD_EXTENSION)
    target_include_directories(avow_sqlite SYSTEM INTERFACE "${sqlite_SOURCE_DIR}")
    target_link_libraries(avow_sqlite PRIVATE Threads::Threads ${CMAKE_DL_LIBS})
    add_library(SQLite::SQLite3 ALIAS avow_sqlite)
endif()

avow_find_plain(utf8proc utf8proc.h utf8proc)
if(NOT TARGET utf8proc)
    avow_clone(utf8proc "https://github.com/JuliaStrings/utf8proc" 34db3f7954e9298e89f42641ac78e0450f80a70d) # 2.9.0
endif()

avow_find_plain(stemmer libstemmer.h stemmer)
if(NOT TARGET stemmer)
    # The stemmers as C; upstream's repository holds only what they are generated from.
    message(STATUS "libstemmer is not installed here; fetching its release 2.2.0")
    FetchContent_Declare(libstemmer URL "https://snowballstem.org/dist/libstemmer_c-2.2.0.tar.gz"
        URL_HASH SHA256=b941d9fe9cf36b4e2f8d3873cd4d8b8775bd94867a1df8d8c001bb8b688377c3
        DOWNLOAD_EXTRACT_TIMESTAMP ON SOURCE_SUBDIR no-cmake-here)
    FetchContent_MakeAvailable(libstemmer)
    file(GLOB stemmer_sources
        "${libstemmer_SOURCE_DIR}/src_c/stem_UTF_8_*.c" "${libstemmer_SOURCE_DIR}/runtime/*.c"
        "${libstemmer_SOURCE_DIR}/libstemmer/libstemmer_utf8.c")
    add_library(stemmer STATIC ${stemmer_sources})
    target_include_directories(stemmer SYSTEM INTERFACE "${libstemmer_SOURCE_DIR}/include")
endif()

# ---- type in every script, what goes out on paper and in tables, and what keeps a secret -----------------------

# They come with descriptions for pkg-config alone, and need so much in turn (libsodium: a build system of its own)
# that they have no pin here.
find_package(PkgConfig REQUIRED)
function(avow_need_described target module packages)
    pkg_check_modules(${target} QUIET IMPORTED_TARGET GLOBAL ${module})
    if(NOT TARGET PkgConfig::${target})
        message(FATAL_ERROR "${module} is missing. Run scripts/setup, or install its development package (${packages}).")
    endif()
endfunction()
avow_need_described(pangocairo pangocairo "libpango1.0-dev, pango-devel, pango")
if(WIN32) # static, so what it needs in turn has to be known
    avow_need_described(fontconfig fontconfig "fontconfig")
    add_library(Fontconfig::Fontconfig ALIAS PkgConfig::fontconfig)
endif()
avow_need_described(harfbuzz harfbuzz "libharfbuzz-dev, harfbuzz-devel, harfbuzz")
avow_need_described(fribidi fribidi "libfribidi-dev, fribidi-devel, fribidi")
avow_need_described(qrencode libqrencode "libqrencode-dev, qrencode-devel, qrencode")
avow_need_described(sodium libsodium "libsodium-dev, libsodium-devel, libsodium")

# Found by itself: in Debian 13 its description asks for descriptions (minizip's, OpenSSL's) that its package does not bring.
find_path(AVOW_XLSXWRITER_HEADERS xlsxwriter.h)
find_library(AVOW_XLSXWRITER xlsxwriter)
mark_as_advanced(AVOW_XLSXWRITER_HEADERS AVOW_XLSXWRITER)
if(NOT AVOW_XLSXWRITER_HEADERS OR NOT AVOW_XLSXWRITER)
    message(FATAL_ERROR "xlsxwriter is missing. Run scripts/setup, or install its development package "
        "(libxlsxwriter-dev, libxlsxwriter-devel, libxlsxwriter).")
endif()
add_library(xlsxwriter UNKNOWN IMPORTED)
set_target_properties(xlsxwriter PROPERTIES
    IMPORTED_LOCATION "${AVOW_XLSXWRITER}" INTERFACE_INCLUDE_DIRECTORIES "${AVOW_XLSXWRITER_HEADERS}")
if(WIN32)
    set_target_properties(xlsxwriter PROPERTIES INTERFACE_LINK_LIBRARIES ZLIB::ZLIB) # which libpng has found
endif()

# ---- who does not see the page ----------------------------------------------------------------------------------

# A screen reader is told of the page through AT-SPI where its libraries are there; without them the program is whole but for
# that.
set(AVOW_AT_SPI AUTO CACHE STRING "Tell screen readers through AT-SPI: AUTO where ATK and its bridge are there, ON, OFF")
set_property(CACHE AVOW_AT_SPI PROPERTY STRINGS AUTO ON OFF)
if(AVOW_AT_SPI)
    pkg_check_modules(at_spi QUIET IMPORTED_TARGET GLOBAL atk>=2.38 atk-bridge-2.0>=2.38 gio-2.0>=2.74)
    if(NOT TARGET PkgConfig::at_spi AND NOT AVOW_AT_SPI STREQUAL "AUTO")
        message(FATAL_ERROR "AT-SPI is asked for, but ATK and its bridge are missing. Install their development packages "
            "(libatk1.0-dev and libatk-bridge2.0-dev; at-spi2-core-devel, at-spi2-core).")
    elseif(NOT TARGET PkgConfig::at_spi)
        message(STATUS "ATK and its bridge are not installed here: screen readers will be told nothing")
    endif()
endif()

# ---- tests ----------------------------------------------------------------------------------------------------

if(BUILD_TESTING)
    avow_need(Catch2 Catch2::Catch2WithMain "https://github.com/catchorg/Catch2"
        fa43b77429ba76c462b1898d6cd2f2d7a9416b14 3) # 3.7.1
    if(DEFINED Catch2_SOURCE_DIR)
        list(APPEND CMAKE_MODULE_PATH "${Catch2_SOURCE_DIR}/extras") # a packaged Catch2 adds its own
    endif()
endif()
