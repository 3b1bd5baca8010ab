// The one seam of the house: what an exercise is. One folder under shared/activities implements this object.
// Called by the session machine (steps), documents (layout, seeds), ballots (poll) and reports.
import type * as z from 'zod'
import writingEn from '../i18n/writing.en.json' with { type: 'json' }
import writingFr from '../i18n/writing.fr.json' with { type: 'json' }
import type { Note, NoteSeed, Tone } from '../board/note.ts'
import { isWritten, type Messages, type Translate } from '../i18n/translate.ts'
import type { Block } from '../report/blocks.ts'
import type { Assembly, Gathering, OptionEntry, Paper, Secrecy, Voice, Voices } from '../voting.ts'
import type { FloorRules, FloorView } from '../together.ts'
import type { Language, Refusal } from '../wire.ts'
import { withAuthors, withReactions, type Authors } from './authors.ts'
import type { Asks, GroupSpec } from './step-parts.ts'

/** A row of the running order: who may do what, and for how many minutes. The guard reads these, nobody asks for the kind. */
export interface Step {
  id: string
  minutes?: number
  /** off: nobody looks at pads; sealed: written, unseen; moderated: shown one by one by the desk; live: shown at once. */
  pads: 'off' | 'sealed' | 'moderated' | 'live'
  writers?: 'seat' | 'pair' | 'table'
  /** What a participant's phone may see of the board. Walls and the desk always see the board of an opened activity. */
  board: 'none' | 'read'
  /** Participants may send `arrange` commands. */
  arrange?: true
  /** The poll of the activity opens when this step is entered. */
  poll?: true
  /** answered: live, to those alone who have answered, and to the desk. */
  results: 'hidden' | 'live' | 'answered' | 'shown'
  /** People ask for the floor here, and the desk gives it (Activity.floor says by which rules). */
  floor?: true
  /** Entering it shows what was written and destroys who wrote it: the pads of the activity are closed for good. after: leaving the activity does (S57). */
  forgets?: true | 'after'
  /** Phones send up-votes on the notes of the board (a number: so many each), may react to them with one touch, and are asked whether to go on with the topic on the screen: the minutes a yes adds, the first time, the second ... */
  upvotes?: true | number
  reactions?: true
  thumbs?: readonly number[]
  /** What the writers of a group wrote before lies on its sheet, for them alone until they take it up (S70). */
  takesUp?: true
  /** How people are put together in this step; with `writers`, a group shares one sheet. */
  groups?: GroupSpec
  /** What the server does by itself when the clock runs out (S5). */
  timeUp?: 'pollClose' | 'lock'
  /** The poll closes by itself once nobody has changed a ballot for so long, from so many ballots on (S66). */
  still?: { seconds: number; from: number }
  /** What the phone's form asks for in this step; without it, everything the layout has. */
  asks?: Asks
}

/** True where a step is about the notes and not about the poll of its activity. */
export function isBoardStep({ pads, board, poll, results }: Step): boolean {
  return !poll && results === 'hidden' && (pads !== 'off' || board === 'read')
}

/** A named place on the board that notes may lie under; not a note itself. `box` is [x, y, width, height] from 0 to 1. */
export interface Zone {
  id: string
  label: string
  box?: [number, number, number, number]
  /** Id of a note whose text is the name of this place once it has one. */
  titled?: string
  /** For the desk alone: phones are not asked to write here. */
  desk?: true
}

/** A further line of a card, beside its text: the evidence, the owner, the date. */
export interface Field {
  key: string
  label: string
  /** Longest value, in UTF-16 units. */
  most: number
  /** month: written as 2027-03. choice: one of these words, in the language of the workshop. */
  type?: 'text' | 'month' | 'choice'
  choices?: string[]
}

/** groups: columns of zones and groups; free: notes lie where they were put. */
export interface Layout {
  kind: 'groups' | 'free'
  zones: Zone[]
  /** What a paper stands for here, where people choose one; without them the settings say it, or there is one kind. */
  kinds?: { tone: Tone; label: string }[]
  /** tree: notes may be put under any other, at any depth, each with at most maxChildren; needs: they say by links what they are needed for (board/needs.ts). */
  tree?: true
  needs?: true
  /** Pairs of places whose notes may be tied, each from the first to the second (board/ties.ts). */
  meets?: readonly (readonly [string, string])[]
  maxChildren?: number
  fields?: Field[]
}

/** What earlier activities have left for this one, as notes under the ids they had there. */
export interface Carried {
  /** Notes of the source, or the options of a vote, the chosen ones alone where it chooses. */
  notes: CarriedNote[]
  /** Critical uncertainties, the most critical first. */
  drivers: CarriedNote[]
  /** Named futures. */
  worlds: CarriedNote[]
}

/** A note with the activity that it was written in. */
export type CarriedNote = Note & { from?: string }

export const NOTHING_CARRIED: Carried = { notes: [], drivers: [], worlds: [] }

export interface LegacyInput<Settings, P extends Paper, Result> {
  settings: Settings
  /** Visible notes of this activity's board. */
  notes: Note[]
  /** The last published round, if there is one. */
  round?: { paper: P; result: Result }
  t: Translate
}

/** A sentence for the desk alone: a message key of the activity, and what it needs. It says what to do next. */
export interface Advice {
  key: string
  params?: Record<string, string | number>
}

