/** The look of the page: light or dark as the reader's system is, always light on paper. */
export const stylesheet = `
:root { color-scheme: light dark; --page: #f6f5f1; --card: #ffffff; --ink: #1d2327; --quiet: #62696d; --line: #dedcd5;
  --blue: #2f6f9f; --blue-soft: #dbe7ef; --alarm: #b8441f; --alarm-soft: #f8e6de; --good: #3f7d4e; }
@media screen and (prefers-color-scheme: dark) { :root { --page: #15191c; --card: #1e2428; --ink: #e9e7e1; --quiet: #9ba3a7;
  --line: #343b40; --blue: #76b0da; --blue-soft: #2b3d4a; --alarm: #f08d66; --alarm-soft: #43291f; --good: #83c193; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.45 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 1020px; margin: 0 auto; padding: 32px 20px 48px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 18px; margin: 36px 0 12px; }
.about, .quiet { color: var(--quiet); }
.about { margin: 6px 0 0; }
.totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 24px 0 0; padding: 0; list-style: none; }
.totals li, .card, figure { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.totals li { padding: 12px 16px; }
.totals b { display: block; font-size: 26px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.totals .alarm b { color: var(--alarm); }
.totals small { font-size: 17px; font-weight: 400; color: var(--quiet); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 14px; align-items: start; }
.card { padding: 16px 18px; border-top: 3px solid var(--alarm); break-inside: avoid; }
.card h3 { margin: 0; font-size: 17px; overflow-wrap: anywhere; }
.card .why { margin: 8px 0 12px; padding-left: 18px; }
.card svg { display: block; max-width: 100%; height: auto; }
.card .strip svg[viewBox^="0 0 240"] { width: 100%; }
.facts { display: grid; grid-template-columns: repeat(3, auto); justify-content: space-between; margin: 0 0 12px; }
.facts dt { font-size: 12px; color: var(--quiet); }
.facts dd { margin: 0; font-size: 18px; font-weight: 600; font-variant-numeric: tabular-nums; }
.facts dd span { font-size: 12px; font-weight: 400; color: var(--quiet); }
.strip { font-size: 12px; color: var(--quiet); margin: 10px 0 0; }
.strip span { display: block; margin-bottom: 2px; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; margin: 12px 0 0; padding: 0; list-style: none; }
.chips li { font-size: 12.5px; padding: 2px 9px; border-radius: 11px; background: var(--blue-soft); overflow-wrap: anywhere; }
blockquote { margin: 12px 0 0; padding: 2px 0 2px 12px; border-left: 3px solid var(--blue); overflow-wrap: anywhere; }
blockquote small { display: block; color: var(--quiet); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(440px, 100%), 1fr)); gap: 14px; align-items: start; }
figure { margin: 0; padding: 16px 18px 10px; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; }
figcaption { margin-bottom: 8px; }
figcaption b { display: block; }
figcaption span { font-size: 13px; color: var(--quiet); }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
table { width: 100%; border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { padding: 8px 12px; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { font-size: 12px; font-weight: 500; color: var(--quiet); }
th:first-child, td:first-child, th:last-child, td:last-child { text-align: left; }
td:last-child { white-space: normal; min-width: 150px; }
tr:last-child td { border-bottom: 0; }
tr.flagged td:first-child { box-shadow: inset 3px 0 var(--alarm); font-weight: 600; }
footer { margin-top: 28px; font-size: 13px; color: var(--quiet); }
footer p { margin: 4px 0; }
text { font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; fill: var(--ink); }
.scale { fill: var(--quiet); font-size: 11px; } .value { font-variant-numeric: tabular-nums; }
.grid { stroke: var(--line); } .zero { stroke: var(--quiet); } .stem { stroke: var(--quiet); stroke-width: 1.5; }
.track { fill: var(--page); } .bar { fill: var(--blue); } .dot { fill: var(--blue); }
.charts .flagged { fill: var(--alarm); } .tick { stroke: var(--ink); stroke-width: 2; }
.plan { fill: none; stroke: var(--ink); stroke-width: 1.2; stroke-dasharray: 3 2; }
.did { fill: var(--good); } .missed { fill: none; stroke: var(--alarm); stroke-width: 1.8; }
@media print { :root { --page: #ffffff; } body { font-size: 12px; } main { max-width: none; padding: 0; } .scroll { overflow: visible; }
  th, td { padding: 4px 6px; } h2 { break-after: avoid; } tr { break-inside: avoid; } .cards { grid-template-columns: 1fr 1fr; } .charts { grid-template-columns: 1fr 1fr; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
