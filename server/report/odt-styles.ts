// Styles of the OpenDocument report: headings, figures, notes on their papers, each also for texts that run from the right.
// Called by odt.ts.
import { INK, LINE, PAPERS, QUIET, RAIL } from '../../shared/report/drawing.ts'
import { regionOf } from '../../shared/i18n/place.ts'
import type { Language } from '../../shared/wire.ts'

const FORMAT = 'urn:oasis:names:tc:opendocument:xmlns'

export const NAMESPACES = [
  ...['office', 'style', 'text', 'table', 'meta'].map((name) => `xmlns:${name}="${FORMAT}:${name}:1.0"`),
  `xmlns:draw="${FORMAT}:drawing:1.0"`,
  `xmlns:fo="${FORMAT}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${FORMAT}:svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

const SMALL = `fo:color="${QUIET}"`
const FONT = 'style:font-name="Liberation Sans" fo:font-family="Liberation Sans, Calibri, Arial, sans-serif"'

/** A paragraph style and its twin for texts that run from the right. */
function both(name: string, paragraph: string, text: string, parent = 'Standard'): string {
  const style = (end: string, more: string) =>
    `<style:style style:name="${name}${end}" style:family="paragraph" style:parent-style-name="${parent}"><style:paragraph-properties ${paragraph}${more}/><style:text-properties ${text}/></style:style>`
  const aligned = paragraph.includes('text-align') ? '' : ' fo:text-align="right"'
  return style('', '') + style('-rtl', ` style:writing-mode="rl-tb"${aligned}`)
}

function tones(): string {
  return Object.entries(PAPERS)
    .map(([tone, { fill, edge }]) =>
      [
        both(
          `Note-${tone}`,
          `fo:background-color="${fill}" fo:border-left="0.08cm solid ${edge}" style:join-border="false" fo:padding="0.12cm" fo:margin-bottom="0.16cm" fo:margin-left="0.2cm"`,
          'fo:font-size="10.5pt"',
        ),
        `<style:style style:name="Sign-${tone}" style:family="text"><style:text-properties fo:color="${edge}" fo:font-size="8pt"/></style:style>`,
      ].join(''),
    )
    .join('')
}

/** The style of a column of about this width, in centimetres. */
export function columnStyle(width: number): string {
  return `Column-${Math.min(34, Math.max(1, Math.round(width * 2)))}`
}

function columnRule(width: number): string {
  return `<style:style style:name="${columnStyle(width)}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`
}

/** Styles that only the content uses. */
export const CONTENT_STYLES = `<office:automatic-styles>${[
  '<style:style style:name="Wide" style:family="table"><style:table-properties style:width="17cm" table:align="margins" fo:margin-top="0.2cm" fo:margin-bottom="0.4cm"/></style:style>',
  ...Array.from({ length: 34 }, (_, i) => columnRule((i + 1) / 2)),
  `<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border-bottom="0.02cm solid ${LINE}"/></style:style>`,
  `<style:style style:name="BandCell" style:family="table-cell"><style:table-cell-properties fo:padding="0.25cm" fo:background-color="${RAIL}"/></style:style>`,
  '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
  '<style:style style:name="Name" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>',
  tones(),
].join('')}</office:automatic-styles>`

/** The styles file, in the language of the report. */
export function writeStyles(language: Language): string {
  const words = `fo:language="${language}" fo:country="${regionOf(language)}"`
  const named = [
    `<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm" fo:line-height="120%"/><style:text-properties ${FONT} fo:font-size="11pt" fo:color="${INK}" ${words}/></style:default-style>`,
    '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>',
    ...paragraphStyles(),
  ]
  const link = `<style:style style:name="Link" style:family="text"><style:text-properties fo:color="${INK}" style:text-underline-style="none"/></style:style>`
  const page =
    '<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout>'
  const footer =
    '<style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current"/> / <text:page-count/></text:p></style:footer>'
  const foot = both('Footer', 'fo:text-align="end"', `fo:font-size="9pt" ${SMALL}`)
  return `<office:document-styles ${NAMESPACES} office:version="1.3"><office:styles>${named.join('')}${foot}${link}</office:styles><office:automatic-styles>${page}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">${footer}</style:master-page></office:master-styles></office:document-styles>`
}

function paragraphStyles(): string[] {
  return [
    both('Text', 'fo:margin-bottom="0.2cm"', ''),
    both('Lead', 'fo:margin-bottom="0.3cm"', 'fo:font-size="12pt"'),
    both('Quiet', 'fo:margin-bottom="0.15cm"', SMALL),
    both('Facts', 'fo:margin-bottom="0.15cm" fo:keep-with-next="always"', SMALL),
    both(
      'Exercise',
      'fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
      `${SMALL} fo:font-weight="bold" fo:font-size="10pt"`,
    ),
    both(
      'Question',
      'fo:margin-left="0.4cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always"',
      'fo:font-style="italic" fo:font-size="12.5pt"',
    ),
    ...headings(),
    both(
      'BandFigure',
      'fo:margin-bottom="0cm"',
      'fo:font-size="20pt" fo:font-weight="bold" fo:color="#ffffff"',
    ),
    both('BandLabel', 'fo:margin-bottom="0cm"', 'fo:color="#ffffff" fo:font-size="10pt"'),
    both('CellText', 'fo:margin-bottom="0cm"', 'fo:font-size="10pt"'),
    both('CellHead', 'fo:margin-bottom="0cm"', `fo:font-size="10pt" fo:font-weight="bold" ${SMALL}`),
    both('CellNumber', 'fo:margin-bottom="0cm" fo:text-align="end"', 'fo:font-size="10pt"'),
  ]
}

function headings(): string[] {
  return [
    both('Title', 'fo:margin-bottom="0.2cm"', `fo:font-size="30pt" fo:font-weight="bold" fo:color="${RAIL}"`),
    both(
      'Heading_20_1',
      'fo:margin-top="0.8cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
      `fo:font-size="17pt" fo:font-weight="bold" fo:color="${RAIL}"`,
    ),
    both(
      'Opening',
      'fo:break-before="page" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
      `fo:font-size="17pt" fo:font-weight="bold" fo:color="${RAIL}"`,
    ),
    both(
      'ContentsTitle',
      'fo:margin-top="0.8cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
      `fo:font-size="17pt" fo:font-weight="bold" fo:color="${RAIL}"`,
    ),
    `<style:style style:name="Contents" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.1cm"><style:tab-stops><style:tab-stop style:position="17cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>`,
    both(
      'Heading_20_3',
      'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
      'fo:font-size="11pt" fo:font-weight="bold"',
    ),
    both(
      'Heading_20_2',
      'fo:margin-top="0.5cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
      'fo:font-size="13pt" fo:font-weight="bold"',
    ),
  ]
}
