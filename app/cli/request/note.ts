import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "#app/cli/old.ts";
import { readRequest, requestOptions, requestProblems } from "#app/cli/request.ts";
import { noteRequest } from "#app/domain/upkeep/retention/note-request.server.ts";

/** Notes a demand for personal data, for the page of transparency. */
export async function requestNote(args: string[]): Promise<number> {
  const options = { campaign: { type: "string" }, ...requestOptions } as const;
  const { json, campaign, ...given } = readOptions(args, options);
  const campaignSlug = required(campaign, "campaign");
  const request = readRequest(given);
  return withDatabase("request note", async ({ db }) => {
    const noted = await noteRequest(db, { campaignSlug, actor: "operator", request });
    if (noted.outcome === "gone") throw new CommandFailed(`There is no campaign "${campaignSlug}".`);
    if (noted.outcome !== "noted") throw new UsageError(requestProblems[noted.outcome]);
    tell(json, noted, `Noted as ${noted.id}. The page of transparency shows it.`);
    return exitCodes.done;
  });
}
