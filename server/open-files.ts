// How many files this process may open, sockets included, and how many of them devices may take. Called by main.ts.

/** Kept for the database, the other nodes and files, and the part of the rest that devices may not take. */
const KEPT = 100
const MARGIN = 0.05

/** The limit of the system (`ulimit -n`); Infinity where it says none. */
export function openFiles(): number {
  Object.assign(process.report, { excludeNetwork: true })
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } }
  const soft = Number(userLimits?.open_files?.soft)
  return soft > 0 ? soft : Infinity
}

/** Connections to take at the same time: a process that has no file left could not even save. */
export function mostConnections(files: number): number {
  return Math.max(1, Math.floor((files - KEPT) * (1 - MARGIN)))
}
