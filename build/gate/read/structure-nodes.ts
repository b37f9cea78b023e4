import { type PdfPage, type StructureNode, spoken } from './pdf.ts'

/** An element of the structure and all that stand in it, in their order. */
export const nodesIn = (node: StructureNode): StructureNode[] => [node, ...node.children.flatMap(nodesIn)]

/** All elements of some pages; one that is not tagged has none. */
export const nodesOn = (pages: readonly PdfPage[]): StructureNode[] =>
  pages.flatMap(({ structure }) => (structure ? nodesIn(structure) : []))

/** The elements of a role that stand in no other of that role: their words come once, each. */
export const outermost = (node: StructureNode, role: string): StructureNode[] =>
  node.role === role ? [node] : node.children.flatMap(child => outermost(child, role))

/** The headings among elements of the structure, with their words. */
export const headingsOf = (nodes: readonly StructureNode[]): { level: number; text: string }[] =>
  nodes
    .filter(({ role }) => /^H[1-6]$/.test(role))
    .map(node => ({ level: Number(node.role[1]), text: spoken(node) }))
