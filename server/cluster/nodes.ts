// The cluster of several nodes: leases say who runs what, the switchboard carries what is handed on. Built by opening.ts.
import type { Clock } from '../../shared/clock.ts'
import type { Channel } from './channel.ts'
import type { Bus, Cluster, Hello, Kind, Leases } from './cluster.ts'
import { Switchboard } from './switchboard.ts'

interface Opening {
  kind: Kind
  workshop: string
  hello: Hello
}

type Take = (channel: Channel, workshop: string, hello: Hello) => void

/** Said when a channel is for a workshop that this node does not run. */
const NOT_HERE = 'not here'
/** Milliseconds that a node is believed to run a workshop before it is asked for again. */
const BELIEVED = 2000

export function createNodes(leases: Leases, bus: Bus, clock: Clock): Cluster {
  const takers = new Map<Kind, Take>()
  const owners = new Map<string, { node: string; until: number }>()
  let turned: (workshop: string) => void = () => undefined

  const forget = (node: string) => {
    for (const [workshop, owner] of owners) if (owner.node === node) owners.delete(workshop)
  }
  const board = new Switchboard(leases.node, bus, clock, (channel, hello) => {
    const { kind, workshop, hello: said } = hello as Opening
    const take = takers.get(kind)
    if (!take || (workshop !== '' && leases.fenceOf(workshop) === null)) channel.close(NOT_HERE)
    else take(channel, workshop, said)
  })
  leases.watch({
    turned(workshop) {
      owners.delete(workshop)
      turned(workshop)
    },
    dead(node) {
      forget(node)
      board.drop(node, 'dead')
      bus.forget(node)
    },
  })
  return {
    node: leases.node,
    async elsewhere(workshop) {
      if (leases.fenceOf(workshop) !== null) return null
      const known = owners.get(workshop)
      if (known && known.until > clock.now() && leases.isAlive(known.node)) return known.node
      const { node } = await leases.claim(workshop)
      owners.delete(workshop)
      if (node === leases.node) return null
      owners.set(workshop, { node, until: clock.now() + BELIEVED })
      return node
    },
    isAlive: (node) => leases.isAlive(node),
    isHere: (workshop) => leases.fenceOf(workshop) !== null,
    open(node, kind, workshop, hello) {
      const channel = board.open(node, { kind, workshop, hello } satisfies Opening)
      channel.onEnd((why) => why === NOT_HERE && owners.delete(workshop))
      return channel
    },
    serve: (kind, take) => void takers.set(kind, take),
    onTurn: (hear) => void (turned = hear),
    refused(error) {
      const { name, workshop } = (error ?? {}) as { name?: string; workshop?: string }
      if (name === 'Fenced' && workshop !== undefined) leases.lose(workshop)
    },
    async leave() {
      board.close()
      await leases.close()
      await bus.close()
    },
  }
}
