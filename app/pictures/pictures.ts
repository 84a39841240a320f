import type { DrawPicture } from "#app/domain/pages/share-image.ts";
import { runInProcess } from "#app/lib/own-process.server.ts";

/** A picture takes one second. */
const secondsAtMost = 60;

/** Draws the pictures of shared links, each in a process of its own. */
export const drawPicture: DrawPicture = async (words, stop) => {
  const source = new URL("./drawing-process.ts", import.meta.url);
  const drawing = { input: JSON.stringify(words), secondsAtMost, stop };
  const { output, exit, signal } = await runInProcess("drawing-process", source, drawing);
  if (exit !== 0) throw new Error(`a picture of a shared link was not drawn: ${signal ?? `exit ${exit}`}`);
  return output;
};
