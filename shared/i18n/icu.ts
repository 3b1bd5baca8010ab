// The part of ICU MessageFormat that our messages use: {name}, plural and select with nested cases, # and '' quoting.
// Called by translate.ts. Own and small because every phone loads it; icu.test.ts holds it against intl-messageformat.
import type { Language } from '../wire.ts'

interface Choice {
  name: string
  kind: 'plural' | 'select'
  cases: Map<string, Part[]>
}
type Part = string | { name: string } | { hash: true } | Choice

/** A parsed message. Written as data, so that parsing happens once. */
export type Message = readonly Part[]

/** Parses a message. A text that is not one (open brace, unknown kind, no `other`) throws an Error with the place. */
export function parseMessage(text: string): Message {
  const at = { text, position: 0 }
  const parts = parseParts(at, false)
  if (at.position < text.length) fail(at, 'unexpected }')
  return parts
}

/** The message with its parameters put in; a missing one is shown by its name, so that a gap is seen. */
export function formatMessage(
  message: Message,
  language: Language,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const write = (parts: readonly Part[], count?: number): string =>
    parts
      .map((part) => {
        if (typeof part === 'string') return part
        if ('hash' in part) return grouped(count ?? 0, language)
        const value = params[part.name]
        if (!('kind' in part)) return value === undefined ? `{${part.name}}` : String(value)
        const inner = caseOf(part, value, language)
        return write(inner, part.kind === 'plural' ? Number(value) : count)
      })
      .join('')
  return write(message)
}

function caseOf(choice: Choice, value: string | number | undefined, language: Language): Part[] {
  const { cases, kind } = choice
  const exact = cases.get(kind === 'plural' ? `=${value}` : String(value))
  if (exact) return exact
  const word = kind === 'plural' ? new Intl.PluralRules(language).select(Number(value)) : 'other'
  return cases.get(word) ?? cases.get('other')!
}

/** `1 234` in French with the ordinary no-break space: our fonts have no narrow one (U+202F). */
function grouped(n: number, language: Language): string {
  return new Intl.NumberFormat(language).format(n).replaceAll('\u202f', '\u00a0')
}

interface Cursor {
  text: string
  position: number
}

function parseParts(at: Cursor, plural: boolean): Part[] {
  const parts: Part[] = []
  let plain = ''
  const flush = () => {
    if (plain) parts.push(plain)
    plain = ''
  }
  while (at.position < at.text.length && at.text[at.position] !== '}') {
    const letter = at.text[at.position]!
    if (letter === '{' || (letter === '#' && plural)) {
      flush()
      parts.push(letter === '{' ? parseArgument(at, plural) : hash(at))
    } else plain += letter === "'" ? quoted(at, plural) : at.text[at.position++]
  }
  flush()
  return parts
}

function hash(at: Cursor): Part {
  at.position++
  return { hash: true }
}

/** `''` is an apostrophe; one in front of a brace (or # in a plural) quotes up to the next; others are themselves. */
function quoted(at: Cursor, plural: boolean): string {
  const { text, position } = at
  const next = text[position + 1]
  const quotes = next === '{' || next === '}' || (plural && next === '#')
  at.position += next === "'" ? 2 : 1
  if (!quotes) return "'"
  const end = text.indexOf("'", at.position)
  at.position = end < 0 ? text.length : end + 1
  return text.slice(position + 1, end < 0 ? undefined : end)
}

function parseArgument(at: Cursor, plural: boolean): Part {
  at.position++
  const name = word(at)
  if (name && take(at, '}')) return { name }
  if (!name || !take(at, ',')) fail(at, 'expected a name, then } or ,')
  const kind = word(at)
  if (kind !== 'plural' && kind !== 'select') return fail(at, `unknown kind "${kind}"`)
  if (!take(at, ',')) fail(at, 'expected ,')
  const cases = parseCases(at, plural || kind === 'plural')
  return cases.has('other') ? { name, kind, cases } : fail(at, 'no case "other"')
}

function parseCases(at: Cursor, plural: boolean): Map<string, Part[]> {
  const cases = new Map<string, Part[]>()
  for (let key = word(at); !take(at, '}'); key = word(at)) {
    if (!key || !take(at, '{')) fail(at, 'expected a case')
    cases.set(key, parseParts(at, plural))
    if (!take(at, '}')) fail(at, 'case not closed')
  }
  return cases
}

/** The next word, blanks around it skipped; empty where there is none. */
function word(at: Cursor): string {
  const [all, found] = /^\s*([=\w-]*)\s*/.exec(at.text.slice(at.position))!
  at.position += all.length
  return found!
}

function take(at: Cursor, letter: string): boolean {
  if (at.text[at.position] !== letter) return false
  at.position++
  return true
}

function fail(at: Cursor, why: string): never {
  throw new Error(`message: ${why}, at ${at.position} of "${at.text}"`)
}
