#!/usr/bin/env node
// `npx tablee`: starts the house from its package, with the data in ./data. Finds a Node that is new enough, its own if need be.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NEEDED = 24
const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/** The Node that runs this, or the one that the package brings. */
function nodeProgram() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath
  try {
    return createRequire(import.meta.url).resolve('node/bin/node')
  } catch {
    process.stderr.write(`Tablée needs Node.js ${NEEDED} or newer, this is ${process.versions.node}.\n`)
    process.exit(1)
  }
}

const types = `--import=${pathToFileURL(here('types.js'))} --disable-warning=ExperimentalWarning`
const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${types}`.trim() }
const child = spawn(nodeProgram(), [here('../server/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
