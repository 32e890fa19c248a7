/**
 * Nouns that hold what somebody says or thinks, with the clause that follows: "his statement that …".
 * The source is their possessor; without one they name nobody. The example marks [source], {cue} and <content>; it is the row's test.
 */
export const NOUNS: ReadonlyMap<string, string> = new Map([
  ['statement', 'It rests on [the mayor’s] {statement} <that the dam was safe>.'],
  ['claim', 'It rests on [the mayor’s] {claim} <that the dam was safe>.'],
  ['argument', 'It rests on [her] {argument} <that the dam was safe>.'],
  ['assertion', 'It rests on [her] {assertion} <that the dam was safe>.'],
  ['allegation', 'It rests on [her] {allegation} <that the dam was unsafe>.'],
  ['accusation', 'It rests on [her] {accusation} <that the dam was unsafe>.'],
  ['suggestion', 'It rests on [her] {suggestion} <that the dam was unsafe>.'],
  ['belief', 'It rests on [her] {belief} <that the dam was safe>.'],
  ['view', 'It rests on [her] {view} <that the dam was safe>.'],
  ['warning', 'It rests on [the agency’s] {warning} <that the dam was unsafe>.'],
  ['promise', 'It rests on [the agency’s] {promise} <that the dam was safe>.'],
  ['denial', 'It rests on [the agency’s] {denial} <that the dam was unsafe>.'],
  ['admission', 'It rests on [the agency’s] {admission} <that the dam was unsafe>.'],
  ['contention', 'It rests on [the agency’s] {contention} <that the dam was safe>.'],
  ['conclusion', 'It rests on [the panel’s] {conclusion} <that the dam was safe>.'],
  ['insistence', 'It rests on [the panel’s] {insistence} <that the dam was safe>.'],
  ['prediction', 'It rests on [the panel’s] {prediction} <that the dam would burst>.'],
  ['forecast', 'It rests on [the panel’s] {forecast} <that the dam would burst>.'],
  ['estimate', 'It rests on [the panel’s] {estimate} <that 40 had fled>.'],
  ['finding', 'It rests on [the panel’s] {finding} <that the dam was safe>.'],
  ['announcement', 'It rests on [the panel’s] {announcement} <that the dam was safe>.'],
  ['complaint', 'It rests on [the panel’s] {complaint} <that the dam was unsafe>.'],
  ['assurance', 'It rests on [the panel’s] {assurance} <that the dam was safe>.'],
]);
