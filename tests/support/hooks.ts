// What a set of documents asks of its house, where a test has none. Called by tests of documents.
import type { DocsHooks } from '../../server/docs/ports.ts'

/** Lets in as `gate` says, and hears of nothing. */
export function quietHooks(gate: DocsHooks['gate']): DocsHooks {
  return {
    gate,
    onPad: () => undefined,
    onBoard: () => undefined,
    onPlan: () => undefined,
    checkpoint: async () => [],
    onStoreError: () => undefined,
  }
}
