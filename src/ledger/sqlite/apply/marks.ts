import type { StoryMark } from '../../port.ts';
import type { Sql } from '../prepared.ts';

/** Forgets by what these reports are found, or with no ids every report. */
export function removeMarks(sql: Sql, reports?: readonly string[]): void {
  if (!reports) {
    sql('DELETE FROM story_marks').run();
    sql('DELETE FROM story_names').run();
    sql('INSERT OR IGNORE INTO to_link (report) SELECT id FROM reports').run();
    return;
  }
  for (const report of reports) {
    sql('DELETE FROM story_marks WHERE report = ?').run(report);
    sql('DELETE FROM story_names WHERE report = ?').run(report);
  }
}

/** Notes reports that are to be linked, or linked anew. */
export function queueReports(sql: Sql, reports: readonly string[]): void {
  for (const report of reports) sql('INSERT OR IGNORE INTO to_link (report) VALUES (?)').run(report);
}

/** Reports whose story was linked with them, or without them: nothing waits any more. */
export function unqueueReports(sql: Sql, reports: readonly string[]): void {
  for (const report of reports) sql('DELETE FROM to_link WHERE report = ?').run(report);
}

/** Keeps by what reports are found. */
export function putMarks(sql: Sql, marks: readonly StoryMark[]): void {
  removeMarks(
    sql,
    marks.map(({ id }) => id),
  );
  unqueueReports(
    sql,
    marks.map(({ id }) => id),
  );
  for (const { id, names, words = [], day } of marks) {
    sql('INSERT INTO story_marks (report, day, names, words) VALUES (?, ?, ?, ?)').run(
      id,
      day,
      JSON.stringify(names),
      JSON.stringify(words),
    );
    for (const name of names) sql('INSERT INTO story_names (name, day, report) VALUES (?, ?, ?)').run(name, day, id);
  }
}
