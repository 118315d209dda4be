# What our own code must compile without. Third-party sources are never held to this: their headers come in as
# system headers, and Dear ImGui's sources are compiled without these flags.
if(MSVC)
    set(AVOW_WARNINGS /W4 /WX /permissive- /utf-8)
else()
    # No -Wold-style-cast: it fires inside macros of Dear ImGui and GLFW that we must use.
    # -Wconversion without -Wsign-conversion: narrowing loses values, a size_t beside an int rarely does.
    set(AVOW_WARNINGS
        -Wall -Wextra -Wpedantic -Werror
        -Wshadow -Wconversion -Wno-sign-conversion
        -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wextra-semi)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        list(APPEND AVOW_WARNINGS -Wduplicated-cond -Wlogical-op)
        # GCC 12 to 14 see these inside std::string, std::vector and std::variant where nothing is wrong (GCC bugs 105651,
        # 105329, 107852). The sanitizers see the true ones.
        list(APPEND AVOW_WARNINGS -Wno-restrict -Wno-dangling-pointer -Wno-array-bounds
            -Wno-stringop-overflow -Wno-stringop-overread -Wno-maybe-uninitialized)
    endif()
endif()

function(avow_hold_to_warnings target)
    target_compile_options(${target} PRIVATE "$<$<COMPILE_LANGUAGE:CXX>:${AVOW_WARNINGS}>")
endfunction()
