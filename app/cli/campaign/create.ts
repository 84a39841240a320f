import { CommandFailed, command, counted, done, UsageError } from "#app/cli/command.ts";
import { oneOf, repeated, required, text } from "#app/cli/options.ts";
import { problemOf } from "#app/cli/parts/forms.ts";
import { createCampaign } from "#app/domain/campaign/opening/create-campaign.server.ts";
import { beginningOf, NewCampaignForm } from "#app/domain/campaign/opening/new-campaign-form.ts";
import { locales, words } from "#app/i18n/index.ts";

const problems: Record<string, string> = {
  company_name: "--company-name must be one line of at most 80 characters",
  more: "--company can be given twenty times at most",
  from: "--from must be the slug of a campaign",
  slug: "--slug must be 3 to 64 lowercase letters, digits or hyphens, with no hyphen at either end",
  name: "--name must be one line of at most 120 characters, without tags",
};

export default command({
  summary: "create a draft: a copy of a campaign, a template, or empty",
  options: {
    from: text("S", "copy this campaign, by its slug"),
    begin: oneOf(["template", "empty"], "without --from: what to start with"),
    company: repeated(text("S", "without --from: a company it is about, by its slug; the first first")),
    companyName: text("NAME", "without --from: a company that is not in `company list`"),
    language: oneOf(locales, "without --from: the language it is written in (default en)"),
    slug: required(text("S", "the new slug: lowercase letters, digits and hyphens")),
    name: required(text("T", "the new title, in one line")),
  },
  read(given) {
    const { companyName, begin, company: named, ...rest } = given;
    const [company, ...others] = companyName === undefined ? named : [undefined, ...named];
    if ((given.from === undefined) === (begin === undefined))
      throw new UsageError("Give --from to copy a campaign, or --begin with template or empty.");
    if (begin === undefined && (named.length > 0 || companyName !== undefined))
      throw new UsageError("A copy is about the companies of its source. Leave out --company.");
    if (begin && company === undefined && companyName === undefined)
      throw new UsageError("Give --company, or --company-name for one that is not in `company list`.");
    const about = { company, company_name: companyName, more: others };
    const form = NewCampaignForm.safeParse({ ...rest, ...about, begin: begin ?? "copy" });
    if (form.success) return beginningOf(form.data);
    const [issue] = form.error.issues;
    const field = String(issue?.path[0]);
    if (issue?.message === "merge-field")
      throw new UsageError(`--${field.replace("_", "-")}: ${problemOf(issue, words("en").editing.errors)}`);
    throw new UsageError(problems[field] ?? "");
  },
  async run({ db }, wanted) {
    const created = await createCampaign(db, { ...wanted, actor: "operator" });
    if (created.outcome === "gone")
      throw new CommandFailed(
        `There is no campaign "${"from" in wanted ? wanted.from : ""}". Run \`campaign list\`.`,
      );
    if (created.outcome === "unknown-company")
      throw new CommandFailed("There is no such company. Run `company list`.");
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
