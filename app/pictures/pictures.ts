import type { DrawPicture } from "#app/domain/pages/share-image.ts";

/** Draws the pictures of shared links. The first call reads the typefaces. */
export const drawPicture: DrawPicture = async (words) =>
  (await import("./draw-picture.server.ts")).drawPicture(words);
