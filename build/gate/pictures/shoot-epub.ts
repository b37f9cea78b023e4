import type { Browser } from 'puppeteer'
import type { Files } from '../../browser/offline-tab.ts'
import type { Shot } from './shot.ts'
import { openStudio } from './studio.ts'

/** Themes of reading programs: none, and their night. @see Readium CSS, night mode */
export const readingThemes = [
  { id: 'jour', name: 'de jour', css: 'body { margin: 0 16px; }' },
  {
    id: 'nuit',
    name: 'de nuit',
    css: 'body { margin: 0 16px; } :root, body { background: black !important; color: #fefefe !important; } *:not(a) { color: inherit !important; background-color: transparent !important; border-color: currentcolor !important; }',
  },
] as const

export type ChapterPlace = { id: string; titre: string; path: string }

const WIDTH = 420
const SCALE = 0.5
const HEIGHT = 1500

/** The beginning of each chapter, as a tablet shows it in two themes. */
export async function shootEpub(
  browser: Browser,
  files: Files,
  places: readonly ChapterPlace[],
  signal: AbortSignal,
): Promise<Shot[]> {
  await using studio = await openStudio(browser, files)
  const shots: Shot[] = []
  for (const { id, titre, path } of places)
    for (const theme of readingThemes) {
      signal.throwIfAborted()
      shots.push({
        id: `epub/${id}-${theme.id}`,
        edition: 'epub',
        titre,
        vue: theme.name,
        page: null,
        texte: null,
        scale: SCALE,
        ...(await studio.shoot({
          path,
          width: WIDTH,
          scale: SCALE,
          scheme: 'light',
          height: HEIGHT,
          css: theme.css,
        })),
      })
    }
  return shots
}
