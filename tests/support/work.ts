// What something costs in processor time, which other work on the machine does not lengthen. Called by unit tests of quick things.

/** Milliseconds of a core that this process used while `act` ran. */
export function workOf(act: () => void): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
