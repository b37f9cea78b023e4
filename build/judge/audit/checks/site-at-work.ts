import type { AuditCheck } from '../material.ts'
import { composer } from '../use/composer.ts'
import { copies } from '../use/copies.ts'
import { dialog } from '../use/dialog.ts'
import { examples, nearby } from '../use/examples.ts'
import { offline } from '../use/offline.ts'
import { reading } from '../use/reading.ts'
import { results } from '../use/results.ts'
import { search } from '../use/search.ts'
import { useSite } from '../use/session.ts'

/** The programs of the site do what its readers are promised. The last needs no network, and ends it. */
export const siteAtWork: AuditCheck = {
  id: 'usage-site',
  title:
    'Recherche, filtres, liens copiés, fiches choisies et lecture sans réseau font ce qu’un lecteur en attend',
  async *run(material) {
    yield* await useSite(
      [search, results, dialog, reading, examples, nearby, copies, composer, offline],
      material,
    )
    return 'Le site ouvert dans un navigateur, et ce que donne chaque choix'
  },
}
