import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { day, required, text } from "#app/cli/options.ts";
import {
  maxRequestNoteLength,
  noteRequest,
  type RequestProblem,
} from "#app/domain/upkeep/retention/requests.server.ts";

/** The option for each problem, and how to write it. */
const problems: Record<RequestProblem, string> = {
  "bad-received": "--received must not be in the future",
  "bad-due": "--due must not be before --received",
  "bad-done": "--done must be between --received and today",
  "no-note": `--note must have 1 to ${maxRequestNoteLength} characters`,
  long: `--note must have 1 to ${maxRequestNoteLength} characters`,
  personal: "--note outlives every erasure, so leave out addresses and numbers of people",
};

export default command({
  summary: "record a request for personal data; the transparency page counts it",
  options: {
    campaign,
    received: required(day("when it arrived")),
    due: day("when the answer is due; by default a month later"),
    done: day("when it was answered; without it, the request is open"),
    note: required(text("T", "who asks for what, without a name")),
  },
  async run({ db, campaign: { slug } }, { received, due = null, done: doneOn = null, note }) {
    const request = { receivedOn: received, dueOn: due, doneOn, note };
    const noted = await noteRequest(db, { campaignSlug: slug, actor: "operator", request });
    if (noted.outcome === "gone")
      throw new CommandFailed(`There is no campaign "${slug}". Run \`campaign list\`.`);
    if (noted.outcome !== "noted") throw new UsageError(problems[noted.outcome]);
    return done(noted, `Recorded as ${noted.id}.`);
  },
});
