import { inspect } from 'node:util'
import { messageOf } from '../src/diagnostics/diagnostic.ts'

/** One line for the person, the chain of causes below it, what helps, and the stack for who asks with DEBUG. */
export function describeFault(error: unknown, withStack: boolean): string {
  const chain = [originOf(error)]
  for (let cause = causeOf(chain[0]); cause && chain.length < 10; cause = causeOf(cause)) chain.push(cause)
  // The outermost knows best what was being done.
  const remedy = chain.map(remedyOf).find(remedy => remedy !== undefined)
  return [
    `Erreur : ${saidOf(chain[0])}`,
    ...chain.slice(1).map(cause => `  cause : ${saidOf(cause)}`),
    ...(remedy ? [`  ${remedy}`] : []),
    withStack ? inspect(error) : '  (DEBUG=1 pour le détail technique)',
  ].join('\n')
}

/** The fault itself, when another came while what it left was being put away. */
function originOf(error: unknown): unknown {
  return error instanceof Error && error.name === 'SuppressedError' && 'suppressed' in error
    ? originOf(error.suppressed)
    : error
}

const causeOf = (error: unknown) => (error instanceof Error ? error.cause : undefined)

function remedyOf(fault: unknown): string | undefined {
  if (!(fault instanceof Error && 'code' in fault)) return undefined
  // A system that watches no more files says so with the word for a full disk.
  if (fault.code === 'ENOSPC' && 'syscall' in fault && fault.syscall === 'watch') return remedies['EMFILE']
  if ('syscall' in fault && String(fault.syscall).startsWith('spawn'))
    return 'Ce programme ne peut pas être lancé : vérifier son chemin, et le droit de l’exécuter.'
  if (UNREAD.has(String(fault.code)) && 'syscall' in fault && fault.syscall === 'scandir')
    return 'Ce dossier ne peut pas être lu : en donner le droit à la personne qui lance la commande.'
  return remedies[String(fault.code)]
}

/** What a disk refuses, in French where it names the file. */
function saidOf(fault: unknown): string {
  const words = fault instanceof Error && 'code' in fault ? refusals[String(fault.code)] : undefined
  const isNamed = fault instanceof Error && 'path' in fault && typeof fault.path === 'string'
  return words && isNamed ? `${fault.path} : ${words} (${messageOf(fault)})` : messageOf(fault)
}

const refusals: Record<string, string> = {
  ENOENT: 'ce fichier ou ce dossier n’existe pas',
  EEXIST: 'ce nom est déjà pris',
  ENOTDIR: 'un fichier est là où il faudrait un dossier',
  EISDIR: 'un dossier est là où il faudrait un fichier',
  EACCES: 'les droits sont insuffisants',
  EPERM: 'les droits sont insuffisants',
  EROFS: 'ce disque ne s’écrit pas',
  ENAMETOOLONG: 'ce nom est trop long',
}

const UNREAD = new Set(['EACCES', 'EPERM'])

const UNWRITABLE = 'On ne peut pas écrire dans ce dossier : en choisir un autre, ou en donner le droit.'

/** What a person can do about a refusal of the machine. */
const remedies: Record<string, string> = {
  ENOSPC:
    'Le disque est plein : libérer de la place, puis relancer. La dernière édition réussie est intacte.',
  EROFS: UNWRITABLE,
  EACCES: UNWRITABLE,
  EPERM: UNWRITABLE,
  KIT_CACHE: 'Le dossier du cache ne peut pas servir : en choisir un autre par la variable KIT_CACHE.',
  ENOTDIR: '--out désigne un fichier, pas un dossier : en choisir un autre.',
  EMFILE: 'Trop de fichiers sont ouverts sur cette machine : en fermer, puis relancer.',
}
