// The same house as server/main.ts in a process of its own, without pages, so that a fault test may kill it again and again.
// Spawned by child.ts. Every second it reports the longest time its loop was held up by its own work (see `stalls`).
import { flushCompileCache } from 'node:module'
import { PerformanceObserver } from 'node:perf_hooks'
import { systemClock } from '../../server/clock.ts'
import { readConfig } from '../../server/config.ts'
import { createHouse } from '../../server/house.ts'
import { createLog } from '../../server/log.ts'
import { mostConnections, openFiles } from '../../server/open-files.ts'
import { openStore } from '../../server/opening.ts'

const TICK = 10

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const clock = systemClock()
  const log = createLog(config.logLevel, (line) => void process.stderr.write(line))
  const { store, secret, cluster } = await openStore(config, clock)
  const connections = mostConnections(openFiles())
  const house = createHouse({ config, store, clock, log, secret, client: null, connections, cluster })
  await house.listen()
  if (cluster) log('info', 'started', { node: cluster.node })
  // Kept at once: whoever starts this process means to kill it.
  flushCompileCache()
  process.once(
    'SIGTERM',
    () =>
      void house
        .close()
        .then(() => store.close())
        .then(() => process.exit(0)),
  )
  if (process.send) stalls()
}

/**
 * Processor time that this thread used between two ticks of its loop, garbage collection taken off, in milliseconds: a busy
 * machine that gives the process no time is not a stall of ours.
 */
function stalls(): void {
  let collected = 0
  let worst = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) collected += duration
  })
  observer.observe({ entryTypes: ['gc'] })
  const used = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let last = used()
  setInterval(() => {
    const now = used()
    worst = Math.max(worst, now - last - collected)
    last = now
    collected = 0
  }, TICK).unref()
  setInterval(
    () =>
      process.connected && process.send?.({ stall: Math.round(worst), memory: process.memoryUsage.rss() }),
    1000,
  ).unref()
}

await main()
