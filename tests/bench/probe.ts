// Loaded into every server that is measured (`node --import`): on SIGUSR2 it collects garbage and writes what is held.
// The same for all of them; asked by meter.ts. A server whose benchmark is gone goes too.
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

const LOOK_EVERY = 2_000
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.exit(1)
}, LOOK_EVERY).unref()
