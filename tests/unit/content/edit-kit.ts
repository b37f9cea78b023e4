import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listFiles } from '../../../build/ground/disk/files.ts'
import { diskVerbs, type Files, fileVerbs } from './file-verbs.ts'

const base = filesBelow(fileURLToPath(new URL('../../fixtures/erreurs/_base', import.meta.url)))

/** A copy of the faultless kit of `tests/fixtures/erreurs/_base` in a folder of its own, edited as `editFiles` does. The folder goes
 *  when the scope ends. */
export async function editKit(folder: string | null, edits = ''): Promise<{ dir: string } & AsyncDisposable> {
  const { files, onDisk } = await editFiles(folder, edits)
  const root = mkdtempSync(join(tmpdir(), 'kit-'))
  const dir = join(root, 'fiches')
  for (const [file, bytes] of files) {
    mkdirSync(join(dir, dirname(file)), { recursive: true })
    writeFileSync(join(dir, file), bytes)
  }
  for (const change of onDisk) await change(dir)
  return { dir, [Symbol.asyncDispose]: async () => rmSync(root, { recursive: true, force: true }) }
}

/** A kit in memory, and what is to be done where it lies on a disk: a link and a pipe are no bytes. */
type Edited = { files: Files; onDisk: ((dir: string) => Promise<unknown>)[] }

/** The files of the faultless kit, with those of `folder` laid over them; then edited. */
export async function editFiles(folder: string | null, edits = ''): Promise<Edited> {
  const edited: Edited = { files: new Map(base), onDisk: [] }
  if (folder !== null) for (const [file, bytes] of filesBelow(folder)) edited.files.set(file, bytes)
  await applyEdits(edited, edits)
  return edited
}

function filesBelow(dir: string): Files {
  return new Map(listFiles(dir).map(path => [path, new Uint8Array(readFileSync(join(dir, path)))]))
}

/** Edits, one after another:
 *
 *      leviers/02-achats.md            the file to change
 *      - famille: levier               lines as they are …
 *      + famille: leviers              … and as they become
 *      supprimer sigles.yaml           (« supprimer . » takes the whole kit away)
 *      renommer a.md -> b.md           (`file-verbs.ts` has them all)
 *
 *  A line writes a character that nobody would see as `\u{200b}`.
 */
async function applyEdits({ files, onDisk }: Edited, edits: string): Promise<void> {
  let file = ''
  let before: string[] = []
  let after: string[] = []
  function flush(): void {
    if (before.length === 0 && after.length === 0) return
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(file))
    const old = before.map(line => `${line}\n`).join('')
    const at = `\n${text}`.indexOf(`\n${old}`)
    if (at === -1) throw new Error(`${file} has no lines ${JSON.stringify(old)}`)
    const start = before.length === 0 ? text.length : at
    const fresh = after.map(line => `${line}\n`).join('')
    files.set(file, new TextEncoder().encode(text.slice(0, start) + fresh + text.slice(start + old.length)))
    before = []
    after = []
  }
  for (const written of edits.split('\n')) {
    const line = written.replace(/\\u\{([0-9a-f]+)\}/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    const [, verb = '', path = '', to = ''] = /^([a-z]+) (\S+)(?: -> (.+))?$/.exec(line) ?? []
    if (line.startsWith('- ') || line === '-') {
      if (after.length > 0) flush()
      before.push(line.slice(2))
    } else if (line.startsWith('+ ') || line === '+') after.push(line.slice(2))
    else {
      flush()
      const [change, changeOnDisk] = [fileVerbs[verb], diskVerbs[verb]]
      if (change) await change(files, path, to)
      else if (changeOnDisk) onDisk.push(dir => changeOnDisk(join(dir, path), to))
      else if (line.trim() !== '') file = line.trim()
    }
  }
  flush()
}
