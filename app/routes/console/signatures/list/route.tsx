import { mayDo } from "#app/domain/access/organizer.ts";
import { countSignatures, signatureList } from "#app/domain/entries/signatures/list-signatures.server.ts";
import { searchSignatures } from "#app/domain/entries/signatures/search-signatures.server.ts";
import { type SignatureState, signatureStates } from "#app/domain/entries/signatures/signature.ts";
import { signatureFilters } from "#app/domain/entries/signatures/signature-list.ts";
import { findInList, readList } from "#app/http/list.server.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { ListPage } from "#app/ui/console/list-page.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "view-names");
  const [counts, list] = await Promise.all([
    countSignatures(args.context.db, scope),
    readList(args, scope, signatureList),
  ]);
  return { slug: campaign.slug, mayExport: mayDo(campaign, "export-signatures"), counts, list };
}

export async function action(args: ActionFunctionArgs) {
  const { scope } = await requireCampaign(args, "view-names");
  return findInList(args, scope, "signatures", searchSignatures);
}

export const meta: MetaFunction = () => [{ title: "Signatures · Undersigned" }];

export { ConsoleError as ErrorBoundary };

const classOf: Record<SignatureState, string> = {
  pending: "kind k-wait",
  confirmed: "kind k-good",
  withdrawn: "kind",
  invalidated: "kind k-stop",
  imported: "kind",
  quarantined: "kind k-wait",
};

export default function Signatures() {
  const { slug, mayExport, counts, list } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { signatures: say } = useWords().organize;
  const { from, to } = list.chosen;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        {mayExport && (
          <div className="acts">
            <ButtonLink href={`/organize/c/${slug}/exports`}>{say.export}</ButtonLink>
          </div>
        )}
      </div>
      <ListPage
        filters={signatureFilters}
        say={say}
        list={list}
        found={found}
        counts={counts}
        tabs={signatureStates}
        className="cols even compact"
        sentence={`, ${from || to ? say.between(from, to) : say.anyTime}`}
        enter={`/c/${slug}`}
        sentAt={({ signedAt }) => signedAt}
        looks={{
          name: { isTitle: true, cell: ({ name }) => <span className="name">{name}</span> },
          email: {
            className: "wide",
            width: "w-[36%]",
            line: 1,
            text: ({ email }) => email,
            cell: ({ email }) => (
              <span className="clip" title={email}>
                {email}
              </span>
            ),
          },
          place: {
            className: "wide",
            width: "w-24",
            line: 2,
            text: ({ country, postalCode }) => [country, postalCode].filter(Boolean).join(" "),
          },
          state: {
            className: "state",
            width: "min-[760px]:w-28",
            cell: ({ state }) => <span className={classOf[state]}>{say.states[state]}</span>,
          },
          source: {
            className: "wide",
            width: "w-26",
            line: 2,
            text: ({ source }) => source,
            cell: ({ source }) => <span className="clip">{source}</span>,
          },
        }}
      />
    </>
  );
}
