// What a vote is made of: paper, choices, secrecy; counting blocks that several rules share.
// Exact arithmetic only; the order of ballots never matters (methods, section 0).

/** methods 0.6: who may learn who voted what. */
export type Secrecy = 'public' | 'facilitator' | 'secret'

export interface OptionEntry {
  id: string
  label: string
  tone?: string
  /** The activity it was written in, where it was carried over from an earlier one. */
  from?: string
}

/** What is put to the vote. Frozen when the poll opens: the same bytes for every seat (S7). */
export interface Paper {
  options: OptionEntry[]
  /** Grows when the desk removes or merges options during the vote. */
  rev: number
  /** What people read and talk about, where the options are the cells of a matrix made from it. */
  subjects?: OptionEntry[]
  /** Nobody is asked for all options: each seat gets a share of them, and each option at least this many answers. */
  deal?: Deal
}

/** How the options of a paper are shared out: how many each seat is asked for, and how many answers each should get. */
export interface Deal {
  each: number
  ratings: number
  /** People play parts: each seat gets all options of one row, `<matrix>-<row>-<column>`, and no others. */
  rows?: true
  /** What the room has been asked the least comes first: `each` pairs of options, as 'a b'; or all options, in that order. */
  rarest?: 'pairs' | 'options'
}

/** An exact number of voices: whole as a number, else as a fraction, '5/2'. */
export type Amount = number | string

/** One name of a roll. `seat` is the seat that used the member's slip; `here` while that seat is connected. */
export interface Member {
  id: string
  name: string
  college?: string
  /** Voices of this member. */
  weight: Amount
  /** Ids of the members who gave this one a mandate, in the order of receipt. */
  mandates: string[]
  seat?: string
  here: boolean
}

/** Who is in the room when a poll opens: people connected, those of them with a name, and the roll where there is one. */
export interface Assembly {
  here: number
  /** In the order of their joining: the name in the roll, else the first name that was given. */
  names?: readonly string[]
  /** How many members there are, where the desk said so. */
  registered?: number
  /** Seats of the people in the room. */
  seats?: readonly string[]
  members: readonly Member[]
}

/** What one vote weighs, and in which college it is counted. */
export interface Voice {
  weight: Amount
  college?: string
  /** Id of the member whose mandate it is; absent for one's own voice. */
  of?: string
  /** Beside one's own voice: mandates given to this seat that do not stand, and why. */
  refused?: { of: string; fault: string }[]
}

/** Voices by seat where only slips vote: the first is the seat's own, each further one that of a mandate. */
export type Voices = Record<string, Voice[]>

/** A public lot that was drawn after the closing: its seed, and the options in the order of the draw. */
export interface Lot {
  seed: string
  order: string[]
}

/** One voice of a vote that is not secret: whose, and what it said. */
export interface NamedChoice {
  /** None where its giver gave no name, or had it erased. */
  name?: string
  /** The member whose mandate it was. */
  of?: string
  choice: unknown
  /** What the same voice said in the round before. */
  was?: unknown
}

/** Some people of the room: names in alphabetical order, and how many gave none. */
export interface People {
  names: string[]
  nameless: number
}

/** Of a public turn in which everybody in the room must answer: who has not, and who left or joined since the turn before. */
export interface Circle {
  /** Once it is closed. */
  missing: People
  left: People
  joined: People
}

/** What a seat may learn of a poll besides: its slip, what waits, what was drawn. */
export interface PollMore {
  /** Weights of the voices that this seat holds by its slip: its own first, then one for each mandate. */
  voices?: Amount[]
  /** Names of the members who gave those mandates, in the order of `voices` after its first. */
  givers?: string[]
  /** Mandates given to this seat that do not stand: self, giver-present, duplicate, limit. */
  refused?: { name: string; fault: string }[]
  /** Desk only, while the poll is open: statements that are to join the paper later. */
  held?: OptionEntry[]
  /** Public lots drawn after the closing. */
  lots?: Lot[]
  /** Who said what: of a public vote walls and the desk once it is published, of a confidential one the desk alone (methods 0.6). */
  named?: NamedChoice[]
  /** As `named`; the desk is told while the poll is open too. */
  circle?: Circle
}

/** Who is there against how many it takes, in voices or persons. */
export interface Gathering {
  registered: Amount
  counted: Amount
  needed: Amount
  reached: boolean
}

/** Standard competition ranks "1224": 1 + the number of strictly better keys. `better(a, b)` < 0 puts a first. */
export function competitionRanks<K>(keys: K[], better: (a: K, b: K) => number): number[] {
  return keys.map((key) => 1 + keys.filter((other) => better(other, key) < 0).length)
}

/** Half up, away from binary surprises: `part / whole` in percent with `decimals` digits; null where there is no whole. */
export function percent(part: number, whole: number, decimals = 1): number | null {
  if (whole === 0) return null
  const scale = 10 ** decimals
  return Math.floor((2 * part * 100 * scale + whole) / (2 * whole)) / scale
}

/**
 * A lot that anybody can draw again: ascending SHA-256, in hex, of `seed:id` in UTF-8 (methods, section 0.4).
 * The seed is a word said aloud after closing; `sha256` answers lower-case hex.
 */
export function drawLots(seed: string, ids: readonly string[], sha256: (text: string) => string): string[] {
  const drawn = ids.map((id) => ({ id, lot: sha256(`${seed}:${id}`) }))
  return drawn.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0)).map(({ id }) => id)
}
