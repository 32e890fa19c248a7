export {
  BEARINGS,
  type Bearing,
  type BearingName,
  type Bearings,
  bearingsFrom,
  pairKey,
  type Saying,
  type SayingPair,
  UNASKED,
} from './bearing/bearing.ts';
export type { Copy, LinkReport } from './input.ts';
export {
  LINKING_VERSION,
  linkJudged,
  linkSteps,
  linkStory,
  type StoryLinks,
  storyClaims,
  storyForecasts,
  storyPoints,
  storyPropositions,
} from './link.ts';
export { actsOf, asidesOf } from './parts/asides.ts';
export { headsOf } from './parts/heads.ts';
export { maintained, naming } from './parts/maintained.ts';
export { allInParts } from './parts/parts.ts';
export { PAIR_FEATURES } from './relations/features.ts';
export { relatedPairs, sidingIn } from './relations/relations.ts';
export { SIDES_WITH_NONE, SIDING_FEATURES, SIDING_WEIGHTS } from './relations/siding.ts';
export { BEARS, KINDS, PAIR_WEIGHTS } from './relations/weights.ts';
export { alike, FAR_DAYS, FEWEST_SHARED, likenessOf, MOST_DAYS, partition, type StoryMark, storyMark } from './stories/partition.ts';
