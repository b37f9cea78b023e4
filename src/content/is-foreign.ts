/** Whether a file or folder of this name is not the kit's: what systems, git and word processors leave beside its files
 *  (`~$fiche.md` while Word has it open). */
export const isForeign = (name: string): boolean => /^(?:[._]|~\$)/.test(name) || name === 'node_modules'
