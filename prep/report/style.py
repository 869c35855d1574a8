"""The style sheet of both report pages: screen, dark, print."""

STYLE = """
:root{--ink:#16202b;--quiet:#5a6876;--line:#d9e0e6;--paper:#fff;--wash:#f4f7f9;--accent:#0b6e6e;--bar:#2a8c8c;
--good:#0f6b3a;--good-wash:#e5f4ea;--warn:#8a4b00;--warn-wash:#fdf0de;--block:#a11226;--block-wash:#fbe6e8;
--info:#1d4f91;--info-wash:#e6eef9}
@media (prefers-color-scheme:dark){:root{--ink:#e6ecf1;--quiet:#9fb0bf;--line:#33414d;--paper:#12181e;--wash:#1b242c;
--accent:#5cc4c0;--bar:#4bb3ae;--good:#7fd6a2;--good-wash:#173626;--warn:#f0b36a;--warn-wash:#3b2a14;--block:#ff9aa5;
--block-wash:#431c22;--info:#9cc3f5;--info-wash:#1a2d47}}
*{box-sizing:border-box}
body{margin:0;background:var(--wash);color:var(--ink);font:15px/1.55 Inter,system-ui,"Segoe UI",Roboto,sans-serif;
font-variant-numeric:tabular-nums}
main{max-width:60rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
header{border-bottom:3px solid var(--accent);padding-bottom:1.2rem;margin-bottom:1.6rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .3rem;letter-spacing:-.01em}
h2{font-size:1.15rem;margin:0 0 .8rem}
h3{font-size:.95rem;margin:1.2rem 0 .3rem;color:var(--quiet);font-weight:600}
p{margin:.3rem 0 .8rem;max-width:46rem}
.quiet{color:var(--quiet)}
.ribbon{display:inline-block;margin-bottom:.8rem;padding:.15rem .7rem;border-radius:1rem;font-size:.8rem;
font-weight:600;
background:var(--good-wash);color:var(--good)}
.ribbon.local{background:var(--warn-wash);color:var(--warn)}
section{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:1.3rem 1.5rem;margin:0 0 1.2rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.8rem;background:none;border:0;padding:0}
.tile{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:.9rem 1.1rem}
.tile b{display:block;font-size:1.5rem;line-height:1.25;letter-spacing:-.01em}
.tile span{color:var(--quiet);font-size:.85rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;color:var(--quiet);padding-bottom:.4rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .7rem .45rem 0;border-bottom:1px solid var(--line)}
thead th{color:var(--quiet);font-weight:600;font-size:.8rem}
tbody th{font-weight:500}.code{white-space:nowrap}
tbody tr:last-child>*{border-bottom:0}
.number{text-align:right;white-space:nowrap}
.hash,.place,code{font:.8rem/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
.place{min-width:7rem}.place.lines{min-width:12rem}
.pill{display:inline-block;min-width:5.1rem;margin-right:.3rem;padding:0 .55rem;border-radius:1rem;font-size:.78rem;
font-weight:600;text-align:center;white-space:nowrap}
.pill.block{background:var(--block-wash);color:var(--block)}.pill.warn{background:var(--warn-wash);color:var(--warn)}
.pill.info{background:var(--info-wash);color:var(--info)}.pill.removed,.pill.good{background:var(--good-wash);color:var(--good)}
.shares th,.shares td{vertical-align:middle}
.shares th{white-space:nowrap;padding-right:1rem}.share{width:99%}.share-bar{width:100%;height:.7rem;display:block}
.chart{width:100%;height:auto;display:block;margin:.2rem 0 .6rem}
.square{max-width:22rem}figure{margin:0}figcaption{color:var(--quiet);font-size:.9rem;padding-bottom:.4rem}
.bar{fill:#2a8c8c;fill:var(--bar)}.axis{stroke:#bbb;stroke:var(--line);stroke-width:1}
.tick{fill:var(--quiet);font-size:11px}.middle{text-anchor:middle}.end{text-anchor:end}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:0 2rem}
.server{color:var(--quiet);font-style:italic}
.example{display:inline-block;margin:.1rem .3rem .1rem 0;padding:0 .4rem;border-radius:4px;background:var(--warn-wash);
color:var(--warn);overflow-wrap:anywhere}
.examples{width:42%;min-width:10rem}
ul.rules{margin:.2rem 0 0;padding-left:1.1rem;columns:2;column-gap:2rem}
ul.rules li{break-inside:avoid}
@media screen and (max-width:48rem){main{padding:1.5rem .8rem 3rem}section{padding:1rem;overflow-x:auto}
.hash{min-width:16rem}td:last-child{min-width:10rem}.tiles,.shares td{min-width:0;overflow:visible}
ul.rules{columns:1}}
@media print,screen and (max-width:48rem){.code{white-space:normal}
.code code{display:inline-block;overflow-wrap:normal}}
footer{color:var(--quiet);font-size:.82rem;margin-top:1.6rem}
@media print{:root{--ink:#000;--paper:#fff;--wash:#fff;--quiet:#444;--line:#bbb;--bar:#2a8c8c}
body{background:#fff;font-size:10pt}main{max-width:none;padding:0}
section{border-radius:0;border-width:1px 0 0;padding:.8rem 0;margin:0}
.tiles{grid-template-columns:repeat(5,1fr);margin:0 0 1rem;padding-right:1px}
.tile{padding:.5rem .7rem}.tile b{font-size:1.15rem}
footer,.tile,tr,.chart,h3,figure,.whole{break-inside:avoid}h2,h2+p,h3,caption{break-after:avoid}}
@page{margin:16mm}
"""
