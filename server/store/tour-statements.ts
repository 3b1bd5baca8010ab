// The SQL of tours. Used by tours.ts.

export const TOURS = {
  add: `INSERT INTO tours (id, hash, key, created_at, touched_at, rev, plan, stops)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
  get: 'SELECT id, hash, key, created_at, touched_at, rev, plan, stops FROM tours WHERE id = ?1',
  save: 'UPDATE tours SET plan = ?2, stops = ?3, rev = ?4, touched_at = ?5 WHERE id = ?1',
  addStop: 'INSERT INTO tour_stops (tour, id, played_as) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING',
  dropStop: 'DELETE FROM tour_stops WHERE tour = ?1 AND id = ?2',
  keep: 'UPDATE tour_stops SET outcome = ?3 WHERE tour = ?1 AND id = ?2',
  outcomes: 'SELECT id, outcome FROM tour_stops WHERE tour = ?1 AND outcome IS NOT NULL',
  stopOf: 'SELECT tour, id FROM tour_stops WHERE played_as = ?1',
  forget: 'UPDATE tour_stops SET outcome = NULL WHERE played_as = ?1',
  erase: ['DELETE FROM tours WHERE id = ?1', 'DELETE FROM tour_stops WHERE tour = ?1'],
  untouched: 'SELECT id FROM tours WHERE touched_at < ?1 ORDER BY id',
}
