import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { Button } from "#app/ui/button.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Typed } from "#app/ui/letter/notices.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import type { TypedValues } from "#app/ui/sign-form.tsx";

type NotTakenProps = {
  campaign: Campaign;
  examples: boolean;
  /** The form's address, without language. */
  action: string;
  why: "expired" | "gone" | "already-written";
  values: TypedValues;
};

/** Says why a letter was not stored, with its words: to use in the public form, or to copy. */
export function NotTaken({ campaign, examples, action, why, values }: NotTakenProps) {
  const { known } = useWords().letter;
  const to = useLocalizedPath();
  const { title, text } = known.notTaken[why];
  return (
    <Page campaign={campaign} examples={examples} layout="plain" cameBack="as-typed">
      <div className="letter">
        <h1>{title}</h1>
        <p className="standfirst">{text}</p>
        {why === "already-written" ? (
          <p className="gap">
            <a href={to("/manage")}>{known.ownPage}</a>
          </p>
        ) : (
          <form method="post" action={to(`/c/${campaign.slug}/letter`)} className="gap">
            <HiddenFields values={values} />
            <Button variant="act" name="step" value="back">
              {known.goOn}
            </Button>
          </form>
        )}
        <Typed action={action} values={values} />
      </div>
    </Page>
  );
}
