import type { Command } from '../command.ts'
import { UsageError } from '../command.ts'
import { type FicheOptions, parseNewFiche, runNewFiche } from '../new/fiche.ts'
import { type KitOptions, parseNewKit, runNewKit } from '../new/kit.ts'
import { usage } from '../new/usage.ts'

const command: Command<FicheOptions | KitOptions> = {
  usage,

  parse(args) {
    const [what, ...rest] = args
    if (what === 'fiche') return parseNewFiche(rest)
    if (what === 'kit') return parseNewKit(rest)
    throw new UsageError(usage)
  },
  run: (options, context) =>
    options.what === 'fiche' ? runNewFiche(options, context) : runNewKit(options, context),
}
export default command
