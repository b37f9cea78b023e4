import { openEditions } from '../build/gate/ask.ts'
import type { Editions, Subject } from '../build/gate/check.ts'
import { readManifest } from '../build/ground/disk/manifest.ts'

/** Finished editions as the gate of a draft reads them. */
export const subjectOf = (place: Pick<Editions, 'kit' | 'dir' | 'browser' | 'signal'>): Subject => ({
  ...openEditions(place),
  draft: true,
  problems: [],
  forge: null,
  former: null,
  manifest: () => readManifest(place.dir),
  pictures: () => Promise.reject(new Error('no picture')),
  visualReport: '',
  hasShippedBrowser: true,
  verapdf: null,
})
