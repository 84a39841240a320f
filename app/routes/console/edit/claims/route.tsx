import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { claimSections } from "#app/domain/campaign/campaign.ts";
import { moveClaim } from "#app/domain/campaign/claims/move-claim.server.ts";
import { listEditedClaims } from "#app/domain/campaign/read-edit.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { readAgainWhenRefused } from "#app/ui/console/read-again.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { ClaimRow } from "./claim-row.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const claims = await listEditedClaims(args.context.db, campaign.id);
  return {
    slug: campaign.slug,
    sections: claimSections
      .map((section) => ({ section, claims: claims.filter(({ live }) => live.section === section) }))
      .filter(({ claims }) => claims.length > 0),
    mayWrite: mayDo(campaign, "write"),
    mayManage: mayDo(campaign, "manage"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

const Move = z.object({ claim: z.string().regex(/^\d{1,15}$/), to: z.enum(["up", "down"]) });

export async function action(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "manage");
  const form = await parseForm(args.request, Move);
  if (!form.ok) return data({ refused: "unreadable" }, { status: 422 });
  const actor = `organizer:${organizer.organizerId}` as const;
  const { claim, to } = form.value;
  const moved = await moveClaim(args.context.db, { campaignId: campaign.id, actor, id: Number(claim), to });
  if (moved.outcome === "gone") throw notFound();
  if (moved.outcome !== "moved") return data({ refused: moved.outcome }, { status: 409 });
  return redirect(`/organize/c/${campaign.slug}/edit/claims?done=moved`, 303);
}

export const meta: MetaFunction = () => [{ title: `${words("en").editing.tabs.claims} · Undersigned` }];

export { ConsoleError as ErrorBoundary, readAgainWhenRefused as shouldRevalidate };

export default function Claims() {
  const { slug, sections, mayWrite, mayManage, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as { refused: string } | undefined;
  const { editing: say } = useWords();
  const add = mayWrite && (
    <ButtonLink href={`/organize/c/${slug}/edit/claims/new`} variant="act">
      {say.claims.add}
    </ButtonLink>
  );
  return (
    <>
      <AnswerNote say={say} done={done} answer={answer} />
      {sections.length === 0 ? (
        <Blank title={say.claims.empty.title} text={say.claims.empty.text}>
          {add}
        </Blank>
      ) : (
        <>
          <div className="edit-acts">
            {add}
            {mayManage && <p className="muted small">{say.claims.orderNote}</p>}
          </div>
          {sections.map(({ section, claims }) => (
            <section key={section} className="claim-section" aria-labelledby={`in-${section}`}>
              <h2 id={`in-${section}`}>{say.claims.sections[section]}</h2>
              <ol>
                {claims.map((claim, n) => (
                  <ClaimRow
                    key={claim.id}
                    slug={slug}
                    claim={claim}
                    mayManage={mayManage}
                    isFirst={n === 0}
                    isLast={n === claims.length - 1}
                  />
                ))}
              </ol>
            </section>
          ))}
        </>
      )}
    </>
  );
}
