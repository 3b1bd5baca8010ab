// Who took part: the denominators of a vote (methods, section 0.3) and which ballot of each voter stands (0.1).
// Called by minutes and by the counting of files of ballots.
import { fraction, type Fraction } from './fraction.ts'

export interface Attendance {
  registered: number
  present: number
  /** Voices that others hold by mandate. */
  represented: number
  ballotsCast: number
  blank: number
  void: number
}

export interface Participation {
  /** Voices in the room. */
  voices: number
  /** Share of the registered who voted; null where nobody is registered. */
  turnoutOfRegistered: Fraction | null
  turnoutOfVoices: Fraction | null
  /** Ballots that name something: shares of options are shares of these. */
  expressed: number
  notVoted: number
}

/** The figures between the registered and the ballots that count. */
export function participation(room: Attendance): Participation {
  const voices = room.present + room.represented
  const of = (whole: number) => (whole === 0 ? null : fraction(room.ballotsCast, whole))
  return {
    voices,
    turnoutOfRegistered: of(room.registered),
    turnoutOfVoices: of(voices),
    expressed: room.ballotsCast - room.blank - room.void,
    notVoted: voices - room.ballotsCast,
  }
}

/** `seq` is the server's counter; a null choice withdraws. */
export interface CastEvent<Choice> {
  voter: string
  seq: number
  choice: Choice | null
}

export interface Standing<Choice> {
  /** The last ballot of each voter before the closing; withdrawn ones are absent. */
  final: Map<string, Choice>
  /** Counters of what came after the closing. */
  refusedSeq: number[]
  /** Accepted events of voters who had sent one before. */
  revisions: number
}

/** The last ballot up to `closeSeq` wins, by the server's counter and not by the order of the list. */
export function standingBallots<Choice>(
  events: readonly CastEvent<Choice>[],
  closeSeq: number,
): Standing<Choice> {
  const final = new Map<string, Choice>()
  const seen = new Set<string>()
  const inTime = events.filter(({ seq }) => seq <= closeSeq).sort((a, b) => a.seq - b.seq)
  for (const { voter, choice } of inTime) {
    seen.add(voter)
    if (choice === null) final.delete(voter)
    else final.set(voter, choice)
  }
  const refusedSeq = events.map(({ seq }) => seq).filter((seq) => seq > closeSeq)
  return { final, refusedSeq: refusedSeq.sort((a, b) => a - b), revisions: inTime.length - seen.size }
}
