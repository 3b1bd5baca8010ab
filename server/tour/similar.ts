// Which notes speak of the same thing: groups that are proposed to people, who decide. Called by the routes of tours.
// Weights are those of Salton & Buckley (1988), groups the star clusters of Aslam, Pelekhov & Rus (2004): each group has
// one note in its middle, to which all others are close. No service is asked, the same notes give the same groups.
import type { Language } from '../../shared/wire.ts'
import { plain, termsOf } from './terms.ts'

export interface TextNote {
  key: string
  text: string
  language: Language
}

export interface Suggestion {
  /** Up to three words that the notes have in common. */
  words: string[]
  /** Keys, the middle one first, then the closest. At least two. */
  notes: string[]
}

interface Vector {
  key: string
  weights: Map<string, number>
}

/** Cosine from which two notes are close, and two groups one. */
const CLOSE = 0.4
const SAME = 0.45
/** What a stem that one note alone has weighs beside the others: it can bring nothing together, and should not keep apart. */
const ALONE = 0.4
/** Groups that smaller ones may join. */
const JOINED = 60
/** A stem that more than this share of all notes has tells nothing apart; among a few notes none is that common. */
const TOO_COMMON = 0.25
const FEW = 12
const MOST_WORDS = 3
const KIN = 5

/** Groups of two notes and more, the largest first. The order of the notes does not matter. */
export function suggestGroups(notes: readonly TextNote[]): Suggestion[] {
  const sorted = [...notes].sort((a, b) => (a.key < b.key ? -1 : 1))
  const terms = new Map(sorted.map((note) => [note.key, termsOf(note.text, note.language)]))
  const vectors = weigh(sorted, terms)
  const near = neighbours(vectors)
  return joined(stars(near), vectors).map((group) => ({
    notes: group,
    words: commonWords(group, terms, vectors),
  }))
}

type Terms = Map<string, { word: string; stem: string }[]>

/** Inverse document frequency of each stem, each note of length one. A note of no telling word stands for itself. */
function weigh(notes: readonly TextNote[], terms: Terms): Map<string, Vector> {
  const seen = new Map<string, number>()
  for (const list of terms.values())
    for (const stem of new Set(list.map((one) => one.stem))) seen.set(stem, (seen.get(stem) ?? 0) + 1)
  const most = Math.max(FEW, notes.length * TOO_COMMON)
  return new Map(
    notes.map(({ key, text }) => {
      const weights = new Map<string, number>()
      for (const { stem } of terms.get(key)!)
        if (seen.get(stem)! <= most)
          weights.set(stem, Math.log(1 + notes.length / seen.get(stem)!) * (seen.get(stem) === 1 ? ALONE : 1))
      if (weights.size === 0) weights.set(`=${plain(text)}`, 1)
      const length = Math.hypot(...weights.values())
      for (const [stem, weight] of weights) weights.set(stem, weight / length)
      return [key, { key, weights }]
    }),
  )
}

/** By note: the notes close to it, with how close. Only notes that share a word are ever compared. */
function neighbours(vectors: Map<string, Vector>): Map<string, Map<string, number>> {
  const holders = new Map<string, Vector[]>()
  const near = new Map<string, Map<string, number>>()
  for (const vector of vectors.values()) {
    const dots = new Map<string, number>()
    for (const [stem, weight] of vector.weights) {
      const before = holders.get(stem) ?? []
      for (const other of before)
        dots.set(other.key, (dots.get(other.key) ?? 0) + weight * other.weights.get(stem)!)
      holders.set(stem, [...before, vector])
    }
    near.set(vector.key, new Map())
    for (const [other, cosine] of dots) {
      if (cosine < CLOSE) continue
      near.get(vector.key)!.set(other, cosine)
      near.get(other)!.set(vector.key, cosine)
    }
  }
  return near
}

/** The note with most neighbours left is the middle of a group of all of them, and so on. */
function stars(near: Map<string, Map<string, number>>): string[][] {
  const free = new Set(near.keys())
  const byDegree = [...near]
    .map(([key, close]) => ({ key, close, degree: close.size, sum: total(close) }))
    .sort((a, b) => b.degree - a.degree || b.sum - a.sum || (a.key < b.key ? -1 : 1))
  const groups: string[][] = []
  for (const { key, close } of byDegree) {
    if (!free.has(key)) continue
    const around = [...close].filter(([other]) => free.has(other))
    if (around.length === 0) continue
    const group = [key, ...around.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one)]
    for (const one of group) free.delete(one)
    groups.push(group)
  }
  return groups.sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1))
}

/** Each group joins the first larger one that speaks of the same; the largest first. */
function joined(groups: string[][], vectors: Map<string, Vector>): string[][] {
  const kept: { notes: string[]; sum: Map<string, number> }[] = []
  for (const notes of groups) {
    const sum = new Map<string, number>()
    for (const key of notes)
      for (const [stem, weight] of vectors.get(key)!.weights) sum.set(stem, (sum.get(stem) ?? 0) + weight)
    const same = kept.slice(0, JOINED).find((one) => cosine(one.sum, sum) >= SAME)
    if (!same) {
      kept.push({ notes: [...notes], sum })
      continue
    }
    same.notes.push(...notes)
    for (const [stem, weight] of sum) same.sum.set(stem, (same.sum.get(stem) ?? 0) + weight)
  }
  return kept.map(({ notes }) => notes).sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1))
}

function cosine(a: Map<string, number>, b: Map<string, number>): number {
  let dot = 0
  for (const [stem, weight] of b) dot += weight * (a.get(stem) ?? 0)
  return dot / (Math.hypot(...a.values()) * Math.hypot(...b.values()))
}

/** Stems that weigh most in the whole group and that a third of its notes have, two at least, as people wrote them most often. */
function commonWords(group: string[], terms: Terms, vectors: Map<string, Vector>): string[] {
  const weight = new Map<string, number>()
  const holders = new Map<string, number>()
  const written = new Map<string, Map<string, number>>()
  for (const key of group) {
    for (const [stem, value] of vectors.get(key)!.weights) {
      weight.set(stem, (weight.get(stem) ?? 0) + value)
      holders.set(stem, (holders.get(stem) ?? 0) + 1)
    }
    for (const { word, stem } of terms.get(key)!) {
      const forms = written.get(stem) ?? new Map<string, number>()
      written.set(stem, forms.set(word, (forms.get(word) ?? 0) + 1))
    }
  }
  return [...weight]
    .filter(([stem]) => holders.get(stem)! >= Math.max(2, group.length / 3) && written.has(stem))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([stem]) => mostOften(written.get(stem)!))
    .filter((word, i, all) => all.findIndex((one) => isKin(one, word)) === i)
    .slice(0, MOST_WORDS)
}

/** Words of one family, whose stems differ: one of them names a group as well as both. */
function isKin(a: string, b: string): boolean {
  const [one, other] = [plain(a).slice(0, KIN), plain(b).slice(0, KIN)]
  return (
    one === other ||
    (Math.min(one.length, other.length) >= 4 && (one.startsWith(other) || other.startsWith(one)))
  )
}

function mostOften(forms: Map<string, number>): string {
  return [...forms].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))[0]![0]
}

function total(close: Map<string, number>): number {
  return [...close.values()].reduce((sum, one) => sum + one, 0)
}
