// Where this house can be reached, and which address is put into links and QR codes. Made by the house, asked by the links.
import { lanAddresses, type Config } from './config.ts'

export interface Addresses {
  /** PUBLIC_URL, else the first that phones in the same room can reach. */
  origin(): string
  /** Those that a desk may choose from, the first one being `origin`; one alone where PUBLIC_URL says it. */
  all(): string[]
}

type Wanted = Pick<Config, 'publicUrl' | 'host' | 'tls' | 'mdnsName'>

/** `port` is the one that is listened on. Interfaces are looked at each time: a laptop changes its network. */
export function createAddresses(config: Wanted, port: () => number, interfaces = lanAddresses): Addresses {
  const { publicUrl, host, tls, mdnsName } = config
  const originOf = (name: string) => `${tls ? 'https' : 'http'}://${name}:${port()}`
  function all(): string[] {
    if (publicUrl !== null) return [publicUrl]
    if (host !== '0.0.0.0' && host !== '::') return [originOf(host.includes(':') ? `[${host}]` : host)]
    const found = [...interfaces(), ...(mdnsName === null ? [] : [`${mdnsName}.local`])]
    return (found.length > 0 ? found : ['localhost']).map(originOf)
  }
  return { all, origin: () => all()[0]! }
}
