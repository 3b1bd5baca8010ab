// What changed between two versions of a text, word by word: for an amended proposal, on phones, walls and in reports.
// Pure. Longest common subsequence (Wagner & Fischer 1974), on points first and then on the words of points that changed.

export interface Piece {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/** One point of a text with its pieces in reading order; `gone` and `new` where it is so as a whole. */
export interface ChangedPoint {
  kind: 'same' | 'changed' | 'gone' | 'new'
  pieces: Piece[]
}

/** The points of the text of now with what they were; points that are gone stand where they were. */
export function changedPoints(before: readonly string[], now: readonly string[]): ChangedPoint[] {
  const steps = align(before, now)
  const found: ChangedPoint[] = []
  for (let i = 0; i < steps.length;) {
    const step = steps[i]!
    if (step.kind === 'same') {
      found.push({ kind: 'same', pieces: [step] })
      i++
      continue
    }
    const run = steps.slice(i, nextSame(steps, i))
    found.push(...rewritten(textsOf(run, 'gone'), textsOf(run, 'new')))
    i += run.length
  }
  return found
}

/** The words of two texts side by side; neighbours of one kind are one piece. */
export function changedWords(before: string, now: string): Piece[] {
  const pieces: Piece[] = []
  for (const { kind, text } of align(words(before), words(now))) {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  return pieces
}

/** Points that took the place of others, one by one; what has no partner is gone or new as a whole. */
function rewritten(gone: string[], fresh: string[]): ChangedPoint[] {
  return Array.from({ length: Math.max(gone.length, fresh.length) }, (_, i): ChangedPoint => {
    const [old, now] = [gone[i], fresh[i]]
    if (old === undefined) return { kind: 'new', pieces: [{ kind: 'new', text: now! }] }
    if (now === undefined) return { kind: 'gone', pieces: [{ kind: 'gone', text: old }] }
    return { kind: 'changed', pieces: changedWords(old, now) }
  })
}

function nextSame(steps: readonly Piece[], from: number): number {
  const at = steps.findIndex(({ kind }, i) => i >= from && kind === 'same')
  return at < 0 ? steps.length : at
}

function textsOf(steps: readonly Piece[], wanted: Piece['kind']): string[] {
  return steps.flatMap(({ kind, text }) => (kind === wanted ? [text] : []))
}

/** Words, spaces and signs apart, so that a comma does not change the word before it and nothing is lost. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}’'-]+|\s+|[^\p{L}\p{M}\p{N}\s’'-]/gu) ?? []
}

/** Both lists as one, what is common kept; of the rest what is gone comes before what is new. */
function align(before: readonly string[], now: readonly string[]): Piece[] {
  const common = commonLengths(before, now)
  const steps: Piece[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < now.length) {
    if (i < before.length && j < now.length && before[i] === now[j]) {
      steps.push({ kind: 'same', text: now[j]! })
      i++
      j++
    } else if (i < before.length && (j === now.length || common[i + 1]![j]! >= common[i]![j + 1]!))
      steps.push({ kind: 'gone', text: before[i++]! })
    else steps.push({ kind: 'new', text: now[j++]! })
  }
  return steps
}

/** `[i][j]`: how many elements the rests from i and from j have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] =
        a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}
