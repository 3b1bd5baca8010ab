// HTTP calls to our own server. A "no" comes back as a value, never as an exception.
// Called by pages and by lib/seat.ts.

export interface Problem {
  problem: true
  /** HTTP status; 0 when the network failed. */
  status: number
  code: string
  /** Seconds to wait, where the server says so. */
  retryAfter?: number
  /** What of the request the server found wrong, where it says so. */
  field?: string
}

export interface ApiOptions {
  body?: unknown
  token?: string
  headers?: Record<string, string>
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && (value as Problem).problem === true
}

/** Calls the server with JSON. Answers 204 give `null`; everything that is not 2xx gives a Problem. */
export async function api<T>(method: string, path: string, options: ApiOptions = {}): Promise<T | Problem> {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers }
  if (options.body !== undefined) headers['content-type'] = 'application/json'
  if (options.token) headers.authorization = `Bearer ${options.token}`
  const body = options.body === undefined ? null : JSON.stringify(options.body)
  try {
    const response = await fetch(path, { method, headers, body })
    if (!response.ok) return await problemOf(response)
    return response.status === 204 ? (null as T) : ((await response.json()) as T)
  } catch {
    return { problem: true, status: 0, code: 'offline' }
  }
}

/** A file of ours, whole; the same Problem as any call. */
export async function apiFile(path: string, token: string): Promise<Blob | Problem> {
  try {
    const response = await fetch(path, { headers: { authorization: `Bearer ${token}` } })
    return response.ok ? await response.blob() : await problemOf(response)
  } catch {
    return { problem: true, status: 0, code: 'offline' }
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const said = (await response.json().catch(() => ({}))) as { code?: unknown; field?: unknown }
  const wait = Number(response.headers.get('retry-after'))
  return {
    problem: true,
    status: response.status,
    code: typeof said.code === 'string' ? said.code : `http-${response.status}`,
    ...(wait > 0 ? { retryAfter: wait } : {}),
    ...(typeof said.field === 'string' ? { field: said.field } : {}),
  }
}
