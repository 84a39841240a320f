import { decideNames } from "#app/cli/names/parts/names.ts";

export default decideNames("ask the bearers of names by email", "ask");
