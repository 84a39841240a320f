import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { formatNumber, words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { TextInput } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./action.server.ts";

/** Erases a person who asked by email or post. The searched address is only ever in a form's body. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "manage");
  return { slug: campaign.slug, done: new URL(args.request.url).searchParams.get("done") };
}

export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: words("en").erase.meta }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Erase() {
  const { slug, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { erase: say } = useWords();
  if (answer?.proof) return <Reauthenticate asked={answer.proof} />;
  return (
    <>
      <AnswerNote say={say} done={done} answer={answer} />
      <PageHead title={say.title} text={say.text}>
        <Link to={`/organize/c/${slug}/requests`}>{say.toRequests}</Link>
      </PageHead>
      <Form method="post" className="sheet" noValidate>
        <TextInput
          type="email"
          name="email"
          label={say.email}
          hint={say.emailHint}
          defaultValue={answer?.email ?? ""}
          autoComplete="off"
          required
        />
        <p className="act-row">
          <Button name="intent" value="find">
            {say.find}
          </Button>
        </p>
      </Form>
      {answer?.found && <Found found={answer.found} />}
    </>
  );
}

function Found({ found }: { found: NonNullable<Answer["found"]> }) {
  const { erase: say } = useWords();
  const locale = useLocale();
  const { counts } = found;
  return (
    <section className="sheet" aria-labelledby="found">
      <h2 id="found">{say.found(found.name)}</h2>
      <p>{say.goes}</p>
      <table>
        <caption className="vh">{say.goes}</caption>
        <tbody>
          {(["signatures", "pledges", "letters", "consents", "mails"] as const).map((sort) => (
            <tr key={sort}>
              <th scope="row">{say.sorts[sort]}</th>
              <td className="num">{formatNumber(locale, counts[sort])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say.stays}</p>
      {found.mayErase ? (
        <Form method="post">
          <input type="hidden" name="person" value={found.publicId} />
          <Check name="note" label={say.note} checked />
          <p className="act-row">
            <Button variant="danger" name="intent" value="erase">
              {say.button}
            </Button>
          </p>
          <p className="hint">{say.proves}</p>
        </Form>
      ) : (
        <p className="warn">{say.operator}</p>
      )}
    </section>
  );
}
