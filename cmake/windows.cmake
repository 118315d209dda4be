# For Windows, on Debian: the compiler is mingw-w64's, with threads by pthreads, and the libraries are those that scripts/windows
# made. Nothing of this system's own is found by mistake, and all is static: the program needs no DLL but the system's.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
find_program(AVOW_WINE wine)
mark_as_advanced(AVOW_WINE)
if(AVOW_WINE) # tools of the build and tests are run by it
    set(CMAKE_CROSSCOMPILING_EMULATOR "${AVOW_WINE}")
endif()

set(AVOW_WINDOWS_LIBRARIES "${CMAKE_CURRENT_LIST_DIR}/../.deps/windows/made" CACHE PATH "What scripts/windows has made")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES AVOW_WINDOWS_LIBRARIES)
set(CMAKE_FIND_ROOT_PATH "${AVOW_WINDOWS_LIBRARIES}" /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_LIBDIR} "${AVOW_WINDOWS_LIBRARIES}/lib/pkgconfig")
set(PKG_CONFIG_ARGN --static)

# Their headers would speak of DLLs else.
set(CMAKE_C_FLAGS_INIT "-DUTF8PROC_STATIC -DSODIUM_STATIC -DCAIRO_WIN32_STATIC_BUILD -DXML_STATIC -DGLIB_STATIC_COMPILATION \
-DGOBJECT_STATIC_COMPILATION -DFRIBIDI_LIB_STATIC -DPCRE2_STATIC")
set(CMAKE_CXX_FLAGS_INIT "${CMAKE_C_FLAGS_INIT} -Wa,-mbig-obj")
set(CMAKE_EXE_LINKER_FLAGS_INIT -static)
