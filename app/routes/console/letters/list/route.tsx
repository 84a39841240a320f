import { randomUUID } from "node:crypto";
import type { ComponentProps, ReactNode } from "react";
import { mayDo } from "#app/domain/access/organizer.ts";
import { addressOf, textThat } from "#app/domain/base/list.ts";
import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import { companyNamed } from "#app/domain/campaign/company/campaign-companies.ts";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import { listRecipients } from "#app/domain/campaign/recipients/queries.server.ts";
import { letterStates } from "#app/domain/entries/letters/letter.ts";
import { type LetterFilter, letterFilters } from "#app/domain/entries/letters/list/letter-list.ts";
import {
  countLetters,
  countLettersOnHold,
  letterList,
} from "#app/domain/entries/letters/list/list-letters.server.ts";
import { findSettingsAndTemplates } from "#app/domain/entries/letters/settings/find-settings.server.ts";
import { readList } from "#app/http/list.server.ts";
import type {
  ActionFunctionArgs,
  AppLoadContext,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { FoundRows } from "#app/ui/console/found-rows.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Pager } from "#app/ui/console/page-links.tsx";
import { RecipientChoice } from "#app/ui/console/recipient-choice.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act, type Chosen } from "./action.server.ts";
import { FindForm, Flow, NarrowForm, narrowing } from "./filters.tsx";
import { LetterTable } from "./letter-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "view-names");
  const { db } = args.context;
  const mayWrite = mayDo(campaign, "write");
  const companies = await listCompaniesOf(db, campaign.id);
  const named = (slug: string) => companies.length > 1 && companyNamed(companies, slug) !== null;
  const filters = { ...letterFilters, company: textThat(named, {}) };
  const [counts, onHold, { settings, templates }, recipients, list] = await Promise.all([
    countLetters(db, campaign.id),
    countLettersOnHold(db, campaign.id),
    findSettingsAndTemplates(db, campaign.id),
    mayWrite ? listOfAllCompanies(db, campaign.id, companies) : [],
    readList(args, scope, { ...letterList, filters }),
  ]);
  return {
    slug: campaign.slug,
    counts,
    onHold,
    settings,
    ...list,
    languages: templates.map(({ locale }) => locale),
    mayReview: mayDo(campaign, "review"),
    recipients: recipients.filter(({ retiredAt }) => retiredAt === null),
    /** Id of the draft for chosen letters, so that pressing twice makes one. */
    draftId: randomUUID(),
  };
}

/** Lists the recipients of each company, with its name where there are several. */
async function listOfAllCompanies(
  db: AppLoadContext["db"],
  campaignId: number,
  companies: readonly CampaignCompany[],
) {
  const recipients = companies.map(async (company) => {
    const ofOne = await listRecipients(db, campaignId, company.id);
    if (companies.length === 1) return ofOne;
    return ofOne.map((one) => ({ ...one, name: `${one.name}, ${company.name}` }));
  });
  return (await Promise.all(recipients)).flat();
}

/** Finds writers, or begins a dispatch of chosen letters. */
export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: "Letters · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Letters() {
  const list = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const found = answer && "typed" in answer ? answer : undefined;
  const asked = answer && "refused" in answer ? answer : undefined;
  const { list: say, dispatches } = useWords().letterConsole;
  return (
    <>
      <PageHead title={say.title} text={say.rhythm(list.settings.everyDays, list.settings.milestone)} />
      <DoneNote done={null} refused={wordOf(dispatches.alone.refused, asked?.refused)} />
      <Flow counts={list.counts} filter={list.chosen} searching={found !== undefined} />
      {list.onHold > 0 && (
        <p className="needs">
          <span>{say.waits(list.onHold)}</span>
          {list.mayReview && <Link to={`/organize/c/${list.slug}/letters/moderation`}>{say.look}</Link>}
        </p>
      )}
      <div className="filters cols even compact">
        <FindForm typed={found?.typed ?? ""} />
        <NarrowForm filter={list.chosen} languages={list.languages} />
      </div>
      {found ? (
        <FoundRows
          say={say}
          found={found}
          rows={found.outcome === "found" ? found.rows : []}
          back="?"
          action="?index"
          hidden={<input type="hidden" name="intent" value="find" />}
        >
          <LetterTable
            slug={list.slug}
            letters={found.outcome === "found" ? found.rows : []}
            chooses={false}
          />
        </FoundRows>
      ) : (
        <WholeList list={list} chosen={asked?.chosen} />
      )}
    </>
  );
}

