import { parse } from 'yaml'
import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import { textsIn } from '../source/lists.ts'

/** What the other controls hold the editions against is what stands in the folder: they take titles, dates and bodies from the kit
 *  as the press has read it. */
export const asWritten: AuditCheck = {
  id: 'kit-lu',
  title: 'Ce que la presse a lu est ce qui est écrit dans le dossier : réglages, en-têtes et textes',
  async *run({ kit, sources }) {
    const folder = await sources()
    const texts = textsIn(folder.keys())
    for (const [file, read] of Object.entries(settingsOf(kit)))
      yield* unlike(file, [], parsed(folder.get(file) ?? ''), read)
    for (const file of texts) yield* sheet(kit, file, folder.get(file) ?? '')
    return `${count(texts.length, 'texte')} et leurs réglages`
  },
}

/** Files of settings, and what the press has made of each. */
const settingsOf = (kit: Kit): Record<string, unknown> => ({
  'kit.yaml': kit,
  'sigles.yaml': kit.sigles,
  'partenaires.yaml': kit.partenaires,
  'images/credits.yaml': Object.fromEntries(
    Object.entries(kit.images).map(([path, credit]) => [path.replace('images/', ''), credit]),
  ),
})

function* sheet(kit: Kit, file: string, text: string): Generator<Finding> {
  const read = [...kit.fiches, ...kit.pages].find(one => one.file === file)
  const [, head = '', body = ''] =
    /^\ufeff?---[ \t]*(?:\n(.*?))??\n---[ \t]*(?:\n(.*))?$/s.exec(text.replace(/\r\n?/g, '\n')) ?? []
  if (!read) yield fault(file, 'La presse n’a pas lu ce texte.')
  else {
    yield* unlike(file, [], parsed(head), read)
    if ('corps' in read && read.corps.source !== body)
      yield fault(file, 'Le texte que la presse a lu n’est pas celui du fichier.')
  }
}

/** The values of a YAML text. A key that stands twice counts as the press counts it: the last one. */
const parsed = (yaml: string): unknown => parse(yaml, { uniqueKeys: false, logLevel: 'silent' }) ?? {}

/** What was written and is not so in what was read; the press fills in what is left out. */
function* unlike(file: string, path: readonly string[], written: unknown, read: unknown): Generator<Finding> {
  if (typeof written === 'object' && written !== null) {
    const values = new Map(typeof read === 'object' && read !== null ? Object.entries(read) : [])
    for (const [key, value] of Object.entries(written))
      yield* unlike(file, [...path, key], value, values.get(key))
    if (Array.isArray(written) && values.size > written.length)
      yield fault(
        `${file}, ${path.join('.')}`,
        `La presse y a lu ${values.size} valeurs au lieu de ${written.length}.`,
      )
  } else if (
    plain(written) !== plain(read) &&
    // A draft says « version de travail » before what its edition says of itself.
    !(path.at(-1) === 'statut' && plain(read).endsWith(plain(written)))
  )
    yield fault(
      `${file}, ${path.join('.')}`,
      `La presse a lu « ${plain(read)} » au lieu de « ${plain(written)} ».`,
    )
}

/** Spaces at the ends of a value are no part of it. */
const plain = (value: unknown) => String(value ?? '').trim()
