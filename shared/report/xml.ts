// Plain text inside XML. Called by every renderer that writes XML itself, and by those whose library does not clean its input.

/** What XML 1.0 cannot hold in any form: control characters, lone surrogates, and two non-characters. */

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** The text without what XML cannot say: each such character is the sign for "not a character". */
export function cleanXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd')
}

/** A text as content or attribute. Carriage returns are kept by name, else a reader takes them away. */
export function escapeXml(text: string): string {
  return cleanXml(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}
