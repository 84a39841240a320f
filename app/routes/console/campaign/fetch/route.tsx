import { hasProof } from "#app/domain/access/sign-in/prove.server.ts";
import { askFor, reauthenticate } from "#app/http/reauthenticate.server.ts";
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { fileAsked } from "./file-asked.ts";

/** Reauthenticates before a file with people leaves, then offers it. Each file checks its own right. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "view");
  const file = orNotFound(fileAsked(args.request));
  const { db } = args.context;
  const purpose = { kind: "export", campaignId: campaign.id } as const;
  const proved = await hasProof(db, organizer, purpose);
  return {
    base: `/organize/c/${campaign.slug}/`,
    file,
    asks: proved ? null : await askFor(db, organizer, purpose),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "view");
  const asked = await reauthenticate(args, organizer, { kind: "export", campaignId: campaign.id });
  return asked ?? redirect(new URL(args.request.url).search, 303);
}

export const meta: MetaFunction = () => [{ title: words("en").people.fetch.meta }];

export { ConsoleError as ErrorBoundary };

export default function Fetch() {
  const { base, file, asks } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { fetch: say } = useWords().people;
  const proof = answer?.proof ?? asks;
  if (proof) return <Reauthenticate asked={proof} />;
  const address = base + file.path;
  return (
    <div className="prove max-w-136">
      <h1 className="form">{say.title}</h1>
      <p className="standfirst">{say.text}</p>
      {file.once ? (
        // Sent by the browser itself, because the answer is a file.
        <form method="post" action={address}>
          <Button variant="act" wide>
            {say.button[file.kind]}
          </Button>
        </form>
      ) : (
        <p>
          <ButtonLink variant="act" href={address}>
            {say.button[file.kind]}
          </ButtonLink>
        </p>
      )}
      <p className="gap">
        <Link to={base + file.page}>{say.back}</Link>
      </p>
    </div>
  );
}
