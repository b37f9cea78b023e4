/** The look of the report. Its colours are the system's own: what is shown has colours enough. */
export const css = `
:root { color-scheme: light dark; }
body { margin: 0; font: 16px/1.5 "Source Sans 3", "Segoe UI", Helvetica, Arial, sans-serif; }
main { padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .5rem; padding-top: .5rem; border-top: 3px solid; font-size: 1.25rem; }
h3 { margin: 0; font-size: 1.05rem; }
p { margin: 0 0 .75rem; max-width: 48rem; }
.bilan { margin-top: 1rem; font-size: 1.25rem; font-weight: 700; }
article { margin: 1.5rem 0; padding: 1rem 0 0; border-top: 1px solid; }
.constat { font-weight: 600; }
.pres { max-width: 90vw; overflow: auto; border: 1px solid GrayText; }
.pres svg { display: block; image-rendering: pixelated; background: Canvas; }
.mesure, figcaption { font-size: .875rem; opacity: .75; }
.vues { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 1rem; }
figure { margin: 0; }
img { display: block; max-width: 100%; border: 1px solid GrayText; }
.piles { position: relative; }
.piles .dessus { position: absolute; inset: 0 auto auto 0; clip-path: inset(0 0 0 var(--volet, 50%)); }
.volet input { width: 100%; margin: .5rem 0 0; }
`

/** Moves the upper picture's edge with the slider. */
export const script = `
for (const input of document.querySelectorAll('.volet input'))
  input.addEventListener('input', () => input.parentElement.style.setProperty('--volet', input.value + '%'))
`
