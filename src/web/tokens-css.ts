import type { Kit } from '../kit.ts'
import { tokensCss } from '../tokens.ts'
import { darkTokensCss } from './dark.ts'
import { darkChartsCss } from './dark-charts.ts'

const NIGHT = '@media screen and (prefers-color-scheme: dark)'

/** What the site's style sheet cannot know before it knows the kit: the colours by day and by night, and the filter by
 *  family, which works without script: one radio button a family hides the others. */
export function siteTokensCss(kit: Kit): string {
  return [
    tokensCss(kit),
    `:root { --sur-solid: ${kit.tokens.neutre.papier.hex}; --encre: var(--texte); }`,
    ...kit.familles.map(({ id }) => `.famille-${id} { --encre: var(--solid); }`),
    // For readers who ask for a dark screen; paper stays light.
    `${NIGHT} {\n${darkTokensCss(kit)}\n}`,
    ...kit.familles.map(
      ({ id }) => `:root:has(#famille-${id}:checked) .liste-fiches > :not(.famille-${id}) { display: none; }`,
    ),
  ].join('\n')
}

/** What the charts of the site become at night: their style sheet cannot know it before it knows the kit. */
export const siteChartsCss = (kit: Kit): string => `${NIGHT} {\n${darkChartsCss(kit)}\n}`
