import type { Command } from '../command.ts'
import { UsageError } from '../command.ts'
import { type FicheOptions, parseNewFiche, runNewFiche } from '../new/fiche.ts'
import { type KitOptions, parseNewKit, runNewKit } from '../new/kit.ts'
import { usage } from '../new/usage.ts'

type Options = FicheOptions | KitOptions | 'help'

const command: Command<Options> = {
  parse(args, context) {
    const [what, ...rest] = args
    if (what === 'fiche') return parseNewFiche(rest)
    if (what === 'kit') return parseNewKit(rest, context)
    if (what === '--help' || what === '-h') return 'help'
    throw new UsageError(usage)
  },
  async run(options, context) {
    if (options === 'help') console.log(usage)
    else if (options.what === 'fiche') return runNewFiche(options, context)
    else return runNewKit(options, context)
    return 0
  },
}
export default command
