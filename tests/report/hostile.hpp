// Words that mean something to one format or another, to be shown as they are by all of them.
#pragma once

#include <array>

namespace avow::examples {

inline constexpr std::array hostile = {
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=HYPERLINK(\"http://x.example\",\"y\")",
    "<script>alert(1)</script>",
    "</p></blockquote></main><h1>x",
    "\"><img src=x onerror=alert(1)>",
    "]]>",
    "<![CDATA[x",
    "<!--",
    "&amp; &lt; &#60;",
    "_x0041_ and _x005F_",
    "END:VTODO",
    "BEGIN:VCALENDAR",
    "a;b,c\\d:e\\n",
    "'; DROP TABLE accountabilities; --",
    "{\"a\": [null]}",
    "${HOME} $(id) `id` %s %n",
    "שלום a 1",
    "\u200Fmarked\u200E",
    "e\u0301 👩‍🔧 王芳 नमस्ते ไทย",
};

} // namespace avow::examples