type WholeListProps = { list: ReturnType<typeof useLoaderData<typeof loader>>; chosen: Chosen | undefined };

function WholeList({ list, chosen: chosenLetters }: WholeListProps) {
  const { list: say } = useWords().letterConsole;
  const { slug, chosen: filter, rows: letters, newer, older, counts } = list;
  return (
    <>
      <p className="sentence">
        <span>
          <b>{say.showing[filter.state ?? "all"]}</b>
          {say.newestFirst}
        </span>
        {filter.state && <Link to={addressOf(letterFilters, { ...filter, state: null })}>{say.all}</Link>}
      </p>
      {letters.length === 0 ? (
        <EmptyList slug={slug} filter={filter} nobody={letterStates.every((state) => counts[state] === 0)} />
      ) : (
        <>
          <ChosenAlone
            recipients={list.recipients}
            chosen={chosenLetters?.recipient}
            draftId={list.draftId}
            address={addressOf(letterFilters, filter, { cursor: list.cursor })}
          >
            <LetterTable
              slug={slug}
              letters={letters}
              chooses={list.recipients.length > 0}
              chosen={chosenLetters?.letters ?? []}
            />
          </ChosenAlone>
          <Pager
            newer={newer}
            older={older}
            rows={letters.length}
            addressOf={(side, than) => addressOf(letterFilters, filter, { cursor: { side, than } })}
          />
        </>
      )}
    </>
  );
}

type ChosenAloneProps = {
  recipients: ComponentProps<typeof RecipientChoice>["recipients"];
  /** Public id of the recipient in a returned form. */
  chosen: string | undefined;
  draftId: string;
  /** The list's address, with its filter. */
  address: string;
  children: ReactNode;
};

/** Wraps a table of letters with the form for the chosen ones. Without a recipient there is no form. */
function ChosenAlone({ recipients, chosen, draftId, address, children }: ChosenAloneProps) {
  const { alone: say } = useWords().letterConsole.dispatches;
  const [only] = recipients;
  if (!only) return children;
  return (
    <Form method="post" action={address === "?" ? "?index" : `${address}&index`}>
      {children}
      <div className="fields compact chosen justify-end border-t-1 border-rule py-4">
        <p className="small muted">{say.text}</p>
        <input type="hidden" name="draft" value={draftId} />
        {recipients.length === 1 ? (
          <input type="hidden" name="recipient" value={only.publicId} />
        ) : (
          <RecipientChoice label={say.to} recipients={recipients} chosen={chosen} />
        )}
        <Button name="intent" value="draft">
          {say.button}
        </Button>
      </div>
    </Form>
  );
}

type EmptyListProps = { slug: string; filter: LetterFilter; nobody: boolean };

/** Says why the list is empty, what will appear, and how. */
function EmptyList({ slug, filter, nobody }: EmptyListProps) {
  const { list: say } = useWords().letterConsole;
  const narrowed = narrowing(filter) > 0;
  const { title, text } = nobody ? say.empty.new : narrowed ? say.empty.filters : say.empty.state;
  return (
    <Blank title={title} text={text}>
      {nobody ? (
        <ButtonLink href={`/c/${slug}/letter`}>{say.empty.new.act}</ButtonLink>
      ) : (
        <Link to={addressOf(letterFilters, { state: narrowed ? filter.state : null })}>
          {narrowed ? say.clear : say.all}
        </Link>
      )}
    </Blank>
  );
}
