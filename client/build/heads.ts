// The first page of a phone says itself what it will need: scripts, styles and texts come at the same time, instead of one
// after the other over a slow line. Called by vite.config.ts; the server serves `j.fr.html` and its like.
import type { Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } }

/** First segment of the path, and the page that it leads to. */
const PAGES = { j: 'Join', s: 'Phone' }
const FACE = 'phone'
/** As ui/Brand draws it. */
const BRAND =
  '<span class="brand"><svg viewBox="0 0 32 32" aria-hidden="true"><path fill="currentColor" d="M5 2h22a3 3 0 0 1 3 3v11.2A9.8 9.8 0 0 0 16.2 30H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3z"/><circle cx="25" cy="25" r="7"/></svg><span>Tablée</span></span>'

/** For each page of a phone and each language, the built `index.html` with what that page loads next, and what is seen meanwhile. */
export function phoneHeads(): Plugin {
  return {
    name: 'phone-heads',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const index = bundle['index.html']
        if (index?.type !== 'asset') throw new Error('the pages have no index.html')
        const html = String(index.source)
        for (const [path, page] of Object.entries(PAGES))
          for (const [language, texts] of textsOf(bundle))
            this.emitFile({
              type: 'asset',
              fileName: `${path}.${language}.html`,
              source: withHead(path === 'j' ? withDoor(html, bundle, texts) : html, language, [
                ...partsOf(bundle, page),
                texts,
              ]),
            })
      },
    },
  }
}

/** Catalogue of the face in each language: language and file. */
function textsOf(bundle: Bundle): [string, string][] {
  const name = new RegExp(`/${FACE}\\.([\\w-]+)\\.json$`)
  return Object.keys(bundle).flatMap((file): [string, string][] => {
    const language = name.exec(file)?.[1]
    return language ? [[language, file]] : []
  })
}

/** What phone/Door shows while it looks for the workshop, in the page itself: seen as soon as the styles are there. */
function withDoor(html: string, bundle: Bundle, file: string): string {
  const asset = bundle[file]
  const texts = JSON.parse(asset?.type === 'asset' ? String(asset.source) : '{}') as Record<string, string>
  const text = (key: string) => {
    const found = texts[key]
    if (found === undefined || /[<&]/.test(found)) throw new Error(`${file} has no plain ${key}`)
    return found
  }
  return html.replace(
    '  </body>',
    `    <div class="phone-page arriving">
      <header class="hero">
        <div class="row">${BRAND}</div>
        <h1>${text('join.title')}</h1>
        <p class="sub">${text('join.where')}</p>
      </header>
      <main><p class="content" role="status">${text('join.searching')}</p></main>
    </div>
  </body>`,
  )
}

/** Files of a page's own chunk and of what it imports, its styles first. */
function partsOf(bundle: Bundle, page: string): string[] {
  const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === 'chunk')
  const own = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/pages/${page}.svelte`))
  if (!own) throw new Error(`no chunk of the page ${page}`)
  const files = new Set([own.fileName])
  for (const file of files)
    for (const next of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) files.add(next)
  const styles = chunks
    .filter(({ fileName }) => files.has(fileName))
    .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
  return [...new Set([...styles, ...files])]
}

function withHead(html: string, language: string, files: string[]): string {
  const links = files.filter((file) => !html.includes(file)).map(linkTo)
  return html
    .replace('<html lang="fr">', `<html lang="${language}">`)
    .replace('</head>', `${links.join('')}</head>`)
}

function linkTo(file: string): string {
  if (file.endsWith('.css')) return `  <link rel="stylesheet" crossorigin href="/${file}">\n  `
  const kind = file.endsWith('.js') ? 'rel="modulepreload"' : 'rel="preload" as="fetch"'
  return `  <link ${kind} crossorigin href="/${file}">\n  `
}
