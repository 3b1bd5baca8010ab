// The options that this seat is asked for, and those it may take on once it is through. Made by the ballots with a dealt paper.
import type { OptionEntry } from '../../shared/voting.ts'
import type { PollView } from '../../shared/wire.ts'

export class Share {
  #poll: () => PollView
  /** A share that grows waits until more is wanted. */
  #wanted: number = $state(0)

  constructor(poll: () => PollView) {
    this.#poll = poll
    this.#wanted = this.#ids.length
  }

  /** Without a share everything is asked. */
  get #ids(): string[] {
    const { share, paper } = this.#poll()
    return share ?? paper.options.map(({ id }) => id)
  }

  get asked(): OptionEntry[] {
    const { options } = this.#poll().paper
    return this.#ids.slice(0, this.#wanted).flatMap((id) => options.find((option) => option.id === id) ?? [])
  }

  /** How many more there are to take on. */
  get more(): number {
    return this.#ids.length - this.#wanted
  }

  takeMore(): void {
    this.#wanted = this.#ids.length
  }
}
