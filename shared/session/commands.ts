// What a seat may say on the session socket, as types and as schemas: the edge where foreign input is parsed.
import * as z from 'zod'
import { isId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import { REACTIONS, THUMBS } from '../together.ts'
import { SOUNDS, TEXT_SIZES } from '../wire.ts'
import { plainName } from '../plain-name.ts'

const id = z.string().refine(isId, 'id')
const clientId = z.string().regex(/^[0-9a-f]{32}$/i)
const part = z.number().min(0).max(1)
const pollId = z.string().min(1).max(80)

const move = z.object({
  note: id,
  at: z.tuple([part, part]).optional(),
  /** null lifts the note out of its group. */
  under: id.nullable().optional(),
  order: z.string().min(1).max(LIMITS.order).optional(),
  link: z.object({ to: id, label: z.string().max(LIMITS.name).default('') }).optional(),
  unlink: id.optional(),
})

const option = z.object({ id, label: z.string().trim().min(1).max(LIMITS.note) })

const base = { id: clientId }
const plain = <K extends string>(kind: K) => z.object({ ...base, kind: z.literal(kind) })

/** `now.since` as the sender saw it, null before the first step: what another desk has overtaken is `stale` (S73). */
const seen = { since: z.iso.datetime().nullable().optional() }

export const commandSchema = z.discriminatedUnion('kind', [
  z.object({ ...base, ...seen, kind: z.literal('open'), activity: id }),
  z.object({ ...base, ...seen, kind: z.literal('step'), to: id.optional() }),
  z.object({ ...base, ...seen, kind: z.literal('back') }),
  plain('pause'),
  plain('resume'),
  z.object({ ...base, kind: z.literal('addTime'), seconds: z.number().int().min(-3600).max(3600) }),
  plain('reveal'),
  /** `fresh` takes the options from their source again instead of those of the last round; `options` are those that the desk has set (S53). */
  z.object({
    ...base,
    kind: z.literal('pollOpen'),
    fresh: z.boolean().optional(),
    options: z.array(option).min(1).max(LIMITS.options).optional(),
  }),
  plain('pollClose'),
  /** The open poll is withdrawn: its ballots go uncounted, the reason stays. */
  z.object({
    ...base,
    kind: z.literal('pollCancel'),
    reason: z.string().trim().min(1).max(LIMITS.note),
  }),
  plain('publish'),
  /** The circle finds an objection without reasons, and says why: it blocks no more, and both stay in the report. */
  z.object({
    ...base,
    kind: z.literal('judge'),
    objection: z.string().min(1).max(LIMITS.note),
    reason: z.string().trim().min(1).max(LIMITS.note),
  }),
  /** What the drawing of a result is turned to, in the activity's own words: a view, what is locked, what was decided. */
  z.object({
    ...base,
    kind: z.literal('look'),
    at: z.array(z.string().min(1).max(LIMITS.order)).max(LIMITS.looks),
  }),
  /** Of what earlier activities have left for this one, what is taken over; null for everything. */
  z.object({ ...base, kind: z.literal('pick'), notes: z.array(id).min(1).max(LIMITS.options).nullable() }),
  z.object({ ...base, kind: z.literal('removeOption'), option: id }),
  z.object({ ...base, kind: z.literal('mergeOptions'), from: id, into: id }),
  /** An option joins the open paper; ballots given in before say nothing of it. */
  z.object({ ...base, kind: z.literal('addOption'), option }),
  /** A slip of the pen on the open paper: ballots stay, and both wordings are in the report. */
  z.object({ ...base, kind: z.literal('rewordOption'), option: id, label: option.shape.label }),
  /** All ballots given in on paper so far: a second list takes the place of the first. */
  z.object({ ...base, kind: z.literal('enterBallots'), poll: pollId, ballots: z.array(z.unknown()) }),
  /** The next of the statements that wait, or the named one, joins the open paper. */
  z.object({ ...base, kind: z.literal('release'), option: id.optional() }),
  /** A public lot among options of the closed poll: `seed` was said aloud after the closing. */
  z.object({
    ...base,
    kind: z.literal('drawLots'),
    seed: z.string().trim().min(1).max(LIMITS.title),
    among: z.array(id).max(LIMITS.options),
  }),
  z.object({ ...base, kind: z.literal('approve'), note: id }),
  z.object({ ...base, kind: z.literal('hide'), note: id, on: z.boolean().optional() }),
  z.object({ ...base, kind: z.literal('remove'), seat: id }),
  /** Empty takes the name away. */
  z.object({ ...base, kind: z.literal('rename'), seat: id, name: z.string().trim() }),
  /** Two devices of one person: `from` becomes a part of `into`. */
  z.object({ ...base, kind: z.literal('merge'), from: id, into: id }),
  z.object({ ...base, kind: z.literal('spotlight'), note: id.nullable() }),
  z.object({ ...base, kind: z.literal('lock'), on: z.boolean() }),
  /** A closed door lets nobody new in; who is in stays, and may come back. */
  z.object({ ...base, kind: z.literal('door'), open: z.boolean() }),
  /** How many members an assembly without a roll has: a quorum is a part of them. 0 takes it back. */
  z.object({ ...base, kind: z.literal('registered'), count: z.number().int().min(0).max(1_000_000) }),
  z.object({
    ...base,
    kind: z.literal('screen'),
    show: z.enum(['step', 'code', 'blank', 'why', 'shift', 'decisions']),
    /** Of a result with more rows than a screen: which of its pages, from 0. What is not said stays. */
    page: z.number().int().min(0).max(LIMITS.pages).optional(),
  }),
  /** How walls look and sound; what is not said stays. */
  z.object({
    ...base,
    kind: z.literal('wall'),
    night: z.boolean().optional(),
    calm: z.boolean().optional(),
    text: z.enum(TEXT_SIZES).optional(),
    sound: z.enum(SOUNDS).optional(),
    /** null takes it off the walls. */
    wifi: z
      .strictObject({
        name: z.string().min(1).max(LIMITS.wifiName),
        password: z.string().max(LIMITS.wifiPassword).optional(),
      })
      .nullable()
      .optional(),
    /** One of `links.addresses`; null is the first one. */
    address: z.string().max(LIMITS.question).nullable().optional(),
    /** One screen, and the number of the group that it follows; null for the plenary. */
    screen: id.optional(),
    follow: z.number().int().min(1).max(LIMITS.groups).nullable().optional(),
  }),
  plain('end'),
  plain('undo'),
  z.object({ ...base, kind: z.literal('arrange'), moves: z.array(move).min(1) }),
  z.object({ ...base, kind: z.literal('hand'), up: z.boolean(), group: id.optional() }),
  /** To the next in the fair order, to somebody, or (null) to nobody. */
  z.object({ ...base, kind: z.literal('giveFloor'), who: id.nullable().optional() }),
  z.object({ ...base, kind: z.literal('enlist'), name: z.string().trim().min(1), group: id.optional() }),
  plain('enlistAll'),
  z.object({ ...base, kind: z.literal('postpone'), who: id }),
  z.object({ ...base, kind: z.literal('unlist'), who: id }),
  /** The groups of the step are formed again. */
  plain('regroup'),
  /** No group named: the smallest. The desk may move somebody else. */
  z.object({ ...base, kind: z.literal('joinGroup'), group: id.optional(), seat: id.optional() }),
  z.object({ ...base, kind: z.literal('upvote'), note: id, on: z.boolean() }),
  /** One for each note and person; null takes it back. */
  z.object({ ...base, kind: z.literal('react'), note: id, as: z.enum(REACTIONS).nullable() }),
  /** Whether the room goes on with the topic on the screen; false takes the question away. */
  z.object({ ...base, kind: z.literal('askThumbs'), on: z.boolean() }),
  z.object({ ...base, kind: z.literal('thumb'), as: z.enum(THUMBS).nullable() }),
  /** What became of a question; null takes it back. */
  z.object({ ...base, kind: z.literal('mark'), note: id, as: z.enum(['answered', 'parked']).nullable() }),
  z.object({ ...base, kind: z.literal('done'), on: z.boolean() }),
  z.object({ ...base, kind: z.literal('name'), name: z.string().transform(plainName) }),
])

export type Move = z.output<typeof move>
export type SentCommand = z.output<typeof commandSchema>
export type CommandKind = SentCommand['kind']
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never
/** A command without its client id: what the machine decides on. */
export type Command = WithoutId<SentCommand>

/** `choice` is checked by the activity's own rule. */
export const ballotSchema = z.object({ ...base, poll: pollId, choice: z.unknown() })
export type SentBallot = z.output<typeof ballotSchema>

/** Commands that every participant may send; all others belong to the desk. */
export const SEAT_COMMANDS: ReadonlySet<CommandKind> = new Set([
  'arrange',
  'hand',
  'joinGroup',
  'upvote',
  'react',
  'thumb',
  'done',
  'name',
])

/** Words of the room that change the session alone, or notes that others may move as well: many are decided and stored in one go. */
export const SHARED: ReadonlySet<CommandKind> = new Set([
  'arrange',
  'hand',
  'joinGroup',
  'upvote',
  'react',
  'thumb',
  'done',
])

/** Words that others of the room learn of from the board, the counts or the desk: the session tells them nothing but its `rev`. */
export const UNTOLD: ReadonlySet<CommandKind> = new Set(['arrange', 'react', 'thumb', 'done'])

/** Commands that change what an open poll counts. */
export const PAPER_COMMANDS: ReadonlySet<CommandKind> = new Set([
  'removeOption',
  'mergeOptions',
  'addOption',
  'enterBallots',
  'release',
  'remove',
])
