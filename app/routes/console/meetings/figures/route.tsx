import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { addIssuerSnapshot } from "#app/domain/campaign/meetings/figures/add-issuer-snapshot.server.ts";
import {
  type FigureOnPage,
  showCounting,
  showFigures,
} from "#app/domain/campaign/meetings/figures/page-figures.ts";
import { snapshotForm, snapshotOfForm } from "#app/domain/campaign/meetings/figures/snapshot-form.ts";
import { listIssuerSnapshots } from "#app/domain/campaign/meetings/list-issuer-snapshots.server.ts";
import { findCompanyEditing } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { saveForm } from "#app/http/save-form.server.ts";
import { formatDate } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { TextInput } from "#app/ui/field.tsx";
import { type FormState, wireFields } from "#app/ui/form-state.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { FormOutcome, KeepNote } from "#app/ui/meetings/form-outcome.tsx";
import { formatVotes } from "#app/ui/meetings/format-votes.ts";
import { TrustLabel } from "#app/ui/meetings/labels.tsx";
import { MeetingTabs } from "#app/ui/meetings/meeting-tabs.tsx";
import { SourceFields } from "#app/ui/meetings/source-fields.tsx";
import { SourceNote } from "#app/ui/meetings/source-note.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { FiguresTable } from "./figures-table.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, company, scope } = await requireCompany(args, "view");
  const snapshots = await listIssuerSnapshots(args.context.db, campaign.id, company.id);
  const { zone, jurisdiction } = company;
  const now = new Date();
  return {
    slug: campaign.slug,
    inDollars: profileOf(jurisdiction).unitedStates,
    keeping: await findCompanyEditing(args.context.db, scope),
    counting: showCounting(snapshots, now, zone),
    figures: snapshots.map((snapshot) => showFigures(snapshot, now, zone)),
    doneCode: new URL(args.request.url).searchParams.get("done"),
  };
}

/** Adds figures; what cannot be stored comes back with what was typed. */
export async function action(args: ActionFunctionArgs) {
  const { scope, at } = await requireCompany(args, "keep-meetings");
  return saveForm(args, {
    form: snapshotForm(new Date()),
    save: (form) =>
      addIssuerSnapshot(args.context.db, { scope, values: snapshotOfForm(form), checked: form.checked }),
    done: {
      added: () => at("meetings/figures", { done: "added" }),
      "already-there": () => at("meetings/figures", { done: "there" }),
    },
  });
}

export const meta: MetaFunction = () => [{ title: "Company figures · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Figures() {
  const { slug, inDollars, keeping, counting, figures, doneCode } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { figures: say, refused } = useWords().meetings;
  const form = { values: answer?.values ?? {}, errors: answer?.errors ?? [] };
  const done = doneCode === "added" ? say.done : doneCode === "there" ? say.there : null;
  return (
    <>
      <PageHead title={say.title} text={say.text} />
      <MeetingTabs slug={slug} />
      <div className="gap">
        <FormOutcome
          done={answer ? null : done}
          refused={answer?.refused && refused[answer.refused]}
          form={form}
        />
        {figures.length > 0 ? (
          <>
            <CountingFigures counting={counting} />
            <FiguresTable figures={figures} />
          </>
        ) : (
          <Blank title={say.empty.title} text={say.empty.text} />
        )}
        {keeping === "keeps" || answer ? (
          <FiguresForm form={form} inDollars={inDollars} />
        ) : (
          <KeepNote keeping={keeping} />
        )}
      </div>
    </>
  );
}

/** Shows each figure that counts, with its day and whether it may be built on. */
function CountingFigures({ counting }: { counting: readonly FigureOnPage[] }) {
  const { figures: say, source } = useWords().meetings;
  const sources = [
    ...new Map(counting.flatMap(({ values }) => (values ? [[values.id, values.source]] : []))).entries(),
  ];
  return (
    <div className="cols ruled">
      <section aria-labelledby="counting">
        <h2 id="counting">{say.counting}</h2>
        <dl className="facts ruled">
          {counting.map((row) => (
            <FigureRow key={row.figure} row={row} />
          ))}
        </dl>
        <p className="hint">{say.ages}</p>
      </section>
      <section aria-labelledby="origin">
        <h2 id="origin">{source.heading}</h2>
        {sources.map(([id, each]) => (
          <SourceNote key={id} source={each} />
        ))}
      </section>
    </div>
  );
}

function FigureRow({ row: { figure, values } }: { row: FigureOnPage }) {
  const { figures: say } = useWords().meetings;
  const locale = useLocale();
  const term = { sharesOutstanding: say.shares, price: say.price, priceHigh60d: say.high }[figure];
  if (values === null)
    return (
      <div>
        <dt>{term}</dt>
        <dd className="muted">{say.none}</dd>
      </div>
    );
  const { trust, source } = values;
  const text =
    figure === "sharesOutstanding"
      ? formatVotes(locale, values.sharesOutstanding)
      : say.dollars(values[figure] ?? "");
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <b className="time">{text}</b>{" "}
        <TrustLabel trust={figure === "sharesOutstanding" ? trust.sharesOutstanding : trust.price} />
        {source.asOf !== null && (
          <span className="muted small"> {say.asOf(formatDate(locale, source.asOf))}</span>
        )}
      </dd>
    </div>
  );
}

/** Asks for figures. `inDollars`: shares are priced in dollars; other prices are not used. */
function FiguresForm({ form, inDollars }: { form: FormState; inDollars: boolean }) {
  const { figures: say, errors } = useWords().meetings;
  const wire = wireFields(form, errors);
  const exact = { autoComplete: "off", maxLength: 30, optional: true } as const;
  return (
    <Form method="post" reloadDocument className="keep-form" noValidate aria-labelledby="add">
      <h2 id="add">{say.add}</h2>
      <section className="step">
        <span className="n">1</span>
        <h3>{say.step.figures}</h3>
        <div className="short">
          <TextInput
            {...wire("shares_outstanding", say.shares, say.sharesHint)}
            inputMode="numeric"
            {...exact}
          />
          {inDollars && (
            <>
              <TextInput {...wire("price", say.price, say.priceHint)} inputMode="decimal" {...exact} />
              <TextInput {...wire("price_high_60d", say.high, say.highHint)} inputMode="decimal" {...exact} />
            </>
          )}
        </div>
      </section>
      <section className="step">
        <span className="n">2</span>
        <h3>{say.step.source}</h3>
        <SourceFields form={form} />
        <div className="act-row">
          <Button variant="act">{say.button}</Button>
        </div>
      </section>
    </Form>
  );
}
