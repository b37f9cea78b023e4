import { plural } from '../../../../../src/french.ts'
import { onPage } from '../../../../../src/problems/finding.ts'
import { sha256 } from '../../../../disk/sha256.ts'
import { latin1Of } from '../../../object/latin1.ts'
import { xmpReader } from '../../../object/xmp.ts'
import { findFaults, measured, ofPages, type PressCheck } from '../check.ts'
import type { IntentFacts } from '../read/facts.ts'

const PDF_X = 'GTS_PDFX'
/** Versions of PDF that PDF/X-4 is made of. @see ISO 15930-7 §6.1 */
const versions = ['1.3', '1.4', '1.5', '1.6']

export const file: PressCheck[] = [
  {
    id: 'transparence',
    title: 'Transparence',
    why: 'PDF/X-4 l’admet, mais un ancien système d’impression l’aplatit à sa façon. Mieux vaut qu’il n’y en ait pas.',
    limit: () => 'aucune (avertissement)',
    run: ofPages('aucune', ({ transparency }) => [...transparency].sort(), 'remarque'),
  },
  {
    id: 'surimpression',
    title: 'Surimpression',
    why: 'Une couleur en surimpression s’ajoute à celle du dessous ; du blanc en surimpression disparaît.',
    limit: () => 'aucune, pour le noir non plus : le fond s’efface sous lui, l’imprimeur règle le reste',
    run: ofPages('aucune', ({ overprint }) => (overprint ? ['surimpression demandée'] : []), 'remarque'),
  },
  {
    id: 'annotations',
    title: 'Liens, notes et formulaires',
    why: 'Ils sont faits pour l’écran ; PDF/X les interdit dans la page.',
    limit: () => 'aucun',
    run({ file }) {
      const findings = [
        ...file.interactive.map(what => onPage(null, `dans le fichier : ${what}`)),
        ...findFaults(file.pages, page => [...new Set(page.annotations)]),
      ]
      return measured(findings, 'aucun', plural(findings.length, 'objet'))
    },
  },
  {
    id: 'intention',
    title: 'Condition d’impression',
    why: 'Elle dit à l’imprimeur pour quel papier et quelles encres les couleurs ont été calculées.',
    limit: ({ profile }) => `une seule, avec son profil incorporé : ${profile.description}`,
    run({ file, profile }) {
      const intents = file.intents.filter(({ subtype }) => subtype === PDF_X)
      const [intent] = intents
      const faults =
        intents.length !== 1 || !intent
          ? [`${intents.length} conditions d’impression ${PDF_X}`]
          : faultsOf(intent, profile.bytes)
      return measured(
        Array.from(faults, fault => onPage(null, fault)),
        `${intent?.condition}, profil incorporé`,
        'condition d’impression absente ou fausse',
      )
    },
  },
  {
    id: 'metadonnees',
    title: 'Métadonnées',
    why: 'Le fichier se déclare PDF/X-4 ; ses deux fiches d’identité (Info et XMP) doivent dire la même chose.',
    limit: () =>
      'XMP et Info présents et d’accord, version PDF/X-4, identifiants, recouvrement (Trapped) à faire',
    run({ file: { info, xmp } }) {
      const faults = Array.from(discords(info, xmp), fault => onPage(null, fault))
      return measured(faults, 'd’accord', 'absentes ou en désaccord')
    },
  },
  {
    id: 'fichier',
    title: 'Fichier',
    why: 'Un fichier verrouillé, sans identifiant ou qui contient des réglages de machine est refusé d’emblée.',
    limit: () =>
      'PDF 1.6 au plus, identifiant, ni mot de passe, ni réglage de trame ou de transfert, tout est lisible',
    run({ file }) {
      const { version, encrypted, hasId, pages } = file
      const faults = findFaults(pages, ({ forbidden, unread }) => [
        ...[...forbidden].sort().map(entry => `${entry} interdit`),
        ...new Set(unread),
      ])
      const ofFile = [
        ...(versions.includes(version) ? [] : [`PDF ${version}`]),
        ...(hasId ? [] : ['pas d’identifiant (/ID)']),
        ...(encrypted ? ['fichier verrouillé'] : []),
      ]
      return measured(
        [...ofFile.map(fault => onPage(null, fault)), ...faults],
        `PDF ${version}`,
        'fichier refusé',
      )
    },
  },
]

function* faultsOf({ condition, registry, profile }: IntentFacts, expected: Uint8Array): Generator<string> {
  if (condition === '') yield 'condition sans nom'
  // What the registry holds has a name there; any other condition has none to be looked up.
  if (registry !== '' && /^custom$/i.test(condition)) yield `« ${condition} » n’est pas un nom du registre`
  const named = profile ? conditionsIn(profile) : []
  if (named.length > 0 && !named.includes(condition))
    yield `le profil est celui de ${named.join(', ')}, la condition se dit « ${condition} »`
  const signature = profile && latin1Of(profile.subarray(12, 20))
  if (!profile) yield 'profil non incorporé'
  else if (signature !== 'prtrCMYK') yield 'le profil n’est pas celui d’une imprimante en quadrichromie'
  else if (sha256(profile) !== sha256(expected)) yield 'le profil n’est pas celui que demande le kit'
}

/** The registered conditions of Fogra that a profile names in its text, written in one byte a letter or in two. */
function conditionsIn(profile: Uint8Array): string[] {
  const text = latin1Of(profile).replaceAll('\0', '')
  return [...new Set(Array.from(text.matchAll(/FOGRA\s?(\d{2})(?!\d)/gi), ([, number]) => `FOGRA${number}`))]
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

function* discords(info: Record<string, string>, packet: string | null): Generator<string> {
  if (packet === null) {
    yield 'pas de XMP'
    return
  }
  const property = xmpReader(packet)
  const version = property('pdfxid:GTS_PDFXVersion')
  if (version !== 'PDF/X-4') yield `version déclarée : ${version ?? 'aucune'}`
  const differ = (entry: string, called: string) =>
    `${entry} « ${shorten(info[entry] ?? 'absent')} », ${called} « ${shorten(property(called) ?? 'absent')} »`
  for (const [entry, called] of pairs)
    if (info[entry] === undefined || info[entry] !== property(called)) yield differ(entry, called)
  for (const [entry, called] of optional) if (info[entry] !== property(called)) yield differ(entry, called)
  for (const [entry, called] of dates) {
    const [inInfo, inXmp] = [instantOf(info[entry]), Date.parse(property(called) ?? '')]
    if (Number.isNaN(inInfo) || inInfo !== inXmp) yield differ(entry, called)
  }
  if (info['Trapped'] !== 'False')
    yield 'Trapped doit être False : les couleurs ne se recouvrent pas, l’imprimeur y pourvoit'
  for (const called of ['xmpMM:DocumentID', 'xmp:MetadataDate'])
    if (!property(called)) yield `${called} absent`
}

/** `D:20251101000000+01'00'` as milliseconds, NaN when it is no date. @see ISO 32000-1 §7.9.4 */
function instantOf(date: string | undefined): number {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)?/.exec(date ?? '')
  if (!match) return Number.NaN
  const [, year, month, day, hour, minute, second, zone = '+00', zoneMinutes = '00'] = match
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${zoneMinutes}`)
}

const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text)
