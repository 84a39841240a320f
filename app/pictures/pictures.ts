import type { DrawPicture } from "#app/domain/pages/share-image.ts";

/** What draws the pictures of shared links. The typefaces are read with the first of them. */
export const drawPicture: DrawPicture = async (words) =>
  (await import("./draw-picture.server.ts")).drawPicture(words);
