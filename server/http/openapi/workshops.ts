// The calls about one workshop, for the OpenAPI document. Called by document.ts.
import * as z from 'zod'
import { LANGUAGES } from '../../../shared/languages.ts'
import { programmeSchema } from '../../../shared/programme.ts'
import { rollSchema } from '../../../shared/roll.ts'
import { notesTable } from '../import.ts'
import { joining } from '../seating.ts'
import { sharing, summing } from '../shares.ts'
import { creation } from '../workshops.ts'
import * as answer from './answers.ts'
import type { Operation } from './operation.ts'

const ROOT = '/api/workshops/{id}'
const nothing = z.strictObject({})
const of = { tag: 'workshops' } as const

/** A report as we export it: its own `v` and activities are looked at field by field. */
const jsonReport = z.looseObject({ v: z.literal(1), activities: z.array(z.looseObject({})) })

export const WORKSHOPS: Operation[] = [
  {
    ...of,
    method: 'post',
    path: '/api/workshops',
    does: 'Make a workshop. The keys are told this once, in the fragments of its links.',
    key: 'create',
    body: creation,
    answers: { 201: answer.made },
  },
  {
    ...of,
    method: 'post',
    path: '/api/workshops/import',
    does: 'Bring in a report as JSON, a programme, or a table of notes (8 MB). A refusal names the line.',
    key: 'create',
    body: z.union([jsonReport, programmeSchema, notesTable]),
    answers: { 201: answer.made },
  },
  {
    ...of,
    method: 'get',
    path: '/api/templates',
    does: 'The ready programmes.',
    key: 'none',
    query: { language: LANGUAGES.join(', ') },
    answers: { 200: answer.templateList },
  },
  {
    ...of,
    method: 'get',
    path: '/api/workshops/{code}/door',
    does: 'What a typed code opens. Unknown, ended and expired codes are the same 404.',
    key: 'none',
    answers: { 200: answer.door },
  },
  {
    ...of,
    method: 'post',
    path: '/api/workshops/{code}/seats',
    does: 'Take a seat. `invite` is the token in the fragment of the join link, `slip` a voting slip.',
    key: 'none',
    body: joining,
    answers: { 201: answer.seated },
  },
  {
    ...of,
    method: 'get',
    path: `${ROOT}/session`,
    does: 'What this seat may know now: the same object as `session` on the socket.',
    key: 'seat',
    answers: { 200: answer.snapshot },
  },
  {
    ...of,
    method: 'get',
    path: `${ROOT}/offered`,
    does: 'What earlier activities have left for the one in play, what a matrix proposes first, and what of it is picked.',
    key: 'desk',
    answers: { 200: answer.offer },
  },
  {
    ...of,
    method: 'get',
    path: `${ROOT}/programme`,
    does: 'The programme, private notes included.',
    key: 'desk',
    tagged: true,
    answers: { 200: programmeSchema },
  },
  {
    ...of,
    method: 'put',
    path: `${ROOT}/programme`,
    does: 'Replace the programme: 412 when stale, 409 when a played part would change.',
    key: 'desk',
    tagged: true,
    body: programmeSchema,
    answers: { 200: programmeSchema },
  },
  {
    ...of,
    method: 'get',
    path: `${ROOT}/outline`,
    does: 'The programme without private notes, for the holders of its link.',
    key: 'outline',
    answers: { 200: answer.outline },
  },
  {
    ...of,
    method: 'post',
    path: `${ROOT}/roll`,
    does: 'The members of an assembly. Their one-time slips are told this once.',
    key: 'desk',
    body: rollSchema,
    answers: { 201: answer.slips },
  },
  {
    ...of,
    method: 'get',
    path: `${ROOT}/roll`,
    does: 'The roll, never a slip.',
    key: 'desk',
    answers: { 200: answer.roll },
  },
  {
    ...of,
    method: 'post',
    path: `${ROOT}/links/{role}`,
    does: 'A new link of the `wall` or of the `scribe`; the one before opens nothing any more.',
    key: 'desk',
    body: nothing,
    answers: { 201: answer.newLink },
  },
  {
    ...of,
    method: 'delete',
    path: `${ROOT}/seats/{seat}`,
    does: 'Erase a person. The header `Tablee-Kept` names what could not be erased.',
    key: 'seat or desk',
    answers: { 204: null },
  },
  {
    ...of,
    method: 'delete',
    path: ROOT,
    does: 'Erase the workshop; within a minute it is gone from the disk.',
    key: 'desk',
    answers: { 204: null },
  },
  {
    tag: 'report',
    method: 'get',
    path: `${ROOT}/report.{format}`,
    does: 'The report as of now: md csv json xlsx docx odt pptx pdf svg png canvas excalidraw ics zip blocks.',
    key: 'desk or share',
    query: {
      names: '`true`: with first names (desk only)',
      ballots: '`true`: with the bare ballots, from five on (desk only)',
      activity: 'of svg and png: this activity alone',
      zone: 'IANA name of the time zone that hours are written in (universal time)',
    },
    answers: { 200: '*/*' },
  },
  {
    tag: 'report',
    method: 'get',
    path: `${ROOT}/film`,
    does: 'The evening as a film: what the room was shown and when, without names, sealed or hidden notes.',
    key: 'desk',
    answers: { 200: answer.film },
  },
  {
    tag: 'report',
    method: 'post',
    path: `${ROOT}/shares`,
    does: 'A read-only link to the report; 409 `full` at twenty.',
    key: 'desk',
    body: sharing,
    answers: { 201: answer.shared },
  },
  {
    tag: 'report',
    method: 'get',
    path: `${ROOT}/shares`,
    does: 'All links for the desk, those given to the phones for the others.',
    key: 'seat',
    answers: { 200: answer.shares },
  },
  {
    tag: 'report',
    method: 'delete',
    path: `${ROOT}/shares/{share}`,
    does: 'The link opens nothing any more.',
    key: 'desk',
    answers: { 204: null },
  },
  {
    tag: 'report',
    method: 'put',
    path: `${ROOT}/summary`,
    does: 'The summary that stands over the report.',
    key: 'desk',
    body: summing,
    answers: { 200: answer.summary },
  },
]
