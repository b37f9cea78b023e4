import type { Kit } from '../kit.ts'
export const indexesOf = (_kit: Kit) => ({ territoires: [], sigles: [], sommaire: [] })
