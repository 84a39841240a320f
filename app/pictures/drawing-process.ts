import { constants, setPriority } from "node:os";
import { json } from "node:stream/consumers";
import type { PictureWords } from "#app/domain/pages/share-image.ts";
import { drawPicture } from "./draw-picture.server.ts";

/**
 * The process that draws the picture of one shared link: its words on standard input, the PNG on standard
 * output. Typefaces and layout take some 100 MB, which a worker would keep.
 */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.stdout.write(await drawPicture((await json(process.stdin)) as PictureWords));
