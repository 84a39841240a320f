import { CommandFailed, command, counted, done, UsageError } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { createCampaign } from "#app/domain/campaign/create-campaign.server.ts";
import { NewCampaignForm } from "#app/domain/campaign/new-campaign-form.ts";

const problems: Record<string, string> = {
  from: "--from must be the slug of a campaign",
  slug: "--slug must be 3 to 64 lowercase letters, digits or hyphens, with no hyphen at either end",
  name: "--name must be one line of at most 120 characters, without tags",
};

export default command({
  summary: "create a draft by copying a campaign, without its organizers",
  options: {
    from: required(text("S", "the campaign to copy, by its slug")),
    slug: required(text("S", "the new slug: lowercase letters, digits and hyphens")),
    name: required(text("T", "the new title, in one line")),
  },
  read(given) {
    const form = NewCampaignForm.safeParse(given);
    if (form.success) return form.data;
    throw new UsageError(problems[String(form.error.issues[0]?.path[0])] ?? "");
  },
  async run({ db }, wanted) {
    const created = await createCampaign(db, { ...wanted, actor: "operator" });
    if (created.outcome === "gone")
      throw new CommandFailed(`There is no campaign "${wanted.from}". Run \`campaign list\`.`);
    if (created.outcome === "slug-taken")
      throw new CommandFailed(`Campaign "${wanted.slug}" already exists. Choose another --slug.`);
    const { slug, claims } = created;
    return done(
      { outcome: "created", slug, claims },
      `Campaign ${slug} is a draft with ${counted(claims, "unpublished claim", "unpublished claims")}.`,
      `Next, invite its owner: organizer invite --email E --campaign ${slug} --role owner`,
    );
  },
});
