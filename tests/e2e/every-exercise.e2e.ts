// Every exercise of the list on its three faces, step by step: no page breaks, nothing leaves the house, axe finds nothing serious.
import fc from 'fast-check'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACTIVITIES } from '../../shared/activities/index.ts'
import type { Paper } from '../../shared/voting.ts'
import { launch } from '../support/browser.ts'
import { choicesFor } from '../support/ballots.ts'
import { Device, joinPhone, makeWorkshop, until, type Phone } from '../support/people.ts'
import { axe } from './axe.ts'
import { newPerson, openRealHouse, PHONE } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const OPTIONS = ['Ouvrir le samedi', 'Louer la halle à plusieurs', 'Une caisse de solidarité'].map(
  (label, i) => ({
    id: `o${i + 1}`,
    label,
  }),
)

/** As many as fit in a programme, with proposals where an exercise takes some. */
const activities = ACTIVITIES.map((activity, i) => {
  const withOptions = activity.settings.safeParse({ options: OPTIONS })
  const settings = withOptions.success && activity.poll ? { options: OPTIONS } : {}
  return { id: `a${i}`, kind: activity.kind, title: activity.kind, question: 'Que voulons-nous ?', settings }
})

/** Eight people vote at random, the same every time; choices that the rule refuses are refused, as in life. */
async function voteAll(voters: Phone[], poll: string): Promise<void> {
  await until(() => voters.every((voter) => voter.session?.poll?.id === poll))
  const { type, paper } = voters[0]!.session!.poll!
  const choices = fc.sample(choicesFor(type, paper as Paper), { numRuns: voters.length, seed: 7 })
  await Promise.all(voters.map((voter, i) => voter.vote(choices[i])))
}

test('every exercise, every step, on desk, wall and phone', async () => {
  const url = await openRealHouse()
  const made = await makeWorkshop(url, { v: 1, title: 'Tous les exercices', activities })
  const driver = await new Device(url, made.tokens.desk).ready()
  const [desk, wall, phone] = await Promise.all([
    newPerson(browser, url, { viewport: { width: 1440, height: 900 } }),
    newPerson(browser, url, { viewport: { width: 1920, height: 1080 } }),
    newPerson(browser, url, PHONE),
  ])
  await Promise.all([
    desk.page.goto(made.links.desk),
    wall.page.goto(made.links.wall),
    phone.page.goto(made.links.join),
  ])
  await phone.page.getByRole('button', { name: 'Rejoindre l’atelier' }).click()
  await phone.page.getByRole('heading', { name: 'Vous y êtes' }).waitFor()
  const voters = await Promise.all(Array.from({ length: 8 }, () => joinPhone(url, made)))
  const people = { desk, wall, phone }
  for (const { id, kind } of activities) {
    await driver.do({ kind: 'open', activity: id })
    await wall.page.getByText('Que voulons-nous ?').first().waitFor()
    for (let more = true; more;) {
      await phone.page.waitForTimeout(150)
      if (driver.session?.poll?.state === 'open') {
        await Promise.all([voteAll(voters, driver.session.poll.id), axe(phone.page)])
        await driver.do({ kind: 'pollClose' })
        await driver.do({ kind: 'publish' })
        await wall.page.waitForTimeout(150)
        // A published result is drawn by its exercise, whatever the wall showed before.
        await wall.page.getByText('Le résultat se lit sur la régie').waitFor({ state: 'hidden' })
        await axe(wall.page)
      }
      more = (await driver.command({ kind: 'step' })).ok
    }
    for (const [face, { faults }] of Object.entries(people))
      expect([kind, face, faults]).toEqual([kind, face, []])
  }
})
