/** The look of the report: it is read on a screen and printed for the file. */
export const css = `
:root { --texte: #1f1f1d; --gris: #646463; --filet: #d0d0d0; --vert: #006c5e; --rouge: #b53310; --ambre: #8a5a00; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--texte); background: #fff; font: 16px/1.5 "Source Sans 3", "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .75rem; padding-top: .5rem; border-top: 3px solid var(--texte); font-size: 1.25rem; }
h3 { margin: 0 0 .25rem; font-size: 1.05rem; }
p { margin: 0 0 .75rem; max-width: 44rem; }
.fichier { color: var(--gris); overflow-wrap: anywhere; }
.verdict { margin: 1.5rem 0; padding: 1.25rem 1.5rem; color: #fff; background: var(--vert); }
.verdict.remarque { background: var(--ambre); }
.verdict.erreur { background: var(--rouge); }
.verdict p { margin: 0; }
.verdict .mot { font-size: 1.5rem; font-weight: 700; line-height: 1.3; }
.remises { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem; }
.remise { padding: 1rem 1.25rem; border: 2px solid var(--texte); }
.remise h2 { margin: 0 0 .5rem; padding: 0; border: 0; }
.remise ul { margin: 0 0 .75rem; padding: 0; list-style: none; overflow-wrap: anywhere; }
.remise p:last-child { margin: 0; }
dl { display: flex; flex-wrap: wrap; gap: .75rem 2.25rem; margin: 0; }
dt { color: var(--gris); font-size: .875rem; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.controle { margin: 0 0 1rem; padding: 1rem 1.25rem; border-left: 4px solid var(--ambre); background: #f6f6f4; }
.controle.erreur { border-color: var(--rouge); }
.controle ul { margin: 0; padding-left: 1.25rem; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--filet); text-align: left; vertical-align: top; }
thead th { color: var(--gris); font-size: .875rem; font-weight: 600; }
tbody th { font-weight: 600; }
.marque { width: 1em; height: 1em; vertical-align: -.1em; fill: none; stroke: currentColor; stroke-width: 2.5; }
.badge { white-space: nowrap; font-weight: 600; color: var(--vert); }
.badge.remarque, .badge.non-verifie { color: var(--ambre); }
.badge.erreur { color: var(--rouge); }
@media (max-width: 44rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr, tbody th, td { display: block; border: 0; padding: 0 0 .125rem; }
  td[data-nom]::before { content: attr(data-nom) "\\00a0: "; color: var(--gris); }
  tr { padding: .625rem 0; border-bottom: 1px solid var(--filet); }
}
@media print { main { max-width: none; padding: 0; } .verdict, .controle { print-color-adjust: exact; break-inside: avoid; } tr { break-inside: avoid; } }
`
