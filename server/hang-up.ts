// Ends what a server has lost sight of: it forgets a connection once it has become a WebSocket. Called by the house.
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Remembers every connection from now on; answers what ends those that are still open. */
export function hangUp(http: Server): () => void {
  const open = new Set<Socket>()
  http.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  return () => open.forEach((socket) => socket.destroy())
}
