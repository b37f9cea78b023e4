/** Does works one after another, in the order that they come. What one throws reaches who asked for it, and ends no other. */
export function oneByOne(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let turn: Promise<unknown> = Promise.resolve()
  return work => {
    const done = turn.then(work)
    turn = done.catch(() => undefined) // thrown to the caller
    return done
  }
}
