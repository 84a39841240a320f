import { CommandFailed, command, counted, done, UsageError } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { createCampaign } from "#app/domain/campaign/create-campaign.server.ts";
import { NewCampaignForm } from "#app/domain/campaign/new-campaign-form.ts";

const problems: Record<string, string> = {
  from: "--from is the slug of a campaign",
  slug: "--slug is 3 to 64 small letters, digits and hyphens, without a hyphen at either end",
  name: "--name is the title: one line of at most 120 characters, without tags",
};

export default command({
  summary: "begin a campaign as a copy of another one: a draft without organizers",
  options: {
    from: required(text("S", "the campaign to copy, by its slug")),
    slug: required(text("S", "the slug of the new one: small letters, digits and hyphens")),
    name: required(text("T", "its title, in one line")),
  },
  read(given) {
    const form = NewCampaignForm.safeParse(given);
    if (form.success) return form.data;
    throw new UsageError(problems[String(form.error.issues[0]?.path[0])] ?? "");
  },
  async run({ db }, wanted) {
    const created = await createCampaign(db, { ...wanted, actor: "operator" });
    if (created.outcome === "gone") throw new CommandFailed(`There is no campaign "${wanted.from}".`);
    if (created.outcome === "slug-taken")
      throw new CommandFailed(`There is a campaign "${wanted.slug}" already.`);
    const { slug, claims } = created;
    return done(
      { outcome: "created", slug, claims },
      `The campaign ${slug} is there as a draft, with ${counted(claims, "claim that is", "claims that are")} not published.`,
      `Invite who owns it: organizer invite --email E --campaign ${slug} --role owner`,
    );
  },
});
