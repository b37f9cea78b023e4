import type { Shelf } from '../../../build/atelier/shelf/shelf.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = async (shelf: Shelf, path: string) => new TextDecoder().decode(await shelf.read(path))

const pathsOf = async (shelf: Shelf) => (await shelf.list()).map(({ path }) => path)

function expectSame(found: unknown, wanted: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)]
  if (one !== other) throw new Error(`found ${one}, wanted ${other}`)
}

async function expectRefused(made: Promise<unknown>): Promise<void> {
  const refused = await made.then(
    () => false,
    () => true,
  )
  if (!refused) throw new Error('this was to be refused')
}

/** What every shelf does, on one that holds `kit.yaml` (« titre: Kit ») and nothing else. They run in Node and in a page. */
export const shelfLaws: Record<string, (shelf: Shelf) => Promise<void>> = {
  async 'lists its files by path, with their hashes'(shelf) {
    const [kit] = await shelf.list()
    expectSame(await pathsOf(shelf), ['kit.yaml'])
    expectSame(await text(shelf, 'kit.yaml'), 'titre: Kit')
    await shelf.write('b/02-deux.md', bytes('deux'), null)
    await shelf.write('b/01-un.md', bytes('un'), null)
    expectSame(await pathsOf(shelf), ['b/01-un.md', 'b/02-deux.md', 'kit.yaml'])
    expectSame((await shelf.list()).at(-1), kit)
  },

  async 'keeps every byte'(shelf) {
    const strange = new Uint8Array([0xef, 0xbb, 0xbf, 0, 13, 10, 13, 0xff, 0xfe, 10])
    await shelf.write('images/étrange.png', strange, null)
    expectSame([...(await shelf.read('images/étrange.png'))], [...strange])
  },

  async 'writes over what the writer has read, and over nothing else'(shelf) {
    const first = await shelf.write('a/01-un.md', bytes('un'), null)
    expectSame(first.state, 'written')
    const second = await shelf.write('a/01-un.md', bytes('deux'), first.hash)
    expectSame(second.state, 'written')
    expectSame(await shelf.write('a/01-un.md', bytes('trois'), first.hash), {
      state: 'changed',
      hash: second.hash,
    })
    expectSame(await shelf.write('a/01-un.md', bytes('trois'), null), { state: 'changed', hash: second.hash })
    expectSame(await text(shelf, 'a/01-un.md'), 'deux')
    const listed = (await shelf.list()).find(({ path }) => path === 'a/01-un.md')
    expectSame(listed?.hash, second.hash)
  },

  async 'removes what the writer has read'(shelf) {
    const { hash } = await shelf.write('a/01-un.md', bytes('un'), null)
    expectSame((await shelf.write('a/01-un.md', null, null)).state, 'changed')
    expectSame(await shelf.write('a/01-un.md', null, hash), { state: 'written', hash: null })
    expectSame(await pathsOf(shelf), ['kit.yaml'])
    await expectRefused(shelf.read('a/01-un.md'))
  },

  async 'refuses a path that no file of a kit has'(shelf) {
    const odd = [
      '../x.md',
      '/etc/x',
      'a/../../x.md',
      'a//b.md',
      '.git/config',
      'a/.x',
      '_x/a.md',
      'a\\b.md',
      'c:x',
    ]
    for (const path of ['', ...odd]) await expectRefused(shelf.write(path, bytes('x'), null))
  },

  async 'tells when it begins to watch, and then of a change'(shelf) {
    let tell = () => {}
    const nextNews = () =>
      new Promise<void>(done => {
        tell = done
      })
    const begun = nextNews()
    const end = shelf.watch(() => tell())
    // What was written before is looked at then: nobody would tell of it any more.
    await begun
    const changed = nextNews()
    await shelf.write('a/01-un.md', bytes('autre'), null)
    await changed
    end()
  },
}
