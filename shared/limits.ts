// Every number we refuse by (contract, section 5). Lengths in UTF-16 units, sizes in bytes, times in ms.

export const LIMITS = {
  note: 500,
  notesPerPad: 50,
  notesPerBoard: 5000,
  pad: 64 * 1024,
  board: 8 * 1024 * 1024,
  update: 256 * 1024,
  name: 40,
  title: 120,
  question: 300,
  privateNotes: 4000,
  summary: 4000,
  shares: 20,
  activities: 60,
  options: 200,
  /** People whose names are kept as a circle that must answer. */
  circle: 200,
  moves: 100,
  /** Bytes that one phone, and all phones together, may add to a board by arranging it during one step. */
  arranged: 128 * 1024,
  arrangedByAll: 4 * 1024 * 1024,
  ballotsByHand: 500,
  members: 3000,
  mandates: 20,
  guests: 200,
  stops: 60,
  themes: 60,
  motion: 2000,
  messagesPerSecond: 30,
  trustedMessagesPerSecond: 120,
  devicesPerSeat: 5,
  trustedDevices: 20,
  /** Bytes that the film of one board may take. */
  film: 4 * 1024 * 1024,
  order: 64,
  looks: 200,
  /** Pages of one result on a screen. */
  pages: 99,
  /** Notes of one activity that one person may react to. */
  reactions: 100,
  fields: 24,
  links: 50,
  presence: 1024,
  socketMessage: 64 * 1024,
  body: 256 * 1024,
  importBody: 8 * 1024 * 1024,
  seats: 3000,
  wifiName: 32,
  wifiPassword: 63,
  /** Of the operator's page: workshops at once, backups kept beside the database. */
  listed: 50,
  backups: 20,
  /** Groups that a screen may follow, and screens that the desk has told what to follow. */
  groups: 200,
  screens: 60,
  /** People who take turns on one device, or for whom a helper enters. */
  seatsPerDevice: 40,
} as const

/** Below this many ballots a secret poll shows no live figures, below this many people its secrecy is thin (S18, S32). */
export const FEW_VOTERS = 5

/** A wrong guess of a join code costs; people who hold a token never pay for their address. */
export const GUESSES = {
  perSecond: 20,
  burst: 200,
  perAddressPerSecond: 1 / 3,
  perAddressBurst: 100,
  /** Seats of one workshop by a typed code; the others wait in line. */
  seatsPerSecond: 20,
  seatsBurst: 400,
} as const
