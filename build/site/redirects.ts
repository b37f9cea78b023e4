import { withBase } from '../../src/addresses.ts'
import { publishedFiches } from '../../src/indexes/listing.ts'
import type { Kit } from '../../src/kit.ts'

/** From the former address of each fiche to its present one: `_redirects` for hosts that read it, and a page for those
 *  that do not. @returns path in the site → content */
export function redirects(kit: Kit): Record<string, string> {
  const moves = publishedFiches(kit).flatMap(({ slug, anciens_slugs }) =>
    anciens_slugs.map(former => ({ former, to: withBase(`/fiches/${slug}/`, kit) })),
  )
  if (moves.length === 0) return {}
  const rules = moves.map(({ former, to }) => `${withBase(`/fiches/${former}/*`, kit)} ${to} 301`)
  const pages = moves.map(({ former, to }) => [`fiches/${former}/index.html`, page(to)] as const)
  return { _redirects: `${rules.join('\n')}\n`, ...Object.fromEntries(pages) }
}

// Slugs hold letters, digits and hyphens only: nothing to escape.
const page = (to: string) => `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Cette page a changé d’adresse</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${to}">
<link rel="canonical" href="${to}">
</head>
<body><p>Cette page a changé d’adresse : <a href="${to}">ouvrir la page</a>.</p></body>
</html>
`
