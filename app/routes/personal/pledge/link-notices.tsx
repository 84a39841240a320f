import { ButtonLink } from "#app/ui/button.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { ManageLinkForm } from "#app/ui/manage-link-form.tsx";

/** Says how to get a fresh link, or to start over. */
export function LinkIsClosed({ outcome, slug }: { outcome: "expired" | "gone"; slug: string }) {
  const { known } = useWords().pledge;
  const to = useLocalizedPath();
  return (
    <>
      {outcome === "gone" && <p className="standfirst">{known.goneText}</p>}
      <div className="pledge-form">
        <p>{known.fresh}</p>
        <ManageLinkForm />
        <p className="gap">
          <a href={to(`/c/${slug}/pledge`)}>{known.pledgeAgain}</a>
        </p>
      </div>
    </>
  );
}

/** Says that this link neither shows nor changes a pledge in force. */
export function NotStored() {
  const { known, told } = useWords().pledge;
  const to = useLocalizedPath();
  return (
    <>
      <p className="standfirst">{known.notStored}</p>
      <p className="gap">
        <a href={to("/manage")}>{told.manage}</a>
      </p>
    </>
  );
}

/** Leads holders, after the voting, to the page that asks whether they voted. */
export function TellOutcome({ path }: { path: string | null }) {
  const { over } = useWords().pledge;
  const to = useLocalizedPath();
  if (path === null) return <p className="standfirst">{over.notPledged}</p>;
  return (
    <>
      <p className="standfirst">{over.known}</p>
      <p className="gap">
        <ButtonLink variant="act" href={to(path)}>
          {over.knownButton}
        </ButtonLink>
      </p>
    </>
  );
}

/** Says that a pledge can no longer be withdrawn once its vote is reported. */
export function OutcomeReported({ path }: { path: string }) {
  const { told } = useWords().pledge;
  const to = useLocalizedPath();
  return (
    <>
      <p className="standfirst">{told.text}</p>
      <p className="gap">
        <ButtonLink href={to(path)}>{told.button}</ButtonLink>
      </p>
      <p className="gap">
        {told.withdraw} <a href={to("/manage")}>{told.manage}</a>
      </p>
    </>
  );
}
