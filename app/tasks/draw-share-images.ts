import { drawDueImages } from "#app/domain/pages/draw-due-images.server.ts";
import type { Task } from "./task.ts";

export const drawShareImages: Task = async ({ db, drawPicture, log, stop }) => {
  const drawn = await drawDueImages(db, drawPicture, stop);
  if (drawn > 0) log.info({ drawn }, "pictures of shared links were drawn");
};
