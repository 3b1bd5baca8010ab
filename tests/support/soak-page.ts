// What a soak found, as a page to read. Called by soak.ts.

export interface Run {
  passed: boolean
  form: string
  /** ISO day of the run. */
  day: string
  seconds: number
  node: string
  cores: number
  figures: Record<string, string | number>[]
}

const HEAD = `# Reliability: the last figures

Written by \`npm run soak\`; every figure is of a run on one machine, none is estimated. \`lost\`, \`doubled\` and \`resurrected\` are zero
because the run fails where they are not. What each rig does is in the head of \`tests/<rig>.test.ts\`
(\`gate\`: \`server/docs/guard-fuzz.test.ts\`, \`life\`: \`server/docs/lifecycle.test.ts\`); a seed plays its run again: \`SEED=<n> npx vitest run
--project house tests/<rig>.test.ts\`. Forms: \`short\` is what \`npm test\` runs, \`long\` needs \`CI_LONG=1\`, \`soak\` is \`npm run soak\`.
`

/** The page; rigs in the order of their names, one table for each sort of figure. */
export function reliabilityPage(runs: Record<string, Run>): string {
  const rigs = Object.entries(runs).sort(([a], [b]) => (a < b ? -1 : 1))
  return [HEAD, ...rigs.map(([rig, run]) => section(rig, run))].join('\n')
}

function section(rig: string, { passed, form, day, seconds, node, cores, figures }: Run): string {
  const line = `${passed ? 'Passed' : 'FAILED'} on ${day} in ${seconds} s, ${form} form, Node ${node}, ${cores} cores.`
  const sorts = [...new Set(figures.map((figure) => String(figure['rig'])))]
  const tables = sorts.map((sort) =>
    table(
      sort,
      figures.filter((figure) => figure['rig'] === sort),
    ),
  )
  return [`## ${rig}\n`, `${line}\n`, ...tables].join('\n')
}

function table(sort: string, figures: Record<string, string | number>[]): string {
  const columns = Object.keys(figures[0]!).filter((column) => column !== 'rig')
  const row = (cells: (string | number | undefined)[]) => `| ${cells.join(' | ')} |`
  const rows = figures.map((figure) => row(columns.map((column) => figure[column])))
  return [`${sort}:\n`, row(columns), row(columns.map(() => '---')), ...rows, ''].join('\n')
}
