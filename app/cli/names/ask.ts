import { decideNames } from "#app/cli/names/parts/names.ts";

export default decideNames("ask signers to confirm their names by email", "ask");
