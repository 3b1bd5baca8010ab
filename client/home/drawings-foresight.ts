// The drawings of the templates that look ahead. Called by drawings.ts.
import { dot, line, note, sheet, type Shape } from './shapes.ts'

/** Consequences around a change. */
export function rings(): Shape[] {
  const ring = (r: number) =>
    line(`M${140 - r} 66a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`, 'line-bleu', 2.5, '5 5')
  return [
    ring(28),
    ring(52),
    dot(140, 66, 13, 'deep'),
    dot(168, 66, 8, 'voice'),
    dot(126, 42, 8, 'voice'),
    dot(126, 90, 8, 'voice'),
    dot(186, 42, 7, 'open'),
    dot(96, 94, 7, 'open'),
  ]
}

/** Four worlds between two uncertainties. */
export function cross(): Shape[] {
  return [
    sheet(40, 18, 200, 96),
    line('M140 26v80', 'line-ink', 2.5),
    line('M52 66h176', 'line-ink', 2.5),
    note(66, 30, 'soleil'),
    note(176, 30, 'menthe'),
    note(66, 76, 'corail'),
    note(176, 76, 'ciel'),
  ]
}

/** Three horizons. */
export function curves(): Shape[] {
  return [
    sheet(40, 18, 200, 96),
    line('M52 34C110 34 130 100 228 102', 'line-ink', 3),
    line('M52 98C100 96 110 44 140 44s60 46 88 48', 'line-bleu', 3),
    line('M52 104C140 104 160 34 228 32', 'line-deep', 3),
    dot(100, 48, 6, 'voice'),
    dot(140, 44, 6, 'open'),
    dot(200, 42, 6, 'deep'),
  ]
}
