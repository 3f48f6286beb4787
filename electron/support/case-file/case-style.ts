// How a case file looks in a browser, light, dark and on paper: Postkey's own colours, the system's own letters. Nothing is fetched.

export const caseStyle = `
:root{--desk:#e9efe7;--sheet:#fdfefb;--ink:#132420;--second:#41514c;--line:#d6ddd6;--brand:#0a4f42;--stamp:#d8f0e7;--frame:#9cc9ba}
@media (prefers-color-scheme:dark){:root{--desk:#111311;--sheet:#1d201d;--ink:#ebeee8;--second:#c0c6bf;--line:#363c38;--brand:#84d0b5;--stamp:#18372f;--frame:#3d6b5d}}
*{box-sizing:border-box}
body{margin:0;padding:32px 16px;background:var(--desk);color:var(--ink);font:400 15px/22px system-ui,'Segoe UI','Noto Sans',sans-serif}
header,main{max-width:860px;margin:0 auto;background:var(--sheet);padding:28px 36px}
header{display:flex;gap:24px;justify-content:space-between;align-items:flex-start;border-radius:16px 16px 0 0;padding-bottom:4px}
main{border-radius:0 0 16px 16px;padding-top:0}
h1{margin:0;font-size:28px;line-height:34px;font-weight:600}
header p{margin:6px 0 0;color:var(--second);max-width:540px}
.stamp{flex:none;margin:0;padding:12px 18px;border:2px dashed var(--frame);background:var(--stamp);color:var(--brand);font:600 20px/24px ui-monospace,'DejaVu Sans Mono',monospace;direction:ltr}
section{padding-top:22px}
h2{margin:0 0 6px;font-size:17px;line-height:24px;font-weight:600;border-bottom:1px solid var(--line);padding-bottom:4px;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:minmax(8em,14em) minmax(0,1fr);gap:3px 20px;margin:0}
dt{color:var(--second);overflow-wrap:anywhere}
dd{margin:0;overflow-wrap:anywhere;unicode-bidi:plaintext}
dd.whole{grid-column:1/-1;font:400 12.5px/18px ui-monospace,'DejaVu Sans Mono',monospace}
@media (max-width:600px){dl{grid-template-columns:minmax(0,1fr)}dd{margin-bottom:6px}header{flex-direction:column}header,main{padding-inline:18px}}
@media print{body{padding:0;background:none;font-size:10pt;line-height:14pt}header,main{max-width:none;padding-inline:0;background:none}section{break-inside:auto}h2{break-after:avoid}}
`;
