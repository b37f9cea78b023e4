// Eleventy looks for JavaScript; the configuration is TypeScript, so that Node 20 needs tsx to read it.
import { register } from 'tsx/esm/api'

register()
const { default: configuration } = await import('./eleventy.config.ts')
export default configuration
