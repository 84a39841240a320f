import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/console-tokens.css?url";
import { act } from "./act.server.ts";
import { load } from "./load.server.ts";
import { Made } from "./made.tsx";
import { MakeToken } from "./make-token.tsx";
import { TokenList } from "./token-list.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = (args: LoaderFunctionArgs) => load(args);
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
