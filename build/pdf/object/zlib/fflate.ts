import { unzlibSync, zlibSync } from 'fflate'

/** Level of fflate: the next ones take much longer and save nothing. */
const LEVEL = 6

/** Deflates bytes. The same bytes in Node and in any browser: their own zlibs differ. */
export const deflate = async (bytes: Uint8Array): Promise<Uint8Array> => zlibSync(bytes, { level: LEVEL })

export const inflate = (bytes: Uint8Array): Uint8Array => unzlibSync(bytes)
