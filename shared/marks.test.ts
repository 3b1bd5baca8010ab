// Every script stays as it is written; a letter that is piled up with marks keeps eight of them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addNote, readNotes } from './board/note.ts'
import { fewMarks } from './marks.ts'
import { plainName } from './plain-name.ts'
import * as Y from 'yjs'

const WRITTEN = {
  Vietnamese: 'Nguyễn Thị Hường, tiếng Việt rất đẹp'.normalize('NFD'),
  Thai: 'ที่นี่มีน้ำใจ ผู้ใหญ่ ซื้อเสื้อ',
  Hindi: 'क्षत्रिय, स्त्रियाँ, राष्ट्र्यों',
  Tamil: 'ஸ்ரீ க்ஷேத்திரம்',
  Arabic: 'بِسْمِ ٱللَّهِ ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ',
  Hebrew: 'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים',
  Tibetan: 'བསྒྲུབས། ཧྐྵྨླྺྼྻྂ།',
  Burmese: 'မြန်မာနိုင်ငံ ကျွန်ုပ်',
  Yoruba: 'Ọ̀yọ́, ẹ̀kọ́'.normalize('NFD'),
  phonetics: 'ˈt͡ʃɛ̝̃ːʲ',
  emoji: '👩🏽‍❤️‍💋‍👨🏿 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ 🇫🇷 👨‍👩‍👧‍👦',
}

test.each(Object.entries(WRITTEN))('%s is not touched', (_, text) => {
  expect(fewMarks(text)).toBe(text)
})

test('no letter keeps more than eight, however they are mixed with invisible ones', () => {
  const mark = fc.constantFrom('\u0301', '\u0489', '\u20dd', '\u0345', '\u200d', '\u200c', '\u2060', '\ufe0f')
  const piled = fc.array(
    fc.tuple(fc.constantFrom('e', 'Z', 'ก', '😀', ''), fc.array(mark, { maxLength: 60 })),
  )
  const property = fc.property(piled, (letters) => {
    const text = letters.map(([letter, marks]) => letter + marks.join('')).join('')
    const few = fewMarks(text)
    expect(few).not.toMatch(/[\p{M}\p{DI}]{9}/u)
    expect(few.replaceAll(/[\p{M}\p{DI}]/gu, '')).toBe(text.replaceAll(/[\p{M}\p{DI}]/gu, ''))
    expect(fewMarks(few)).toBe(few)
  })
  fc.assert(property, { seed: 1, numRuns: 300 })
})

test('names and notes are read so, their fields too', () => {
  const piled = `Le\u0301${'\u0336\u0322'.repeat(200)}a`
  expect([...plainName(piled)]).toHaveLength(11)
  const doc = new Y.Doc()
  addNote(doc, { id: 'n1', text: piled, fields: { source: piled } })
  const [note] = readNotes(doc)
  for (const text of [note!.text, note!.fields!['source'] as string]) expect(text.length).toBeLessThan(13)
})
