import { plural } from '../../../src/french.ts'
import { html, reportPage } from '../../../src/problems/report-page.ts'
import type { Difference } from './judge.ts'
import { css, script } from './look.ts'
import { kindNames, kinds, nameOf, summarize } from './summary.ts'

/** Pages that only moved are many and alike: the first ones show what happened. */
const SHOWN: Partial<Record<Difference['kind'], number>> = { deplacee: 12, renumerotee: 24 }

/** One page that holds everything: before, after and difference, side by side and under a slider. */
export function visualReport(title: string, differences: readonly Difference[], total: number): string {
  const groups = kinds.flatMap(kind => {
    const ofKind = differences.filter(difference => difference.kind === kind)
    return ofKind.length === 0 ? [] : [groupOf(kind, ofKind)]
  })
  const body = `<p class="bilan">${html(summarize(differences))} sur ${total} vues comparées.</p>
<p>À gauche l’image acceptée, au milieu celle d’aujourd’hui, à droite ce qui les sépare. Quand tout est voulu&nbsp;:
<code>npm run visual:accept</code>.</p>
${groups.join('\n')}`
  return reportPage({ title: 'Rapport visuel', subject: title, css, body, script })
}

function groupOf(kind: Difference['kind'], differences: readonly Difference[]): string {
  const shown = differences.slice(0, SHOWN[kind] ?? differences.length)
  const rest = differences.slice(shown.length)
  const { one, many, what } = kindNames[kind]
  const names = rest.map(difference => `<li>${html(nameOf(difference))}</li>`)
  return `<section>
<h2>${differences.length} ${differences.length > 1 ? many : one}</h2>
<p>${what}</p>
${shown.map(differenceOf).join('\n')}
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
  const slider =
    pictures.before && pictures.after
      ? `<figure class="volet"><figcaption>Volet</figcaption><div class="piles"><img src="${dataUri(pictures.before)}" alt=""><img class="dessus" src="${dataUri(pictures.after)}" alt=""></div>
<input type="range" min="0" max="100" value="50" aria-label="Volet entre avant et après : ${html(name)}"></figure>`
      : ''
  return `<article class="${kind}">
<h3>${html(name)}</h3>
${constat ? `<p class="constat">${html(constat)}</p>` : ''}
${pixels > 0 ? `<p class="mesure">${plural(pixels, 'pixel')}</p>` : ''}
${cropsOf(difference)}
<div class="vues">${views.join('')}${slider}</div>
</article>`
}

/** What differs, close to: the same part of both pictures, twice as large. */
function cropsOf({ box, pictures: { before, after } }: Difference): string {
  if (!box || !before || !after) return ''
  const [left, top, right, bottom] = [
    box[0] - MARGIN,
    box[1] - MARGIN,
    box[2] + MARGIN,
    Math.min(box[3], box[1] + CROP) + MARGIN,
  ]
  const crop = (label: string, picture: Uint8Array) =>
    `<figure><figcaption>${label}, de près</figcaption><div class="pres"><svg width="${2 * (right - left)}" height="${2 * (bottom - top)}" viewBox="${left} ${top} ${right - left} ${bottom - top}" role="img" aria-label="${label}, de près"><image href="${dataUri(picture)}"/></svg></div></figure>`
  return `<div class="vues">${crop('Avant', before)}${crop('Après', after)}</div>`
}

/** Around what differs, and its greatest height, in pixels of the picture. */
const [MARGIN, CROP] = [12, 160]

const dataUri = (png: Uint8Array) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`
