// Which documents of a workshop have nothing stored: hundreds who come in at once bring an empty pad each, and none of them
// need be read. Made by shelf.ts, one for each workshop in memory.

export class Rowless {
  readonly #ask: () => Promise<string[]>
  #names: Promise<Set<string>> | null = null

  /** `ask` names the documents that have rows; it is asked once, unless it fails. */
  constructor(ask: () => Promise<string[]>) {
    this.#ask = ask
  }

  /** True where a document has no rows, the first time it is asked for: whoever hears so may write on it. */
  async is(name: string): Promise<boolean> {
    const asking = (this.#names ??= this.#ask().then((names) => new Set(names)))
    try {
      const names = await asking
      const known = names.has(name)
      names.add(name)
      return !known
    } catch (error) {
      if (this.#names === asking) this.#names = null
      throw error
    }
  }
}
