# shellcheck shell=bash disable=SC2034,SC2154
# How each library of the Windows build is made, from the source that Debian 12 has of it. Sourced by scripts/windows, which
# says where: $windows (.deps/windows), $prefix within it, $log. Everything is static, with tests, tools and documentation off.
host=x86_64-w64-mingw32

# In this order: each needs only those above it. The second word is the suite, and the third the source package's name.
windows_libraries=(
    "headers - -" "fmt bookworm fmtlib" "utf8proc bookworm utf8proc" "stemmer bookworm snowball" "sqlite bookworm sqlite3"
    "sodium bookworm libsodium" "catch2 trixie catch2" "glfw bookworm glfw3" "zlib bookworm zlib" "libpng bookworm libpng1.6" "freetype bookworm freetype"
    "fribidi bookworm fribidi" "expat bookworm expat" "fontconfig bookworm fontconfig" "pixman bookworm pixman"
    "pcre2 bookworm pcre2" "libffi bookworm libffi" "intl - -" "glib bookworm glib2.0" "harfbuzz bookworm harfbuzz"
    "cairo bookworm cairo" "libdatrie bookworm libdatrie" "libthai bookworm libthai" "pango bookworm pango1.0"
    "qrencode bookworm qrencode" "xlsxwriter bookworm libxlsxwriter"
)

# ---- the ways of building; each runs in the library's own source folder ---------------------------------------------

by_cmake() { # words for cmake
    cmake -G Ninja -S . -B avow-build -DCMAKE_TOOLCHAIN_FILE="$root/cmake/windows.cmake" -DAVOW_WINDOWS_LIBRARIES="$prefix" \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF "$@"
    ninja -C avow-build -j "$(jobs_at_once)" install
}

by_meson() { # words for meson
    meson setup avow-build --cross-file "$windows/cross.ini" --prefix "$prefix" --libdir lib --buildtype release \
        --default-library static --wrap-mode nodownload -Dprefer_static=true "$@"
    ninja -C avow-build -j "$(jobs_at_once)" install
}

by_configure() { # words for configure
    if [ -x configure ]; then # it stays as its authors made it, whatever a patch of Debian's has touched
        touch aclocal.m4
        find . '(' -name Makefile.in -o -name config.h.in -o -name configure ')' -exec touch {} +
    else
        autoreconf -fi
    fi
    env "${cross_tools[@]}" ./configure --host $host --prefix "$prefix" --enable-static --disable-shared \
        CFLAGS=-O2 CPPFLAGS="-I$prefix/include" LDFLAGS="-L$prefix/lib" "$@"
    make -j "$(jobs_at_once)" install
}

cross_tools=("CC=$host-gcc-posix" "CXX=$host-g++-posix" "AR=$host-ar" "RANLIB=$host-ranlib" "WINDRES=$host-windres" "PKG_CONFIG=pkg-config --static")

# ---- each library ------------------------------------------------------------------------------------------------------

