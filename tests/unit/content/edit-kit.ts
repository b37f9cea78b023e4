import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileVerbs } from './file-verbs.ts'

const base = new URL('../../fixtures/erreurs/_base/', import.meta.url)

/** A copy of the faultless kit of `tests/fixtures/erreurs/_base` in a folder of its own, edited by the case at `path`:
 *  `path.txt`, a list of edits, or `path/`, files laid over it; then by `edits`. The folder goes when the scope ends. Hundreds of cases begin with it:
 *  each small file by a promise would take five times as long. */
export async function editKit(path: string | null, edits = ''): Promise<{ dir: string } & AsyncDisposable> {
  const root = mkdtempSync(join(tmpdir(), 'kit-'))
  const dir = join(root, 'fiches')
  cpSync(base, dir, { recursive: true })
  if (path !== null && existsSync(path)) cpSync(path, dir, { recursive: true })
  if (path !== null && existsSync(`${path}.txt`)) await applyEdits(dir, readFileSync(`${path}.txt`, 'utf8'))
  await applyEdits(dir, edits)
  return { dir, [Symbol.asyncDispose]: async () => rmSync(root, { recursive: true, force: true }) }
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
async function applyEdits(dir: string, edits: string): Promise<void> {
  let file = ''
  let before: string[] = []
  let after: string[] = []
  function flush(): void {
    if (before.length === 0 && after.length === 0) return
    const path = join(dir, file)
    mkdirSync(dirname(path), { recursive: true })
    const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
    const old = before.map(line => `${line}\n`).join('')
    const at = `\n${text}`.indexOf(`\n${old}`)
    if (at === -1) throw new Error(`${file} has no lines ${JSON.stringify(old)}`)
    const start = before.length === 0 ? text.length : at
    writeFileSync(
      path,
      text.slice(0, start) + after.map(line => `${line}\n`).join('') + text.slice(start + old.length),
    )
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
      const change = fileVerbs[verb]
      if (change) await change(join(dir, path), to, dir)
      else if (line.trim() !== '') file = line.trim()
    }
  }
  flush()
}
