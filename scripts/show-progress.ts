import yoctoSpinner, { type Spinner } from 'yocto-spinner'
import type { Progress, Step } from '../build/release/progress.ts'

const names: Record<Step, string> = {
  controle: 'Contrôle des fiches',
  impression: 'Composition des pages imprimées',
  pdf: 'Mise en pages et PDF',
  couverture: 'Couverture du livre numérique',
  epub: 'Livre numérique',
  site: 'Site',
  manifeste: 'Manifeste',
}

const seconds = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Shows a build on the standard error: a moving line on a terminal, else one line a finished step. */
export function showProgress(): { tell: Progress; stop(): void } {
  const interactive = process.stderr.isTTY === true
  let spinner: Spinner | undefined
  return {
    tell(event) {
      if (event.state === 'debut') {
        if (interactive) spinner = yoctoSpinner({ text: names[event.step], stream: process.stderr }).start()
        return
      }
      const line = `${names[event.step]}${event.detail === null ? '' : ` : ${event.detail}`} (${seconds.format(event.ms / 1000)} s)`
      if (spinner) spinner.success(line)
      else console.error(`✔ ${line}`)
      spinner = undefined
    },
    stop() {
      spinner?.stop()
    },
  }
}
