import pico from 'picocolors';

/** The few colours that we use, or none. Colour never carries meaning alone. */
export const createColours = (enabled: boolean) => {
  const { bold, dim, red, green, yellow, cyan, italic } = pico.createColors(enabled);
  return { enabled, bold, dim, red, green, yellow, cyan, italic };
};
export type Colours = ReturnType<typeof createColours>;
