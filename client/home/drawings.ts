// The drawings of the templates, as shapes on a 280 by 132 sheet. Called by Illustration.svelte.
import type { Tone } from '../../shared/board/note.ts'
import { cross, curves, rings } from './drawings-foresight.ts'
import { dot, line, note, sheet, type Shape } from './shapes.ts'

/** The drawing of a template; templates without one of their own are drawn as a sheet of notes. */
export function drawing(template: string): Shape[] {
  return (DRAWINGS[template] ?? sheets)()
}

const DRAWINGS: Record<string, () => Shape[]> = {
  'tour-stop': road,
  brainstorm: sheets,
  'dot-vote': rows,
  'majority-judgment': grades,
  'decide-together': () => columns(['soleil', 'ciel', 'menthe'], [2, 2, 1]),
  'debate-evening': () => tables([3, 5, 3], 'ciel'),
  'round-table': circle,
  'lessons-learned': () => columns(['menthe', 'corail', 'ciel'], [2, 1, 2]),
  retrospective: loop,
  'collective-evening': () => tables([4, 4, 4]),
  'third-place': house,
  'general-assembly': benches,
  'world-cafe': () => tables([5, 4, 5], 'corail'),
  'one-two-four-all-decision': growing,
  'rex-afternoon': () => columns(['soleil', 'lilas', 'menthe'], [1, 1, 2]),
  'speed-decision': () => [...page(), dot(140, 66, 26, 'voice')],
  'opening-closing': doors,
  'city-in-common': town,
  'foresight-evening': rings,
  'foresight-short': cross,
  'strategy-morning': curves,
  blank: page,
}

function road(): Shape[] {
  return [
    line('M34 96C70 96 66 40 104 40s34 54 72 54 30-60 70-60', 'line-bleu', 4),
    line('M34 96C70 96 66 40 104 40s34 54 72 54', 'line-deep', 4),
    ...[
      [34, 96],
      [68, 66],
      [104, 40],
      [140, 68],
    ].map(([x, y]) => dot(x!, y!, 9, 'deep')),
    dot(176, 94, 13, 'deep'),
    dot(176, 94, 9.5, 'voice'),
    dot(212, 62, 8, 'open'),
    dot(246, 34, 9, 'bleu'),
  ]
}

function sheets(): Shape[] {
  return [
    sheet(40, 20, 92, 92),
    note(50, 32, 'soleil'),
    note(90, 32, 'ciel'),
    note(50, 70, 'menthe'),
    note(90, 70, 'soleil'),
    sheet(148, 20, 92, 92),
    note(158, 32, 'corail'),
    note(198, 32, 'soleil'),
    note(158, 70, 'lilas'),
  ]
}

function rows(): Shape[] {
  const row = (y: number, width: number, dots: number): Shape[] => [
    { is: 'bar', x: 54, y: y - 4, w: width },
    ...Array.from({ length: dots }, (_, i) => dot(122 + 14 * i, y, 5.4, 'voice')),
  ]
  return [
    sheet(40, 18, 200, 96),
    ...row(34, 44, 8),
    ...row(58, 52, 6),
    ...row(82, 38, 4),
    line('M54 101h172', 'line-bleu', 2.5, '5 5'),
  ]
}

/** Six grades for three proposals, and the middle of the room. */
function grades(): Shape[] {
  const row = (y: number, widths: number[]): Shape[] =>
    widths.map((w, i) => {
      const x = 52 + widths.slice(0, i).reduce((sum, one) => sum + one, 0)
      return { is: 'grade', grade: i + 1, x, y, w: w - 1, h: 18 }
    })
  return [
    sheet(40, 18, 200, 96),
    ...row(28, [70, 44, 28, 18, 10, 6]),
    ...row(57, [44, 52, 36, 24, 12, 8]),
    ...row(86, [30, 36, 48, 30, 20, 12]),
    line('M140 24v84', 'line-ink', 2, '4 4'),
  ]
}

function circle(): Shape[] {
  const seats = Array.from({ length: 9 }, (_, i) => {
    const angle = (i * 2 * Math.PI) / 9 - Math.PI / 2
    const fill = i === 2 ? 'voice' : i % 2 ? 'bleu' : 'deep'
    return dot(140 + 52 * Math.cos(angle), 66 + 52 * Math.sin(angle), 8.5, fill)
  })
  return [
    dot(140, 66, 34, 'open'),
    ...seats,
    note(120, 50, 'soleil', 18, 16),
    note(143, 62, 'lilas', 18, 16),
    note(206, 20, 'lilas'),
    note(40, 74, 'lilas'),
  ]
}

