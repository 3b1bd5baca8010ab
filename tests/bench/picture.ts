// Four little charts of cost against work, drawn as one SVG without a library: docs/pictures/costs.svg. Called by main.ts.
import { seriesOf, type Series } from './growing.ts'
import type { Results } from './plan.ts'
import type { Point } from './workloads/growth.ts'

const [WIDTH, HEIGHT] = [420, 250]
const EDGE = { left: 58, right: 64, top: 44, bottom: 40 }
const TIME = '#2f5fd0'
const MEMORY = '#b3541e'

/** Null where a panel has not two points. */
export function costs(results: Results): string | null {
  const panels = seriesOf(results)
  if (panels.some(({ points }) => points.length < 2)) return null
  const drawn = panels.map((panel, i) => at((i % 2) * WIDTH, Math.floor(i / 2) * HEIGHT + 30, draw(panel)))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * WIDTH} ${2 * HEIGHT + 40}" font-family="system-ui, sans-serif" font-size="12" role="img">`,
    '<title>What the work costs as it grows</title>',
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    text(20, 22, 'start', TIME, 'CPU time (left)'),
    text(140, 22, 'start', MEMORY, 'memory (right)'),
    ...drawn,
    '</svg>\n',
  ].join('\n')
}

function draw({ title, unit, points }: Series): string {
  const most = (pick: (point: Point) => number) => nice(Math.max(...points.map(pick)))
  const [x, ms, bytes] = [most((p) => p.x), most((p) => p.ms), most((p) => p.bytes / 1024 ** 2)]
  const [bottom, right] = [HEIGHT - EDGE.bottom, WIDTH - EDGE.right]
  const across = (value: number) => EDGE.left + (value / x) * (right - EDGE.left)
  const up = (share: number) => bottom - share * (bottom - EDGE.top)
  const halves = [0, 0.5, 1].map((share) => {
    const y = up(share)
    return [
      `<path d="M${EDGE.left} ${y}H${right}" stroke="#ddd"/>`,
      text(EDGE.left - 6, y + 4, 'end', TIME, `${short(share * ms)} ms`),
      text(right + 6, y + 4, 'start', MEMORY, `${short(share * bytes)} MB`),
      text(across(share * x), bottom + 16, 'middle', '#555', short(share * x)),
    ].join('')
  })
  return [
    text(EDGE.left, EDGE.top - 14, 'start', '#111', title, 'bold'),
    ...halves,
    text((EDGE.left + right) / 2, HEIGHT - 8, 'middle', '#555', unit),
    line(
      points.map((p) => [across(p.x), up(p.ms / ms)]),
      TIME,
    ),
    line(
      points.map((p) => [across(p.x), up(p.bytes / 1024 ** 2 / bytes)]),
      MEMORY,
    ),
  ].join('\n')
}

function line(points: number[][], colour: string): string {
  const path = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x!.toFixed(1)} ${y!.toFixed(1)}`).join('')
  const dots = points.map(
    ([x, y]) => `<circle cx="${x!.toFixed(1)}" cy="${y!.toFixed(1)}" r="3" fill="${colour}"/>`,
  )
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`
}

function text(
  x: number,
  y: number,
  anchor: string,
  colour: string,
  words: string,
  weight = 'normal',
): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${colour}" font-weight="${weight}">${words}</text>`
}

function at(x: number, y: number, inner: string): string {
  return `<g transform="translate(${x} ${y})">\n${inner}\n</g>`
}

/** The next round number. */
function nice(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-6)))
  return [1, 2, 4, 5, 10].map((step) => step * power).find((step) => step >= value)!
}

function short(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en')
}
