// One conversation between two nodes: messages in order, both ways, until either ends it or the way is lost. Made by switchboard.ts.

/** Anything that lib0's `writeAny` takes: plain data and bytes. */
export type Message = unknown

export class Channel {
  readonly node: string
  readonly id: string
  isOpen = true
  readonly #send: (payload: Message) => void
  readonly #end: (why: string) => void
  #hears: ((payload: Message) => void) | null = null
  #ended: ((why: string) => void)[] = []
  #waiting: Message[] = []
  #why = ''

  constructor(node: string, id: string, send: (payload: Message) => void, end: (why: string) => void) {
    this.node = node
    this.id = id
    this.#send = send
    this.#end = end
  }

  send(payload: Message): void {
    if (this.isOpen) this.#send(payload)
  }

  /** What came before somebody listened is heard now. */
  listen(hear: (payload: Message) => void): void {
    this.#hears = hear
    for (const payload of this.#waiting.splice(0)) hear(payload)
  }

  onEnd(hear: (why: string) => void): void {
    if (this.isOpen) this.#ended.push(hear)
    else hear(this.#why)
  }

  /** Ends it on both sides. */
  close(why = ''): void {
    if (!this.isOpen) return
    this.#end(why)
    this.ended(why)
  }

  /** The switchboard has a message for it. */
  heard(payload: Message): void {
    if (!this.isOpen) return
    if (this.#hears) this.#hears(payload)
    else this.#waiting.push(payload)
  }

  /** The other side has ended it, or the way is lost. */
  ended(why: string): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.#why = why
    for (const hear of this.#ended.splice(0)) hear(why)
  }
}
