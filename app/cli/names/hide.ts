import { decideNames } from "#app/cli/names/parts/names.ts";

export default decideNames("hide names and comments; the signatures still count", "hide");
