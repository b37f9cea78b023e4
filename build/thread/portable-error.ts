/** An error as it can be sent between threads: structured cloning drops its class, its `code` and what it adds. */
export type PortableError = {
  name: string
  message: string
  stack: string | undefined
  code: string | undefined
  cause: PortableError | undefined
}

export function toPortable(error: unknown): PortableError {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), stack: undefined, code: undefined, cause: undefined }
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    code: 'code' in error && error.code !== undefined ? String(error.code) : undefined,
    cause: error.cause === undefined ? undefined : toPortable(error.cause),
  }
}

export function fromPortable({ name, message, stack, code, cause }: PortableError): Error {
  const error = new Error(message, cause && { cause: fromPortable(cause) })
  error.name = name
  if (stack !== undefined) error.stack = stack
  return code === undefined ? error : Object.assign(error, { code })
}
