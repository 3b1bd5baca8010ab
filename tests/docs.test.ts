// The documentation site: built in one command, a page for every exercise, no link that leads nowhere.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ACTIVITIES } from '../shared/activities/index.ts'
import { tempDir } from './support/child.ts'
import { ROOT } from './support/sources.ts'

test('the site is built, every exercise has its page, every link and picture is there', () => {
  const site = tempDir()
  const args = [
    'node_modules/@11ty/eleventy/cmd.cjs',
    '--config=docs/eleventy.config.js',
    '--quiet',
    `--output=${site}`,
  ]
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'pipe' })
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  )
  const pages = files.map((path) => ({ path, text: readFileSync(join(site, path), 'utf8') }))
  const kinds = ['', 'fr/'].flatMap((tongue) =>
    ACTIVITIES.map(({ kind }) => `${tongue}activities/${kind}/index.html`),
  )
  expect(kinds.filter((path) => !files.includes(path))).toEqual([])
  const named = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/ (?:href|src)="([^"#]+)(?:#[^"]*)?"/g)].map((match) => ({ path, to: match[1]! })),
  )
  const lost = named.filter(({ path, to }) => {
    if (/^https?:/.test(to)) return false
    const at = to.startsWith('/') ? join(site, to) : join(site, dirname(path), to)
    return !existsSync(to.endsWith('/') ? join(at, 'index.html') : at)
  })
  expect(lost).toEqual([])
  expect(named.length).toBeGreaterThan(500)
  const { openapi } = JSON.parse(readFileSync(join(site, 'openapi.json'), 'utf8')) as { openapi: string }
  expect(openapi).toBe('3.1.0')
  const guide = pages.find(({ path }) => path === 'operating/index.html')!.text
  expect(guide).toMatch(/<pre><code>[^<]*proxy_pass/)
  // What a page says comes from the exercise, in words and not in keys.
  const dots = pages.find(({ path }) => path === 'activities/dot-vote/index.html')!.text
  expect(dots).toContain('dotsPerPerson')
  const french = pages.filter(({ path }) => path.startsWith('fr/'))
  expect(french.every(({ text }) => text.includes('<html lang="fr">'))).toBe(true)
  expect(
    pages.flatMap(({ path, text }) =>
      path.includes('activities/') && />(step|setting|say)\.\w+</.test(text) ? [path] : [],
    ),
  ).toEqual([])
})
