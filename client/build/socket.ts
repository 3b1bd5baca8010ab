// The session's client without what our pages never do: a third transport, and anything but text. Called by vite.config.ts.
import type { Plugin } from 'vite'

/** By the end of a file's name, what stands in its place. Phones speak by WebSocket or long polling, and all that is said is JSON. */
const LIGHT: Record<string, string> = {
  'engine.io-client/build/esm/transports/webtransport.js': 'export const WT = undefined',
  'engine.io-parser/build/esm/contrib/base64-arraybuffer.js':
    'export const decode = () => new ArrayBuffer(0)',
  'socket.io-parser/build/esm/is-binary.js':
    'export const isBinary = () => false; export const hasBinary = isBinary',
  'socket.io-parser/build/esm/binary.js': `export const deconstructPacket = (packet) => ({ packet, buffers: [] })
export const reconstructPacket = (packet) => packet`,
}

/** Two kilobytes of script less for every phone. */
export function lightSocket(): Plugin {
  return {
    name: 'light-socket',
    enforce: 'pre',
    load: (id) => LIGHT[Object.keys(LIGHT).find((end) => id.endsWith(`/node_modules/${end}`)) ?? ''],
  }
}
