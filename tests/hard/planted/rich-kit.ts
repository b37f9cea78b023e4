import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fiches } from './planted-edition.ts'

/** Lays the small kit with what few kits have: a notice for shops, an audit, words that mean the same, places of every kind, numbered
 *  lists, and a word that stands in more fiches than the search shows at once. */
export async function layRichKit(dir: string): Promise<void> {
  await cp(fiches, dir, { recursive: true })
  const at = (path: string) => join(dir, path)
  const settings = await readFile(at('kit.yaml'), 'utf8')
  await writeFile(
    at('kit.yaml'),
    `${settings.replace('audit: null', AUDIT).replace('etat: non,', '')}\nnotice: { resume: Un carnet, thema: { JPR: Administration locale } }\n`,
  )
  await writeFile(at('recherche.yaml'), '- [marché, halle]\n')
  for (const [index, lieu] of PLACES.entries()) {
    const numero = 3 + index
    await writeFile(at(`pratiques/${String(numero).padStart(2, '0')}-composter.md`), ficheOf(numero, lieu))
  }
}

const AUDIT =
  'audit: { date: 2030-02-14, auditeur: Cabinet des essais, resultat: 83 % des critères sont respectés., etat: partielle, url: https://example.org/audit }'

const PLACES = [
  'Lyon (69)',
  'Sain-Bel (69)',
  'Métropole de Lyon (69)',
  ...Array.from({ length: 9 }, () => null),
]

const ficheOf = (numero: number, lieu: string | null) => `---
numero: ${numero}
slug: composter-${numero}
titre: Composter, cahier ${numero}
famille: pratique
statut: publiee
resume: Un tas, des vers, du temps.
mots_cles: [compost]
maj: 2030-05
---

Le compost rend à la terre ce qu'elle a donné.

## Le tas

Le compost se retourne une fois par saison :

1. ouvrir le tas ;
2. le retourner.
${lieu === null ? '' : `\n::: exemple Un bac au pied des immeubles · ${lieu}\nLes habitants y portent leurs épluchures.\n:::\n`}`
