// How practice's pages look: the colours of Postkey's own sheet, the brass of "practice", light, dark and forced colours.
// One text, put into every page with a nonce; loads nothing.

export const pageStyle = `
:root {
  color-scheme: light dark;
  --desk: #e9efe7; --sheet: #fdfefb; --well: #f1f5f0; --hairline: #d6ddd6; --line: #75857d;
  --ink: #132420; --second: #41514c; --quiet: #56645f; --link: #0d5446;
  --brand: #0a4f42; --on-brand: #ffffff; --brand-hover: #054135; --tint: #d8f0e7;
  --brass: #fbf0d3; --on-brass: #704e13; --brass-edge: #b78229;
  --stopped: #a12623; --ring: rgb(13 84 70 / 24%);
  --shadow: 0 0 0 1px rgb(19 36 32 / 5%), 0 1px 2px rgb(8 51 43 / 6%), 0 10px 28px -14px rgb(8 51 43 / 16%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --desk: #111311; --sheet: #1d201d; --well: #242926; --hairline: #363c38; --line: #78837d;
    --ink: #ebeee8; --second: #c0c6bf; --quiet: #a3aca5; --link: #8ad6bc;
    --brand: #84d0b5; --on-brand: #011b16; --brand-hover: #9fe1c9; --tint: #18372f;
    --brass: #372e18; --on-brass: #eecd7e; --brass-edge: #ae8d49;
    --stopped: #fc9d94; --ring: rgb(138 214 188 / 30%);
    --shadow: 0 0 0 1px #363c38;
  }
}
* { box-sizing: border-box; margin: 0; }
body {
  min-height: 100vh; display: flex; flex-direction: column; background: var(--desk); color: var(--ink);
  font: 400 16px/1.5 "Atkinson Hyperlegible Next", "IBM Plex Sans Arabic", system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif;
}
.band {
  padding: 10px 20px; background: var(--brass); color: var(--on-brass); border-bottom: 1px solid var(--brass-edge);
  text-align: center; font-weight: 600; position: sticky; top: 0;
}
main { flex: 1; display: flex; flex-direction: column; align-items: center; justify-content: center; padding: 24px 16px 20px; }
.card { width: 100%; max-width: 460px; padding: 30px 40px 30px; background: var(--sheet); border-radius: 16px; box-shadow: var(--shadow); }
.maker { display: flex; align-items: center; gap: 10px; color: var(--second); font-weight: 600; }
.maker svg { flex: none; width: 30px; height: 24px; }
.maker .paper { fill: var(--brand); }
.maker .flap { fill: none; stroke: var(--sheet); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
h1 { margin-top: 16px; font-size: 28px; line-height: 34px; font-weight: 600; letter-spacing: -0.01em; text-wrap: balance; }
[lang|="ar"] h1, [dir="rtl"] h1 { letter-spacing: 0; }
.lead { margin-top: 6px; color: var(--second); font-size: 17px; line-height: 26px; }
.note { margin-top: 20px; padding: 12px 16px; background: var(--brass); color: var(--on-brass); border: 1px solid var(--brass-edge); border-radius: 10px; line-height: 22px; }
.note strong { display: block; font-weight: 600; }
form { margin-top: 22px; }
.block { margin-top: 18px; }
.block + form { margin-top: 16px; }
.field + .field { margin-top: 18px; }
label.name { display: block; font-weight: 600; font-size: 15px; line-height: 22px; }
input[type="text"], input[type="password"] {
  display: block; width: 100%; height: 46px; margin-top: 6px; padding: 0 14px; border: 1px solid var(--line); border-radius: 10px;
  background: var(--sheet); color: var(--ink); font: inherit; font-size: 17px; text-align: start;
}
input[readonly] { background: var(--well); }
input[aria-invalid="true"] { border-color: var(--stopped); }
input.code { height: 60px; font: 600 26px/1 "Atkinson Hyperlegible Mono", ui-monospace, Consolas, "Liberation Mono", monospace; letter-spacing: 0.12em; text-align: center; text-transform: uppercase; }
.hint, .wrong { margin-top: 6px; font-size: 14px; line-height: 20px; color: var(--quiet); }
.wrong { color: var(--stopped); font-weight: 600; }
.who { display: flex; flex-direction: column; align-items: flex-start; padding: 10px 16px; background: var(--well); border-radius: 10px; }
.who span { color: var(--quiet); font-size: 14px; line-height: 20px; }
.who strong { font-weight: 600; }
.who bdi { color: var(--second); font-size: 15px; overflow-wrap: anywhere; }
.asks { margin-top: 8px; padding: 0; list-style: none; }
.asks li { padding: 8px 0; border-top: 1px solid var(--hairline); }
.asks li:first-child { border-top: 0; }
.ask { display: flex; gap: 12px; align-items: flex-start; }
.ask svg { flex: none; width: 20px; height: 20px; margin-top: 2px; }
.ask path { fill: none; stroke: var(--link); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.ask input { flex: none; width: 20px; height: 20px; margin: 2px 0 0; accent-color: var(--brand); }
.buttons { display: flex; flex-direction: column; gap: 10px; margin-top: 22px; }
button { width: 100%; min-height: 46px; padding: 8px 18px; border-radius: 10px; border: 1px solid var(--line); background: transparent; color: var(--ink); font: inherit; font-weight: 600; cursor: pointer; }
button:hover { background: var(--well); }
button.main { border-color: var(--brand); background: var(--brand); color: var(--on-brand); }
button.main:hover { background: var(--brand-hover); border-color: var(--brand-hover); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; box-shadow: 0 0 0 5px var(--ring); }
input:focus-visible { outline-offset: 0; }
.said { margin-top: 18px; padding: 12px 16px; background: var(--well); border-radius: 10px; font: 14px/20px "Atkinson Hyperlegible Mono", ui-monospace, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
footer { padding: 0 16px 24px; color: var(--quiet); font-size: 14px; line-height: 20px; text-align: center; }
.ltr { direction: ltr; unicode-bidi: isolate; }
@media (max-width: 520px) { main { justify-content: flex-start; padding-top: 16px; } .card { padding: 26px 20px 24px; } }
@media (forced-colors: active) {
  .card, .note, .who, .said { border: 1px solid CanvasText; }
  :focus-visible { outline-color: CanvasText; box-shadow: none; }
  .band { border-bottom-color: CanvasText; }
  .maker .paper { fill: CanvasText; }
  .maker .flap { stroke: Canvas; }
  .ask path { stroke: CanvasText; }
  button.main { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
}
`;
