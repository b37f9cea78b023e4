import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { processesBelow } from './watch-tree.ts'

/** Watches the resident memory of a process and all below it from now on, as Linux itself notes its peaks; elsewhere nothing is seen.
 *  @returns `beyondMb`: the peaks beyond what is resident now, in MB, each process's own summed, as if all came at once */
export function watchPeak(root: number | undefined): { beyondMb(): number | null } {
  if (root === undefined || !existsSync('/proc/self/clear_refs')) return { beyondMb: () => null }
  const atRest = new Map(processesBelow(root).map(pid => [pid, residentOf(pid, 'VmRSS')]))
  // 5 resets the peak. @see proc(5)
  for (const pid of atRest.keys()) writeFileSync(`/proc/${pid}/clear_refs`, '5')
  return {
    beyondMb() {
      let beyond = 0
      // A process that came meanwhile is beyond as a whole.
      for (const pid of processesBelow(root)) beyond += residentOf(pid, 'VmHWM') - (atRest.get(pid) ?? 0)
      return beyond / 1e6
    },
  }
}

/** In bytes. @throws Error where the process has ended */
function residentOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kibibytes = new RegExp(`^${field}:\\s*(\\d+) kB$`, 'm').exec(status)?.[1]
  if (kibibytes === undefined) throw new Error(`process ${pid} tells no ${field}`)
  return Number(kibibytes) * 1024
}
