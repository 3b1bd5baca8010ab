// The connections of one document, those that wait for it to be loaded included. Made by shelf.ts, kept up by docs.ts.
import type { Connection } from './connection.ts'

export class Peers extends Set<Connection> {
  /** A thousand people on one board: whoever comes must not be looked for among all of them. */
  readonly #bySeat = new Map<string, Connection[]>()

  override add(connection: Connection): this {
    const { id } = connection.seat
    this.#bySeat.set(id, [...(this.#bySeat.get(id) ?? []), connection])
    return super.add(connection)
  }

  override delete(connection: Connection): boolean {
    const { id } = connection.seat
    const left = (this.#bySeat.get(id) ?? []).filter((one) => one !== connection)
    if (left.length > 0) this.#bySeat.set(id, left)
    else this.#bySeat.delete(id)
    return super.delete(connection)
  }

  /** How many devices this seat has here; one that is being closed is none. */
  devicesOf(seat: string): number {
    return this.#bySeat.get(seat)?.filter(({ open }) => open).length ?? 0
  }
}
