// Counts what happens to boards, summaries and kept outcomes, so that whatever was worked out from them is known to be old.
// Made by the house; touched where things change, asked by syntheses.ts.

export class Changes {
  readonly #counts = new Map<string, number>()

  /** Something of this workshop or tour is not what it was. */
  touch(what: string): void {
    this.#counts.set(what, this.of(what) + 1)
  }

  /** How often it was touched since this process began. */
  of(what: string): number {
    return this.#counts.get(what) ?? 0
  }

  /** It is gone for good. */
  drop(what: string): void {
    this.#counts.delete(what)
  }
}
