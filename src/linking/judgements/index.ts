export { type JudgedClaims, judgeClaims } from './claims.ts';
export { type Anchor, type Constraints, compile } from './compile.ts';
export { judgeCopies, judgeForecasts, judgeRelations } from './rows.ts';
export { apartId, judgeSources } from './sources.ts';
