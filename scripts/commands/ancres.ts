import { resolve } from 'node:path'
import { readKitTexts, writeKitTexts } from '../../build/ground/index.ts'
import { splitFrontMatter, writeAnchors } from '../../src/kit/index.ts'
import { plural } from '../../src/problems/index.ts'
import type { Command } from '../command.ts'
import { kitOptions, readArguments } from '../read-arguments.ts'

const usage = `Usage : kit ancres [options]

Écrit dans les fiches l'ancre de chaque exemple, levier et chiffre qui n'en a pas : {#exemple-une-recyclerie}.
Leur adresse ne change plus quand on récrit leur titre. Une ancre écrite n'est jamais changée.

  --essai         compter sans écrire
  --fiches DIR    dossier des fiches (fiches)`

const command: Command<{ fiches: string; trial: boolean }> = {
  usage,

  parse(args) {
    const values = readArguments(args, { ...kitOptions, essai: { type: 'boolean', default: false } }, usage)
    return { fiches: values.fiches, trial: values.essai }
  },

  async run(options, { cwd }) {
    const dir = resolve(cwd, options.fiches)
    const { sheets } = await readKitTexts(dir)
    const changes = new Map<string, string>()
    const lines: string[] = []
    let all = 0
    for (const [file, text] of sheets) {
      const body = splitFrontMatter(text, file).parts?.body
      if (body === undefined) continue
      const { source, count } = writeAnchors(body)
      if (count === 0) continue
      all += count
      changes.set(file, text.slice(0, text.length - body.length) + source)
      lines.push(`${file} : ${plural(count, 'ancre')}`)
    }
    if (!options.trial) await writeKitTexts(dir, changes)
    for (const line of lines) console.log(line)
    console.log(`${plural(all, 'ancre')} ${options.trial ? 'à écrire' : 'en tout'}.`)
    return 0
  },
}
export default command
