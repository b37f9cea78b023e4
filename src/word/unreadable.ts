/** A file that is no Word file, or none that may be opened. The message is one French sentence for the person who gave it,
 *  without the file's name. */
export class UnreadableWord extends Error {
  override readonly name = 'UnreadableWord'
}
