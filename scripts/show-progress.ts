import yoctoSpinner from 'yocto-spinner'
import { type Progress, stepNames } from '../build/edition/index.ts'
import type { TellControl } from '../build/gate/index.ts'
import { verdictOf } from '../src/problems/index.ts'

/** Writes a number of seconds: `1,2`. */
const seconds = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

const marks = { conforme: '✔', remarque: '!', erreur: '✖', 'non-verifie': '?' }

/** Shows a build and its controls: on a terminal a moving line with what is under way, everywhere one line a finished step. */
export function showProgress(stream: NodeJS.WriteStream = process.stderr) {
  const underWay = new Set<string>()
  // Signals are the command's: it has folders to remove and processes to end.
  const spinner = stream.isTTY ? yoctoSpinner({ stream, handleSignals: false }) : null
  const show = () => {
    const text = [...underWay].join(', ')
    if (text === '') spinner?.stop()
    else if (spinner?.isSpinning) spinner.text = text
    else spinner?.start(text)
  }
  const begin = (name: string) => {
    underWay.add(name)
    show()
  }
  const end = (name: string, mark: string, text: string, ms: number) => {
    underWay.delete(name)
    spinner?.stop()
    stream.write(`${mark} ${text} (${seconds.format(ms / 1000)} s)\n`)
    show()
  }
  const stop = () => {
    underWay.clear()
    spinner?.stop()
  }
  return {
    tell(event: Parameters<Progress>[0]): void {
      const name = stepNames[event.step]
      if (event.state === 'debut') begin(name)
      else end(name, '✔', event.detail === null ? name : `${name} : ${event.detail}`, event.ms)
    },
    tellControl({ title, done }: Parameters<TellControl>[0]): void {
      if (done === null) begin(title)
      else end(title, marks[verdictOf(done.outcome)], title, done.ms)
    },
    stop,
    [Symbol.dispose]: stop,
  }
}
