import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** What a process and all that it started have used so far. */
export type Tree = {
  seen(): { cpuSeconds: number | null; memoryMb: number | null }
  /** Ends every process of the tree. */
  kill(): void
  stop(): void
}

const INTERVAL_MS = 100
/** Of Linux on every architecture that Node runs on. @see proc(5), sysconf(3) */
const PAGE_BYTES = 4096
const TICKS_PER_SECOND = 100

/** Samples the processes below `root` ten times a second, from /proc; elsewhere nothing is seen. */
export function watchTree(root: number | undefined): Tree {
  if (root === undefined || !existsSync('/proc/self/stat'))
    return { seen: () => ({ cpuSeconds: null, memoryMb: null }), kill() {}, stop() {} }
  const members = new Set([root])
  const ticksOf = new Map<number, number>()
  let peak = 0
  const sample = () => {
    const all = readProcesses()
    // A child has a higher number than its parent, but for the day they start anew: the next sample finds those.
    for (const { pid, parent } of all) if (members.has(parent)) members.add(pid)
    let bytes = 0
    for (const { pid, ticks, resident } of all) {
      if (!members.has(pid)) continue
      ticksOf.set(pid, ticks)
      bytes += resident
    }
    peak = Math.max(peak, bytes)
  }
  const timer = setInterval(sample, INTERVAL_MS)
  return {
    seen: () => ({
      cpuSeconds: [...ticksOf.values()].reduce((sum, ticks) => sum + ticks, 0) / TICKS_PER_SECOND,
      memoryMb: peak / 1e6,
    }),
    kill() {
      sample()
      for (const pid of members)
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // Ended meanwhile.
        }
    },
    stop: () => clearInterval(timer),
  }
}

/** A process and all that it has started, of those that run now. */
export function processesBelow(root: number): number[] {
  const members = new Set([root])
  for (const { pid, parent } of readProcesses()) if (members.has(parent)) members.add(pid)
  return [...members]
}

/** Every process of the machine, lowest number first. */
function readProcesses(): { pid: number; parent: number; ticks: number; resident: number }[] {
  const pids = readdirSync('/proc')
    .map(Number)
    .filter(pid => pid > 0)
    .sort((a, b) => a - b)
  return pids.flatMap(pid => {
    let stat: string
    try {
      stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    } catch {
      return [] // ended since the folder was read
    }
    // The name of the program comes second, in brackets, and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const at = (index: number) => Number(fields[index - 3])
    return [{ pid, parent: at(4), ticks: at(14) + at(15), resident: at(24) * PAGE_BYTES }]
  })
}
