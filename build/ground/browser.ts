export { origin } from './browser/conventions.ts'
