// The calls about tours and about the house itself, for the OpenAPI document. Called by document.ts.
import { assemblyOrder, planChange, stopOrder, tourOrder } from '../../../shared/tour/schema.ts'
import * as answer from './answers.ts'
import type { Operation } from './operation.ts'

const ROOT = '/api/tours/{id}'
const of = { tag: 'tours' } as const

export const TOURS: Operation[] = [
  {
    ...of,
    method: 'get',
    path: `${ROOT}/report.{format}`,
    does: 'The whole tour in every format of a report; by the public link the parts that are shown, notes in themes alone.',
    key: 'tour or link',
    query: { activity: 'of svg and png: this section alone' },
    answers: { 200: '*/*' },
  },
  {
    ...of,
    method: 'post',
    path: '/api/tours',
    does: 'Make a tour; its key is told this once.',
    key: 'create',
    body: tourOrder,
    answers: { 201: answer.tourMade },
  },
  {
    ...of,
    method: 'get',
    path: ROOT,
    does: 'The plan with the links of its stops; to the holders of the public link facts only.',
    key: 'tour or link',
    tagged: true,
    answers: { 200: answer.tour },
  },
  {
    ...of,
    method: 'put',
    path: ROOT,
    does: 'Change parts of the plan; what is left out stays. 412 when stale.',
    key: 'tour',
    tagged: true,
    body: planChange,
    answers: { 200: answer.tour },
  },
  {
    ...of,
    method: 'delete',
    path: ROOT,
    does: 'Erase the tour; the workshops of its stops stay.',
    key: 'tour',
    answers: { 204: null },
  },
  {
    ...of,
    method: 'post',
    path: `${ROOT}/stops`,
    does: 'Another stop: a workshop of its own, or with `report` one that was run elsewhere (8 MB).',
    key: 'tour',
    body: stopOrder,
    answers: { 201: answer.stopMade },
  },
  {
    ...of,
    method: 'delete',
    path: `${ROOT}/stops/{stop}`,
    does: 'The stop leaves the tour; its workshop goes on by itself.',
    key: 'tour',
    answers: { 204: null },
  },
  {
    ...of,
    method: 'get',
    path: `${ROOT}/synthesis`,
    does: 'What the towns said together; to the holders of the public link what is shown.',
    key: 'tour or link',
    answers: { 200: answer.synthesis },
  },
  {
    ...of,
    method: 'get',
    path: `${ROOT}/suggestions`,
    does: 'Groups of similar notes that are in no theme yet.',
    key: 'tour',
    answers: { 200: answer.suggestions },
  },
  {
    ...of,
    method: 'post',
    path: `${ROOT}/assembly`,
    does: 'The closing assembly: motions on the agenda become its resolutions.',
    key: 'tour',
    body: assemblyOrder,
    answers: { 201: answer.stopMade },
  },
]

const text = (does: string, path: string): Operation => ({
  ...{ tag: 'house', method: 'get', path, does, key: 'none', answers: { 200: 'text/plain' } },
})

export const HOUSE: Operation[] = [
  text('200 while the process turns.', '/healthz'),
  text('200 if the store commits within a second, else 503.', '/readyz'),
  text("Figures in Prometheus' text form, without personal labels.", '/metrics'),
  { ...text('This document.', '/openapi.json'), answers: { 200: 'application/json' } },
  {
    ...text('The web app manifest of a desk or a phone.', '/manifest.webmanifest'),
    query: { at: 'Path that the app opens' },
    answers: { 200: 'application/manifest+json' },
  },
]
