// The web app manifest: its start is the page that asks for it, so that a link kept on the home screen opens the same desk or
// phone. No key is in it: those lie on the device. Called by app.ts.
import type { Request, Response } from 'express'

const ICONS = [192, 512].flatMap((size) =>
  ['any', 'maskable'].map((purpose) => ({
    src: `/icon-${purpose === 'maskable' ? 'full-' : ''}${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })),
)

export function manifest(req: Request, res: Response): void {
  const { at } = req.query
  const start = typeof at === 'string' && /^\/(s|desk)\/[\w-]{1,64}$/.test(at) ? at : '/'
  res.type('application/manifest+json').send(
    JSON.stringify({
      id: start,
      name: 'Tablée',
      short_name: 'Tablée',
      start_url: start,
      scope: '/',
      display: 'standalone',
      background_color: '#f5f2ea',
      theme_color: '#182a61',
      icons: ICONS,
    }),
  )
}
