import { readArtefact } from '../../ground/index.ts'
import type { ComparedPictures, Editions, Subject } from '../check.ts'
import { readBaselines, writeBaselines } from './baselines.ts'
import { judge } from './judge.ts'
import { shootEditions } from './shoot-editions.ts'

/** Photographs editions and compares them with the accepted pictures of their kit. @param baselines folder of these @throws the disk's fault, or a page's that cannot be drawn */
export async function comparePictures(
  editions: Editions & Pick<Subject, 'manifest'>,
  baselines: string,
): Promise<ComparedPictures> {
  const accepted = await readBaselines(baselines)
  const pdf = await readArtefact(editions.dir, await editions.manifest(), 'pdf-ecran')
  const shots = await shootEditions(editions, pdf)
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
