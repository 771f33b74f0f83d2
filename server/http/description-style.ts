/** Of the page that describes the interface; in the page itself, as nothing is fetched. */
export const descriptionStyle = `
:root{color-scheme:light dark;--ground:#f5f7f7;--surface:#fff;--sunken:#eef2f1;--line:#d9e0df;--text:#16201f;--soft:#4c5957;--accent:#0f766e;--post:#4338ca;--put:#92400e;--delete:#b91c1c}
@media(prefers-color-scheme:dark){:root{--ground:#0e1314;--surface:#161d1e;--sunken:#1e2728;--line:#2e393a;--text:#e6edec;--soft:#b1bdbb;--accent:#5eead4;--post:#a5b4fc;--put:#fbbf24;--delete:#fca5a5}}
*{box-sizing:border-box}
body{display:grid;grid-template-columns:minmax(0,60rem);justify-content:center;gap:0 40px;margin:0;padding:32px 16px 64px;background:var(--ground);color:var(--text);font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{margin:0 0 8px;font-size:24px;line-height:1.3}h2{margin:32px 0 12px;font-size:18px}h3{margin:16px 0 6px;font-size:13px}
h1 small,small{font-size:13px;font-weight:400;color:var(--soft)}p{max-width:46rem;margin:0 0 8px}header p{color:var(--soft)}a{color:var(--accent)}
code,pre{font-family:ui-monospace,"SF Mono",Consolas,"Noto Sans Mono CJK SC",monospace;font-size:13px}
nav ul{display:flex;flex-wrap:wrap;gap:6px 16px;margin:16px 0 0;padding:0;list-style:none}nav a{text-decoration:none}nav a:hover{text-decoration:underline}nav small{font-variant-numeric:tabular-nums}
section{scroll-margin-top:16px}
details{margin:6px 0;border:1px solid var(--line);border-radius:6px;background:var(--surface)}details[open]{padding-bottom:14px}details>:not(summary){margin-left:16px;margin-right:16px}
summary{display:grid;grid-template-columns:64px minmax(0,5fr) minmax(0,4fr);gap:4px 12px;align-items:baseline;padding:9px 16px;border-radius:6px;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}summary:hover{background:var(--sunken)}summary:focus-visible{outline:2px solid var(--accent)}
summary code{overflow-wrap:anywhere}summary span{color:var(--soft);font-size:14px}
b{font-size:12px}.GET{color:var(--accent)}.POST{color:var(--post)}.PUT,.PATCH{color:var(--put)}.DELETE{color:var(--delete)}
.who{margin-top:4px;color:var(--soft);font-size:13px}
.table{overflow-x:auto}table{border-collapse:collapse}td{padding:2px 20px 2px 0;vertical-align:top;font-size:13px}
pre{margin-top:0;margin-bottom:0;max-height:30rem;padding:10px 12px;border-radius:6px;background:var(--sunken);overflow:auto;line-height:1.55}
@media(max-width:640px){summary{grid-template-columns:64px minmax(0,1fr)}summary span{grid-column:2}}
@media(min-width:1240px){body{grid-template-columns:11rem minmax(0,60rem);padding-inline:32px}header,main{grid-column:2}nav{grid-column:1;grid-row:1/span 2;position:sticky;top:32px;align-self:start}nav ul{display:block;margin:4px 0 0}nav li{display:flex;justify-content:space-between;padding:3px 0}}
`;
