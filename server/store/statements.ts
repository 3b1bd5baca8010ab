// Every SQL statement of the store, and nothing else. Used by docs.ts, workshops.ts, seats.ts, ballots.ts and roll.ts.
// Plain SQL with numbered parameters, so that a second dialect needs little more than its own tables.

/** Tables that hold something of a workshop; erasing empties them all. */
const OWNED = [
  'seats',
  'doc_rows',
  'doc_ends',
  'damaged_rows',
  'answers',
  'checkpoints',
  'ballots',
  'seals',
  'choices',
  'voters',
  'receipts',
  'roll',
  'summaries',
  'shares',
  'film',
]

/** The ballots of a poll that count: the last of each seat, unless it withdraws. */
const COUNTED = `
  FROM ballots AS b WHERE b.workshop = ?1 AND b.poll = ?2 AND b.choice <> 'null' AND b.receipt =
    (SELECT max(receipt) FROM ballots WHERE workshop = b.workshop AND poll = b.poll AND seat = b.seat)`

export const SQL = {
  isGone: 'SELECT 1 FROM tombstones WHERE id = ?1',
  bury: 'INSERT INTO tombstones (id) VALUES (?1) ON CONFLICT DO NOTHING',
  eraseWorkshop: [
    'DELETE FROM workshops WHERE id = ?1',
    ...OWNED.map((table) => `DELETE FROM ${table} WHERE workshop = ?1`),
  ],
  touch: 'UPDATE workshops SET touched_at = ?2 WHERE id = ?1 AND touched_at + ?3 < ?2',

  end: 'SELECT seq FROM doc_ends WHERE workshop = ?1 AND doc = ?2',
  setEnd: `
    INSERT INTO doc_ends (workshop, doc, seq) VALUES (?1, ?2, ?3) ON CONFLICT (workshop, doc) DO UPDATE SET seq = ?3`,
  nextEnd: `
    INSERT INTO doc_ends AS e (workshop, doc, seq) VALUES (?1, ?2, 1)
    ON CONFLICT (workshop, doc) DO UPDATE SET seq = e.seq + 1 RETURNING seq`,
  docRows:
    'SELECT seq, is_snapshot, crc, bytes FROM doc_rows WHERE workshop = ?1 AND doc = ?2 AND seq <= ?3 ORDER BY seq',
  addRow:
    'INSERT INTO doc_rows (workshop, doc, seq, is_snapshot, crc, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)',
  dropRows: 'DELETE FROM doc_rows WHERE workshop = ?1 AND doc = ?2 AND seq <= ?3',
  docNames: 'SELECT doc FROM doc_ends WHERE workshop = ?1 ORDER BY doc',
  setAside: `
    INSERT INTO damaged_rows (workshop, doc, seq, bytes) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (workshop, doc, seq) DO UPDATE SET bytes = excluded.bytes`,
  eraseDoc: ['doc_rows', 'doc_ends'].map((table) => `DELETE FROM ${table} WHERE workshop = ?1 AND doc = ?2`),

  addWorkshop: `
    INSERT INTO workshops (id, code, title, language, place, date, key, created_at, touched_at,
      programme, programme_rev, session, session_rev)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)`,
  workshop: 'SELECT * FROM workshops WHERE id = ?1',
  workshopByCode: 'SELECT * FROM workshops WHERE code = ?1',
  revisions: 'SELECT session_rev, programme_rev FROM workshops WHERE id = ?1',
  saveSession: `
    UPDATE workshops SET session = ?2, session_rev = ?3, touched_at = CASE WHEN touched_at < ?4 THEN ?4 ELSE touched_at END WHERE id = ?1`,
  saveProgramme: `
    UPDATE workshops SET programme = ?2, programme_rev = ?3, touched_at = CASE WHEN touched_at < ?4 THEN ?4 ELSE touched_at END WHERE id = ?1`,
  untouched: 'SELECT id FROM workshops WHERE touched_at < ?1 ORDER BY touched_at, id',

  listed: `
    SELECT w.id, w.title, w.language, w.created_at, w.touched_at, w.session,
      (SELECT count(*) FROM seats AS s WHERE s.workshop = w.id AND s.role = 'participant' AND s.revoked = 0) AS seats,
      (SELECT coalesce(sum(length(d.bytes)), 0) FROM doc_rows AS d WHERE d.workshop = w.id) AS doc_bytes,
      (SELECT coalesce(sum(length(c.notes)), 0) FROM checkpoints AS c WHERE c.workshop = w.id) AS kept_bytes,
      length(w.programme) AS plan_bytes
    FROM workshops AS w ORDER BY w.touched_at DESC, w.id LIMIT ?1 OFFSET ?2`,
  howMany: 'SELECT count(*) AS n FROM workshops',

  addAnswer: `
    INSERT INTO answers (workshop, seat, id, at, answer) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING`,
  answer: 'SELECT answer FROM answers WHERE workshop = ?1 AND seat = ?2 AND id = ?3',
  dropAnswers: 'DELETE FROM answers WHERE workshop = ?1 AND at < ?2',
  addCheckpoint: 'INSERT INTO checkpoints (workshop, activity, step, at, notes) VALUES (?1, ?2, ?3, ?4, ?5)',
  checkpoints: 'SELECT activity, step, at, notes FROM checkpoints WHERE workshop = ?1 ORDER BY n',
  keptNotes: 'SELECT n, notes FROM checkpoints WHERE workshop = ?1',
  keepNotes: 'UPDATE checkpoints SET notes = ?2 WHERE n = ?1',

  addSeat: `
    INSERT INTO seats (workshop, id, role, hash, name, language, created_at, revoked, via)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
  seatByHash: 'SELECT * FROM seats WHERE hash = ?1 AND revoked = 0',
  seats: 'SELECT * FROM seats WHERE workshop = ?1 ORDER BY created_at, id',
  renameSeat: 'UPDATE seats SET name = ?3 WHERE workshop = ?1 AND id = ?2',
  renewSeat: 'UPDATE seats SET hash = ?3, generation = ?4 WHERE workshop = ?1 AND id = ?2',
  revokeSeat: 'UPDATE seats SET revoked = 1 WHERE workshop = ?1 AND id = ?2',

  roll: 'SELECT * FROM roll WHERE workshop = ?1 ORDER BY position',
  memberByHash: 'SELECT * FROM roll WHERE workshop = ?1 AND hash = ?2',
  addMember: `
    INSERT INTO roll (workshop, id, position, hash, name, college, weight, parts, mandates)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
  bindMember: 'UPDATE roll SET seat = ?3 WHERE workshop = ?1 AND hash = ?2',
  forgetMember: "UPDATE roll SET name = '' WHERE workshop = ?1 AND seat = ?2",
  dropRoll: 'DELETE FROM roll WHERE workshop = ?1',

  summary: 'SELECT text FROM summaries WHERE workshop = ?1',
  saveSummary: `
    INSERT INTO summaries (workshop, text) VALUES (?1, ?2) ON CONFLICT (workshop) DO UPDATE SET text = excluded.text`,
  shares: 'SELECT * FROM shares WHERE workshop = ?1 ORDER BY created_at, id',
  addShare: 'INSERT INTO shares (workshop, id, created_at, until, phones) VALUES (?1, ?2, ?3, ?4, ?5)',
  dropShare: 'DELETE FROM shares WHERE workshop = ?1 AND id = ?2',

  addFrame: 'INSERT INTO film (workshop, frame) VALUES (?1, ?2)',
  frames: 'SELECT frame FROM film WHERE workshop = ?1 ORDER BY n',
  numberedFrames: 'SELECT n, frame FROM film WHERE workshop = ?1',
  keepFrame: 'UPDATE film SET frame = ?2 WHERE n = ?1',

  isSealed: 'SELECT 1 FROM seals WHERE workshop = ?1 AND poll = ?2',
  knownBallot: `
    SELECT receipt, choice FROM ballots WHERE workshop = ?1 AND poll = ?2 AND seat = ?3 AND id = ?4
    UNION ALL SELECT receipt, NULL FROM receipts WHERE workshop = ?1 AND poll = ?2 AND seat = ?3 AND id = ?4`,
  /** All that one more ballot has to know, in one question: `known` and `choice` of the same id, `last` of its hand. */
  boxOf: `
    SELECT
      EXISTS (SELECT 1 FROM tombstones WHERE id = ?1) AS gone,
      EXISTS (SELECT 1 FROM seals WHERE workshop = ?1 AND poll = ?2) AS sealed,
      COALESCE(
        (SELECT receipt FROM ballots WHERE workshop = ?1 AND poll = ?2 AND seat = ?3 AND id = ?4),
        (SELECT receipt FROM receipts WHERE workshop = ?1 AND poll = ?2 AND seat = ?3 AND id = ?4)) AS known,
      (SELECT choice FROM ballots WHERE workshop = ?1 AND poll = ?2 AND seat = ?3 AND id = ?4) AS choice,
      (SELECT MAX(receipt) FROM ballots WHERE workshop = ?1 AND poll = ?2 AND seat = ?3) AS last`,
  lastBallot: `
    SELECT receipt, choice FROM ballots WHERE workshop = ?1 AND poll = ?2 AND seat = ?3 ORDER BY receipt DESC LIMIT 1`,
  addBallot:
    'INSERT INTO ballots (workshop, poll, seat, id, receipt, choice) VALUES (?1, ?2, ?3, ?4, ?5, ?6)',
  choices: `
    SELECT b.choice AS choice ${COUNTED} UNION ALL SELECT choice FROM choices WHERE workshop = ?1 AND poll = ?2`,
  hands: `SELECT b.seat AS seat, b.choice AS choice ${COUNTED}`,
  voters: `
    SELECT b.seat AS seat ${COUNTED} UNION ALL SELECT seat FROM voters WHERE workshop = ?1 AND poll = ?2`,

  addSeal: 'INSERT INTO seals (workshop, poll, result) VALUES (?1, ?2, ?3)',
  addChoice: 'INSERT INTO choices (workshop, poll, position, choice) VALUES (?1, ?2, ?3, ?4)',
  sealVoters: `INSERT INTO voters (workshop, poll, seat) SELECT b.workshop, b.poll, b.seat ${COUNTED} ORDER BY b.seat`,
  sealReceipts: `
    INSERT INTO receipts (workshop, poll, seat, id, receipt)
    SELECT workshop, poll, seat, id, receipt FROM ballots WHERE workshop = ?1 AND poll = ?2 ORDER BY seat, id`,
  otherBallots:
    'SELECT * FROM ballots WHERE NOT (workshop = ?1 AND poll = ?2) ORDER BY workshop, poll, seat, id',
  emptyBallots: 'DELETE FROM ballots',
  dropBallots: 'DELETE FROM ballots WHERE workshop = ?1 AND poll = ?2',
  withdrawBallots: 'DELETE FROM ballots WHERE workshop = ?1 AND seat = ?2 RETURNING poll',

  beat: 'INSERT INTO pulse (id, beats) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET beats = pulse.beats + 1',
  addChore: 'INSERT INTO chores (name) VALUES (?1) ON CONFLICT DO NOTHING',
} as const
