// The documentation as a site: `npm run docs` writes it to `site/`. The pages of docs/ as they are, one page for each exercise
// made from its own folder, the OpenAPI document, and the pages of the root that belong to it.
import { readFileSync } from 'node:fs'
import { HtmlBasePlugin, InputPathToUrlTransformPlugin } from '@11ty/eleventy'
import { openApi } from '../server/http/openapi/document.ts'
import { activityPages } from './activity-pages.ts'

const ROOT = new URL('..', import.meta.url)
const read = (name) => readFileSync(new URL(name, ROOT), 'utf8')

const MENU_FR = [
  ['Premier atelier en dix minutes', '/fr/'],
  ['Guide de l’animation', '/fr/facilitator/'],
  ['Exercices', '/fr/activities/'],
  ['Tout le reste, en anglais', '/'],
]
const MENU = [
  ['First workshop in ten minutes', '/'],
  ['Facilitator’s guide', '/facilitator/'],
  ['Exercises', '/activities/'],
  ['Foresight, exercise by exercise', '/foresight/'],
  ['How votes are counted', '/methods/'],
  ['Operator’s guide', '/operating/'],
  ['Outside contract and API', '/api/'],
  ['Security', '/security/'],
  ['Reliability', '/reliability/'],
  ['Performance', '/performance/'],
  ['Scaling', '/scaling/'],
  ['Architecture', '/architecture/'],
  ['Contributing', '/contributing/'],
  ['Changes', '/changelog/'],
  ['En français', '/fr/'],
]
const isFrench = (url) => String(url).startsWith('/fr/')

export default function site(config) {
  // What is indented is code here, as it is where the same pages are read in the repository.
  config.amendLibrary('md', (markdown) => markdown.enable('code'))
  config.addPlugin(InputPathToUrlTransformPlugin)
  // A page lies one folder deeper than its source.
  config.addTransform('pictures', (html) => html.replace(/src="(?:\.\.\/)*pictures\//g, 'src="/pictures/'))
  config.addPlugin(HtmlBasePlugin)
  config.addPassthroughCopy('docs/pictures')
  config.addPassthroughCopy({ 'docs/_includes/style.css': 'style.css', 'client/ui/icon.svg': 'icon.svg' })
  config.addGlobalData('layout', 'page.njk')
  config.addGlobalData('eleventyComputed', {
    lang: (data) => (isFrench(data.page?.url) ? 'fr' : 'en'),
    menu: (data) => (isFrench(data.page?.url) ? MENU_FR : MENU).map(([name, url]) => ({ name, url })),
    title: (data) => data.title ?? /^# (.+)$/m.exec(data.page?.rawInput ?? '')?.[1] ?? 'Tablée',
  })
  config.addTemplate('contributing.md', read('CONTRIBUTING.md'))
  config.addTemplate('changelog.md', read('CHANGELOG.md'))
  config.addTemplate('openapi.njk', '{{ document | safe }}', {
    layout: false,
    permalink: '/openapi.json',
    document: JSON.stringify(openApi('http://localhost:3000'), null, 2),
  })
  for (const { path, text } of activityPages()) config.addTemplate(path, text)
  return {
    dir: { input: 'docs', output: 'site' },
    markdownTemplateEngine: false,
    templateFormats: ['md', 'njk'],
    pathPrefix: process.env.DOCS_PREFIX ?? '/',
  }
}
