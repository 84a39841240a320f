import { decideNames } from "#app/cli/names/parts/names.ts";

export default decideNames("let others read names and comments", "keep");
