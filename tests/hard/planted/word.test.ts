import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { word } from './artefacts/word.ts'
import { fiches } from './planted-edition.ts'
import { soundEdition } from './sound-edition.ts'

/** What the small kit's first fiche lacks, for Word to show. */
const MORE = `
## Planter à plusieurs

Demander le [guide de la plantation](https://example.org/guide).

Planter *avant* l'hiver.

1. creuser un trou ;
2. poser l'arbre.

| Essence | Hauteur (m) |
|---|---:|
| Tilleul | 30 |
| Chêne | 35 |

::: graphique courbe Arbres plantés chaque année
| Année | Chênes | Tilleuls |
|---|---:|---:|
| 2010 | 12 | 40 |
| 2015 | 25 | 30 |
| 2025 | 60 | 18 |
Source : Atelier des essais, 2030.
:::
`

async function layWordKit(folder: string): Promise<void> {
  await cp(fiches, folder, { recursive: true })
  const append = async (path: string, text: string) => {
    const file = join(folder, path)
    await writeFile(file, `${await readFile(file, 'utf8')}${text}`)
  }
  await append('kit.yaml', '\nreutilisation: { word: true }\n')
  await append('reperes/01-planter-un-arbre.md', MORE)
}

soundEdition(['mots-word', 'forme-word'], layWordKit)(word)
