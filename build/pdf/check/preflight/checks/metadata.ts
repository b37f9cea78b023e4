import { onPage } from '../../../../judge/check.ts'
import { xmpReader } from '../../../object/xmp.ts'
import { measured, type PressCheck } from '../check.ts'

export const metadata: PressCheck = {
  id: 'metadonnees',
  title: 'Métadonnées',
  why: 'Le fichier se déclare PDF/X-4 ; ses deux fiches d’identité (Info et XMP) doivent dire la même chose.',
  limit: () =>
    'XMP et Info présents et d’accord, version PDF/X-4, identifiants, recouvrement (Trapped) déclaré',
  run({ file: { info, xmp } }) {
    const faults = xmp === null ? ['pas de XMP'] : faultsOf(info, xmp)
    return measured(
      faults.map(fault => onPage(null, fault)),
      'd’accord',
      'absentes ou en désaccord',
    )
  },
}

/** Info entry ↔ XMP property that says the same. @see ISO 15930-7 §6.5 */
const pairs = [
  ['Title', 'dc:title'],
  ['Creator', 'xmp:CreatorTool'],
  ['Producer', 'pdf:Producer'],
  ['Trapped', 'pdf:Trapped'],
] as const
const optional = [
  ['Author', 'dc:creator'],
  ['Subject', 'dc:description'],
  ['Keywords', 'pdf:Keywords'],
] as const
const dates = [
  ['CreationDate', 'xmp:CreateDate'],
  ['ModDate', 'xmp:ModifyDate'],
] as const

function faultsOf(info: Record<string, string>, packet: string): string[] {
  const property = xmpReader(packet)
  const faults: string[] = []
  const version = property('pdfxid:GTS_PDFXVersion')
  if (version !== 'PDF/X-4') faults.push(`version déclarée : ${version ?? 'aucune'}`)
  const differ = (entry: string, called: string) =>
    `${entry} « ${shorten(info[entry] ?? 'absent')} », ${called} « ${shorten(property(called) ?? 'absent')} »`
  for (const [entry, called] of pairs)
    if (info[entry] === undefined || info[entry] !== property(called)) faults.push(differ(entry, called))
  for (const [entry, called] of optional)
    if (info[entry] !== property(called)) faults.push(differ(entry, called))
  for (const [entry, called] of dates) {
    const [inInfo, inXmp] = [instantOf(info[entry]), Date.parse(property(called) ?? '')]
    if (Number.isNaN(inInfo) || inInfo !== inXmp) faults.push(differ(entry, called))
  }
  if (info['Trapped'] !== 'True' && info['Trapped'] !== 'False')
    faults.push('Trapped doit être True ou False')
  for (const called of ['xmpMM:DocumentID', 'xmp:MetadataDate'])
    if (!property(called)) faults.push(`${called} absent`)
  return faults
}

/** `D:20251101000000+01'00'` as milliseconds, NaN when it is no date. @see ISO 32000-1 §7.9.4 */
function instantOf(date: string | undefined): number {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)?/.exec(date ?? '')
  if (!match) return Number.NaN
  const [, year, month, day, hour, minute, second, zone = '+00', zoneMinutes = '00'] = match
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${zoneMinutes}`)
}

const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text)
