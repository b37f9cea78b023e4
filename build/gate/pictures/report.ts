import { html, plural, reportPage } from '../../../src/problems/index.ts'
import type { Difference } from './judge.ts'

/** Pages that only moved are many and alike: the first ones show what happened. */
const MOST_PICTURES: Partial<Record<Difference['kind'], number>> = { deplacee: 12, renumerotee: 24 }

/** One page that holds everything: before, after and difference, side by side. */
export function visualReport(title: string, differences: readonly Difference[], total: number): string {
  const groups = kinds.flatMap(kind => {
    const ofKind = differences.filter(difference => difference.kind === kind)
    return ofKind.length === 0 ? [] : [groupOf(kind, ofKind)]
  })
  const body = `<p class="bilan">${html(summarize(differences))} sur ${total} vues comparées.</p>
<p>À gauche l’image acceptée, au milieu celle d’aujourd’hui, à droite ce qui les sépare. Quand tout est voulu&nbsp;:
<code>npm run visual:accept</code>.</p>
${groups.join('\n')}`
  return reportPage({ title: 'Rapport visuel', subject: title, css, body })
}

function groupOf(kind: Difference['kind'], differences: readonly Difference[]): string {
  const first = differences.slice(0, MOST_PICTURES[kind] ?? differences.length)
  const rest = differences.slice(first.length)
  const { one, many, what } = kindNames[kind]
  const names = rest.map(difference => `<li>${html(nameOf(difference))}</li>`)
  return `<section>
<h2>${differences.length} ${differences.length > 1 ? many : one}</h2>
<p>${what}</p>
${first.map(differenceOf).join('\n')}
${rest.length > 0 ? `<details><summary>et ${plural(rest.length, 'autre')}, sans image</summary><ul>${names.join('')}</ul></details>` : ''}
</section>`
}

function differenceOf(difference: Difference): string {
  const { pictures, pixels, kind, constat } = difference
  const name = nameOf(difference)
  const views = [
    { label: 'Avant', picture: pictures.before },
    { label: 'Après', picture: pictures.after },
    { label: 'Différence', picture: pictures.difference },
  ].flatMap(({ label, picture }) =>
    picture
      ? [
          `<figure><figcaption>${label}</figcaption><img src="${dataUri(picture)}" alt="${label} : ${html(name)}"></figure>`,
        ]
      : [],
  )
  return `<article class="${kind}">
<h3>${html(name)}</h3>
${constat ? `<p class="constat">${html(constat)}</p>` : ''}
${pixels > 0 ? `<p class="mesure">${plural(pixels, 'pixel')}</p>` : ''}
<div class="vues">${views.join('')}</div>
</article>`
}

const dataUri = (png: Uint8Array) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`

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
.mesure, figcaption { font-size: .875rem; opacity: .75; }
.vues { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 1rem; }
figure { margin: 0; }
img { display: block; max-width: 100%; border: 1px solid GrayText; }
`

export const kinds = [
  'changee',
  'reecrite',
  'ajoutee',
  'disparue',
  'renumerotee',
  'deplacee',
] as const satisfies readonly Difference['kind'][]

/** Heading of each kind of difference, for one and for many. */
export const kindNames: Record<Difference['kind'], { one: string; many: string; what: string }> = {
  changee: {
    one: 'vue changée sans qu’un mot change',
    many: 'vues changées sans qu’un mot change',
    what: 'Personne n’y a rien écrit : ce changement est voulu, ou il est à corriger.',
  },
  reecrite: {
    one: 'vue réécrite',
    many: 'vues réécrites',
    what: 'Ses mots ont changé, et son image avec eux.',
  },
  ajoutee: { one: 'vue nouvelle', many: 'vues nouvelles', what: 'Il n’y a pas encore d’image de référence.' },
  disparue: { one: 'vue disparue', many: 'vues disparues', what: 'L’image de référence n’a plus de page.' },
  renumerotee: {
    one: 'vue où seuls des numéros de page ont changé',
    many: 'vues où seuls des numéros de page ont changé',
    what: 'Ces pages renvoient à des pages qui se sont déplacées.',
  },
  deplacee: {
    one: 'page seulement déplacée',
    many: 'pages seulement déplacées',
    what: 'Le texte est le même ; la page porte un autre numéro.',
  },
}

/** Views that changed, by kind, for whoever shows them. Pictures are addresses of data. */
export const changedViews = (differences: readonly Difference[]) =>
  kinds.flatMap(kind => {
    const views = differences.filter(difference => difference.kind === kind)
    const { one, many, what } = kindNames[kind]
    const address = (png: Uint8Array | null) => png && dataUri(png)
    return views.length === 0
      ? []
      : {
          title: `${views.length} ${views.length > 1 ? many : one}`,
          what,
          views: views.map(difference => ({
            name: nameOf(difference),
            constat: difference.constat,
            before: address(difference.pictures.before),
            after: address(difference.pictures.after),
          })),
        }
  })

/** « Commande publique responsable, PDF, page 3 du document, p. 34 (avant : p. 33) » */
export function nameOf({ now, former }: Difference): string {
  const shot = now ?? former
  if (!shot) return ''
  const edition = { pdf: 'PDF', site: 'site', epub: 'livre numérique' }[shot.edition]
  const folio = shot.page === null ? '' : `, p. ${shot.page}`
  const before = now && former && now.page !== former.page ? ` (avant : p. ${former.page})` : ''
  return `${shot.titre}, ${edition}, ${shot.vue}${folio}${before}`
}

/** « 2 vues changées, 40 pages seulement déplacées » */
export function summarize(differences: readonly Difference[]): string {
  const parts = kinds.flatMap(kind => {
    const count = differences.filter(difference => difference.kind === kind).length
    return count === 0 ? [] : [`${count} ${count > 1 ? kindNames[kind].many : kindNames[kind].one}`]
  })
  return parts.length === 0 ? 'aucune différence' : parts.join(', ')
}
