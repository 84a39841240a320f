import { useAnswerTitle } from "#app/ui/answer-title.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { NoButton } from "./no-button.tsx";

type NothingToConfirmProps = { outcome: "confirmed" | "withdrawn" | "expired" | "gone"; slug: string | null };

/** Says why there is no button, and what to do. */
export function NothingToConfirm({ outcome, slug }: NothingToConfirmProps) {
  const { confirm } = useWords().personal;
  const to = useLocalizedPath();
  const says = {
    confirmed: [confirm.doneTitle, confirm.doneText],
    withdrawn: [confirm.withdrawnTitle, confirm.withdrawnText],
    expired: [confirm.expiredTitle, confirm.expiredText],
    gone: [confirm.goneTitle, confirm.goneText],
  } as const;
  return (
    <NoButton says={says[outcome]}>
      <ButtonLink href={to(slug ? `/c/${slug}` : "/")}>{confirm.toForm}</ButtonLink>
    </NoButton>
  );
}

type NeverWrittenProps = {
  about: "signature" | "pledge" | "letter";
  did: "deleted" | "deleted-form" | "withdrawn" | "handed-over";
  company: string | null;
  fund: boolean;
};

/** Says what "never write to me again" did, and what remains. */
export function NeverWritten({ about, did, company, fund }: NeverWrittenProps) {
  const { personal, pledgeSummary, letter } = useWords();
  const { confirm } = personal;
  const withdrawn = { signature: confirm, pledge: pledgeSummary.confirm, letter: letter.confirm }[about];
  const text = {
    deleted: confirm.neverText,
    "deleted-form": confirm.neverForm,
    withdrawn: withdrawn.neverWithdrawn,
    "handed-over": letter.confirm.neverHandedOver,
  }[did];
  useAnswerTitle({ says: confirm.neverTitle });
  return (
    <>
      <h1>{confirm.neverTitle}</h1>
      <p className="standfirst">{text}</p>
      {about === "pledge" && company && <Disclosures company={company} fund={fund} />}
    </>
  );
}
