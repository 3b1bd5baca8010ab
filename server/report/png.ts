// A drawing to PNG, with the fonts that come with the house: nothing is fetched, no font of the machine is needed. Called by the printers.
import { promises as files } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import * as fontkit from 'fontkit'
import type { Drawing } from '../../shared/report/drawing.ts'
import { writeSvg } from '../../shared/report/svg.ts'
import { loadFonts, type FontName } from './fonts.ts'
import { createLettering } from './lettering.ts'
import { writePng } from './png-bytes.ts'
import { stampWords, takeStamped, type Picture } from './stamps.ts'

type RenderedImage = ReturnType<InstanceType<typeof Resvg>['render']>

/** Pixels of the largest picture: more would not fit the memory of a small machine. */
const MOST_PIXELS = 24_000_000
const LEAST_WIDTH = 800
/** From so many texts on, their letters are stamped. */
const MANY = 400

export type Rasterise = (drawing: Drawing, zoom: number) => Uint8Array

/** One for each thread: the renderer may be started only once. */
const renderer = await startRenderer()

/** A drawing as a PNG file; `zoom` is taken back where the picture would be too large. */
export const rasterise: Rasterise = (drawing, wanted) => {
  const { width, height, marks } = drawing
  const most = Math.sqrt(MOST_PIXELS / (width * height))
  const zoom = Math.max(LEAST_WIDTH / width, Math.min(wanted, most))
  if (marks.filter(({ is }) => is === 'words').length >= MANY)
    return writePng(drawPicture(drawing, zoom, true))
  return renderer.render(writeSvg(drawing), zoom, (image) => image.asPng())
}

/** The pixels of a drawing, its plain texts stamped or drawn. */
export function drawPicture(drawing: Drawing, zoom: number, stamps: boolean): Picture {
  const { render, lettering } = renderer
  if (!stamps) return render(writeSvg(drawing), zoom, pictureOf)
  const { rest, stamped } = takeStamped(drawing, lettering)
  const picture = render(writeSvg(rest), zoom, pictureOf)
  stampWords(picture, stamped, zoom, lettering, (svg) => render(svg, 1, pictureOf))
  return picture
}

async function startRenderer() {
  const wasm = fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))
  await initWasm(await files.readFile(wasm))
  const fonts = await loadFonts()
  const isCovered = coverage(fonts)
  function render<T>(svg: string, zoom: number, use: (image: RenderedImage) => T): T {
    // The font of last resort has everything, so the renderer would take it before better ones.
    const names = [...fonts.keys()].filter((name) => name !== 'last' || !isCovered(svg))
    const font = {
      fontBuffers: names.map((name) => fonts.get(name)!),
      defaultFontFamily: 'Atkinson Hyperlegible Next',
    }
    const picture = new Resvg(svg, { fitTo: { mode: 'zoom', value: zoom }, font })
    const image = picture.render()
    const made = use(image)
    image.free()
    picture.free()
    return made
  }
  return { render, lettering: createLettering(fonts) }
}

function pictureOf({ width, height, pixels }: RenderedImage): Picture {
  return { width, height, pixels }
}

/** True where the other fonts have a glyph for every character. */
function coverage(fonts: Map<FontName, Buffer>): (text: string) => boolean {
  const known = [...fonts]
    .filter(([name]) => name !== 'last')
    .map(([, bytes]) => fontkit.create(bytes) as fontkit.Font)
  return (text) =>
    [...new Set(text)].every(
      (letter) =>
        /[\p{Cf}\p{Cc}]/u.test(letter) ||
        known.some((font) => font.hasGlyphForCodePoint(letter.codePointAt(0)!)),
    )
}
