import { useLocalizedPath, useWords } from "./locale.tsx";
import { Page } from "./page.tsx";

/** The status whose words are nearest. */
export const knownStatus = (status: number) =>
  status === 404 || status === 410 || status === 429 ? status : status < 500 ? 404 : 500;

/** What a reader sees when an address leads nowhere or something broke: no stack, no code to decipher. */
export function ErrorPage({ status }: { status: number }) {
  const { errors } = useWords();
  const to = useLocalizedPath();
  const { title, text } = errors.page[knownStatus(status)];
  return (
    <Page>
      <h1>{title}</h1>
      <p className="standfirst">{text}</p>
      <p className="gap">
        <a href={to("/")}>{errors.home}</a>
      </p>
    </Page>
  );
}
