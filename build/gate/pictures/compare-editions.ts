import { readArtefact } from '../../ground/index.ts'
import type { Editions, Subject } from '../check.ts'
import { readBaselines, type Shot, writeBaselines } from './baselines.ts'
import { type Difference, judge } from './judge.ts'
import { shootEditions } from './shoot-editions.ts'

/** Finished editions beside the pictures of them that a person accepted. */
export type ComparedPictures = {
  /** No picture of this kit was ever accepted: all are new. */
  first: boolean
  shots: readonly Shot[]
  /** Views that look other than accepted, with both pictures, and whether their words changed too. */
  differences: readonly Difference[]
  /** Makes the pictures of now the accepted ones. */
  accept(): Promise<void>
}

/** Photographs editions and compares them with the accepted pictures of their kit. @throws the disk's fault, or a page's that cannot be drawn */
export async function comparePictures(editions: PicturedEditions): Promise<ComparedPictures> {
  const { dir, baselines } = editions
  const accepted = await readBaselines(baselines)
  const shots = await shootEditions(editions, await readArtefact(dir, await editions.manifest(), 'pdf-ecran'))
  return {
    first: accepted === null,
    shots,
    differences: await judge(
      shots,
      accepted ?? { list: [], read: () => Promise.reject(new Error('no picture')) },
    ),
    accept: () => writeBaselines(baselines, shots),
  }
}

export type PicturedEditions = Pick<Subject, keyof Editions | 'manifest' | 'baselines'>
