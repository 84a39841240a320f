import { useAnswerTitle } from "./answer-title.tsx";
import { ButtonLink } from "./button.tsx";
import { useCampaignPath, useLocalizedPath, usePlace, useWords } from "./locale.tsx";
import { ManageLinkForm } from "./manage-link-form.tsx";
import { Page } from "./page.tsx";

const known = [403, 404, 405, 408, 410, 413, 429, 500, 503] as const;

/** Finds the status with the nearest words. */
export const knownStatus = (status: number) =>
  known.find((one) => one === status) ?? (status < 500 ? 404 : 500);

/** Statuses after which a campaign's own page helps: it has the current state and the form. */
const ofTheCampaign: readonly number[] = [403, 405, 408, 410, 413, 429];

/** Says that an address does not exist, or that something was refused or failed, without codes. */
export function ErrorPage({ status }: { status: number }) {
  const { errors, organize } = useWords();
  const isConsole = /^\/organize(?:\/|$)/.test(usePlace().path);
  const to = useLocalizedPath();
  const campaign = useCampaignPath();
  const { title, text } = errors.page[knownStatus(status)];
  useAnswerTitle({ says: title });
  return (
    <Page>
      <h1>{title}</h1>
      <p className="standfirst">{text}</p>
      <p className="gap">
        {isConsole ? (
          <ButtonLink href="/organize">{organize.errors.back}</ButtonLink>
        ) : (
          <ButtonLink href={to((ofTheCampaign.includes(status) && campaign) || "/")}>
            {errors.home}
          </ButtonLink>
        )}
      </p>
    </Page>
  );
}

/** Answers every link that does not open: it reveals no reason, and tells how to get a new one. */
export function DeadLinkPage() {
  const { errors } = useWords();
  const { title, text } = errors.link;
  useAnswerTitle({ says: title });
  return (
    <Page>
      <h1>{title}</h1>
      <p className="standfirst">{text}</p>
      <ManageLinkForm />
    </Page>
  );
}
