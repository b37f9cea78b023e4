import { checkKitFolder } from '../../src/content/check-kit.ts'
import { memoryFolder } from '../../src/content/memory-folder.ts'
import { enumerate } from '../../src/diagnostics/enumerate.ts'
import { formatDiagnostics } from '../../src/diagnostics/format.ts'
import { nearest } from '../../src/diagnostics/nearest.ts'
import type { Kit } from '../../src/kit.ts'
import { UsageError } from '../command.ts'

export const usage = `Usage : kit new fiche "Titre" --famille F [--fiches DIR]
        kit new kit DIR [options]

kit new fiche : le numéro suivant, le nom du fichier, l'en-tête et le plan d'une fiche.
  --famille F          « id » de la famille, dans kit.yaml
  --fiches DIR         dossier des fiches (fiches)

kit new kit : un kit qui se fabrique aussitôt. Ce qui manque est demandé.
  --titre TITRE        par exemple « Départements & ESS 2027 »
  --sous-titre TEXTE
  --editeur NOM        qui publie le kit
  --sigle SIGLE
  --licence NOM        licence des textes, par exemple « CC BY-NC-SA »
  --mois AAAA-MM       mois de l'édition (le mois en cours)
  --famille TEXTE      de deux à quatre fois : « Singulier/Pluriel/#couleur » ; le pluriel et la couleur
                       peuvent manquer`

/** Nothing is written that the check would refuse.
 *  @param files a kit, or as much of it as its new files are judged by
 *  @param only the new one of them; without it, all are
 *  @throws UsageError with what the check says */
export async function refuseFaults(
  files: ReadonlyMap<string, string>,
  dir: string,
  only?: string,
): Promise<void> {
  const encoder = new TextEncoder()
  const folder = memoryFolder(new Map([...files].map(([file, text]) => [file, encoder.encode(text)])))
  const errors = (await checkKitFolder(folder)).filter(
    ({ severity, place }) => severity === 'erreur' && (only === undefined || place.file === only),
  )
  if (errors.length > 0)
    throw new UsageError(`Rien n’est écrit :\n${formatDiagnostics(errors, 'texte', dir)}`)
}

/** @throws UsageError when the kit has no family of this id, with what to type instead */
export function assertFamily({ familles }: Pick<Kit, 'familles'>, famille: string): void {
  const ids = familles.map(({ id }) => id)
  if (!ids.includes(famille))
    throw new UsageError(
      `--famille : « ${famille} » n’existe pas. Écrire : ${nearest(famille, ids) ?? enumerate(ids)}.`,
    )
}
