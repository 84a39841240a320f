import { noteRequest, requestAnswers, requestKinds } from "../domain/retention/note-request.server.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "./command.ts";
import { withDatabase } from "./environment.ts";

const text = { type: "string" } as const;

const problems = {
  "bad-day": "--on is a day like 2026-11-24, not after today",
  "bad-number": "--number is a whole number from 1 to 100000",
  long: "--note has 1 to 500 characters",
};

/** Notes a demand for personal data, for the page of transparency. */
export async function requestNote(args: string[]): Promise<number> {
  const options = { campaign: text, from: text, on: text, number: text, answer: text, note: text };
  const { json, campaign, from, on, number = "1", answer = "open", note } = readOptions(args, options);
  const campaignSlug = required(campaign, "campaign");
  const kind = requestKinds.find((one) => one === required(from, "from"));
  if (!kind) throw new UsageError(`--from is one of ${requestKinds.join(", ")}`);
  const answered = requestAnswers.find((one) => one === answer);
  if (!answered) throw new UsageError(`--answer is one of ${requestAnswers.join(", ")}`);
  const receivedOn = required(on, "on");
  const request = { kind, receivedOn, received: Number(number), answer: answered, note: note ?? null };
  return withDatabase("request note", async ({ db }) => {
    const noted = await noteRequest(db, { campaignSlug, ...request });
    if (noted.outcome === "unknown-campaign")
      throw new CommandFailed(`There is no campaign "${campaignSlug}".`);
    if (noted.outcome !== "noted") throw new UsageError(problems[noted.outcome]);
    tell(json, noted, `Noted as ${noted.id}. The page of transparency shows it.`);
    return exitCodes.done;
  });
}
