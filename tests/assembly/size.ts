// How many nodes and processes so many members take: none of them may meet the limit of open files. Called by main.ts.

/** Of the files that a process may open, the part that members take: some come back before the old connection is gone. */
const SHARE = 0.65
const FEWEST_NODES = 3
const FEWEST_PARTS = 2

/** Enough for everybody when one of them has died. */
export function nodesFor(members: number, files: number): number {
  return Math.max(FEWEST_NODES, 1 + Math.ceil(members / (files * SHARE)))
}

/** Processes that play the members. */
export function partsFor(members: number, files: number): number {
  return Math.max(FEWEST_PARTS, Math.ceil(members / (files * SHARE)))
}
