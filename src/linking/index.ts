export type { Copy, LinkReport } from './input.ts';
export { LINKING_VERSION, linkStory, type StoryLinks, storyClaims, storyForecasts, storyPoints, storyPropositions } from './link.ts';
export { allInParts } from './parts/parts.ts';
export { PAIR_FEATURES, PAIR_WEIGHTS } from './relations/pairs.ts';
export { relatedPairs } from './relations/relations.ts';
export { alike, FAR_DAYS, FEWEST_SHARED, likenessOf, MOST_DAYS, partition, type StoryMark, storyMark } from './stories/partition.ts';
