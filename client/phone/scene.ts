// Which one task this phone shows, from the rights in the snapshot. Pure. Called by Room.svelte.
import type { RefusalCode, Snapshot } from '../../shared/wire.ts'

export type Scene = 'ended' | 'refused' | 'lobby' | 'floor' | 'questions' | 'write' | 'face' | 'wait'

/** An open poll comes first, then the floor, questions, writing, then what a poll has left or prepares; else people look at the screen. */
export function sceneOf(session: Snapshot | null, refusal: RefusalCode | null): Scene {
  if (session?.ended || refusal === 'gone') return 'ended'
  if (refusal !== null) return 'refused'
  if (!session?.now) return 'lobby'
  if (session.poll?.state === 'open') return 'face'
  if (session.floor) return 'floor'
  if (session.upvotes) return 'questions'
  const counted = session.poll?.published && session.result !== undefined
  if (session.may.pad !== 'none' && !session.now.asks?.nothing && !counted) return 'write'
  return session.poll || session.result !== undefined || session.preview ? 'face' : 'wait'
}
