import type { SignatureDisplay } from "#app/domain/signatures/signature.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { formatDate } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Deed } from "#app/ui/deed.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";

type ConfirmDeedProps = {
  deed: {
    title: string;
    name: string;
    country: string;
    display: SignatureDisplay;
    petition: string;
    petitionVersion: number;
    signedAt: Date;
  };
  consents: readonly ConsentPurpose[];
  company: string;
};

/** The words that are signed, the name under them, and one button. */
export function ConfirmDeed({ deed, consents, company }: ConfirmDeedProps) {
  const { confirm } = useWords().personal;
  const locale = useLocale();
  const agreed = [
    confirm.shown[deed.display],
    consents.includes("updates") ? confirm.agreed.updates : confirm.agreed.noUpdates,
    consents.includes("deliver_to_company")
      ? confirm.agreed.deliver(company)
      : confirm.agreed.noDeliver(company),
  ];
  return (
    <>
      <p className="eyebrow">{deed.title}</p>
      <h1>{confirm.title}</h1>
      <Deed
        text={deed.petition}
        name={deed.name}
        country={deed.country}
        note={confirm.version(deed.petitionVersion, formatDate(locale, deed.signedAt))}
      />
      <form method="post">
        <Button look="act" wide>
          {confirm.button}
        </Button>
      </form>
      <p className="small muted gap">
        {confirm.what} {agreed.join(" ")}
      </p>
      <details className="gap">
        <summary>{confirm.notMe}</summary>
        <p className="small">{confirm.notMeText}</p>
        <form method="post">
          <Button name="intent" value="never">
            {confirm.neverButton}
          </Button>
        </form>
      </details>
    </>
  );
}
