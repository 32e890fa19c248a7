export type { Copy, LinkReport } from './input.ts';
export { type Decision, LINKING_VERSION, linkStory, type StoryLinks } from './link.ts';
