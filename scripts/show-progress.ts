import yoctoSpinner, { type Spinner } from 'yocto-spinner'
import { type TellControl, verdictOf } from '../build/release/gate/control.ts'
import { type Progress, stepNames } from '../build/release/progress.ts'

const seconds = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

const marks = { conforme: '✔', remarque: '!', erreur: '✖', 'non-verifie': '?' }

/** Shows a build and its controls on the standard error: a moving line on a terminal, else one line a finished step. */
export function showProgress(): { tell: Progress; tellControl: TellControl; stop(): void } {
  const interactive = process.stderr.isTTY === true
  let spinner: Spinner | undefined
  const begin = (text: string) => {
    if (interactive) spinner = yoctoSpinner({ text, stream: process.stderr }).start()
  }
  const end = (mark: string, text: string, ms: number) => {
    spinner?.stop()
    spinner = undefined
    console.error(`${mark} ${text} (${seconds.format(ms / 1000)} s)`)
  }
  return {
    tell(event) {
      const name = stepNames[event.step]
      if (event.state === 'debut') begin(name)
      else end('✔', event.detail === null ? name : `${name} : ${event.detail}`, event.ms)
    },
    tellControl({ title, done }) {
      if (done === null) begin(title)
      else end(marks[verdictOf(done)], title, done.ms)
    },
    stop() {
      spinner?.stop()
    },
  }
}
