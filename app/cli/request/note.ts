import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { readRequest, requestOptions, requestProblems } from "#app/cli/request/parts/request.ts";
import { noteRequest } from "#app/domain/upkeep/retention/note-request.server.ts";

export default command({
  summary: "record a request for personal data; the transparency page shows it",
  options: { campaign, ...requestOptions },
  async run({ db, campaign: { slug } }, given) {
    const request = readRequest(given);
    const noted = await noteRequest(db, { campaignSlug: slug, actor: "operator", request });
    if (noted.outcome === "gone")
      throw new CommandFailed(`There is no campaign "${slug}". Run \`campaign list\`.`);
    if (noted.outcome !== "noted") throw new UsageError(requestProblems[noted.outcome]);
    return done(noted, `Recorded as ${noted.id}. The transparency page shows it.`);
  },
});
