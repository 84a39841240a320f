import { decideNames } from "#app/cli/names/parts/names.ts";

export default decideNames("leave names and comments out; the signatures count", "hide");
