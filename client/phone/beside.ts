// A seat for one more person on this device. Called by Turns.svelte, and fetched only with it.
import type { Language } from '../../shared/wire.ts'
import { api, isProblem, type Problem } from '../lib/api.ts'
import { keep } from '../lib/keep.ts'
import type { Kept } from '../lib/seat.ts'
import { besides, type Beside } from './turns.ts'

/** A seat for one more person on this device, asked for by somebody who is on it. */
export async function addBeside(by: Kept, name: string, language: Language): Promise<Beside | Problem> {
  const { workshop, token } = by
  const answer = await api<{ seat: { id: string }; token: string }>(
    'POST',
    `/api/workshops/${workshop.code}/seats`,
    { token, body: { beside: true, language, ...(name ? { name } : {}) } },
  )
  if (isProblem(answer)) return answer
  const one: Beside = {
    workshop,
    role: 'participant',
    token: answer.token,
    seat: answer.seat.id,
    via: by.via ?? by.seat,
    ...(name ? { name } : {}),
  }
  keep(`${workshop.code}/beside`, [...besides(workshop.code), one])
  return one
}
