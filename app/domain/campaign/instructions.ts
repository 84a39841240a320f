/**
 * Returns whether a text still has an instruction of the template in it: a paragraph that is nothing but words
 * in square brackets. What has one is neither published nor opened.
 */
export const hasInstruction = (text: string | null): boolean =>
  text !== null && /^[ \t]*\[[^[\]]*\][ \t]*$/m.test(text);
