import {
  CommandFailed,
  counted,
  exitCodes,
  readOptions,
  required,
  tell,
  UsageError,
} from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { createCampaign } from "#app/domain/campaign/create-campaign.server.ts";
import { NewCampaignForm } from "#app/domain/campaign/new-campaign-form.ts";

const text = { type: "string" } as const;
const problems: Record<string, string> = {
  from: "--from is the slug of a campaign",
  slug: "--slug is 3 to 64 small letters, digits and hyphens, without a hyphen at either end",
  name: "--name is the title: one line of at most 120 characters, without tags",
};

/** Begins a campaign as a copy of another one. It is a draft without organizers. */
export async function campaignCreate(args: string[]): Promise<number> {
  const { json, ...given } = readOptions(args, { from: text, slug: text, name: text });
  const values = {
    from: required(given.from, "from"),
    slug: required(given.slug, "slug"),
    name: required(given.name, "name"),
  };
  const form = NewCampaignForm.safeParse(values);
  if (!form.success) throw new UsageError(problems[String(form.error.issues[0]?.path[0])] ?? "");

  return withDatabase("campaign create", async ({ db }) => {
    const created = await createCampaign(db, { ...form.data, actor: "operator" });
    if (created.outcome === "gone") throw new CommandFailed(`There is no campaign "${values.from}".`);
    if (created.outcome === "slug-taken")
      throw new CommandFailed(`There is a campaign "${values.slug}" already.`);
    const { slug, claims } = created;
    tell(
      json,
      { outcome: "created", slug, claims },
      `The campaign ${slug} is there as a draft, with ${counted(claims, "claim that is", "claims that are")} not published.`,
      `Invite who owns it: organizer invite --email E --campaign ${slug} --role owner`,
    );
    return exitCodes.done;
  });
}
