// Where something stands in a JSON text, and whether the text is one that may be parsed at all. Called by server/http/import.ts.

const DEEPEST = 60

/** The line on which brackets lie deeper in each other than any file of ours; null for a text that is harmless. */
export function tooDeep(text: string): number | null {
  let [depth, line, quoted] = [0, 1, false]
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    if (sign === '\n') line++
    if (quoted && sign === '\\') i++
    else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '{' || sign === '[') && ++depth > DEEPEST) return line
    else if (!quoted && (sign === '}' || sign === ']')) depth--
  }
  return null
}

/** The line on which the value at this path begins, or the nearest one above it; the text must be JSON. */
export function lineOfPath(text: string, path: readonly (string | number)[]): number {
  const wanted = path.map(String)
  const trail: { key: string; list: boolean }[] = []
  let [line, best, deepest] = [1, 1, 0]
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    if (sign === '\n') line++
    else if (sign === '"') {
      const end = endOfString(text, i)
      const top = trail.at(-1)
      if (top && !top.list && /^\s*:/.test(text.slice(end + 1, end + 40)))
        top.key = JSON.parse(text.slice(i, end + 1)) as string
      i = end
    } else if (sign === '{' || sign === '[') trail.push({ key: sign === '[' ? '0' : '', list: sign === '[' })
    else if (sign === '}' || sign === ']') trail.pop()
    else if (sign === ',') {
      const top = trail.at(-1)
      if (top) top.key = top.list ? String(Number(top.key) + 1) : ''
      continue
    } else if (/\s|:/.test(sign)) continue
    if (sign === '\n') continue
    const depth = trail.filter(({ key }, at) => key === wanted[at]).length
    if (depth === trail.length && depth > deepest) [best, deepest] = [line, depth]
  }
  return best
}

function endOfString(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i
  }
  return text.length - 1
}
