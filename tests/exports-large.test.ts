// A workshop of 5,000 notes leaves as one archive of every format while another room goes on: nobody there is made to wait.
import { expect, test } from 'vitest'
import { makeReport } from '../shared/report/report.ts'
import { note, sample } from '../shared/report/samples.ts'
import { jsonReport } from '../shared/report/json.ts'
import { openHouse } from './support/house.ts'
import { http, joinPhone, makeWorkshop, openDesk, type Made } from './support/people.ts'
import { readZip } from './support/zip.ts'

const NOTES = Array.from({ length: 5000 }, (_, i) =>
  note(`n${i}`, `Une idée numéro ${i}, assez longue pour deux lignes`, { order: String(i).padStart(5, '0') }),
)

test(
  '5,000 notes in every format at once: a live room is answered all the while',
  { timeout: 120_000 },
  async () => {
    const { url } = await openHouse()
    const report = jsonReport(makeReport(sample({ notes: { a1: NOTES } })))
    const large = (await http(url, 'POST', '/api/workshops/import', { body: report })).json as unknown as Made
    const live = await makeWorkshop(url)
    const [desk, phone] = [await openDesk(url, live), await joinPhone(url, live)]
    await desk.do({ kind: 'open', activity: 'a1' })

    const began = performance.now()
    let printing = true
    const asked = fetch(`${url}/api/workshops/${large.workshop.id}/report.zip`, {
      headers: { authorization: `Bearer ${large.tokens.desk}` },
    }).then(async (answer) => {
      const bytes = Buffer.from(await answer.arrayBuffer())
      printing = false
      return { status: answer.status, bytes, took: performance.now() - began }
    })
    const waits: number[] = []
    for (let on = true; printing; on = !on) {
      const from = performance.now()
      await phone.do({ kind: 'done', on })
      waits.push(performance.now() - from)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const { status, bytes, took } = await asked
    expect(status).toBe(200)
    const files = readZip(bytes)
    expect(files.size).toBe(14)
    expect(files.get(`tablee-${large.workshop.code}.md`)!.toString()).toContain('Une idée numéro 4999')
    // Were it printed in the loop of the rooms, the longest wait would be nearly all of it.
    waits.sort((a, b) => a - b)
    expect(waits.length).toBeGreaterThan(10)
    expect(waits.at(-1)).toBeLessThan(took / 3)
    expect(waits[Math.floor(waits.length / 2)]).toBeLessThan(took / 20)
  },
)
