// The house rules that a compiler does not know: who imports whom, no rings, small rooms, no hidden clock.
// Every finding is one readable line; an empty list is a pass.
import { expect, test } from 'vitest'
import ts from 'typescript'
import { ACTIVITIES } from '../shared/activities/index.ts'
import { ENTRANCES, fits, rowOf } from './support/rooms.ts'
import { isTest, listFiles, parseSource, readSources, walk, type Source } from './support/sources.ts'

const sources = readSources()
const house = sources.filter((source) => !isTest(source.path))
const byPath = new Map(house.map((source) => [source.path, source]))

test('imports are read from modules and components', () => {
  const component = `<p>import</p>\n<script lang="ts">
    import type { A } from './a.ts'
    import { b } from '../b.ts'
    type C = import('./c.ts').C
    const d = import('d')
  </script>`
  expect(parseSource('client/ui/X.svelte', component).imports).toEqual([
    { to: 'client/ui/a.ts', own: true, typeOnly: true },
    { to: 'client/b.ts', own: true, typeOnly: false },
    { to: 'client/ui/c.ts', own: true, typeOnly: true },
    { to: 'd', own: false, typeOnly: false },
  ])
})

test('every file imports only what its row of the table allows', () => {
  expect(house.flatMap(strayImports)).toEqual([])
})

function strayImports({ path, imports }: Source): string[] {
  const found = rowOf(path)
  if (!found) return [`${path}: no row of tests/support/rooms.ts is about this file`]
  const { row, kind } = found
  return imports
    .filter(({ to, own, typeOnly }) => {
      if (!own) return !typeOnly && !fits(to, row.packages)
      return !fits(to, row.may, kind) && !(typeOnly && fits(to, row.types ?? [], kind))
    })
    .map(({ to, own, typeOnly }) =>
      own && !typeOnly && fits(to, row.types ?? [], kind)
        ? `${path} may import only types of ${to}`
        : `${path} may not import ${to}`,
    )
}

test.each([
  ['shared/limits.ts', 'node:fs', 'may not import node:fs'],
  ['shared/board/tree.ts', '../../server/log.ts', 'may not import server/log.ts'],
  [
    'shared/activities/roti/count.ts',
    '../dot-vote/count.ts',
    'may not import shared/activities/dot-vote/count.ts',
  ],
  [
    'shared/activities/roti/Wall.svelte',
    '../../../client/lib/faces.ts',
    'may import only types of client/lib/faces.ts',
  ],
  ['client/main.ts', '../server/config.ts', 'may not import server/config.ts'],
  ['server/docs/doc.ts', '../live/session.ts', 'may not import server/live/session.ts'],
  ['server/store/sqlite.ts', '../seats.ts', 'may not import server/seats.ts'],
  ['server/log.ts', '../client/ui/Glyph.svelte', 'may not import client/ui/Glyph.svelte'],
  ['attic/old.ts', './x.ts', ': no row of tests/support/rooms.ts is about this file'],
])('the table refuses %s -> %s', (path, to, finding) => {
  const line = `import { x } from '${to}'`
  const text = path.endsWith('.svelte') ? `<script>${line}</script>` : line
  expect(strayImports(parseSource(path, text)).join()).toContain(finding)
})

test('nobody but the way in imports the composition root', () => {
  const stray = house.flatMap(({ path, imports }) =>
    imports
      .filter(({ to }) => ENTRANCES[to] && !fits(path, ENTRANCES[to]))
      .map(({ to }) => `${path} may not import ${to}`),
  )
  expect(stray).toEqual([])
})

test('imports form no ring', () => {
  expect(rings(new Map(house.map((source) => [source.path, remaining(source)])))).toEqual([])
})

test('a ring of imports is found', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
  ])
  expect(rings(graph)).toEqual(['b -> c -> b'])
})

/** What a file still imports at run time. A component may name itself: that is how it recurs. */
function remaining({ path, imports }: Source): string[] {
  return imports.filter(({ to, own, typeOnly }) => own && !typeOnly && to !== path).map(({ to }) => to)
}

function rings(graph: Map<string, string[]>): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path)
    if (at !== -1) found.push([...trail.slice(at), path].join(' -> '))
    if (at !== -1 || done.has(path)) return
    for (const to of graph.get(path) ?? []) visit(to, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}

test('no file only passes on what others export', () => {
  const barrels = house.filter(({ ast }) => ast.statements.length > 0 && ast.statements.every(passesOn))
  expect(barrels.map(({ path }) => path)).toEqual([])
})

function passesOn(statement: ts.Statement): boolean {
  return ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
}

