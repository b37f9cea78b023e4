import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { Draft } from '../draft.ts'
import { adresse } from '../schemas/formes.ts'

/** The public address is that of the server, with or without the path of the site on it. */
export function* checkSite({ kit }: Draft): Generator<Diagnostic> {
  const { url = null, base = '/' } = kit?.value?.site ?? {}
  if (!kit || url === null) return
  // The form of its letters is right, and yet no name is made of them (`xn--a`, `1.2.3.999`).
  if (!URL.canParse(url))
    return yield diagnose('valeur-forme', kit.yaml.placeOf(['site', 'url']), {
      chemin: 'site › url',
      valeur: url,
      attendu: adresse.forme,
    })
  const path = new URL(url).pathname.replace(/\/?$/, '/')
  if (path !== '/' && path !== base)
    yield diagnose('site-ailleurs', kit.yaml.placeOf(['site', 'url']), { valeur: path, base })
}
