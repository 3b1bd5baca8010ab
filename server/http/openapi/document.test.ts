// Anybody may ask for the document: making it must not be what a flood costs.
import { expect, test } from 'vitest'
import { createOpenApi } from './document.ts'

test('the document is made once for an origin', () => {
  const made: string[] = []
  const document = createOpenApi((origin) => {
    made.push(origin)
    return { servers: [origin] }
  })
  const texts = ['http://a', 'http://a', 'http://b', 'http://b'].map(document)
  expect(made).toEqual(['http://a', 'http://b'])
  expect(texts.map((text) => JSON.parse(text) as unknown)[3]).toEqual({ servers: ['http://b'] })
})
