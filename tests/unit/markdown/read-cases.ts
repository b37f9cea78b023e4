import { readdirSync, readFileSync } from 'node:fs'

/** One case of a fixture file. `attendus` is the expected HTML by medium; `problemes` the expected problems. */
export type Case = {
  titre: string
  line: number
  source: string
  attendus: Partial<Record<'web' | 'print' | 'epub', string>>
  problemes: string[]
}

/** The fixture files of a folder of tests/fixtures, by name. */
export function fixtureFiles(folder: string): { nom: string; text: string }[] {
  const dir = new URL(`../../fixtures/${folder}/`, import.meta.url)
  return readdirSync(dir)
    .filter(file => file.endsWith('.md'))
    .sort()
    .map(file => ({ nom: file.slice(0, -3), text: readFileSync(new URL(file, dir), 'utf8') }))
}

/** Reads the cases of a fixture: title, `.`, source, `.`, expected web HTML, then parts opened by `. print`, `. epub`
 *  or `. problèmes`, and a closing `.`. */
export function readCases(text: string): Case[] {
  const cases: Case[] = []
  const lines = text.split('\n')
  let at = 0
  while (at < lines.length) {
    if (lines[at] !== '.') {
      at++
      continue
    }
    const one: Case = { titre: lines[at - 1] ?? '', line: at, source: '', attendus: {}, problemes: [] }
    const source = until(lines, at + 1)
    one.source = source.content
    let part = 'web'
    let end = source.end
    for (;;) {
      const content = until(lines, end + 1)
      if (part === 'problèmes') one.problemes = content.content.split('\n').filter(Boolean)
      else one.attendus[part as 'web'] = content.content
      end = content.end
      if (end >= lines.length || lines[end] === '.') break
      part = (lines[end] ?? '').slice(2)
    }
    cases.push(one)
    at = end + 1
  }
  return cases
}

function until(lines: readonly string[], from: number): { content: string; end: number } {
  let end = from
  while (end < lines.length && !/^\.( (?:print|epub|problèmes))?$/.test(lines[end] ?? '')) end++
  return { content: lines.slice(from, end).join('\n'), end }
}

/** Output as a fixture writes it: no-break spaces can be seen, drawings are one tag. */
export function readable(html: string): string {
  return html
    .replace(/(<div class="dessin"><svg class="[^"]*")[^>]*>.*?<\/svg><\/div>/gs, '$1/></div>')
    .replace(/(<svg class="(?!graphe)[^"]*")[^>]*>.*?<\/svg>/gs, '$1/>')
    .replaceAll('\u00a0', '&nbsp;')
    .replaceAll('\u202f', '&nnbsp;')
    .trim()
}
