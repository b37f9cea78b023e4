import { espace, insecable, remplacer } from './rule.ts'

/** Written against the number by some authors, and nothing else when they are. */
const collees = '% € ‰ k€ M€ Md€ Mds€ km km² m² m³ kg ha kW kWh kWc MW MWh MWc GW GWh TWh °C'.split(' ')
/** Only after a typed space. */
const separees =
  'm cm mm g t h min W Wh ko Mo Go ETP euros? millions? milliards? tonnes? hectares? ans? mois jours? heures?'.split(
    ' ',
  )

const apres = "(?![\\p{L}\\p{N}’'_-])"

/** A unit, with the space that this rule has put before it. */
export const unite = new RegExp(`^${insecable}(?:${[...collees, ...separees].join('|')})${apres}`, 'u')

/** A no-break space between a number and its unit. */
export const unites = remplacer(
  'unites',
  new RegExp(
    `(?<=\\d)(?:${espace}{1,3}(?=(?:${[...collees, ...separees].join('|')})${apres})|(?=(?:${collees.join('|')})${apres}))`,
    'gu',
  ),
  insecable,
)
