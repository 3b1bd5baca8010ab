// The pictures of the guide, taken from the real pages: `PICTURES=1 npx vitest run --project e2e tests/e2e/pictures.e2e.ts`
// writes them to docs/pictures. Nothing happens without that word.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Programme } from '../../shared/programme.ts'
import { TONES } from '../../shared/board/note.ts'
import { launch } from '../support/browser.ts'
import {
  joinPhone,
  makeWorkshop,
  openDesk,
  openDoc,
  until,
  type Made,
  type Phone,
} from '../support/people.ts'
import { ROOT } from '../support/sources.ts'
import { joinByCode, newPerson, openRealHouse } from './people.ts'

const PLACE = join(ROOT, 'docs', 'pictures')
const PEOPLE = [
  'Maëlle',
  'Jean',
  'Aïcha',
  'Louis',
  'Bérénice',
  'Oumar',
  'Wei',
  'Zoé',
  'Anne',
  'Farid',
  'Inès',
  'Paul',
]
const COLUMNS = ['Des lieux', 'Des outils', 'Des savoirs', 'Des règles']
/** By column; the tones go round. */
const NOTES = [
  [
    'Une laverie partagée',
    'Un local à vélos',
    'La halle ouverte le soir',
    'Une cuisine de quartier à louer',
    'Des casiers fermés',
    'Une salle pour recevoir',
  ],
  [
    'Deux projecteurs et une sono',
    'Une camionnette à se prêter',
    'Les surjeteuses de l’atelier textile',
    'Une bibliothèque d’outils',
    'L’assurance du matériel prêté',
  ],
  [
    'Un parrainage entre métiers',
    'Une école du soir tenue par les sociétaires',
    'La carte des savoir-faire du quartier',
    'Qui sait quoi, et où\u00a0?',
    'Un jour de prêt par semaine',
  ],
  [
    'Savoir qui a quoi, et où',
    'Comment compter le temps donné\u00a0?',
    'Le bruit après 22\u00a0h',
    'Décider à quarante, c’est long',
    'Une charte\u00a0: qui décide, qui entretient',
  ],
]
const EVENING: Programme = {
  v: 1,
  title: 'La ville en partage',
  activities: [
    {
      id: 'a1',
      kind: 'brainstorm',
      title: 'Remue-méninges',
      question: 'Que pourrait-on partager demain dans notre ville\u00a0?',
      settings: { columns: COLUMNS },
    },
    {
      id: 'a2',
      kind: 'dot-vote',
      title: 'Vote par gommettes',
      question: 'Quelles idées faut-il creuser\u00a0?',
      settings: { dotsPerPerson: 3 },
    },
  ],
}

async function writeAll(url: string, made: Made, phones: Phone[]): Promise<number> {
  const all = NOTES.flatMap((texts, column) => texts.map((text) => ({ text, column })))
  const zones = (phones[0]!.session!.now as unknown as { layout: { zones: { id: string }[] } }).layout.zones
  for (const [i, phone] of phones.entries()) {
    const sheet = openDoc(url, made, phone.token, `pad.a1.${phone.session!.now!.writer}`)
    await until(() => sheet.provider.synced)
    all.forEach(({ text, column }, n) => {
      const tone = TONES[n % 5]!
      if (n % phones.length === i) sheet.write(`p${n}`, text, { tone, under: zones[column]!.id })
    })
  }
  return all.length
}

test.skipIf(!process.env['PICTURES'])('the pictures of the guide', async () => {
  const browser = await launch()
  const url = await openRealHouse()
  const made = await makeWorkshop(url, EVENING)
  const driver = await openDesk(url, made)
  const phones = await Promise.all(PEOPLE.map((name) => joinPhone(url, made, name)))
  const [desk, wall, phone] = [
    await newPerson(browser, url, { viewport: { width: 1280, height: 800 } }),
    await newPerson(browser, url, { viewport: { width: 1280, height: 720 } }),
    await newPerson(browser, url, {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 1.5,
      isMobile: true,
    }),
  ]
  const shot = async ({ page }: typeof desk, name: string) => {
    await page.waitForTimeout(1500)
    await page.screenshot({ path: join(PLACE, `${name}.png`) })
  }
  await desk.page.goto(made.links.desk)
  await wall.page.goto(made.links.wall)
  await joinByCode(phone, url, made.workshop.code, 'Sofia')
  await driver.do({ kind: 'open', activity: 'a1' })
  await phone.page
    .getByRole('textbox', { name: 'Votre note' })
    .fill('Un atelier vélo ouvert dans chaque cour d’école')
  await phone.page.getByRole('button', { name: 'Déposer' }).click()
  await phone.page.getByText('déposée', { exact: true }).waitFor()
  await shot(phone, 'phone-write')
  await until(() => phones.every(({ session }) => session?.now?.activity === 'a1'))
  const written = await writeAll(url, made, phones)
  await until(() => driver.counts?.notes === written + 1)
  await driver.do({ kind: 'reveal' })
  await wall.page.getByText(COLUMNS[0]!).first().waitFor()
  await shot(desk, 'desk')
  await shot(wall, 'wall-brainstorm')
  await driver.do({ kind: 'open', activity: 'a2' })
  await driver.do({ kind: 'pollOpen' })
  await until(() => phones.every(({ session }) => session?.poll?.state === 'open'))
  const options = phones[0]!.session!.poll!.paper.options.map(({ id }) => id)
  const favourites = [
    [0, 4],
    [4, 1],
    [4, 9],
    [0, 1],
    [4, 12],
    [9, 0],
    [4, 0],
    [12, 4],
    [15, 9],
    [4, 7],
    [1, 0],
    [9, 4],
  ]
  for (const [i, phone] of phones.entries()) {
    const [most, also] = favourites[i]!
    expect(await phone.vote({ [options[most!]!]: 2, [options[also!]!]: 1 })).toMatchObject({ ok: true })
  }
  await driver.do({ kind: 'pollClose' })
  await driver.do({ kind: 'publish' })
  await shot(wall, 'wall-dot-vote')
  await browser.close()
})
