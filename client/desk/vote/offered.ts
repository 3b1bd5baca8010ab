// What the desk may pick from for the activity in play, asked of the server when it is wanted. Called by PickDialog and FrameForm.
import type { Offer } from '../../../shared/offer.ts'
import { api, isProblem } from '../../lib/api.ts'

/** The notes that earlier activities have left, those that a matrix proposes first; nothing where the line is cut. */
export async function readOffer(workshop: string, token: string): Promise<Offer | null> {
  const answer = await api<Offer>('GET', `/api/workshops/${workshop}/offered`, { token })
  return isProblem(answer) ? null : answer
}
