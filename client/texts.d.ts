// Where the build has put the message catalogues (client/build/messages.ts).
declare module 'virtual:texts' {
  export const place: string
}