make_zlib() {
    CHOST=$host CC=$host-gcc-posix AR=$host-ar RANLIB=$host-ranlib CFLAGS=-O2 ./configure --static --prefix="$prefix"
    make -j "$(jobs_at_once)" libz.a
    make install
}
make_libpng() { by_cmake -DPNG_SHARED=OFF -DPNG_TESTS=OFF -DPNG_EXECUTABLES=OFF; }
make_freetype() {
    by_cmake -DFT_DISABLE_HARFBUZZ=ON -DFT_DISABLE_BZIP2=ON -DFT_DISABLE_BROTLI=ON -DFT_REQUIRE_PNG=ON -DFT_REQUIRE_ZLIB=ON
}
make_fribidi() { by_meson -Ddocs=false -Dc_args=-DFRIBIDI_LIB_STATIC; }
# shellcheck disable=SC2164  # the whole ends where a step fails
make_expat() {
    cd expat
    sed -i 's/#cmakedefine XML_DTD$/#cmakedefine XML_DTD 1/' expat_config.h.cmake # which a patch of Debian's compares
    by_cmake -DEXPAT_BUILD_DOCS=OFF -DEXPAT_BUILD_EXAMPLES=OFF -DEXPAT_BUILD_TESTS=OFF -DEXPAT_BUILD_TOOLS=OFF \
        -DEXPAT_SHARED_LIBS=OFF
}
make_fontconfig() { # what is set here would be where it was built; the program brings its own fonts.conf
    by_meson -Ddoc=disabled -Dtests=disabled -Dtools=disabled -Dnls=disabled -Dcache-build=disabled \
        -Dc_args='-DXML_STATIC' --sysconfdir /none --localstatedir /none
}
make_pixman() { by_meson -Dtests=disabled -Dgtk=disabled -Dlibpng=disabled -Dopenmp=disabled; }
make_pcre2() { by_cmake -DPCRE2_BUILD_TESTS=OFF -DPCRE2_BUILD_PCRE2GREP=OFF -DPCRE2_STATIC_PIC=ON; }
make_libffi() { by_configure --disable-docs --disable-multi-os-directory; }
make_intl() { # GLib translates by it; nothing of what we call is translated, so each sentence is its own translation
    cat >"$prefix/include/libintl.h" <<'END_OF_HEADER'
#pragma once
#ifndef LC_MESSAGES
#define LC_MESSAGES 0 /* all of them */
#endif
#ifdef __cplusplus
extern "C" {
#endif
char* gettext(const char*) __attribute__((format_arg(1)));
char* dgettext(const char*, const char*) __attribute__((format_arg(2)));
char* dcgettext(const char*, const char*, int) __attribute__((format_arg(2)));
char* ngettext(const char*, const char*, unsigned long) __attribute__((format_arg(1), format_arg(2)));
char* dngettext(const char*, const char*, const char*, unsigned long) __attribute__((format_arg(2), format_arg(3)));
char* textdomain(const char*);
char* bindtextdomain(const char*, const char*);
char* bind_textdomain_codeset(const char*, const char*);
#ifdef __cplusplus
}
#endif
END_OF_HEADER
    cat >intl.c <<'END_OF_SOURCE'
#include <libintl.h>
char* gettext(const char* id) { return (char*)id; }
char* dgettext(const char* domain, const char* id) { (void)domain; return (char*)id; }
char* dcgettext(const char* domain, const char* id, int category) { (void)domain; (void)category; return (char*)id; }
char* ngettext(const char* one, const char* many, unsigned long n) { return (char*)(n == 1 ? one : many); }
char* dngettext(const char* domain, const char* one, const char* many, unsigned long n) { (void)domain; return ngettext(one, many, n); }
char* textdomain(const char* domain) { return (char*)domain; }
char* bindtextdomain(const char* domain, const char* folder) { (void)domain; return (char*)folder; }
char* bind_textdomain_codeset(const char* domain, const char* codeset) { (void)domain; return (char*)codeset; }
END_OF_SOURCE
    $host-gcc-posix -O2 -I"$prefix/include" -c intl.c
    $host-ar rcs "$prefix/lib/libintl.a" intl.o
}
make_glib() { # its intl is found by a way that knows no preference for static ones; its programs would double the time
    meson setup avow-build --cross-file "$windows/cross.ini" --prefix "$prefix" --libdir lib --buildtype release \
        --default-library static --wrap-mode nodownload -Dtests=false -Dinstalled_tests=false -Dman=false -Dgtk_doc=false \
        -Dnls=disabled -Dlibmount=disabled -Dselinux=disabled -Dxattr=false -Dlibelf=disabled -Dglib_assert=false
    ninja -C avow-build -j "$(jobs_at_once)" {glib/libglib,gobject/libgobject,gmodule/libgmodule,gthread/libgthread,gio/libgio}-2.0.a
    (cd avow-build && meson install --no-rebuild --tags devel)
    install -D -t "$prefix/bin" avow-build/gobject/glib-{mkenums,genmarshal} # which Pango's build asks for
}
# shellcheck disable=SC2046  # words for the compiler
make_harfbuzz() { # in one go, as its authors made it possible; the whole takes five times as long
    $host-g++-posix -std=c++17 -O2 -fno-exceptions -fno-rtti -fno-threadsafe-statics -DHAVE_FREETYPE -DHAVE_GLIB \
        $(pkg-config --static --cflags freetype2 glib-2.0) -c src/harfbuzz.cc
    $host-ar rcs "$prefix/lib/libharfbuzz.a" harfbuzz.o
    install -D -m 644 -t "$prefix/include/harfbuzz" src/hb.h src/hb-*.h
    printf '%s\n' 'Name: harfbuzz' 'Description: text shaping' "Version: $(sed -n 's/.*HB_VERSION_STRING "\(.*\)"/\1/p' src/hb-version.h)" \
        'Requires.private: freetype2 glib-2.0' "Libs: -L$prefix/lib -lharfbuzz -lstdc++" \
        "Cflags: -I$prefix/include/harfbuzz" >"$prefix/lib/pkgconfig/harfbuzz.pc"
}
make_cairo() { # without the system's own drawing: pages are the same bytes on every system
    sed -i 's/^SUBDIRS = src .*/SUBDIRS = src/; s/^DIST_SUBDIRS/#&/' Makefile.in
    by_configure --disable-win32 --disable-win32-font --disable-xlib --disable-xcb --enable-ft --enable-fc --enable-png \
        --enable-pdf --disable-svg --disable-ps --disable-script --disable-tee --disable-xml --disable-gobject --disable-trace \
        --disable-interpreter --disable-gtk-doc --disable-valgrind --disable-pthread \
        CFLAGS="-O2 -DCAIRO_WIN32_STATIC_BUILD -Wno-attributes"
    sed -i 's/^Libs: .*/& -lssp/' "$prefix/lib/pkgconfig/cairo.pc" # its configure asks for the checks that are in it
}
make_libdatrie() { # the library without its tools, which want an iconv
    $host-gcc-posix -O2 -I. -c datrie/*.c
    $host-ar rcs "$prefix/lib/libdatrie.a" ./*.o
    install -D -m 644 -t "$prefix/include/datrie" datrie/*.h
}
make_libthai() { # its dictionary is data that the program brings along
    $host-gcc-posix -O2 -Iinclude -Isrc -I"$prefix/include" -DDICT_DIR='"share/libthai"' -c src/*/*.c
    $host-ar rcs "$prefix/lib/libthai.a" ./*.o
    install -D -m 644 -t "$prefix/include/thai" include/thai/*.h
    printf '%s\n' 'Name: libthai' 'Description: Thai words' 'Version: 0.1.29' "Libs: -L$prefix/lib -lthai -ldatrie" \
        "Cflags: -I$prefix/include" >"$prefix/lib/pkgconfig/libthai.pc"
}
make_pango() { # without its programs and examples
    meson setup avow-build --cross-file "$windows/cross.ini" --prefix "$prefix" --libdir lib --buildtype release \
        --default-library static --wrap-mode nodownload -Dprefer_static=true -Dgtk_doc=false -Dintrospection=disabled \
        -Dinstall-tests=false -Dfontconfig=enabled -Dfreetype=enabled -Dcairo=enabled -Dlibthai=enabled -Dxft=disabled -Dsysprof=disabled
    ninja -C avow-build -j "$(jobs_at_once)" pango/libpango{,ft2,cairo,win32}-1.0.a
    (cd avow-build && meson install --no-rebuild --tags devel)
}
make_sqlite() { # one file, as its authors make it for others
    sh ./configure --disable-tcl --disable-readline
    make sqlite3.c
    $host-gcc-posix -O2 -DSQLITE_ENABLE_FTS5 -DSQLITE_OMIT_LOAD_EXTENSION -c sqlite3.c
    $host-ar rcs libsqlite3.a sqlite3.o
    install -D -m 644 -t "$prefix/lib" libsqlite3.a
    install -D -m 644 -t "$prefix/include" sqlite3.h
}
make_sodium() { by_configure; }
make_fmt() { by_cmake -DFMT_TEST=OFF -DFMT_DOC=OFF; }
make_utf8proc() { by_cmake -DUTF8PROC_ENABLE_TESTING=OFF; }
make_qrencode() { by_cmake -DWITH_TOOLS=NO -DWITH_TESTS=NO -DWITHOUT_PNG=ON; }
make_xlsxwriter() { by_cmake -DUSE_SYSTEM_MINIZIP=OFF; }
make_stemmer() { # the compiler of stemmers runs here; the C that it writes is compiled for there
    make -j "$(jobs_at_once)"
    rm -rf objects && mkdir objects
    local file
    for file in src_c/*.c runtime/*.c libstemmer/libstemmer.c; do
        $host-gcc-posix -O2 -Iinclude -Iruntime -Isrc_c -c "$file" -o "objects/$(basename "$file" .c).o"
    done
    $host-ar rcs "$prefix/lib/libstemmer.a" objects/*.o
    install -D -m 644 -t "$prefix/include" include/libstemmer.h
}
make_glfw() { by_cmake -DGLFW_BUILD_DOCS=OFF -DGLFW_BUILD_TESTS=OFF -DGLFW_BUILD_EXAMPLES=OFF; }
make_catch2() { by_cmake -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=0 -DCATCH_INSTALL_DOCS=OFF -DCATCH_INSTALL_EXTRAS=ON -DCATCH_BUILD_TESTING=OFF -DBUILD_TESTING=OFF; }
make_headers() { # those that are headers only, as this system has them
    local name
    for name in cereal rapidjson CLI; do
        rm -rf "${prefix:?}/include/$name"
        cp -r "/usr/include/$name" "$prefix/include/$name"
    done
    for name in CLI11 cereal; do
        install -D -m 644 -t "$prefix/lib/cmake/$name" \
            "$(find /usr/share/cmake /usr/lib -path "*/cmake/$name/${name}ConfigVersion.cmake" -print -quit)"
        printf '%s\n' "add_library($name::$name INTERFACE IMPORTED)" \
            "target_include_directories($name::$name INTERFACE \"$prefix/include\")" >"$prefix/lib/cmake/$name/${name}Config.cmake"
    done
}
