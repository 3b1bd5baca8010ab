// The source files of the house with what they import, read from disk by the compiler's own parser.
// Called by the house tests on architecture and messages.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import ts from 'typescript'

export const ROOT = resolve(import.meta.dirname, '../..')
const FOLDERS = ['shared', 'server', 'client', 'tests', 'tools', 'bench']

export interface Import {
  /** A path from the root for our own files, else the specifier of a package. */
  to: string
  own: boolean
  /** Nothing of it remains at run time. */
  typeOnly: boolean
}

export interface Source {
  /** From the root, with forward slashes. */
  path: string
  text: string
  lines: number
  ast: ts.SourceFile
  imports: Import[]
}

/** Every .ts and .svelte file of the house, sorted by path. */
export function readSources(): Source[] {
  return listFiles(/\.(ts|svelte)$/).map((path) => parseSource(path, readText(path)))
}

/** One file of this text at this path. */
export function parseSource(path: string, text: string): Source {
  const script = path.endsWith('.svelte') ? scriptOf(text) : text
  const ast = ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  return { path, text, lines: text.trimEnd().split('\n').length, ast, imports: importsOf(ast, path) }
}

/** Paths from the root of all files whose name matches, sorted. */
export function listFiles(name: RegExp): string[] {
  return FOLDERS.filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && name.test(entry.name))
        .map((entry) => posix.relative(ROOT, join(entry.parentPath, entry.name))),
    )
    .filter((path) => !path.startsWith('tests/output/'))
    .sort()
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Calls `visit` on every node below this one, depth first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

/** True for tests and what serves only them: they may reach everywhere. */
export function isTest(path: string): boolean {
  return path.startsWith('tests/') || /\.test\.ts$|^server\/\w+\/contract[\w-]*\.ts$/.test(path)
}

/** The scripts of a component; the rest becomes blank, so that positions stay true. */
function scriptOf(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  let script = ''
  let end = 0
  for (const match of text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) {
    const start = match.index + match[0].indexOf('>') + 1
    script += blank(text.slice(end, start)) + match[1]
    end = start + match[1]!.length
  }
  return script + blank(text.slice(end))
}

function importsOf(ast: ts.SourceFile, path: string): Import[] {
  const imports: Import[] = []
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return
    const text = specifier.text.replace(/\?.*$/, '')
    const own = text.startsWith('.')
    imports.push({ to: own ? posix.join(posix.dirname(path), text) : text, own, typeOnly })
  }
  walk(ast, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node))
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
  })
  return imports
}

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const named = importClause.namedBindings
  return (
    !importClause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  )
}
