/**
 * Which intake chose a report's words and fields: kept with each report. Raise it with any change that makes other choices of the
 * same bytes.
 */
export const INTAKE_VERSION = 'intake@4';