function columns(tones: Tone[], counts: number[]): Shape[] {
  return tones.flatMap((tone, i) => {
    const x = 44 + 66 * i
    const notes = Array.from({ length: counts[i] ?? 0 }, (_, row) => note(x + 8, 40 + 32 * row, tone, 44, 26))
    return [sheet(x, 18, 60, 96), { is: 'head', tone, x: x + 10, y: 30, w: 40 } as const, ...notes]
  })
}

function loop(): Shape[] {
  return [
    line('M186 42a54 40 0 1 0 8 40', 'line-deep', 4),
    line('M172 43h15v-15', 'line-deep', 4),
    note(98, 34, 'menthe'),
    note(122, 70, 'corail'),
    note(150, 46, 'ciel'),
  ]
}

/** Round tables with people around them, and a sheet on each. */
function tables(people: number[], tone: Tone = 'soleil'): Shape[] {
  return people.flatMap((count, i) => {
    const [x, y] = [62 + 78 * i, i % 2 ? 80 : 54]
    const seats = Array.from({ length: count }, (_, n) => {
      const angle = (n * 2 * Math.PI) / count + 0.4
      return dot(x + 30 * Math.cos(angle), y + 30 * Math.sin(angle), 6, n === 0 ? 'voice' : 'bleu')
    })
    return [dot(x, y, 19, 'open'), note(x - 9, y - 8, i === 1 ? 'ciel' : tone, 18, 16), ...seats]
  })
}

function house(): Shape[] {
  return [
    line('M70 62L140 20l70 42M84 56v52h112V56', 'line-deep', 4),
    note(98, 66, 'soleil', 26, 24),
    note(130, 76, 'menthe', 26, 32),
    note(162, 66, 'ciel', 26, 24),
  ]
}

function benches(): Shape[] {
  const bench = (y: number, n: number, from: number) =>
    Array.from({ length: n }, (_, i) => dot(from + 22 * i, y, 6.5, i % 3 === 1 ? 'voice' : 'bleu'))
  return [
    sheet(112, 14, 56, 28),
    line('M124 28h32', 'line-ink', 4),
    ...bench(62, 7, 74),
    ...bench(86, 9, 52),
    ...bench(110, 9, 52),
  ]
}

/** One, two, four, all. */
function growing(): Shape[] {
  const group = (x: number, n: number) =>
    Array.from({ length: n }, (_, i) => dot(x + 15 * (i % 2), 58 + 15 * Math.floor(i / 2), 6, 'bleu'))
  const all = Array.from({ length: 12 }, (_, i) =>
    dot(190 + 15 * (i % 4), 44 + 15 * Math.floor(i / 4), 6, 'voice'),
  )
  return [
    ...group(48, 1),
    ...group(84, 2),
    ...group(132, 4),
    ...all,
    line('M40 104h210', 'line-quiet', 2.5, '5 5'),
  ]
}

function doors(): Shape[] {
  return [
    line('M72 110V26h52v84M156 110V26h52v84', 'line-deep', 4),
    line('M52 66h36M192 66h36M80 58l8 8-8 8M220 58l8 8-8 8', 'line-bleu', 4),
    dot(114, 68, 3.5, 'deep'),
    dot(166, 68, 3.5, 'deep'),
  ]
}

function town(): Shape[] {
  return [
    line(
      'M34 110h212M48 110V70h34v40M94 110V44h40v66M146 110V60l22-16 22 16v50M202 110V78h32v32',
      'line-deep',
      4,
    ),
    note(100, 54, 'soleil', 28, 22),
    note(156, 70, 'menthe', 24, 20),
    dot(65, 58, 7, 'voice'),
    dot(218, 66, 7, 'voice'),
    dot(114, 32, 7, 'bleu'),
  ]
}

function page(): Shape[] {
  return [
    line(
      'M72 20h136a10 10 0 0 1 10 10v72a10 10 0 0 1-10 10H72a10 10 0 0 1-10-10V30a10 10 0 0 1 10-10z',
      'line-quiet',
      2.5,
      '7 7',
    ),
    line('M140 52v28M126 66h28', 'line-ink', 4),
  ]
}
