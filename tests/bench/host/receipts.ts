// Who received which note, and how long after it was sent. Called by the workloads for every frame that arrives.
import type { Latencies } from '../meter.ts'
import { MarkCache } from '../wire/markers.ts'

export interface Receipts {
  sent(mark: number): void
  took(reader: number, frame: Buffer): void
  /** Distinct receipts so far. */
  readonly received: number
  /** Marks that this reader has received. */
  seenBy(reader: number): Set<number>
}

/** Receipts of marks from `first`, `marks` of them, by `readers`; the sender's own echo (`ownerOf`) does not count. */
export function createReceipts(
  { first, marks, readers }: { first: number; marks: number; readers: number },
  ownerOf: (mark: number) => number,
  latencies: Latencies,
): Receipts {
  const cache = new MarkCache()
  const sentAt = new Float64Array(marks)
  const seen = new Uint8Array(readers * marks)
  let received = 0
  return {
    sent: (mark) => void (sentAt[mark - first] = performance.now()),
    took(reader, frame) {
      const now = performance.now()
      for (const mark of cache.of(frame)) {
        const index = mark - first
        if (!(index >= 0 && index < marks) || seen[reader * marks + index] || !sentAt[index]) continue
        seen[reader * marks + index] = 1
        if (ownerOf(mark) === reader) continue
        received++
        latencies.add(now - sentAt[index])
      }
    },
    get received() {
      return received
    },
    seenBy(reader) {
      const found = new Set<number>()
      for (let i = 0; i < marks; i++) if (seen[reader * marks + i]) found.add(first + i)
      return found
    },
  }
}
