// Bodies of requests: parsed at the edge, trusted inside. Called by the routes.
import type * as z from 'zod'
import { Problem } from './problem.ts'

/** Zod's verdict on a body, or a 400 that names the first wrong field. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Problem(400, 'bad-request', { field: issue?.path.join('.') ?? '', detail: issue?.message ?? '' })
}
