// The OpenAPI document: valid, whole, and true for what the server really answers.
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { Validator } from '@seriousme/openapi-schema-validator'
import { OPERATIONS } from '../server/http/openapi/document.ts'
import { openHouse } from './support/house.ts'
import { http, joinPhone, makeWorkshop } from './support/people.ts'

test('it is a valid OpenAPI 3.1 document', async () => {
  const { url } = await openHouse()
  const { status, json } = await http(url, 'GET', '/openapi.json')
  expect(status).toBe(200)
  const validator = new Validator()
  expect(await validator.validate(json)).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  expect((json as unknown as { servers: { url: string }[] }).servers[0]!.url).toBe(url)
})

interface Layer {
  handle: object
  route?: { path: string | RegExp; methods: Record<string, boolean> }
}

/** Where each router hangs, read while the house is built: the library does not keep it. */
function watchRouters(): Map<object, { parent: object; at: string }> {
  const places = new Map<object, { parent: object; at: string }>()
  const prototype = express.Router.prototype as { use(...args: unknown[]): unknown }
  const original = prototype.use
  prototype.use = function (this: object, ...args: unknown[]) {
    const at = typeof args[0] === 'string' ? args[0] : ''
    for (const arg of args.slice(at === '' ? 0 : 1).flat()) places.set(arg as object, { parent: this, at })
    return original.apply(this, args)
  }
  onTestFinished(() => void (prototype.use = original))
  return places
}

test('every route of the server is in it, and no other', async () => {
  const places = watchRouters()
  await openHouse({ env: { ADMIN_KEY: 'k'.repeat(32) } })
  const pathTo = (router: object): string => {
    const place = places.get(router)
    return place ? pathTo(place.parent) + place.at : ''
  }
  const routers = new Set([...places].flatMap(([child, { parent }]) => [child, parent]))
  const served = [...routers].flatMap((router) =>
    ((router as { stack?: Layer[] }).stack ?? []).flatMap(({ route }) => {
      if (!route || typeof route.path !== 'string') return []
      const path = `${pathTo(router)}${route.path}`.replace(/(.)\/$/, '$1').replace(/:(\w+)/g, '{$1}')
      return Object.keys(route.methods).map((method) => `${method} ${path}`)
    }),
  )
  expect(served.length).toBeGreaterThan(30)
  expect(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
    [...new Set(served)].sort(),
  )
})

test('what the server answers is what the document says', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const phone = await joinPhone(url, made)
  const at = `/api/workshops/${made.workshop.id}`
  const desk = { token: made.tokens.desk }
  const tour = await http(url, 'POST', '/api/tours', { body: { title: 'Tour', template: 'tour-stop' } })
  const { tour: about, token } = tour.json as unknown as { tour: { id: string }; token: string }
  const key = { token }
  const calls: [method: string, path: string, real: string, options?: object][] = [
    ['get', '/api/templates', '/api/templates'],
    ['post', '/api/workshops', '/api/workshops', { body: { title: 'T', template: 'retrospective' } }],
    ['get', '/api/workshops/{code}/door', `/api/workshops/${made.workshop.code}/door`],
    ['post', '/api/workshops/{code}/seats', `/api/workshops/${made.workshop.code}/seats`, { body: {} }],
    ['get', '/api/workshops/{id}/session', `${at}/session`, { token: phone.token }],
    ['get', '/api/workshops/{id}/session', `${at}/session`, desk],
    ['get', '/api/workshops/{id}/offered', `${at}/offered`, desk],
    ['get', '/api/workshops/{id}/programme', `${at}/programme`, desk],
    ['post', '/api/workshops/{id}/roll', `${at}/roll`, { ...desk, body: { members: [{ name: 'Léa' }] } }],
    ['get', '/api/workshops/{id}/roll', `${at}/roll`, desk],
    ['post', '/api/workshops/{id}/links/{role}', `${at}/links/wall`, { ...desk, body: {} }],
    ['post', '/api/workshops/{id}/shares', `${at}/shares`, { ...desk, body: { until: '2999-01-01' } }],
    ['get', '/api/workshops/{id}/shares', `${at}/shares`, desk],
    ['get', '/api/workshops/{id}/film', `${at}/film`, desk],
    ['put', '/api/workshops/{id}/summary', `${at}/summary`, { ...desk, body: { text: 'Fin' } }],
    ['post', '/api/tours/{id}/stops', `/api/tours/${about.id}/stops`, { ...key, body: { town: 'Lyon' } }],
    ['get', '/api/tours/{id}', `/api/tours/${about.id}`, key],
    ['get', '/api/tours/{id}/synthesis', `/api/tours/${about.id}/synthesis`, key],
    ['get', '/api/tours/{id}/suggestions', `/api/tours/${about.id}/suggestions`, key],
    ['delete', '/api/workshops/{id}', at, desk],
  ]
  for (const [method, path, real, options] of calls) {
    const { status, json } = await http(url, method.toUpperCase(), real, options)
    const row = OPERATIONS.find((one) => one.method === method && one.path === path)!
    expect([path, Object.keys(row.answers)]).toEqual([path, [String(status)]])
    const schema = row.answers[status]
    if (schema === null) continue
    const read = typeof schema === 'string' || schema === undefined ? null : schema.safeParse(json)
    expect([path, read?.error?.issues ?? read?.success]).toEqual([path, true])
  }
})
