// The text of a QR code that lets phones into a Wi-Fi. Called by walls and desks; the form is that of the ZXing project, read by
// the cameras of Android and iOS.

export interface Wifi {
  name: string
  /** Empty or absent: an open network. */
  password?: string
}

/** `WIFI:T:WPA;S:name;P:password;;`, with the letters that mean something escaped. */
export function wifiText({ name, password }: Wifi): string {
  const locked = password !== undefined && password !== ''
  return `WIFI:T:${locked ? 'WPA' : 'nopass'};S:${escape(name)};${locked ? `P:${escape(password)};` : ''};`
}

/** What would be read as a number in hex is quoted. */
function escape(text: string): string {
  const escaped = text.replace(/[\\;,":]/g, '\\$&')
  return /^[\da-f]+$/i.test(text) && text.length % 2 === 0 ? `"${escaped}"` : escaped
}
