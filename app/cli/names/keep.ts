import { decideNames } from "#app/cli/names/parts/names.ts";

export default decideNames("approve names and comments", "keep");
