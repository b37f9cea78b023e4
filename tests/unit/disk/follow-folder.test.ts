import { cp, mkdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { followFolder } from '../../../build/ground/disk/follow-folder.ts'
import { eachFolder } from '../../temporary.ts'
import { until } from '../../until.ts'

const folder = eachFolder()
let root: string
let dir: string
let file: string
beforeEach(async () => {
  root = folder()
  dir = join(root, 'fiches')
  file = join(dir, 'leviers/02-achats.md')
  await mkdir(join(dir, 'leviers'), { recursive: true })
  await writeFile(file, 'un')
})

/** The folder while it is followed; `next` ends when a change has been told that was not when it was called. */
function follow() {
  let told = 0
  const watch = followFolder(dir, () => {
    told++
  })
  return {
    next: async (change: () => Promise<unknown>) => {
      const before = told
      await change()
      await until(() => told > before)
    },
    told: () => told,
    [Symbol.dispose]: () => watch[Symbol.dispose](),
  }
}

describe('followFolder', () => {
  it('tells of a file that is written, made, renamed or removed, in any folder', async () => {
    using followed = follow()
    await followed.next(() => writeFile(file, 'deux'))
    await followed.next(() => writeFile(join(dir, 'kit.yaml'), ''))
    await followed.next(() => mkdir(join(dir, 'images')))
    await followed.next(() => writeFile(join(dir, 'images/a.svg'), '<svg/>'))
    await followed.next(() => rename(file, join(dir, 'leviers/03-achats.md')))
    await followed.next(() => unlink(join(dir, 'images/a.svg')))
  })

  it('tells of a folder that goes, comes back, or stands in the place of another, and of what is written in it then', async () => {
    using followed = follow()
    const aside = join(root, 'ailleurs')
    await followed.next(() => rename(dir, aside))
    await followed.next(() => cp(aside, dir, { recursive: true, preserveTimestamps: true }))
    await followed.next(() => writeFile(file, 'deux'))
    await followed.next(async () => {
      await rm(join(dir, 'leviers'), { recursive: true })
      await rename(join(aside, 'leviers'), join(dir, 'leviers'))
    })
    await followed.next(() => writeFile(file, 'trois'))
  })

  it('is silent of what is nobody’s text, and once it is disposed of', async () => {
    const followed = follow()
    // In one step, that is told once.
    const replace = async (text: string) => {
      await writeFile(join(root, 'neuf'), text)
      await rename(join(root, 'neuf'), file)
    }
    await writeFile(join(dir, 'leviers/.02-achats.md.swp'), 'x')
    await mkdir(join(dir, '.git'))
    // Longer than a change takes to be told.
    await sleep(200)
    await followed.next(() => replace('deux'))
    expect(followed.told()).toBe(1)
    followed[Symbol.dispose]()
    using other = follow()
    await other.next(() => replace('trois'))
    expect(followed.told()).toBe(1)
  })

  it('leaves nothing open, whenever it is ended, though the folder goes meanwhile', async () => {
    const open = () => process.getActiveResourcesInfo().filter(name => name === 'FSEventWrap').length
    const before = open()
    for (let turn = 0; turn < 20; turn++) {
      await cp(dir, join(root, 'autre'), { recursive: true })
      const followed = follow()
      const gone = rm(dir, { recursive: true })
      await sleep(turn)
      followed[Symbol.dispose]()
      await gone
      await rename(join(root, 'autre'), dir)
    }
    expect(open()).toBe(before)
  })

  it('tells last when all is written: what is read then is the last text, of however many of one length', async () => {
    let last = ''
    using _followed = followFolder(dir, () => {
      void readFile(file, 'utf8').then(text => {
        last = text
      })
    })
    for (let turn = 0; turn < 60; turn++) {
      const text = String(turn).padStart(4, '0')
      await writeFile(file, text)
      // Now and then it rests.
      await sleep(turn % 7 === 0 ? 45 : turn % 3)
    }
    await until(() => last === '0059')
  })
})
