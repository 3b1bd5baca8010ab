// One of the two doors to the outside: what is durable. Every promise resolves only once the data is on disk (fsync).
// Implementations: memory.ts, sqlite.ts. The acceptance suite contract.ts proves the promises below on each.
import type { Programme } from '../../shared/programme.ts'
import type { Frame } from '../../shared/report/film.ts'
import type { Outcome, Stop, TourPlan } from '../../shared/tour/model.ts'
import type { Session } from '../../shared/session/state.ts'
import type { Amount } from '../../shared/voting.ts'
import type { Answer, Language, Role, WorkshopFacts } from '../../shared/wire.ts'
import type { ListedWorkshop } from './listed.ts'

export interface StoredDoc {
  snapshot?: Uint8Array
  updates: Uint8Array[]
  /** Number of the last row merged or listed here; 0 for a document never written. */
  seq: number
}

/** What a repair found: rows there were, and those that were not as they had been written. */
export interface Repair {
  rows: number
  damaged: number
}

export interface WorkshopRow extends WorkshopFacts {
  /** Secret of this workshop: note ids on boards are derived with it, so they do not tell their pad. */
  key: string
  createdAt: number
  touchedAt: number
  programme: Programme
  programmeRev: number
  session: Session
}

/** `hash` is the SHA-256 of the token in hex; tokens themselves are never stored. */
export interface SeatRow {
  id: string
  workshop: string
  role: Role
  hash: string
  name?: string
  language?: Language
  createdAt: number
  /** How often the link of this seat was replaced; absent: never. */
  generation?: number
  /** The seat whose device this one shares. */
  via?: string
  revoked?: true
}

/** A member of an assembly. `hash` is the SHA-256 of the slip in hex; `mandates` are ids of the members represented. */
export interface MemberRow {
  id: string
  hash: string
  name: string
  college?: string
  /** Voices, a whole number from 1. */
  weight: Amount
  mandates: string[]
  /** The seat that used the slip last. */
  seat?: string
}

/** A tour. `hash` is that of its key's token; `rev` grows with each change of plan or stops. */
export interface TourRow {
  id: string
  hash: string
  /** Secret of this tour: its read-only link is derived with it. */
  key: string
  createdAt: number
  touchedAt: number
  rev: number
  plan: TourPlan
  stops: Stop[]
}

/** A read-only link to the report, in milliseconds; its key is derived from the id. */
export interface ShareRow {
  id: string
  createdAt: number
  /** From then on it opens nothing any more. */
  until?: number
  /** The phones of the workshop are given the link. */
  phones: boolean
}

/** The board as it was when a step ended. */
export interface Checkpoint {
  activity: string
  step: string
  at: number
  notes: unknown
}

/** Everything that one accepted command changes, in one transaction. */
export interface Commit {
  session: Session
  /** The revision this change was computed from; another one in the store means `stale` and changes nothing. */
  from: number
  at: number
  /** Answers to clients' command ids, kept so that the same id is answered the same. */
  answers?: { seat: string; id: string; answer: Answer }[]
  checkpoint?: Checkpoint
  /** What the walls show from now on: the next frames of the film. */
  frames?: Frame[]
  /** Counted ballots of an open poll that changed with its paper: each is one more ballot of its seat, under this id. */
  adjust?: { poll: string; id: string; hands: Hand[] }
  /** Closes the ballot box of a poll for ever: see ballots. `choices` are kept instead of those of the seats, where given. */
  seal?: { poll: string; result: unknown; choices?: unknown[] }
}

export interface PutBallot {
  poll: string
  seat: string
  /** Made by the client, 128 random bits in hex. */
  id: string
  /** null withdraws. */
  choice: unknown
}

/** A seat's counted ballot. */
export interface Hand {
  seat: string
  choice: unknown
}

/** `receipt` counts this seat's accepted ballots in this poll, from 1. `fresh` is false for a repeated id, whatever it says now. */
export interface Given {
  receipt: number
  fresh: boolean
}
export type PutAnswer = Given | 'sealed'

