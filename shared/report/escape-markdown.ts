// Plain text inside Markdown: every character that could mean something there is escaped. Called by markdown.ts.
// Backslashes for ASCII punctuation, entities for white space that would be swallowed, as CommonMark 0.31 reads them.

/** What can open or close something in the middle of a line. */
const ACTIVE = /[\\`*_[\]<>&|~#@{}$^=+!]/g
/** `https://` and `www.` would become links, and a link does not undo backslashes. */
const LINKS = /:(?=\/\/)|(?<=\bwww)\./gi
/** `-`, or a number with its dot or bracket, at the start of a line would make a list or a rule. */
const STARTS = /^(\d{0,9})([-.):])/
const EDGES = /^\s+|\s+$/g

/** One text on one line of the document: a line break becomes `<br>`. For headings and cells. */
export function escapeLine(text: string): string {
  return linesOf(text).join('<br>')
}

/** A text of several lines, each but the first begun by `indent`; line breaks are kept as hard ones. */
export function escapeBlock(text: string, indent: string): string {
  const lines = linesOf(text)
  return lines.map((line, i) => line + breakAfter(lines, i, indent)).join('')
}

/** A hard break ends no block: where only empty lines follow, the break is written as an entity. */
function breakAfter(lines: string[], i: number, indent: string): string {
  if (i === lines.length - 1) return ''
  return lines.slice(i + 1).some((line) => line !== '') ? `\\\n${indent}` : '&#10;'
}

function linesOf(text: string): string[] {
  return text.split('\n').map(escapeInline)
}

function escapeInline(line: string): string {
  return line
    .replace(ACTIVE, '\\$&')
    .replace(LINKS, '\\$&')
    .replace(STARTS, '$1\\$2')
    .replace(EDGES, (spaces) => [...spaces].map(entity).join(''))
    .replaceAll('\r', entity)
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`
}
