import type { Drafts, Hold } from '../../../build/atelier/app/drafts.ts'
import type { KitReading } from '../../../build/atelier/worker/workbench.ts'

/** Drafts that keep nothing. */
export const forgetful: Drafts = { all: async () => [], put: async () => {}, drop: async () => {} }
export const hold: Hold = { isMine: () => true, mine: Promise.resolve() }
/** A browser with one tab and no memory. */
export const alone = { drafts: forgetful, hold }
export const blank: KitReading = {
  glance: { titre: '', familles: [], sheets: [], sigles: {}, partenaires: {}, settings: [], couleurs: [] },
  problems: [],
}
/** Reads every kit as an empty one. */
export const reader = { open: async () => blank, change: async () => blank, anchored: async () => null }

/** What a test waits for, until it is told to come. */
export function moment(): { has: Promise<void>; come: () => void } {
  let come = () => {}
  const has = new Promise<void>(done => {
    come = done
  })
  return { has, come: () => come() }
}
