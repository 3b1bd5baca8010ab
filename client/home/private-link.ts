// Ways to keep a link: a mail to oneself, a page to save. Called by PrivateLink.svelte.
import type { Language } from '../../shared/wire.ts'

/** Opens the person's own mail program; nothing is sent by us. */
export function mailTo(subject: string, body: string): string {
  const lines = body.replaceAll('\n', '\r\n')
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`
}

/** A small page that holds the link, to be opened from a folder. */
export function linkPage(title: string, link: string, warning: string, language: Language): string {
  const [safeTitle, safeLink, safeWarning] = [title, link, warning].map(escapeHtml)
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">`,
    `<title>${safeTitle}</title></head>`,
    `<body><h1>${safeTitle}</h1><p><a href="${safeLink}">${safeLink}</a></p><p>${safeWarning}</p></body></html>`,
    '',
  ].join('\n')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}
