/** A command: `usage` explains it, `parse` reads its arguments, `run` does it, prints, and returns the exit code. */
export type Command<Options> = {
  usage: string
  /** @throws UsageError when the arguments are not the command's */
  parse(args: string[], context: Context): Options
  run(options: Options, context: Context): Promise<ExitCode>
}

/** Does what a person typed after the command's name, or explains the command to who asks for help.
 *  @throws UsageError */
export async function runCommand<Options>(
  { usage, parse, run }: Command<Options>,
  args: string[],
  context: Context,
): Promise<ExitCode> {
  if (!args.some(arg => arg === '--help' || arg === '-h')) return run(parse(args, context), context)
  console.log(usage)
  return 0
}

/** 0 done, 1 errors in the kit, 2 wrong command line, 3 fault. */
export type ExitCode = 0 | 1 | 2 | 3

/** What a command may know of the process that runs it. */
export type Context = {
  /** Folder from which the person called: paths of the command line are relative to it. */
  cwd: string
  env: NodeJS.ProcessEnv
  signal: AbortSignal
}

/** The person's command line is wrong; the message says in French what to type. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
