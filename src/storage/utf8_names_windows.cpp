// Names of files are UTF-8 in our words, and a path of GCC 12 says its name so; but it takes one in whatever the C library
// holds for an alphabet, which is none of those that have more than 256 letters. Here is that part of the standard library's
// (codecvt_members.cc, which the linker takes only where nobody else brings the same), for the alphabet that is meant.
#ifdef _WIN32

#include <algorithm>
#include <codecvt>
#include <cwchar>
#include <locale>

namespace std {

using narrow_and_wide = codecvt<wchar_t, char, mbstate_t>;

codecvt_base::result narrow_and_wide::do_out(mbstate_t& state, const wchar_t* from, const wchar_t* from_end,
                                             const wchar_t*& from_next, char* to, char* to_end, char*& to_next) const {
    return codecvt_utf8_utf16<wchar_t>().out(state, from, from_end, from_next, to, to_end, to_next);
}

codecvt_base::result narrow_and_wide::do_in(mbstate_t& state, const char* from, const char* from_end,
                                            const char*& from_next, wchar_t* to, wchar_t* to_end,
                                            wchar_t*& to_next) const {
    return codecvt_utf8_utf16<wchar_t>().in(state, from, from_end, from_next, to, to_end, to_next);
}

int narrow_and_wide::do_encoding() const noexcept {
    return 0; // of no fixed width
}

int narrow_and_wide::do_max_length() const noexcept { return 4; }

int narrow_and_wide::do_length(mbstate_t& state, const char* from, const char* end, size_t most) const {
    return codecvt_utf8_utf16<wchar_t>().length(state, from, end, most);
}

} // namespace std

#endif
