import { withBase } from '../../src/addresses.ts'
import type { Kit } from '../../src/kit.ts'

/** What a device needs to install the site beside its other applications. @see https://www.w3.org/TR/appmanifest/ */
export function webAppManifest(kit: Kit): string {
  const icon = (name: string, rest: Record<string, string>) => ({
    src: withBase(`/icones/${name}`, kit),
    ...rest,
  })
  const home = withBase('/', kit)
  const manifest = {
    id: home,
    name: kit.titre,
    short_name: kit.titre,
    ...(kit.sous_titre && { description: kit.sous_titre }),
    lang: 'fr',
    dir: 'ltr',
    start_url: home,
    scope: home,
    display: 'standalone',
    background_color: kit.tokens.neutre.papier.hex,
    theme_color: kit.tokens.neutre.papier.hex,
    icons: [
      icon('icone.svg', { sizes: 'any', type: 'image/svg+xml' }),
      icon('icone-192.png', { sizes: '192x192', type: 'image/png' }),
      icon('icone-512.png', { sizes: '512x512', type: 'image/png' }),
      icon('icone-masque-512.png', { sizes: '512x512', type: 'image/png', purpose: 'maskable' }),
    ],
  }
  return `${JSON.stringify(manifest, null, 1)}\n`
}