export interface Store {
  readonly docs: {
    load(workshop: string, doc: string): Promise<StoredDoc>
    /** Appends one update and answers its number (1, 2, 3... within the document). */
    append(workshop: string, doc: string, update: Uint8Array): Promise<number>
    /** Appends one update to each of several documents of a workshop, all of them or none; answers their numbers in the same order. */
    appendAll(workshop: string, rows: [doc: string, update: Uint8Array][]): Promise<number[]>
    /** Replaces the STORED rows up to and including `upTo` by one snapshot; rows appended meanwhile stay rows. */
    compact(workshop: string, doc: string, upTo: number): Promise<void>
    /** Makes a damaged document whole from its sound rows, keeps the others aside (null: nothing was wrong); DamagedDoc where none can be read. */
    repair(workshop: string, doc: string): Promise<Repair | null>
    names(workshop: string): Promise<string[]>
    /** Forgets these documents and every byte of them. */
    erase(workshop: string, docs: string[]): Promise<void>
  }
  readonly workshops: {
    /** `taken` when the code is in use. */
    create(row: WorkshopRow, seats: SeatRow[]): Promise<'ok' | 'taken'>
    get(id: string): Promise<WorkshopRow | null>
    byCode(code: string): Promise<WorkshopRow | null>
    commit(id: string, change: Commit): Promise<'ok' | 'stale' | 'gone'>
    /** Compare-and-set on `programmeRev`; the new revision is `from + 1`. */
    saveProgramme(id: string, programme: Programme, from: number): Promise<'ok' | 'stale' | 'gone'>
    checkpoints(id: string): Promise<Checkpoint[]>
    /** Takes notes with these ids out of every checkpoint and of the film, and forgets every byte of them. */
    forgetNotes(id: string, notes: string[]): Promise<void>
    /** The remembered answer to a command id of a seat, or null. */
    answer(id: string, seat: string, command: string): Promise<Answer | null>
    /** Deletes the workshop, its seats, documents, ballots, checkpoints; only its id remains, as a tombstone that keeps it from coming back. */
    erase(id: string): Promise<void>
    /** Ids of workshops untouched since that time, for the purge. */
    untouchedSince(time: number): Promise<string[]>
    /** The last touched first; `total` counts all of them. */
    list(from: number, most: number): Promise<{ total: number; workshops: ListedWorkshop[] }>
  }
  readonly seats: {
    add(row: SeatRow): Promise<void>
    byHash(hash: string): Promise<SeatRow | null>
    list(workshop: string): Promise<SeatRow[]>
    rename(workshop: string, seat: string, name: string | null): Promise<void>
    /** Another token for the same seat: the one before opens nothing any more. */
    renew(workshop: string, seat: string, hash: string, generation: number): Promise<void>
    revoke(workshop: string, seat: string): Promise<void>
  }
  readonly ballots: {
    /**
     * Upsert by (poll, seat): the last one counts. The same id again answers the first receipt and changes nothing;
     * the same id with another content is a `conflict`; after the seal, a fresh id is `sealed`.
     */
    put(workshop: string, ballot: PutBallot): Promise<PutAnswer>
    /** What `put` would answer to an id that it has accepted before; null for a fresh one. Changes nothing. */
    known(workshop: string, ballot: PutBallot): Promise<Given | null>
    /** While open: choices in no telling order. After the seal: the bare choices sorted by content. Withdrawn ones are absent. */
    all(workshop: string, poll: string): Promise<unknown[]>
    /** Counted ballots with their seats, sorted by seat, while the poll is open; none after the seal. */
    hands(workshop: string, poll: string): Promise<Hand[]>
    /** This seat's own last choice while the poll is open; undefined when there is none, or after the seal. */
    mine(workshop: string, poll: string, seat: string): Promise<unknown>
    /** Deletes every ballot of this seat in polls that are not sealed: none of them counts, none is found in the file. */
    withdraw(workshop: string, seat: string): Promise<void>
    /** Seats that have a counted ballot, sorted by id; kept after the seal, apart from the choices. */
    voters(workshop: string, poll: string): Promise<string[]>
    isSealed(workshop: string, poll: string): Promise<boolean>
  }
  readonly roll: {
    /** Puts these members in the place of all former ones; slips handed out before are worth nothing afterwards. */
    replace(workshop: string, members: MemberRow[]): Promise<void>
    /** In the order in which they were given. */
    list(workshop: string): Promise<MemberRow[]>
    /** Gives a slip to a seat, if it was held by `was` until now (null: by nobody); false where it was not. */
    bind(workshop: string, hash: string, seat: string, was: string | null): Promise<boolean>
    /** Forgets the name of the member who used this seat; the member stays registered. */
    forget(workshop: string, seat: string): Promise<void>
  }
  readonly tours: {
    create(row: TourRow): Promise<void>
    get(id: string): Promise<TourRow | null>
    /** Compare-and-set on `rev`; the new revision is `from + 1`. What a stop that is gone has left goes with it. */
    save(
      id: string,
      to: Pick<TourRow, 'plan' | 'stops'>,
      from: number,
      at: number,
    ): Promise<'ok' | 'stale' | 'gone'>
    /** What a stop has left so far, in the place of what it had; a stop that is not there keeps nothing. */
    keep(id: string, stop: string, outcome: Outcome): Promise<void>
    outcomes(id: string): Promise<Record<string, Outcome>>
    /** The stop that this workshop is, or null. */
    stopOf(workshop: string): Promise<{ tour: string; stop: string } | null>
    /** Forgets what this workshop has left, and every byte of it. */
    forget(workshop: string): Promise<void>
    erase(id: string): Promise<void>
    /** Ids of tours untouched since that time, for the purge. */
    untouchedSince(time: number): Promise<string[]>
  }
  readonly remains: {
    /** What the facilitation has written over the report; empty where nothing was. */
    summary(workshop: string): Promise<string>
    saveSummary(workshop: string, text: string): Promise<void>
    /** In the order in which they were made, those that are over included. */
    shares(workshop: string): Promise<ShareRow[]>
    addShare(workshop: string, share: ShareRow): Promise<void>
    /** Takes a share back; nothing happens where it is gone already. */
    dropShare(workshop: string, share: string): Promise<void>
  }
  readonly film: {
    /** Appends what a board shows now. */
    add(workshop: string, frames: Frame[]): Promise<void>
    /** In the order in which they came. */
    frames(workshop: string): Promise<Frame[]>
  }
  /** Commits something: proof that the store takes writes. Rejects when it does not. */
  ping(): Promise<void>
  close(): Promise<void>
}
