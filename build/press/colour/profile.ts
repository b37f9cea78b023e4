import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Kit, profileFault } from '../../../src/kit/index.ts'
import { PressSettingError } from '../faults.ts'

export type Profile = {
  bytes: Uint8Array
  description: string
  /** The condition's name in the registry of color.org, or null when the profile names none. */
  condition: string | null
}

const shipped = new URL('../profiles/FOGRA39L_coated.icc', import.meta.url)

/** Reads the profile that the kit names, or the shipped FOGRA39.
 *  @throws PressSettingError when it is not a CMYK output profile inside the folder of the kit */
export async function readProfile({
  dir,
  impression: { profil },
}: Pick<Kit, 'dir'> & { impression: Pick<Kit['impression'], 'profil'> }): Promise<Profile> {
  if (profil === null) return parseProfile(await readFile(shipped), 'FOGRA39L_coated.icc')
  const file = join(dir, profil)
  if (relative(dir, file).startsWith('..'))
    throw new PressSettingError(`impression.profil : « ${profil} » n’est pas dans le dossier du kit`)
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (cause) {
    throw new PressSettingError(`impression.profil : « ${profil} » ne peut pas être lu`, { cause })
  }
  return parseProfile(bytes, profil)
}

/** @see ICC.1:2010 §7.2 (header), §7.3 (tag table) */
function parseProfile(bytes: Uint8Array, name: string): Profile {
  const ascii = (start: number, length: number) => latin1.decode(bytes.subarray(start, start + length))
  const fault = profileFault(bytes, bytes.length)
  if (fault !== null) throw new PressSettingError(`impression.profil : « ${name} » ${fault}`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tag = (signature: string) => {
    for (let index = 0; index < view.getUint32(128); index++) {
      const entry = 132 + 12 * index
      if (ascii(entry, 4) === signature)
        return bytes.subarray(
          view.getUint32(entry + 4),
          view.getUint32(entry + 4) + view.getUint32(entry + 8),
        )
    }
    return undefined
  }
  const description = textOfTag(tag('desc')) || name
  // The characterisation data say their own name when the description does not: « ISO Coated v2 » is FOGRA39.
  const fogra = /FOGRA\s?(\d+)/i.exec(
    `${description} ${latin1.decode(tag('targ')?.subarray(0, 4096) ?? empty)}`,
  )
  return { bytes, description, condition: fogra ? `FOGRA${fogra[1]}` : null }
}

/** The text of a `desc` (version 2) or `mluc` (version 4) tag. */
function textOfTag(tag: Uint8Array | undefined): string {
  if (!tag) return ''
  const view = new DataView(tag.buffer, tag.byteOffset, tag.byteLength)
  switch (latin1.decode(tag.subarray(0, 4))) {
    case 'desc':
      return latin1.decode(tag.subarray(12, 12 + view.getUint32(8) - 1))
    case 'mluc': {
      const start = view.getUint32(24)
      return new TextDecoder('utf-16be').decode(tag.subarray(start, start + view.getUint32(20)))
    }
    default:
      return ''
  }
}

const latin1 = new TextDecoder('latin1')
const empty = new Uint8Array()
