// The operator's calls, for the OpenAPI document. Called by document.ts.
import * as z from 'zod'
import { LANGUAGES } from '../../../shared/languages.ts'
import type { Operation } from './operation.ts'

const count = z.int().min(0)
const moment = z.iso.datetime()
const backup = z.looseObject({ name: z.string(), at: moment, bytes: count })
const of = { tag: 'admin', key: 'admin' } as const

export const ADMIN: Operation[] = [
  {
    ...of,
    method: 'get',
    path: '/api/admin/house',
    does: 'How the server is: limits, figures, disk, backups.',
    answers: {
      200: z.looseObject({
        retentionDays: count,
        maxSeats: count,
        createKey: z.boolean(),
        figures: z.looseObject({
          sessions: count,
          sockets: count,
          memory: count,
          uptime: count,
          stall: count,
        }),
        disk: z.looseObject({ database: count, free: count }).optional(),
        backups: z.array(backup).optional(),
        folder: z.string().optional(),
      }),
    },
  },
  {
    ...of,
    method: 'get',
    path: '/api/admin/workshops',
    does: 'Workshops with their sizes, the last touched first, fifty at once. No codes, no keys, no notes.',
    query: { from: 'How many to leave out (0)' },
    answers: {
      200: z.looseObject({
        total: count,
        workshops: z.array(
          z.looseObject({
            id: z.string(),
            title: z.string(),
            language: z.enum(LANGUAGES),
            createdAt: moment,
            touchedAt: moment,
            erasedOn: z.iso.date(),
            state: z.enum(['planned', 'begun', 'ended']),
            seats: count,
            online: count,
            bytes: count,
          }),
        ),
      }),
    },
  },
  {
    ...of,
    method: 'delete',
    path: '/api/admin/workshops/{id}',
    does: 'Erase a workshop and everything in it.',
    answers: { 204: null },
  },
  {
    ...of,
    method: 'post',
    path: '/api/admin/backups',
    does: 'Write a backup beside the database; 409 `full` at twenty, `conflict` where the store has no file.',
    body: z.strictObject({}),
    answers: { 201: backup },
  },
  {
    ...of,
    method: 'delete',
    path: '/api/admin/backups/{name}',
    does: 'Delete a backup with its secret.',
    answers: { 204: null },
  },
]
