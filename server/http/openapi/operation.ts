// One row of the table that the OpenAPI document is made of. Called by the rows and by document.ts.
import type * as z from 'zod'

/** Whose key a call needs, in words of the outside contract. */
export type Key =
  | 'none'
  | 'create'
  | 'seat'
  | 'seat or desk'
  | 'desk'
  | 'desk or share'
  | 'outline'
  | 'tour'
  | 'tour or link'
  | 'admin'

export interface Operation {
  method: 'get' | 'post' | 'put' | 'delete'
  /** As OpenAPI writes it: `/api/workshops/{id}/session`. */
  path: string
  tag: 'workshops' | 'report' | 'tours' | 'house' | 'admin'
  does: string
  key: Key
  /** Name to meaning; all of them are optional texts. */
  query?: Record<string, string>
  /** Takes `If-Match`, answers with an `ETag`. */
  tagged?: true
  body?: z.ZodType
  /** Status to what comes: a schema of JSON, a media type, or null for nothing. Every other status is a problem. */
  answers: Record<number, z.ZodType | string | null>
}
