// A drawing as SVG, with its text as text: no script, no link, nothing fetched. Called by the server's pictures and by tests.
import { LEADING, type Drawing, type Mark, type Words } from './drawing.ts'
import { escapeXml } from './xml.ts'

const FAMILY = "'Atkinson Hyperlegible Next', 'DejaVu Sans', 'Noto Emoji', sans-serif"

/** The whole file. Each text is one `text` element whose lines, put together, are the text as it was written. */
export function writeSvg({ width, height, title, marks }: Drawing): string {
  const [w, h] = [round(width), round(height)]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" font-family="${FAMILY}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${w}" height="${h}" fill="#ffffff"/>`,
    ...marks.map(element),
    '</svg>\n',
  ].join('\n')
}

function element(mark: Mark): string {
  switch (mark.is) {
    case 'box': {
      const { x, y, w, h, round: r } = mark
      const corner = r === undefined ? '' : ` rx="${r}"`
      return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}"${corner}${paint(mark)}/>`
    }
    case 'disc':
      return `<circle cx="${round(mark.x)}" cy="${round(mark.y)}" r="${round(mark.r)}"${paint(mark)}/>`
    case 'line': {
      const dash = mark.dashed ? ' stroke-dasharray="6 5"' : ''
      const ends = `x1="${round(mark.x1)}" y1="${round(mark.y1)}" x2="${round(mark.x2)}" y2="${round(mark.y2)}"`
      return `<line ${ends} stroke="${mark.stroke}" stroke-width="1.5"${dash}/>`
    }
    case 'words':
      return textElement(mark)
    default:
      return mark satisfies never
  }
}

function paint({ fill, stroke }: { fill?: string; stroke?: string }): string {
  return ` fill="${fill ?? 'none'}"${stroke === undefined ? '' : ` stroke="${stroke}"`}`
}

function textElement({ x, y, lines, size, fill, bold, anchor }: Words): string {
  const weight = bold ? ' font-weight="700"' : ''
  const from = anchor && anchor !== 'start' ? ` text-anchor="${anchor}"` : ''
  const spans = lines.map((line, i) => {
    const place = `x="${round(x)}" y="${round(y + i * size * LEADING)}"`
    return lines.length === 1 ? escapeXml(line) : `<tspan ${place}>${escapeXml(line)}</tspan>`
  })
  const place = `x="${round(x)}" y="${round(y)}"`
  return `<text ${place} font-size="${size}" fill="${fill}"${weight}${from} xml:space="preserve">${spans.join('')}</text>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
