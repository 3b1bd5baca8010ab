// How to come in, as a screen shows it: the address behind the QR code and the host people type.
// Called by the lobby, the QR plate and the foot of the wall.
import type { Snapshot } from '../../shared/wire.ts'

export interface Door {
  url: string
  host: string
}

/** The join link of the snapshot, else this page's own origin with the code. */
export function doorOf(session: Snapshot, origin: string): Door {
  const url = session.links?.join ?? `${origin}/j/${session.workshop.code}`
  return { url, host: new URL(url).host }
}
