import { nearest } from '../src/diagnostics/nearest.ts'
import { enumerate } from '../src/french.ts'
import type { Kit } from '../src/kit.ts'
import { UsageError } from './command.ts'

/** @throws UsageError when the kit has no family of this id, with what to type instead */
export function assertFamily({ familles }: Pick<Kit, 'familles'>, famille: string): void {
  const ids = familles.map(({ id }) => id)
  if (!ids.includes(famille))
    throw new UsageError(
      `--famille : « ${famille} » n’existe pas. Écrire : ${nearest(famille, ids) ?? enumerate(ids)}.`,
    )
}
