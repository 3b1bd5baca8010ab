// The session's client without what our pages never do: a third transport, anything but text, coming back by itself, an address
// other than their own. Called by vite.config.ts.
import type { Plugin } from 'vite'

/** By the end of a file's name, what stands in its place. Phones speak by WebSocket or long polling, and all that is said is JSON. */
const LIGHT: Record<string, string> = {
  'engine.io-client/build/esm/transports/webtransport.js': 'export const WT = undefined',
  'engine.io-client/build/esm/contrib/parseuri.js': `export const parse = (uri) => {
  const { protocol, hostname, port, pathname, search } = new URL(uri)
  const host = hostname.replace(/[[\\]]/g, '')
  return { source: uri, protocol: protocol.slice(0, -1), host, port, path: pathname, query: search.slice(1), queryKey: {} }
}`,
  'engine.io-parser/build/esm/encodePacket.browser.js': `import { PACKET_TYPES } from './commons.js'
export const encodePacket = ({ type, data }, binary, callback) => callback(PACKET_TYPES[type] + (data || ''))
export const encodePacketToBinary = encodePacket`,
  'engine.io-parser/build/esm/decodePacket.browser.js': `import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js'
export const decodePacket = (packet) => {
  const type = typeof packet === 'string' && PACKET_TYPES_REVERSE[packet[0]]
  return type ? { type, data: packet.slice(1) || undefined } : ERROR_PACKET
}`,
  'socket.io-client/build/esm/contrib/backo2.js': `export class Backoff {
  duration() { return 1000 }
  reset() {}
  setMin() {}
  setMax() {}
  setJitter() {}
}`,
  'socket.io-parser/build/esm/is-binary.js':
    'export const isBinary = () => false; export const hasBinary = isBinary',
  'socket.io-parser/build/esm/binary.js': `export const deconstructPacket = (packet) => ({ packet, buffers: [] })
export const reconstructPacket = (packet) => packet`,
}

/** Three kilobytes of script less for every phone. */
export function lightSocket(): Plugin {
  return {
    name: 'light-socket',
    enforce: 'pre',
    load: (id) => LIGHT[Object.keys(LIGHT).find((end) => id.endsWith(`/node_modules/${end}`)) ?? ''],
  }
}
