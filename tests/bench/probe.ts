// Loaded into every server that is measured (`node --import`): on SIGUSR2 it collects garbage and writes what is held.
// The same for all of them; asked by meter.ts.
import { renameSync, writeFileSync } from 'node:fs'

process.on('SIGUSR2', () => {
  const file = process.env['BENCH_PROBE']
  if (!file || !globalThis.gc) return
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  writeFileSync(`${file}.new`, String(heapUsed + external))
  renameSync(`${file}.new`, file)
})
