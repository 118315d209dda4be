// How a page of HTML looks: the paper, the inks and the sizes of the screen, and how it breaks when it is printed.
#pragma once

#include <string_view>

namespace avow::report {

// Ink on paper 16:1, quiet ink 9:1, accent words 8.5:1. Sizes in rem, so that they follow the reader's own.
inline constexpr std::string_view html_style = R"(
:root { color-scheme: light; --paper: #FBFAF7; --ink: #1B1B1F; --quiet: #46464D; --hairline: #E0DED7; --accent: #7C310D; }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { font: 1.0625rem/1.5 Inter, "Noto Sans", system-ui, -apple-system, "Segoe UI", sans-serif;
  max-width: 46rem; margin: 0 auto; padding: 4rem 1.5rem 6rem; overflow-wrap: anywhere; }
h1 { font-size: 2.5rem; line-height: 1.15; letter-spacing: -0.02em; font-weight: 650; margin: 0; }
h2 { font-size: 1.5rem; line-height: 1.25; letter-spacing: -0.01em; font-weight: 650; margin: 0; }
p { margin: 0; }
.under, .aside, figcaption, dt, dd span, footer { color: var(--quiet); }
.under { margin-top: 0.5rem; }
.goal { margin-top: 3rem; }
.goal .words { font-size: 1.75rem; line-height: 1.3; letter-spacing: -0.01em; margin-top: 0.25rem; }
.label { color: var(--accent); font-size: 1rem; font-weight: 600; letter-spacing: 0; }
.mark { color: var(--accent); margin-right: 0.5em; }
section { margin-top: 4rem; }
section .aside { margin-top: 0.25rem; }
ul { list-style: none; margin: 0; padding: 0; }
.entries > li { margin-top: 2rem; }
.lines > li { margin-top: 0.75rem; }
figure, blockquote { margin: 0; }
blockquote { font-size: 1.25rem; line-height: 1.4; }
figcaption { margin-top: 0.25rem; }
dl { margin: 0.75rem 0 0; font-size: 1rem; }
dl div { display: grid; grid-template-columns: 8.5rem 1fr; column-gap: 1rem; margin-top: 0.25rem; }
dd { margin: 0; }
dd span { display: block; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--hairline); }
@media (max-width: 32rem) { dl div { display: block; } }
@page { margin: 20mm 22mm; }
@media print {
  html { background: none; color: #000; }
  body { font-size: 10.5pt; max-width: none; padding: 0; }
  h1 { font-size: 24pt; } h2 { font-size: 15pt; }
  .goal { margin-top: 8mm; } .goal .words { font-size: 16pt; }
  blockquote { font-size: 12.5pt; } dl, .label { font-size: 10pt; }
  section { margin-top: 10mm; } .entries > li { margin-top: 5mm; }
  h2, .aside { break-after: avoid; } li, .goal { break-inside: avoid; }
  p, blockquote { orphans: 2; widows: 2; }
}
)";

} // namespace avow::report
