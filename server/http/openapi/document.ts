// The OpenAPI 3.1 document, made from the same schemas that read the requests. Served by app.ts at /openapi.json.
import * as z from 'zod'
import { PROBLEM_CODES } from '../problem.ts'
import type { Operation } from './operation.ts'
import { ADMIN } from './admin.ts'
import { HOUSE, TOURS } from './tours.ts'
import { WORKSHOPS } from './workshops.ts'

export const OPERATIONS: Operation[] = [...WORKSHOPS, ...TOURS, ...HOUSE, ...ADMIN]

const TAGS = {
  workshops: 'One gathering: its programme, its people',
  report: 'What remains of it',
  tours: 'Several workshops that play one programme',
  house: 'The server itself',
  admin: 'For the operator, where ADMIN_KEY is set',
}

type Json = Record<string, unknown>

/** The document as it is sent. Made once for an origin: it takes longer than any other answer, and anybody may ask. */
export function createOpenApi(make: (origin: string) => Json = openApi): (origin: string) => string {
  let kept: { origin: string; text: string } | null = null
  return (origin) => {
    if (kept?.origin !== origin) kept = { origin, text: JSON.stringify(make(origin)) }
    return kept.text
  }
}

/** The whole document for a server at this origin. */
export function openApi(origin: string): Json {
  const paths: Record<string, Json> = {}
  for (const operation of OPERATIONS)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tablée',
      version: '1',
      summary: 'Live workshops: boards, notes and votes',
      description: 'The sockets, what each role may do, and the limits are described in docs/api.md.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: origin }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A key of the outside contract' },
      },
      schemas: { Problem: PROBLEM },
    },
  }
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: PROBLEM_CODES },
    field: { type: 'string', description: 'What of the request is wrong' },
    line: { type: 'integer', description: 'Of an import: the line that is wrong' },
    detail: { type: 'string' },
  },
}

function described({ method, path, tag, does, key, query, tagged, body, answers }: Operation): Json {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  const text = { type: 'string' }
  const tags = tagged ? [{ name: 'If-Match', in: 'header', schema: text, required: false }] : []
  return {
    operationId: nameOf(method, path),
    tags: [tag],
    summary: does,
    ...(key === 'none' ? {} : { description: `Key: ${key}.` }),
    // Where anybody may create, the key is not asked for.
    security: key === 'none' ? [] : key === 'create' ? [{ token: [] }, {}] : [{ token: [] }],
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: text })),
      ...Object.entries(query ?? {}).map(([name, description]) => ({
        ...{ name, in: 'query', required: false, schema: text, description },
      })),
      ...(method === 'put' ? tags : []),
    ],
    ...(body ? { requestBody: { required: true, content: jsonOf(body, 'input') } } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, told(answer, tagged)]),
      ),
      default: {
        description: 'A problem (RFC 9457) with a stable code',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

/** `get /api/workshops/{id}/shares/{share}` is called `getWorkshopsByIdSharesByShare`. */
function nameOf(method: string, path: string): string {
  const words = path.replace(/^\/api\//, '/').replace(/\{(\w+)\}/g, (_, name: string) => `by-${name}`)
  const parts = words.split(/[^a-zA-Z]+/).filter(Boolean)
  return method + parts.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
}

function told(answer: z.ZodType | string | null, tagged?: true): Json {
  const headers = tagged ? { headers: { ETag: { schema: { type: 'string' } } } } : {}
  if (answer === null) return { description: 'Done' }
  if (typeof answer === 'string') return { description: 'The file', content: { [answer]: {} } }
  return { description: 'The answer', ...headers, content: jsonOf(answer, 'output') }
}

function jsonOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _own, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return { 'application/json': { schema: rest } }
}
