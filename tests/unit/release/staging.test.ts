import {
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openStaging, removeOrphans } from '../../../build/edition/staging.ts'
import { describeFault } from '../../../scripts/command.ts'
import { eachFolder } from '../../temporary.ts'
import { onUnix } from '../../unix.ts'

const folder = eachFolder()
let dir: string
let out: string
beforeEach(() => {
  dir = folder()
  out = join(dir, 'dist')
})

async function put(folder: string, ...names: string[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of names) await writeFile(join(folder, name), name)
}

/** Makes an output of these files. */
async function make(
  names: string[],
  ...by: Parameters<typeof openStaging> extends [string, ...infer R] ? R : never
) {
  await using staging = await openStaging(out, ...by)
  await put(staging.dir, ...names)
  await staging.commit()
}
const whole = ['manifeste.json', 'LICENCES.md']

describe('an output', () => {
  test('takes the place of the former one whole, and nothing is left beside it', async () => {
    await put(out, 'manifeste.json', 'rapport.html', '.DS_Store')
    await make(whole)
    expect((await readdir(out)).sort()).toEqual(['LICENCES.md', 'manifeste.json'])
    expect(await readdir(dir)).toEqual(['dist'])
  })

  test('comes back when what was made cannot take its place', async () => {
    await put(out, ...whole)
    {
      await using staging = await openStaging(out)
      await rm(staging.dir, { recursive: true })
      await expect(staging.commit()).rejects.toThrow(`n’a pas pu prendre la place de ${out}`)
    }
    expect((await readdir(out)).sort()).toEqual(['LICENCES.md', 'manifeste.json'])
    expect(await readdir(dir)).toEqual(['dist'])
  })

  test.each(['EPERM', 'EBUSY', 'EACCES'])(
    'that a program holds open (%s) stays whole, and the message says what to close',
    async code => {
      await put(out, ...whole)
      {
        // As Windows does: no folder moves while a file of it is open.
        await using staging = await openStaging(out, async () => {
          throw Object.assign(new Error(`${code}: rename`), { code, syscall: 'rename' })
        })
        const fault = await staging.commit().catch((fault: unknown) => fault)
        expect(describeFault(fault, false)).toMatch(
          /n’a pas pu prendre la place de .*dist : un programme y tient un fichier ouvert\.\n.*\n {2}Fermer ce qui est ouvert de ce dossier .*La dernière édition réussie est intacte/,
        )
      }
      expect((await readdir(out)).sort()).toEqual(['LICENCES.md', 'manifeste.json'])
      expect(await readdir(dir)).toEqual(['dist'])
    },
  )

  test('that a program holds for a moment is replaced', async () => {
    await put(out, 'manifeste.json')
    let refusals = 2
    await make(whole, async (from, to) => {
      if (refusals-- > 0) throw Object.assign(new Error('EPERM: rename'), { code: 'EPERM' })
      await rename(from, to)
    })
    expect((await readdir(out)).sort()).toEqual(['LICENCES.md', 'manifeste.json'])
  })

  test('that is a link stays one: what it leads to is replaced', async context => {
    onUnix(context)
    const served = join(dir, 'srv', 'kit')
    await put(served, 'manifeste.json')
    await symlink(served, out)
    {
      await using staging = await openStaging(out)
      expect(dirname(staging.dir)).toBe(await realpath(dirname(served)))
      await put(staging.dir, 'manifeste.json', 'LICENCES.md')
      await staging.commit()
    }
    expect(await readlink(out)).toBe(served)
    expect((await readdir(served)).sort()).toEqual(['LICENCES.md', 'manifeste.json'])
    expect([await readdir(dir), await readdir(dirname(served))]).toEqual([['dist', 'srv'], ['kit']])
  })

  test('that is a link to what is not there is made there', async context => {
    onUnix(context)
    const served = join(dir, 'kit')
    await symlink('kit', out)
    await make(['manifeste.json'])
    expect(await readlink(out)).toBe('kit')
    expect(await readdir(served)).toEqual(['manifeste.json'])
  })

  test('that is a link to itself is refused', async context => {
    onUnix(context)
    await symlink('dist', out)
    await expect(openStaging(out)).rejects.toThrow('ELOOP')
  })

  test.for([
    ['notes.txt', ['manifeste.json', 'notes.txt']],
    ['these.odt', ['these.odt']],
    ['', ['.DS_Store']],
  ] as const)('that holds what no build made (%s) is refused: it would be lost', async ([name, names]) => {
    await put(out, ...names)
    await expect(openStaging(out)).rejects.toThrow(name ? `(${name})` : 'contient autre chose')
    expect((await readdir(out)).sort()).toEqual([...names].sort())
  })
})

describe('of a build that was killed', () => {
  /** No process has this number. */
  const gone = '.dist.en-cours-4194305-0a1b2c3d'

  test('the folder goes, and the output stays', async () => {
    await put(out, 'manifeste.json')
    for (const left of [gone, `${gone}-ancien`]) await put(join(dir, left), 'manifeste.json')
    await removeOrphans(out)
    expect(await readdir(dir)).toEqual(['dist'])
  })

  test('between its two renames, the last good output goes back to its place', async () => {
    await put(join(dir, gone), 'manifeste.json')
    await put(join(dir, `${gone}-ancien`), 'manifeste.json', 'LICENCES.md')
    await removeOrphans(out)
    expect(await readdir(dir)).toEqual(['dist'])
    expect(await readFile(join(out, 'LICENCES.md'), 'utf8')).toBe('LICENCES.md')
  })

  test('into a link, the last good output goes back to where the link leads', async context => {
    onUnix(context)
    const served = join(dir, 'srv', 'dist')
    await put(join(dir, 'srv', `${gone}-ancien`), 'manifeste.json')
    await symlink(served, out)
    await removeOrphans(out)
    expect(await readlink(out)).toBe(served)
    expect(await readdir(out)).toEqual(['manifeste.json'])
  })

  test('what a build that is running works in is its own', async () => {
    const ownFolder = `.dist.en-cours-${process.pid}-0a1b2c3d`
    await put(join(dir, ownFolder), 'manifeste.json')
    await removeOrphans(out)
    expect(await readdir(dir)).toEqual([ownFolder])
  })
})
