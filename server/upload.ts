// `npm run upload -- DESK_LINK SERVER`: an evening that was run on a laptop goes to another house in one step, as a workshop there, or
// as a stop of a tour where SERVER is the tour's private link. It speaks HTTP to both, like any other client.

interface Where {
  origin: string
  id: string
  key: string
}

/** The parts of a private link; throws where it is none of that page. */
function readLink(link: string, page: 'desk' | 'tour'): Where {
  const url = URL.parse(link)
  const id = url && new RegExp(`^/${page}/([^/]+)$`).exec(url.pathname)?.[1]
  const key = url?.hash.slice(1)
  if (!url || !id || !key)
    throw new Error(`not the private link of a ${page}: it ends with #… and must be quoted`)
  return { origin: url.origin, id, key }
}

async function ask(url: string, key: string | undefined, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
  }).catch(() => {
    throw new Error(`${new URL(url).origin} cannot be reached; nothing was changed`)
  })
  const answer = (await response.json().catch(() => ({}))) as {
    code?: string
    detail?: string
    field?: string
  }
  if (response.ok) return answer
  const why = [answer.code, answer.field, answer.detail].filter(Boolean).join(', ')
  throw new Error(`${new URL(url).origin} answers ${response.status} ${why}; nothing was changed there`)
}

/**
 * Brings the evening behind the desk link to `to`: an origin, or a tour's private link (the town is then `town`). `createKey` is that
 * of the other house, where it asks for one. Answers the line to show. Rejects with a line that says what to do.
 */
export async function upload(
  desk: string,
  to: string,
  { createKey, town }: { createKey?: string; town?: string },
) {
  const from = readLink(desk, 'desk')
  const report = await ask(`${from.origin}/api/workshops/${from.id}/report.json?ballots=true`, from.key)
  if (to.includes('/tour/')) {
    const tour = readLink(to, 'tour')
    const place = town ?? (report as { workshop: { title: string } }).workshop.title
    await ask(`${tour.origin}/api/tours/${tour.id}/stops`, tour.key, { town: place, report })
    return `${place} is a stop of the tour now: ${tour.origin}/tour/${tour.id}`
  }
  const origin = URL.parse(to)?.origin
  if (!origin) throw new Error('the other house: an address such as https://atelier.example')
  const made = (await ask(`${origin}/api/workshops/import`, createKey, report)) as { links: { desk: string } }
  return `The evening is there now. Its new private link, shown once: ${made.links.desk}`
}

if (import.meta.main) {
  const [desk = '', to = '', town] = process.argv.slice(2)
  const createKey = process.env['CREATE_KEY']
  const more = { ...(createKey ? { createKey } : {}), ...(town ? { town } : {}) }
  try {
    if (!desk || !to)
      throw new Error("npm run upload -- 'DESK_LINK' https://atelier.example (or 'TOUR_LINK' TOWN)")
    process.stdout.write(`${await upload(desk, to, more)}\n`)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exitCode = 1
  }
}
