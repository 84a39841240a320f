import { decideNames } from "#app/cli/names.ts";

export default decideNames("let others read names and comments", "keep");
