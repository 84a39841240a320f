import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { findFreeze, freezeCampaign, unfreezeCampaign } from "#app/domain/campaign/freeze-campaign.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";

/** Loads a campaign's freeze. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, ["manage", "approve"]);
  return {
    freeze: await findFreeze(args.context.db, campaign.id),
    mayLift: mayDo(campaign, "manage"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

const Fields = z.object({ intent: z.enum(["freeze", "unfreeze"]) });

/** Freezes at once, without asking; lifting asks for reauthentication. */
export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args.request, Fields);
  const isFreeze = form.ok && form.value.intent === "freeze";
  const { campaign, organizer, on } = await requireCampaign(
    args,
    isFreeze ? ["manage", "approve"] : "manage",
  );
  if (!form.ok) return data({ refused: "unreadable" }, { status: 422 });
  if (!isFreeze) {
    const asked = await reauthenticate(args, organizer, { kind: "unfreeze", campaignId: campaign.id });
    if (asked) return asked;
  }
  const { db, wakeMail } = args.context;
  const { outcome } = unlessGone(await (isFreeze ? freezeCampaign(db, on) : unfreezeCampaign(db, on)));
  if (outcome === "unfrozen") wakeMail();
  return redirect(`/organize/c/${campaign.slug}/freeze?done=${outcome}`, 303);
}

export const meta: MetaFunction = () => [{ title: "Freeze · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Freeze() {
  const { freeze, mayLift, done } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { team } = useWords();
  const { freeze: say } = team;
  if (answered && "proof" in answered) return <Reauthenticate asked={answered.proof} />;
  return (
    <>
      <DoneNote done={wordOf(say.done, done)} refused={wordOf(team.refused, answered?.refused)} />
      <PageHead title={say.title} text={say.text} />
      {freeze ? (
        <section className="sheet">
          <h2>{say.isFrozen(writeMoment(freeze.since), freeze.by ?? team.open.operator)}</h2>
          <p className="muted">{mayLift ? say.unfreezeNote : say.mayNotUnfreeze}</p>
          {mayLift && <ActionButton intent="unfreeze">{say.unfreeze}</ActionButton>}
        </section>
      ) : (
        <section className="sheet">
          <ActionButton intent="freeze" variant="act">
            {say.freeze}
          </ActionButton>
          <p className="muted">{say.freezeNote}</p>
        </section>
      )}
      <section className="sheet">
        <h2>{say.stopsTitle}</h2>
        <ul>
          {say.stops.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <h2>{say.goesOnTitle}</h2>
        <ul>
          {say.goesOn.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
