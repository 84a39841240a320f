import { mayDo } from "#app/domain/access/organizer.ts";
import {
  isExportScope,
  maxExportTokenDays,
  rightForScope,
  tokenDays,
  tokenScopes,
} from "#app/domain/access/tokens/api-token.ts";
import { listTokens } from "#app/domain/access/tokens/queries.server.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ErrorText, messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { TextBox } from "#app/ui/text-box.tsx";
import { act } from "./action.server.ts";

/** Loads one's tokens; for those who manage the campaign, everybody's. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "view");
  const all = mayDo(campaign, "manage");
  const { organizerId } = organizer;
  const tokens = await listTokens(args.context.db, {
    campaignId: campaign.id,
    organizerId: all ? null : organizerId,
  });
  const scopes = tokenScopes.filter((scope) => mayDo(campaign, rightForScope[scope]));
  return {
    slug: campaign.slug,
    appUrl: args.context.env.appUrl,
    all,
    scopes,
    mayExport: scopes.some(isExportScope),
    tokens: tokens.map(({ organizerId: _maker, email: _email, ...token }) => token),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: words("en").tokens.meta }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Tokens() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { tokens: say } = useWords();
  if (answer && "proof" in answer) return <Reauthenticate asked={answer.proof} />;
  const { errors = [], values = {}, made = null, refused = null } = answer ?? {};
  return (
    <>
      <DoneNote done={answer ? null : wordOf(say.done, page.done)} refused={wordOf(say.refused, refused)} />
      <PageHead title={say.title} text={say.text} />
      {made && <Made made={made} page={page} />}
      <TokenList page={page} />
      {!made && <MakeToken page={page} errors={errors} values={values} />}
    </>
  );
}

type MadeProps = {
  made: { token: string; name: string; expiresAt: string };
  page: Pick<TokensPage, "appUrl" | "slug">;
};

/** Shows a new token, once. */
function Made({ made: { token, name, expiresAt }, page: { appUrl } }: MadeProps) {
  const { made: say } = useWords().tokens;
  return (
    <section className="block sheet made-token" aria-labelledby="made">
      <h2 id="made" tabIndex={-1}>
        {say.title(name)}
      </h2>
      <p>{say.once}</p>
      <label htmlFor="token">{say.label}</label>
      <TextBox
        className="mt-1 w-full resize-none border-1 border-rule p-3 whitespace-pre-wrap"
        id="token"
        readOnly
        value={token}
        rows={2}
        spellCheck={false}
        autoComplete="off"
      />
      <p className="small">{say.until(writeMoment(expiresAt))}</p>
      <p className="small">{say.use}</p>
      <pre className="mt-1 w-full resize-none border-1 border-rule p-3 whitespace-pre-wrap">
        <code>{`curl -H "Authorization: Bearer $TOKEN" ${appUrl}/api/v1/token`}</code>
      </pre>
    </section>
  );
}

type MakeTokenProps = {
  page: TokensPage;
  errors: readonly { field: string; code: string }[];
  values: Record<string, string | string[]>;
};

/** Asks for a new token's name, scopes and lifetime. */
function MakeToken({ page: { scopes, mayExport }, errors, values }: MakeTokenProps) {
  const { tokens: say } = useWords();
  const { make } = say;
  const messages = errors.map(({ field, code }) => ({
    field,
    message: say.problems[code] ?? say.problems["not-text"] ?? "",
  }));
  const chosen = [values.scope ?? []].flat();
  const wrongScope = messageFor(messages, "scope");
  return (
    <section aria-labelledby="make" className="sheet">
      <h2 id="make">{make.title}</h2>
      <ErrorSummary heading={say.summary} errors={messages} />
      <Form method="post" noValidate>
        <TextInput
          name="name"
          label={make.name}
          hint={make.nameHint}
          error={messageFor(messages, "name")}
          defaultValue={String(values.name ?? "")}
          maxLength={80}
          autoComplete="off"
          required
        />
        <fieldset
          id="scope"
          className={wrongScope ? "plain-set field bad" : "plain-set field"}
          aria-describedby={wrongScope ? "scope-error" : undefined}
        >
          <legend>{make.scopes}</legend>
          <ErrorText name="scope" error={wrongScope} />
          {scopes.map((scope) => (
            <div className="check" key={scope}>
              <input
                type="checkbox"
                name="scope"
                id={`scope-${scope}`}
                value={scope}
                defaultChecked={chosen.includes(scope)}
                aria-describedby={`scope-${scope}-hint`}
              />
              <label htmlFor={`scope-${scope}`}>{say.scopes[scope]?.label}</label>
              <p className="hint" id={`scope-${scope}-hint`}>
                {say.scopes[scope]?.hint}
              </p>
            </div>
          ))}
        </fieldset>
        <Select
          name="days"
          label={make.days}
          hint={mayExport ? make.daysHint(maxExportTokenDays) : undefined}
          error={messageFor(messages, "days")}
          defaultValue={String(values.days ?? 90)}
        >
          {tokenDays.map((days) => (
            <option key={days} value={days}>
              {make.dayNames(days)}
            </option>
          ))}
        </Select>
        <p className="act-row">
          <Button variant="act" name="intent" value="make">
            {make.button}
          </Button>
        </p>
      </Form>
    </section>
  );
}

/** Lists tokens with what each may do, when it was last used and how to end it. */
function TokenList({ page: { tokens, all, appUrl } }: { page: TokensPage }) {
  const { tokens: say } = useWords();
  const { list } = say;
  return (
    <section aria-labelledby="tokens" className="sheet">
      <h2 id="tokens">{all ? list.all : list.mine}</h2>
      {tokens.length === 0 && <p>{list.none}</p>}
      {tokens.length > 0 && (
        <ul className="rows">
          {tokens.map(({ id, name, scopes, by, lastUsedOn, expiresAt, state }) => (
            <li key={id} className={state === "works" ? undefined : "muted"}>
              <div>
                <b>{name}</b>
                <span>{scopes.map((scope) => say.scopes[scope]?.label ?? scope).join(", ")}</span>
                <span className="muted">
                  {all && `${by} · `}
                  {list.columns.used}: {lastUsedOn ?? list.never}
                  {" · "}
                  {state === "works" ? `${list.columns.until} ${writeMoment(expiresAt)}` : list.states[state]}
                </span>
              </div>
              {state === "works" && (
                <AskedOnce
                  intent="revoke"
                  fields={{ token: id }}
                  summary={list.end}
                  text={list.endText}
                  button={list.endButton}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        <a href={`${appUrl}/api/v1/openapi.json`}>{say.document}</a>
      </p>
    </section>
  );
}

type TokensPage = ReturnType<typeof useLoaderData<typeof loader>>;
