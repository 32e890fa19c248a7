/**
 * By what linking finds the reports of one story: each report's names and its day. A report that has no row in `story_marks` has not
 * been linked yet.
 */
export const STORIES = `
CREATE TABLE story_marks (report TEXT PRIMARY KEY, day INTEGER, names TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE story_names (name TEXT NOT NULL, report TEXT NOT NULL, day INTEGER, PRIMARY KEY (name, report)) STRICT, WITHOUT ROWID;
CREATE INDEX story_names_by_day ON story_names (name, day, report);
CREATE INDEX story_names_by_report ON story_names (report);
`;

/** The words that a report is known by, beside its names: what reports far apart are compared by. Marks of before have none. */
export const STORY_WORDS = `ALTER TABLE story_marks ADD COLUMN words TEXT NOT NULL DEFAULT '[]';`;
