// The one style sheet of the browser page, allowed by its hash in the content policy. Static: nothing from outside may enter it,
// and nothing in it loads anything.
import { createHash } from 'node:crypto';

const light = `--desk:#e9efe7;--letter:#fdfefb;--edge:#d6ddd6;--ink:#132420;--second:#41514c;--quiet:#56645f;--mark:#5a6862;
--stamp:#d8f0e7;--frame:#8fb9a9;--envelope:#0a4f42;--flap:#d8f0e7;--blade:#c79534;--line:#b5c2ba;--stopped:#a12623;
--wide:min(27.5rem,100vw - 3rem,max(15rem,60vh));
--shade:0 1px 2px rgb(10 79 66/.07),0 12px 32px -12px rgb(10 79 66/.22)`;
const dark = `--desk:#111311;--letter:#0a2b24;--edge:#2a4640;--ink:#ebeee8;--second:#c0c6bf;--quiet:#a3aca5;--mark:#b3c8bf;
--stamp:#18372f;--frame:#3d6a5e;--envelope:#84d0b5;--flap:#0a2b24;--blade:#e2b75c;--line:#395e54;--stopped:#fc9d94;--shade:none`;
const forced = `--desk:Canvas;--letter:Canvas;--edge:CanvasText;--ink:CanvasText;--second:CanvasText;--quiet:CanvasText;--mark:CanvasText;
--stamp:Canvas;--frame:CanvasText;--envelope:CanvasText;--flap:Canvas;--blade:CanvasText;--line:CanvasText;--stopped:CanvasText;--shade:none`;

export const browserPageStyle = `:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
@media (forced-colors:active){:root{${forced}}}
*{box-sizing:border-box;margin:0}
html{background:var(--desk);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%;
font:1rem/1.5 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
body{min-height:100vh;display:grid;grid-template-columns:minmax(0,40rem);place-content:center;padding:2rem 1.5rem}
main{display:grid;grid-template-columns:minmax(0,1fr);justify-items:center;text-align:center}
.letter{position:relative;width:27.5rem;width:var(--wide);max-width:100%;aspect-ratio:440/262;background:var(--letter);border:1px solid var(--edge);border-radius:1rem;box-shadow:var(--shade)}
.franking{position:absolute;inset:0;width:100%;height:100%;overflow:visible}
.to{position:absolute;inset-inline-start:9.2%;bottom:9%;min-width:35%;max-width:82%;padding-bottom:.55em;border-bottom:1.5px solid var(--line);text-align:start;line-height:1.4;
font-size:1.125rem;font-size:max(.75rem,calc(var(--wide)*.041));color:var(--second)}
.to b{display:block;font-size:1.22em;font-weight:600;color:var(--ink)}
h1{margin-top:2.5rem;margin-top:clamp(1.25rem,5.4vh,2.5rem);font-size:2.25rem;font-size:clamp(1.625rem,6.4vw,2.25rem);line-height:1.22;font-weight:600;letter-spacing:-.015em;text-wrap:balance;overflow-wrap:anywhere}
.lead{margin-top:1rem;max-width:24rem;font-size:1.125rem;line-height:1.55;color:var(--second);text-wrap:balance}
.look{margin-top:1.75rem;display:flex;align-items:center;gap:.75rem;text-align:start;font-size:.9375rem;line-height:1.47;color:var(--second)}
.look span{display:block}
.icon{flex:none;width:2.5rem;height:2.5rem}
.end{margin-top:2rem;font-size:.875rem;line-height:1.6;color:var(--quiet)}
.end span{display:inline-block}
.end b{font-family:"Atkinson Hyperlegible Mono",ui-monospace,"Cascadia Mono","SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-weight:600;color:var(--second);
white-space:nowrap;unicode-bidi:isolate;user-select:all;-webkit-user-select:all}
.paper{fill:var(--stamp)}
.holes{fill:none;stroke:var(--letter);stroke-width:3.4;stroke-linecap:round;stroke-dasharray:0 6}
.frame{fill:none;stroke:var(--frame)}
.envelope{fill:var(--envelope)}
.flap{fill:none;stroke:var(--flap);stroke-width:4;stroke-linecap:round;stroke-linejoin:round}
.blade{fill:var(--blade)}
.ink{fill:none;stroke:var(--mark);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.franking text{fill:var(--mark);text-anchor:middle;font-weight:600}
.ring{font-size:11px;letter-spacing:1.4px}
.ring.long{font-size:9px;letter-spacing:.4px}
.time{font-size:19px;font-variant-numeric:tabular-nums}
.date{font-size:11px;letter-spacing:.4px}
.date.long{font-size:9px;letter-spacing:0}
.stopped .ink{stroke:var(--stopped)}
.stopped .franking text{fill:var(--stopped)}
[dir=rtl] h1,[dir=rtl] .ring,[dir=rtl] .date{letter-spacing:0}
@media (forced-colors:active){.letter{border-width:2px}.paper{stroke:CanvasText}.holes{stroke:none}.franking text,.ink{forced-color-adjust:none}.icon{forced-color-adjust:none}}
@media print{html{background:none}.letter{box-shadow:none}}`;

/** Scripts, frames, forms, connections and every resource but the tab's own picture are off. */
export const browserPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(browserPageStyle).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
