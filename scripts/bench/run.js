// Starts a measuring script as commands are started: compiled once, then from few files.
import { compiled } from '../compiled.js'

const [source = ''] = process.argv.splice(2, 1)
await import(await compiled(source))
