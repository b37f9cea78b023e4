import { unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import type { Covered } from '../../src/links/readings.ts'

/** Unpacked, in bytes: the text of a book of a thousand pages is a tenth of it. */
const LARGEST = 40 * 1024 * 1024
const DOCUMENT = 'word/document.xml'
const RELATIONS = 'word/_rels/document.xml.rels'

/** The links of a Word file to addresses of the web, with the words under each, in the order of the text.
 *  @throws Error with a French message when the file is no Word file */
export function readDocxLinks(bytes: Uint8Array): Covered[] {
  const parts = unpack(bytes)
  const document = parts[DOCUMENT]
  if (document === undefined) throw new Error('ce fichier n’est pas un document Word (.docx)')
  const decoder = new TextDecoder()
  const addresses = addressesOf(decoder.decode(parts[RELATIONS] ?? new Uint8Array()))
  return linksOf(decoder.decode(document), addresses)
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const wanted = name === DOCUMENT || name === RELATIONS
        if (wanted && originalSize > LARGEST) throw new Error(`${name} dépasse 40 Mo`)
        return wanted
      },
    })
  } catch (cause) {
    throw new Error('ce fichier n’est pas un document Word (.docx)', { cause })
  }
}

/** Id of a relation → the address outside that it names. */
function addressesOf(xml: string): Map<string, string> {
  const found = new Map<string, string>()
  const parser = new Parser(
    {
      onopentag(name, { Id, Target, TargetMode }) {
        if (name === 'Relationship' && TargetMode === 'External' && Id && Target) found.set(Id, Target)
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return found
}

/** Both ways in which Word writes a link: an element around its words, and a field whose code says the address. */
function linksOf(xml: string, addresses: ReadonlyMap<string, string>): Covered[] {
  const found: Covered[] = []
  const fields: { code: string; words: string; shown: boolean }[] = []
  let around: { url: string; words: string } | null = null
  let within = ''
  const keep = (url: string, words: string) => {
    if (/^https?:/i.test(url) && words.trim() !== '')
      found.push({ url, words: words.trim(), page: null, box: null })
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        within = name
        if (name === 'w:hyperlink') {
          const anchor = attributes['w:anchor'] ? `#${attributes['w:anchor']}` : ''
          around = { url: (addresses.get(attributes['r:id'] ?? '') ?? '') + anchor, words: '' }
        }
        if (name === 'w:fldSimple') fields.push({ code: attributes['w:instr'] ?? '', words: '', shown: true })
        if (name !== 'w:fldChar') return
        const type = attributes['w:fldCharType']
        const last = fields.at(-1)
        if (type === 'begin') fields.push({ code: '', words: '', shown: false })
        else if (type === 'separate' && last) last.shown = true
        else if (type === 'end') close()
      },
      ontext(text) {
        const field = fields.at(-1)
        if (within === 'w:instrText' && field) field.code += text
        if (within !== 'w:t') return
        if (field?.shown) field.words += text
        if (around) around.words += text
      },
      onclosetag(name) {
        within = ''
        if (name === 'w:fldSimple') close()
        if (name !== 'w:hyperlink' || !around) return
        keep(around.url, around.words)
        around = null
      },
    },
    { xmlMode: true },
  )
  const close = () => {
    const field = fields.pop()
    const url = /\bHYPERLINK\s+"([^"]+)"/i.exec(field?.code ?? '')?.[1]
    if (field && url) keep(url, field.words)
  }
  parser.end(xml)
  return found
}
