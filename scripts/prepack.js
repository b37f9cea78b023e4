// Runs before `npm pack`: puts the compiled press into the package.
import { compilePackage } from './compile-press.js'

await compilePackage()