test('what phones and walls load holds no schema library', () => {
  const faces = house.filter(({ path }) =>
    fits(path, [
      'shared/activities/*/{Phone,Wall}.svelte',
      'client/{pages,standard}/{Join,Phone,Wall}.svelte',
    ]),
  )
  expect(faces.flatMap(({ path }) => pathTo('zod', path, []) ?? [])).toEqual([])
})

/** The chain of imports from a file to a package, as one line, or null. */
function pathTo(name: string, path: string, trail: string[]): string | null {
  const source = byPath.get(path)
  if (!source || trail.includes(path)) return null
  const chain = [...trail, path]
  if (source.imports.some(({ to, own, typeOnly }) => !own && !typeOnly && to === name))
    return [...chain, name].join(' -> ')
  for (const to of remaining(source)) {
    const found = pathTo(name, to, chain)
    if (found) return found
  }
  return null
}

test('files stay within one room: 250 lines, components 200, tests 500', () => {
  const most = (path: string) => (/\.(test|e2e)\.ts$/.test(path) ? 500 : path.endsWith('.svelte') ? 200 : 250)
  const long = sources.filter(({ path, lines }) => lines > most(path))
  expect(long.map(({ path, lines }) => `${path} has ${lines} lines, at most ${most(path)}`)).toEqual([])
})

test('no function has more than 40 lines of its own', () => {
  expect(house.flatMap(longFunctions)).toEqual([])
})

test('a long function is found, a factory of short ones is not', () => {
  const body = 'f()\n'.repeat(40)
  expect(longFunctions(parseSource('shared/x.ts', `function f() {\n${body}}`))).toHaveLength(1)
  expect(longFunctions(parseSource('shared/x.ts', `function f() {\n// no\n\n${body.slice(8)}}`))).toEqual([])
  const nested = `function f() {\n const g = () => {\n${body.slice(20)}}\n const h = () => {\n${body.slice(20)}}\n}`
  expect(longFunctions(parseSource('shared/x.ts', nested))).toEqual([])
})

function longFunctions({ path, ast }: Source): string[] {
  const found: string[] = []
  walk(ast, (node) => {
    if (!ts.isFunctionLike(node)) return
    const lines = ownLines(node, ast)
    const line = ast.getLineAndCharacterOfPosition(node.getStart()).line + 1
    if (lines > 40) found.push(`${path}:${line} has ${lines} lines in one function`)
  })
  return found
}

/** Lines with code in them, without those of functions inside. */
function ownLines(node: ts.Node, ast: ts.SourceFile): number {
  let text = ast.text.slice(node.getStart(), node.end)
  const inner: ts.Node[] = []
  const collect = (child: ts.Node): void => {
    if (ts.isFunctionLike(child)) inner.push(child)
    else ts.forEachChild(child, collect)
  }
  ts.forEachChild(node, collect)
  for (const child of inner.reverse()) {
    const start = child.getStart() - node.getStart()
    text = text.slice(0, start) + 'f' + text.slice(start + child.end - child.getStart())
  }
  return text.split('\n').filter((line) => !/^\s*(\/\/.*|\/?\*.*)?$/.test(line)).length
}

test('time and randomness are arguments in shared code', () => {
  const shared = house.filter(({ path }) => path.startsWith('shared/') && path.endsWith('.ts'))
  expect(shared.flatMap(hiddenInputs)).toEqual([])
})

const HIDDEN = /^(Date\.now|Math\.random|performance\.now|new Date\(\)|new Date|Date\(\))$/

test('a hidden clock or die is found', () => {
  const text = 'const a = [Date.now(), new Date(), new Date, Math.random(), performance.now(), new Date(5)]'
  expect(hiddenInputs(parseSource('shared/x.ts', text))).toHaveLength(5)
})

function hiddenInputs({ path, ast }: Source): string[] {
  const found: string[] = []
  walk(ast, (node) => {
    if (!ts.isPropertyAccessExpression(node) && !ts.isNewExpression(node) && !ts.isCallExpression(node))
      return
    const text = node.getText().replaceAll(/\s+/g, '').replace('newDate', 'new Date')
    const line = ast.getLineAndCharacterOfPosition(node.getStart()).line + 1
    if (HIDDEN.test(text)) found.push(`${path}:${line} uses ${text}`)
  })
  return found
}

test('no component writes markup from a string', () => {
  const raw = sources.filter(({ path, text }) => path.endsWith('.svelte') && /\{\s*@html/.test(text))
  expect(raw.map(({ path }) => `${path} uses {@html}`)).toEqual([])
})

test('every exercise of the house is in the list, under the name of its folder', () => {
  const folders = listFiles(/^activity\.ts$/)
    .map((path) => path.split('/').at(-2)!)
    .filter((folder) => folder !== 'activities')
  expect(ACTIVITIES.map((activity) => activity.kind).sort()).toEqual(folders.sort())
})
