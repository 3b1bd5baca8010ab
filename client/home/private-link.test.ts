// The ways to keep a link: nothing in a title can break out of the mail or of the saved page.
import { expect, it } from 'vitest'
import { linkPage, mailTo } from './private-link.ts'

it('escapes the title and the link of the saved page', () => {
  const page = linkPage('<b>"A" & \'B\'</b>', 'http://x/desk/1#a"><script>', 'Keep', 'en')
  expect(page).toContain('<title>&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;</title>')
  expect(page).toContain('href="http://x/desk/1#a&quot;&gt;&lt;script&gt;"')
  expect(page).not.toMatch(/<b>|<script>/)
})

it('keeps a mail in its two fields', () => {
  const mail = new URL(mailTo('A & B?', 'one\ntwo&cc=x@y'))
  expect(mail.searchParams.get('subject')).toBe('A & B?')
  expect(mail.searchParams.get('body')).toBe('one\r\ntwo&cc=x@y')
  expect([...mail.searchParams.keys()]).toEqual(['subject', 'body'])
})
