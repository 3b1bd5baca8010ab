// What stands before several nodes: one address, each connection to the next node that is up. Called by the tests of nodes.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Balancer {
  url: string
  /** The nodes, by their ports, in the order in which they are tried. */
  ports: number[]
  /** What a health check does: cuts what is connected to that node, and sends nobody there. */
  remove(port: number): void
}

export async function startBalancer(ports: number[]): Promise<Balancer> {
  const up = [...ports]
  const under = new Map<number, Set<Socket>>()
  let turn = 0
  const server = createServer((device) => {
    device.on('error', () => undefined)
    const pass = (tries: number) => {
      const port = up[turn++ % up.length]
      if (port === undefined || tries === 0) return void device.destroy()
      const node = connect(port, '127.0.0.1')
      node.on('error', () => (node.readyState === 'open' ? device.destroy() : undefined))
      node.once('connect', () => {
        under.set(port, (under.get(port) ?? new Set()).add(device))
        device.pipe(node).pipe(device)
        node.once('close', () => device.destroy())
      })
      node.once('error', () => pass(tries - 1))
      device.once('close', () => {
        node.destroy()
        under.get(port)?.delete(device)
      })
    }
    pass(3)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ports: up,
    remove(port) {
      up.splice(up.indexOf(port), 1)
      for (const device of under.get(port) ?? []) device.destroy()
    },
  }
}
