import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { repack } from '../../../build/epub/container.ts'

const text = 'Un pont, un champ, une vallée. '.repeat(40)
const files = new Map(
  Object.entries({ 'OEBPS/été.xhtml': text, mimetype: 'application/epub+zip', 'META-INF/a.xml': text }).map(
    ([path, content]) => [path, new TextEncoder().encode(content)] as const,
  ),
)
const date = new Date('2025-11-04T05:06:08Z')

/** The records of a zip's table of contents. @see APPNOTE.TXT §4.3.12 */
function recordsOf(zip: Buffer) {
  const records = []
  let at = zip.indexOf('PK\u0001\u0002', 'latin1')
  for (; zip.toString('latin1', at, at + 4) === 'PK\u0001\u0002'; ) {
    const [nameLength, extraLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)]
    records.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      hasDescriptor: (zip.readUInt16LE(at + 8) & 8) !== 0,
      packed: zip.readUInt16LE(at + 10) === 8,
      time: zip.readUInt16LE(at + 12),
      date: zip.readUInt16LE(at + 14),
      extraLength,
    })
    at += 46 + nameLength + extraLength
  }
  return records
}

describe('the container of a book', () => {
  it('opens with its media type, bare and stored', async () => {
    const zip = Buffer.from(await repack(files, date))
    // EPUB 3.3 §4.2.1: the name at byte 30 and the content at byte 38, as nothing stands between them.
    expect(zip.toString('latin1', 0, 4)).toBe('PK\u0003\u0004')
    expect(zip.readUInt16LE(8)).toBe(0)
    expect(zip.readUInt16LE(28)).toBe(0)
    expect(zip.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip')
  })

  it('holds the other files packed, by name, all of one date and nothing more', async () => {
    const zip = Buffer.from(await repack(files, date))
    const same = {
      hasDescriptor: false,
      time: (5 << 11) | (6 << 5) | 4,
      date: ((2025 - 1980) << 9) | (11 << 5) | 4,
      extraLength: 0,
    }
    expect(recordsOf(zip)).toEqual([
      { ...same, name: 'mimetype', packed: false },
      { ...same, name: 'META-INF/a.xml', packed: true },
      { ...same, name: 'OEBPS/été.xhtml', packed: true },
    ])
    expect(Object.fromEntries(Object.entries(unzipSync(zip)).sort())).toEqual(
      Object.fromEntries([...files].sort()),
    )
  })

  it('tells the nearest year that a zip can tell', async () => {
    for (const [said, told] of [
      ['1970-05-06', 1980],
      ['2150-05-06', 2099],
    ] as const) {
      const [first] = recordsOf(Buffer.from(await repack(files, new Date(said))))
      expect((first?.date ?? 0) >> 9).toBe(told - 1980)
    }
  })

  it('refuses a book without media type', async () => {
    await expect(repack(new Map(), date)).rejects.toThrow('no mimetype')
  })
})
