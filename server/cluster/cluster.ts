// The other door to the outside: the nodes of one installation, and which of them runs a workshop. Built by opening.ts.
// Each workshop is run by one node; the others hand on what reaches them. A house alone has no cluster at all.
import type { Channel } from './channel.ts'

/** What a node is asked to take over from another. */
export type Kind = 'live' | 'stream' | 'outcome'
export type Hello = Record<string, string>

export interface Cluster {
  readonly node: string
  /** The living node that runs this workshop, or null where this one does, from now on if nobody did. */
  elsewhere(workshop: string): Promise<string | null>
  /** True while this node runs it, as far as it knows. */
  isHere(workshop: string): boolean
  isAlive(node: string): boolean
  /** A way to another node, which must run the workshop ('': none in particular); closed where it does not, or cannot be reached. */
  open(node: string, kind: Kind, workshop: string, hello: Hello): Channel
  /** Who takes what other nodes hand on, for workshops that are run here. */
  serve(kind: Kind, take: (channel: Channel, workshop: string, hello: Hello) => void): void
  /** Hears of workshops that this node runs from now on, or no more: what it remembers of them counts no longer. */
  onTurn(hear: (workshop: string) => void): void
  /** Hears what the store has refused: where that is a lease, it is over. */
  refused(error: unknown): void
  /** Lets go of everything: others may take it at once. */
  leave(): Promise<void>
}

/** Who runs what. The store refuses whoever holds an older fence than the last that was given. */
export interface Leases {
  readonly node: string
  /** Who runs it: this node if nobody living does. */
  claim(workshop: string): Promise<{ node: string; fence: number }>
  fenceOf(workshop: string): number | null
  isAlive(node: string): boolean
  /** The store has refused the lease of this workshop. */
  lose(workshop: string): void
  /** `turned` hears of workshops that were given or taken away, `dead` of nodes that gave no sign for too long. */
  watch(hears: { turned(workshop: string): void; dead(node: string): void }): void
  close(): Promise<void>
}

/** Carries bytes from node to node: in order, each at most once. */
export interface Bus {
  /** Rejects where it certainly or possibly did not arrive. */
  send(node: string, bytes: Uint8Array): Promise<void>
  receive(take: (bytes: Uint8Array) => void): void
  /** Nobody reads any more what was sent to that node. */
  forget(node: string): void
  close(): Promise<void>
}
