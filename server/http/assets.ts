// The built scripts, styles, texts and fonts: kept by browsers for ever, packed when they were built. Called by app.ts.
import { existsSync, readdirSync } from 'node:fs'
import { extname } from 'node:path'
import compression from 'compression'
import express, { type RequestHandler } from 'express'

/** By encoding, the tightest first, the ending of a packed file. Browsers take brotli over https only. */
const PACKED = { br: '.br', gzip: '.gz' } as const
/** What says how a page may behave means nothing beside a script, and is longer than many of them. */
const OF_PAGES = [
  'Content-Security-Policy',
  'Permissions-Policy',
  'Cross-Origin-Opener-Policy',
  'Referrer-Policy',
]

/** Serves `folder`, each file in the tightest packing that is there and that the browser takes. */
export function assets(folder: string): RequestHandler[] {
  const files = new Set(existsSync(folder) ? readdirSync(folder, { recursive: true }).map(asPath) : [])
  return [
    packed(files),
    // Only what everybody may read is compressed: nothing secret shares a stream with text of a guest. Needed while a build watches.
    compression(),
    express.static(folder, { index: false, setHeaders: forEver }),
  ]
}

function packed(files: ReadonlySet<string>): RequestHandler {
  return (req, res, next) => {
    const { path } = req
    const there = (['br', 'gzip'] as const).filter((one) => files.has(path + PACKED[one]))
    if (there.length === 0) return next()
    res.vary('Accept-Encoding')
    const encoding = there.find((one) => req.acceptsEncodings(one) === one)
    if (encoding) {
      res.type(extname(path)).set('Content-Encoding', encoding)
      req.url = path + PACKED[encoding]
    }
    next()
  }
}

function forEver(res: express.Response): void {
  for (const name of OF_PAGES) res.removeHeader(name)
  // Said here because the headers of everything else have said "no-store" already.
  res.set('Cache-Control', 'public, max-age=31536000, immutable')
}

/** As the path of a request says it, on every system. */
function asPath(file: string | Buffer): string {
  return `/${String(file).replaceAll('\\', '/')}`
}
