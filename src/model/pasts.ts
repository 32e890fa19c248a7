/**
 * English pasts that do not end in "-ed" and that news is full of. "Had" is an auxiliary and stands elsewhere; "ground" is mostly earth. "Left",
 * "felt" and "read" may be something else: whoever asks looks at the words before them too.
 */
export const IRREGULAR_PASTS: readonly string[] =
  `ate became began bent bit bled blew bore bought bound broke brought built burnt burst came caught chose clung crept cut dealt drank drew
  drove dug dwelt fed fell felt fled flew flung forbade forgave forgot fought found froze gave got grew heard held hid hit hung hurt kept
  knew laid lay leapt learnt led left lent let lit lost made meant met overcame paid put quit ran rang read rode rose said sang sank sat
  saw sent set shook shot shrank shut slept slid sold sought spent split spoke sprang spread stole stood struck stuck swam swept swore
  swung taught thought threw told took tore understood undertook underwent went wept withdrew withheld woke won wore wrote`.split(/\s+/);
