import { ButtonLink } from "#app/ui/button.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";

type NothingToConfirmProps = { outcome: "confirmed" | "withdrawn" | "expired" | "gone"; slug: string | null };

/** Why there is no button, and what to do instead. */
export function NothingToConfirm({ outcome, slug }: NothingToConfirmProps) {
  const { confirm } = useWords().personal;
  const to = useLocalizedPath();
  const [title, text] = {
    confirmed: [confirm.doneTitle, confirm.doneText],
    withdrawn: [confirm.withdrawnTitle, confirm.withdrawnText],
    expired: [confirm.expiredTitle, confirm.expiredText],
    gone: [confirm.goneTitle, confirm.goneText],
  }[outcome];
  return (
    <>
      <h1>{title}</h1>
      <p className="standfirst">{text}</p>
      <p className="gap">
        <ButtonLink href={to(slug ? `/c/${slug}` : "/")}>{confirm.toForm}</ButtonLink>
      </p>
    </>
  );
}

/** After "never write to me again". */
export function NeverWritten() {
  const { confirm } = useWords().personal;
  return (
    <>
      <h1>{confirm.neverTitle}</h1>
      <p className="standfirst">{confirm.neverText}</p>
    </>
  );
}
