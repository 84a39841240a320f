import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { fieldsOfRule } from "#app/domain/campaign/meetings/fields.ts";
import {
  coFilingRuleForm,
  coFilingRuleOfForm,
} from "#app/domain/campaign/meetings/figures/co-filing-rule-form.ts";
import { type RuleOnPage, showRule } from "#app/domain/campaign/meetings/figures/page-figures.ts";
import {
  saveCoFilingRule,
  seenOfRule,
} from "#app/domain/campaign/meetings/figures/save-co-filing-rule.server.ts";
import { findCompanyEditing } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { findCoFilingRule, findIssuerSnapshot } from "#app/domain/campaign/meetings/queries.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { saveForm } from "#app/http/save-form.server.ts";
import { formatDate, words } from "#app/i18n/index.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { FormOutcome, KeepNote } from "#app/ui/meetings/form-outcome.tsx";
import { formatVotes } from "#app/ui/meetings/format-votes.ts";
import { MeetingTabs } from "#app/ui/meetings/meeting-tabs.tsx";
import { SourceNote } from "#app/ui/meetings/source-note.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { RuleForm } from "./rule-form.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, company, scope } = await requireCompany(args, "view");
  const { db } = args.context;
  const now = new Date();
  const ruleName = profileOf(company.jurisdiction).coFiling?.en ?? null;
  const [rule, snapshot] = await Promise.all([
    findCoFilingRule(db, campaign.id, company.id),
    findIssuerSnapshot(db, campaign.id, "priceHigh60d", now, company.id),
  ]);
  const shown = {
    slug: campaign.slug,
    ruleName,
    keeping: await findCompanyEditing(db, scope),
    rule: rule && showRule(rule, snapshot, now, company.zone),
    fields: rule ? fieldsOfRule(rule) : {},
    seen: rule ? seenOfRule(rule) : "",
    doneCode: new URL(args.request.url).searchParams.get("done"),
  };
  return data(shown, { status: ruleName ? 200 : 404 });
}

/** Stores the rule; what cannot be stored comes back with what was typed. */
export async function action(args: ActionFunctionArgs) {
  const { scope, at } = await requireCompany(args, "keep-meetings");
  return saveForm(args, {
    form: coFilingRuleForm(new Date()),
    save: ({ seen, ...form }) => {
      const rule = { seen: seen || null, values: coFilingRuleOfForm(form), checked: form.checked };
      return saveCoFilingRule(args.context.db, { scope, ...rule });
    },
    done: { saved: () => at("meetings/rule", { done: "saved" }) },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.ruleName ?? words("en").meetings.tabs.label} · Undersigned` },
];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Rule() {
  const { slug, ruleName, keeping, rule, fields, seen, doneCode } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { rule: say, refused, tabs } = useWords().meetings;
  if (!ruleName && !answer)
    return (
      <>
        <PageHead title={tabs.label} text={refused["no-rule"]} />
        <MeetingTabs slug={slug} />
      </>
    );

  const answered = answer && (ruleName ? answer.refused : "no-rule");
  const form = { values: answer?.values ?? fields, errors: answer?.errors ?? [] };
  return (
    <>
      <PageHead title={ruleName ?? tabs.label} text={say.text} />
      <MeetingTabs slug={slug} />
      <div className="gap">
        <FormOutcome
          done={!answer && doneCode === "saved" ? say.saved : null}
          refused={answered && refused[answered]}
          form={form}
        />
        {rule ? <RuleFacts rule={rule} /> : ruleName && <p>{say.empty}</p>}
        {keeping === "keeps" || answer ? (
          <RuleForm
            seen={answer && answer.refused !== "stale" ? (answer.values.seen ?? "") : seen}
            form={form}
          />
        ) : (
          <KeepNote keeping={keeping} />
        )}
      </div>
    </>
  );
}

/** Shows the stored rule; in whole shares only where rule and price are checked and fresh. */
function RuleFacts({ rule }: { rule: RuleOnPage }) {
  const { rule: say, source } = useWords().meetings;
  const locale = useLocale();
  const facts = [
    [say.facts.window, rule.priceWindowDays],
    [say.facts.words, rule.wordsAtMost],
    [say.facts.cure, rule.cureDays],
  ] as const;
  return (
    <div className="cols ruled">
      <section aria-labelledby="tiers">
        <h2 id="tiers">{say.tiers}</h2>
        <TierTable rule={rule} />
        {rule.price !== null && (
          <p className="muted small">{say.at(rule.price.dollars, formatDate(locale, rule.price.asOf))}</p>
        )}
        {rule.blocked.length > 0 && <Blocked rule={rule} />}
        <dl className="facts ruled">
          {facts.map(([term, n]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{n}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="origin">
        <h2 id="origin">{source.heading}</h2>
        <SourceNote source={rule.source} />
      </section>
    </div>
  );
}

function TierTable({ rule }: { rule: RuleOnPage }) {
  const { columns, years, dollars } = useWords().meetings.rule;
  const locale = useLocale();
  return (
    <table>
      <thead>
        <tr>
          <th>{columns.held}</th>
          <th className="num">{columns.amount}</th>
          {rule.price !== null && <th className="num">{columns.shares}</th>}
        </tr>
      </thead>
      <tbody>
        {rule.tiers.map((tier) => (
          <tr key={tier.years}>
            <th scope="row">{years(tier.years)}</th>
            <td className="num">{dollars(formatVotes(locale, tier.atLeast) ?? "")}</td>
            {rule.price !== null && <td className="num">{formatVotes(locale, tier.shares)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Blocked({ rule }: { rule: RuleOnPage }) {
  const { hidden, why } = useWords().meetings.rule;
  return (
    <div className="notice">
      <p>{hidden}</p>
      <ul>
        {rule.blocked.map((reason) => (
          <li key={reason}>{reason === "window" ? why.window(rule.priceWindowDays) : why[reason]}</li>
        ))}
      </ul>
    </div>
  );
}
