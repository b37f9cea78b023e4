import { createRenderer } from '../../../src/kit/body/create-renderer.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import { ficheOf, kitOf } from '../../unit/markdown/kit.ts'

// Parses and renders what it is sent, and says that it is done.
process.on('message', (source: string) => {
  while (source === 'sans fin') {}
  const fiche = ficheOf(parseBody(source, { file: 'essai.md', firstLine: 1 }).corps)
  for (const medium of ['web', 'print', 'epub'] as const) createRenderer(kitOf(fiche), medium).fiche(fiche)
  process.send?.('fini')
})