export interface Poll<Settings, P extends Paper, Ballot, Result> {
  /** Ballot type (contract, section 3): dots, single, multiple, approval, grades, ranking, scale ... */
  type: string | ((paper: P) => string)
  secrecy(settings: Settings): Secrecy
  /** `notes`: visible notes and groups of the source activity, zones taken off (see board/tree.ts). */
  paper(notes: Note[], settings: Settings, t: Translate, assembly?: Assembly, carried?: Carried): P
  /** Why this poll may not open on its paper (too few people, no roll); undefined when it may. */
  mayOpen?(paper: P, step: string): Refusal | undefined
  /** Who is there against how many it takes, where a quorum is asked for; told when a step is entered (S56). */
  gathering?(paper: P): Gathering | undefined
  /** Who votes with how many voices, where only slips vote; frozen with the paper. Undefined: every seat, one ballot. */
  voices?(settings: Settings, assembly: Assembly): Voices | undefined
  /** The paper of a further round; without it the last one again, whole. `fresh` is what a first round would have now. */
  revote?(last: P, fresh: P, step: string): P
  /** Where all who are there as a public turn opens must answer: its paper once `others`, who came later or have no phone, have answered too. */
  besides?(paper: P, others: number, settings: Settings): P
  /** The paper on options that the desk has set: an amended text, a person proposed; without it, some of its own (S53). */
  amend?(paper: P, options: OptionEntry[]): P | Refusal
  /** Statements are written while others are voted on: those approved join the open paper, at once or as they are released (S55). */
  grows?: { held(notes: CarriedNote[], settings: Settings): OptionEntry[] }
  /** A ballot once this option has left the paper; undefined sends it back to be done again. Without it options stay. */
  withoutOption?(ballot: Ballot, option: string): Ballot | undefined
  /** The open paper once the desk has added an option, which earlier ballots say nothing of; without it none is added. */
  joins?(paper: P, settings: Settings): P
  /** A ballot once `from` has become a part of `into`; without it, `from` is simply removed. */
  merge?(ballot: Ballot, from: string, into: string, paper: P): Ballot | undefined
  /** A choice as it came from outside, to a ballot or a refusal; never throws. `bars`: why whoever goes by this name may not choose it. */
  check(paper: P, choice: unknown): Ballot | Refusal
  bars?(paper: P, choice: unknown, name: string): Refusal | undefined
  /** Pure and exact; the order of ballots never matters; zero ballots is a result. `voices`: one for each, by slips. */
  count(paper: P, ballots: Ballot[], voices?: readonly Voice[]): Result
  /** The result once the room has found an objection without reasons; without it, an objection stands until its author withdraws it (S62). */
  judge?(settings: Settings, result: Result, judged: { objection: string; reason: string }): Result | Refusal
  /** What of a paper is one room's own and no rule of its vote, and what it comes to where several rooms are counted as one; `bare`: bare ballots give the count again. */
  rooms?: {
    own: readonly (keyof P & string)[]
    sum(papers: readonly P[]): Partial<P>
    bare?(paper: P): boolean
  }
  /** What the desk should know before the poll opens, and of a count: cells left empty, answers far apart, everything excluded. */
  before?(subjects: readonly OptionEntry[], settings: Settings): Advice[]
  advise?(paper: P, result: Result, look: readonly string[]): Advice[]
}

export interface ReportInput<Settings, P extends Paper, Result> {
  settings: Settings
  /** Visible notes of this activity's board. */
  notes: Note[]
  /** `look`: what the desk turned the drawing to, or decided on it. */
  rounds: { paper: P; result?: Result; voted: number; look?: readonly string[] }[]
  /** How many up-votes each note has, where the activity takes some. */
  upvotes?: Record<string, number>
  /** Time spoken, where the activity has a floor. */
  floor?: Pick<FloorView, 'groups' | 'panel'>
  /** Who was there when the activity was opened, where a quorum is asked for. */
  opening?: Gathering
  language: Language
  /** Common report messages and this activity's own. */
  t: Translate
}

export interface Activity<Settings = unknown, P extends Paper = Paper, Ballot = unknown, Result = unknown> {
  /** Equals the folder's name. */
  kind: string
  /** Parses `{}` to the defaults and drops unknown keys. The desk's form is made from it. */
  settings: z.ZodType<Settings>
  steps(settings: Settings): Step[]
  layout?(settings: Settings, t: Translate): Layout
  /** What lies on the board at the start. */
  seed?(settings: Settings, carried: Carried, t: Translate): NoteSeed[]
  /** Its report is a page of its own, too, in the archive of all formats (report/page.ts). */
  page?: true
  /** What later activities may take over; without it the visible notes, else the options of the last published round. */
  legacy?(input: LegacyInput<Settings, P, Result>): Partial<Carried>
  poll?: Poll<Settings, P, Ballot, Result>
  /** By which rules the floor is given in steps that have one. */
  floor?(settings: Settings, t: Translate): FloorRules
  report(input: ReportInput<Settings, P, Result>): Block[]
  messages: Messages
}

/** An activity whose type parameters have been forgotten, as the house handles them. */
export type AnyActivity = Activity<unknown, Paper, unknown, unknown>

/** The ballot type of a poll on this paper (contract, section 3). */
export function ballotTypeOf<P extends Paper>(
  poll: Pick<Poll<unknown, P, unknown, unknown>, 'type'>,
  paper: P,
): string {
  return typeof poll.type === 'function' ? poll.type(paper) : poll.type
}

/** Declares an activity: full types inside the folder, one plain type outside; what all that have notes offer is added here. */
export function defineActivity<S, P extends Paper, B, R>(activity: Activity<S, P, B, R>): AnyActivity {
  const plain = activity as unknown as AnyActivity
  if (!isWritten(plain.messages)) return plain
  return {
    ...plain,
    steps: (settings) => {
      const { authors, reactions } = settings as { authors?: Authors; reactions?: boolean }
      return withReactions(reactions, withAuthors(authors, plain.steps(settings)))
    },
    messages: { fr: { ...writingFr, ...plain.messages.fr }, en: { ...writingEn, ...plain.messages.en } },
  }
}
