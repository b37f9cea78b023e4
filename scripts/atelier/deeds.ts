import type { Deeds } from '../../build/atelier/server/answer-api.ts'
import { editions, type Role } from '../../build/disk/manifest.ts'
import { checkKit } from '../../build/disk/read-kit.ts'
import { type Progress, stepNames } from '../../build/release/build-options.ts'
import { type BuildOptions, buildEditions } from '../../build/release/index.ts'
import { type ReleaseOptions, release } from '../../build/release/release.ts'
import { countDiagnostics } from '../../src/diagnostics/format.ts'

type Given = Pick<
  BuildOptions,
  'home' | 'fiches' | 'out' | 'date' | 'cacheDir' | 'jobs' | 'executablePath' | 'signal'
> & {
  release: Pick<ReleaseOptions, 'out' | 'baselines'>
  verapdf: string | null
}

/** What the buttons of the atelier do: the commands of the same names.
 *  @param origin where what was made is shown */
export function atelierDeeds(given: Given, origin: string): Deeds {
  const stepsTo =
    (tell: Parameters<Deeds['build']>[0]): Progress =>
    event =>
      tell({
        kind: 'step',
        name: stepNames[event.step],
        state: event.state === 'debut' ? 'begun' : 'done',
        detail: event.state === 'debut' ? null : event.detail,
      })
  return {
    async check(tell) {
      const diagnostics = await checkKit(given.fiches)
      const good = diagnostics.every(({ severity }) => severity !== 'erreur')
      tell({ kind: 'end', good, text: countDiagnostics(diagnostics), opens: [] })
    },

    async build(tell) {
      const result = await buildEditions({
        ...given,
        only: new Set(editions),
        keep: true,
        ink: 'estimate',
        tell: stepsTo(tell),
      })
      const text = countDiagnostics(result.diagnostics)
      if (result.state === 'refused') {
        tell({ kind: 'end', good: false, text: `Rien n’est fabriqué : ${text}`, opens: [] })
        return
      }
      const opens = result.manifest.artefacts.flatMap(({ role, path }) => {
        const name = shown[role]
        if (name === undefined) return []
        return { name, address: role === 'site' ? `${origin}/` : `${origin}/.editions/${path}` }
      })
      tell({ kind: 'end', good: true, text: `Le kit est fabriqué. ${text}`, opens })
    },

    async release(tell) {
      const result = await release({
        ...given,
        ...given.release,
        draft: false,
        former: null,
        forge: null,
        ink: 'exact',
        tell: stepsTo(tell),
        tellControl: ({ title, done }) =>
          tell({ kind: 'step', name: title, state: done === null ? 'begun' : 'done', detail: null }),
      })
      if (result.state === 'unreadable') {
        tell({ kind: 'end', good: false, text: countDiagnostics(result.diagnostics), opens: [] })
        return
      }
      const good = result.state === 'made'
      tell({
        kind: 'end',
        good,
        text: good ? 'La livraison est prête.' : 'La livraison est refusée : son rapport dit pourquoi.',
        opens: [{ name: 'Rapport', address: `${origin}/${good ? '.livraison' : '.refus'}/rapport.html` }],
      })
    },
  }
}

/** What there is to look at. */
const shown: Partial<Record<Role, string>> = {
  site: 'Site',
  'pdf-ecran': 'PDF pour l’écran',
  'pdf-impression': 'PDF pour l’imprimeur',
  'rapport-prepresse': 'Rapport prépresse',
  epub: 'Livre numérique',
}
